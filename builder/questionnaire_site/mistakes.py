"""A mistake made while `make serve` runs: pages say what it is, and come back once it is mended.

MkDocs by itself says so in the terminal alone, and lets every page wait until then.
"""

from __future__ import annotations

import html
import logging
import traceback
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

# It looks again every second, without a script.
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1">
<title>The site cannot be built</title>
<style>
:root {{ color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif }}
body {{ margin: 2rem auto; max-width: 60rem; padding: 0 1rem }}
pre {{ font-size: 1rem; white-space: pre-wrap; overflow-wrap: anywhere }}
pre {{ padding: 1rem; background: color-mix(in srgb, currentcolor 7%, transparent) }}
</style>
<h1>The site cannot be built</h1>
<pre>{said}</pre>
<p>Mend it and save the file: this page then shows what it should.</p>
</html>
"""


class Mistakes(logging.Handler):
    """What was said of the last build, if it failed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self.said: str | None = None

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage().strip())

    def told(self, build: Callable[[], None]) -> Callable[[], None]:
        """Return a build that notes what went wrong, and ends well all the same: MkDocs goes on serving."""

        def build_and_note() -> None:
            logger = logging.getLogger("mkdocs")
            self.heard.clear()
            logger.addHandler(self)
            try:
                build()
                self.said = None
            # A build that is given up, in strict mode for one, exits.
            except (Exception, SystemExit) as error:
                if not isinstance(error, SystemExit):
                    traceback.print_exc()
                self.said = "\n\n".join(self.heard) or str(error)
                logger.error("%s\nMend it and save the file: it is then built again.", error)
            finally:
                logger.removeHandler(self)

        return build_and_note

    def shown_instead(self, app: WSGIApplication) -> WSGIApplication:
        """Return an application that shows a mistake in place of every page, as long as there is one."""

        def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if self.said is None or "text/html" not in environ.get("HTTP_ACCEPT", ""):
                return app(environ, start_response)
            page = _PAGE.format(said=html.escape(self.said, quote=False)).encode()
            headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))]
            # Any other status would be a line in the terminal each second, under which the mistake is lost.
            start_response("200 OK", headers)
            return [page]

        return serve
