"""A server on this machine that serves a built site as GitHub Pages does, and writes down every request.

Like Pages: the site under its base path, 404.html for what is missing, ten minutes of caching, gzip for text.
Unlike Pages: a test can replace an answer, to see what a person sees when the network lets them down.
"""

import gzip
import mimetypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/octet-stream",
}
COMPRESSED = ("text/", "application/json", "application/manifest+json", "application/wasm", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the server answered it; `path` is below the base path, without the query."""

    method: str
    path: str
    status: int
    sent_bytes: int
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a test puts in the place of a file. `delay` holds it back; `cut` breaks the connection off."""

    status: int = 200
    body: bytes = b""
    content_type: str = "text/plain"
    delay: float = 0.0
    cut: bool = False


class Line:
    """A slow line to everything that is served: what is sent on it at once shares it."""

    PIECE = 4096

    def __init__(self, bits_per_second: float, latency: float) -> None:
        self._seconds_per_byte = 8 / bits_per_second
        self._latency = latency
        self._lock = threading.Lock()
        self._free_at = 0.0

    def pieces(self, body: bytes, wait: Callable[[float], None]) -> Iterator[bytes]:
        """Yield the body in pieces, each when the line has carried it."""
        wait(self._latency)
        for start in range(0, len(body), self.PIECE):
            piece = body[start : start + self.PIECE]
            with self._lock:
                now = time.monotonic()
                self._free_at = max(now, self._free_at) + len(piece) * self._seconds_per_byte
                seconds = self._free_at - now
            wait(seconds)
            yield piece


@dataclass
class StaticSite:
    """A site folder being served; use it as a context manager."""

    folder: Path
    base_path: str = "/"
    line: Line | None = None
    requests: list[Request] = field(default_factory=list)
    _answers: dict[str, Answer] = field(default_factory=dict)

    def __enter__(self) -> "StaticSite":
        handler = type("Handler", (_Handler,), {"site": self})
        self._server = _Server(("127.0.0.1", 0), handler)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        return self.origin + self.base_path

    def count(self, ending: str, *, status: int | None = None) -> int:
        """How many requests were made for paths with this ending."""
        return sum(
            request.path.endswith(ending) and status in (None, request.status)
            for request in list(self.requests)
        )

    @contextmanager
    def answering(self, ending: str, answer: Answer) -> Iterator[None]:
        """Answer paths with this ending so, while the block runs."""
        self._answers[ending] = answer
        try:
            yield
        finally:
            del self._answers[ending]

    def answer_for(self, path: str) -> Answer | None:
        answers = dict(self._answers)
        return next((answers[ending] for ending in answers if path.endswith(ending)), None)

    def wait(self, seconds: float) -> None:
        """Hold an answer back, but not the end of the tests."""
        self._stopping.wait(seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: a browser that closes a tab in the middle of an answer is no news."""


class _Handler(BaseHTTPRequestHandler):
    site: ClassVar[StaticSite]
    protocol_version = "HTTP/1.1"
    # A file is one small write after another; without this each waits for the last to be acknowledged.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        site = self.site
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(site.base_path):
            return self._send(path, 404, b"Not this site", "text/plain")
        path = path.removeprefix(site.base_path)

        answer = site.answer_for(path)
        if answer:
            site.wait(answer.delay)
            if answer.cut:
                self._record(path, 0, 0)
                self.close_connection = True
                return None
            return self._send(path, answer.status, answer.body, answer.content_type)
        return self._send_file(path)

    do_HEAD = do_GET

    def _send_file(self, path: str) -> None:
        folder = self.site.folder.resolve()
        file = (folder / path).resolve()
        if file.is_dir() and path and not path.endswith("/"):
            return self._send(path, 301, b"", "text/plain", {"Location": f"{self.site.base_path}{path}/"})
        if file.is_dir():
            file /= "index.html"
        elif not file.exists() and not path.endswith("/"):
            file = file.with_name(file.name + ".html")  # Pages serves about.html as /about too
        status = 200
        if not (file.is_file() and file.is_relative_to(folder)):
            file, status = folder / "404.html", 404
            if not file.is_file():
                return self._send(path, 404, b"Not found", "text/plain")

        etag = f'"{file.stat().st_mtime_ns:x}-{file.stat().st_size:x}"'
        headers = {"ETag": etag, "Cache-Control": "max-age=600", "Vary": "Accept-Encoding"}
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if status == 200 and self.headers.get("If-None-Match", "").removeprefix("W/") == etag:
            return self._send(path, 304, b"", kind, headers)
        body = file.read_bytes()
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = _compressed(file, etag)
            headers["Content-Encoding"] = "gzip"
        return self._send(path, status, body, kind, headers)

    def _send(
        self, path: str, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None
    ) -> None:
        self._record(path, status, len(body))
        self.send_response(status, HTTPStatus(status).phrase)
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        answer = {"Content-Type": kind + charset, "Content-Length": str(len(body)), **(headers or {})}
        for name, value in answer.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        line = self.site.line
        for piece in line.pieces(body, self.site.wait) if line else [body]:
            self.wfile.write(piece)

    def _record(self, path: str, status: int, sent_bytes: int) -> None:
        request = Request(self.command, path, status, sent_bytes, dict(self.headers.items()))
        self.site.requests.append(request)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: `requests` is the log."""


@lru_cache(maxsize=64)
def _compressed(file: Path, etag: str) -> bytes:
    """Compressing the Python runtime takes half a second, so it is done once for all tests."""
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)
