"""What `make serve` does to show a change at once: it puts off, does once, or looks for it more often.

Examples and kept drafts are tried by `check`, beside the server; a blank workbook is made when somebody asks
for it; Markdown that has not changed is not converted again, nor is a file fetched again that is named by
what is in it. A build puts off nothing.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from questionnaire_site.folders import is_named_by_content

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

type Workbooks = Mapping[str, Callable[[], bytes]]

# Between two looks at the files, and for more changes to come once there is one. MkDocs has 0.5 and 0.1.
_SECONDS_BETWEEN = 0.1
_SECONDS_FOR_MORE = 0.02
_LESS_THAN_THE_PAGE = 10
"""How much `check` stands back (`nice`): the page that loads meanwhile is what somebody waits for."""


def look_often(server: LiveReloadServer, *folders: str) -> None:
    """Look more often at the folders that authors write in. At all others MkDocs goes on to look as it does.

    Files are still looked at: systems tell of changes, but not of those on network drives or in containers.
    """
    others, server.observer = server.observer, type(server.observer)(timeout=_SECONDS_BETWEEN)
    for folder in folders:
        server.watch(folder)
    server.build_delay = _SECONDS_FOR_MORE
    others.start()


def say_requests_are_no_warnings() -> None:
    """Have MkDocs warn of nothing that a browser asks for: if strict, it gives up the build under way."""
    logging.getLogger("mkdocs.livereload").addFilter(_as_information)


def _as_information(record: logging.LogRecord) -> bool:
    if record.levelno == logging.WARNING:
        record.levelno, record.levelname = logging.INFO, "INFO"
    return True


class Checks:
    """Checks that run in a process of their own, and say in the same terminal what they find."""

    def __init__(self, root: Path, questionnaires: Path) -> None:
        self.root = root
        self.command = [
            *(sys.executable, "-m", "questionnaire_site"),
            *("--questionnaires", str(questionnaires), "check"),
        ]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Check everything as it is now. What was still being checked is out of date."""
        self.stop()
        # Whoever stops the server with a key means that alone: this process is then ended in peace.
        self.process = subprocess.Popen(self.command, cwd=self.root, start_new_session=True)
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, _LESS_THAN_THE_PAGE)

    def stop(self) -> None:
        """End what is still going on, and what that has started: examples run in a process of their own."""
        if self.process is None or self.process.poll() is not None:
            return
        if hasattr(os, "killpg"):
            os.killpg(self.process.pid, signal.SIGTERM)
        else:
            self.process.terminate()
        self.process.wait()


def fetched_once(app: WSGIApplication) -> WSGIApplication:
    """Return an application whose files need not be fetched again where their names tell what is in them."""

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *failed: Any) -> Callable[[bytes], object]:
            for_good = status.startswith("200") and is_named_by_content(environ["PATH_INFO"])
            kept = [("Cache-Control", "max-age=31536000, immutable")] if for_good else []
            return start_response(status, [*headers, *kept], *failed)

        return app(environ, start)

    return serve


def made_when_asked(app: WSGIApplication, site: Path, workbooks: Callable[[], Workbooks]) -> WSGIApplication:
    """Return an application that makes a workbook before it is served for the first time.

    `site` is the folder that `app` serves, and `workbooks` are by their paths in it.
    """

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        for uri, make in workbooks().items():
            file = site / uri
            if path.endswith(f"/{uri}") and not file.exists():
                file.write_bytes(make())
        return app(environ, start_response)

    return serve


class Converted:
    """What pages' Markdown was converted to in the last build of this process."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, dict[str, Any]]] = {}

    def reuse(self, page: Page) -> Page:
        """Have a page convert its Markdown only if that, or what is around it, has changed."""
        page.render = partial(self._render, page)  # type: ignore[method-assign]
        return page

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        addresses = [(file.src_uri, file.url) for file in files if file.generated_by is None]
        extensions = (config.markdown_extensions, config.mdx_configs)
        made_of = repr((page.markdown, page.meta, page.file.url, addresses, extensions))
        before, kept = dict(vars(page)), self.kept.get(page.file.src_uri)
        if kept is not None and kept[0] == made_of:
            vars(page).update(kept[1])
            # Each build has files of its own, by which anchors are looked up.
            links = page.links_to_anchors or {}
            now = {files.get_file_from_path(file.src_uri): names for file, names in links.items()}
            page.links_to_anchors = {file: names for file, names in now.items() if file is not None}
            return
        with _Told() as told:
            type(page).render(page, config, files)
        made = {name: value for name, value in vars(page).items() if before.get(name) is not value}
        if not told.anything:
            self.kept[page.file.src_uri] = (made_of, made)


class _Told(logging.Handler):
    """Whether MkDocs had anything to say meanwhile, which it has to say again the next time."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.anything = False

    def __enter__(self) -> Self:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True
