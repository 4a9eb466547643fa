"""Watching pages for trouble that a person would not see but a test must not pass over.

Console errors (the policy's refusals among them), exceptions, unhandled rejections, and requests that
leave the site.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

LOCAL_SCHEMES = ("data", "blob", "about", "file")


@dataclass
class Watch:
    """Collects what goes wrong in every page and worker of the contexts it follows."""

    origin: str
    errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            place = message.location
            self.errors.append(f"console: {message.text} ({place['url']}:{place['lineNumber']})")

    def _on_error(self, error: WebError) -> None:
        self.errors.append(f"uncaught: {error.error.stack or error.error.message}")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in LOCAL_SCHEMES:
            return
        if f"{address.scheme}://{address.netloc}" != self.origin:
            self.foreign_requests.append(f"{request.method} {request.url}")
