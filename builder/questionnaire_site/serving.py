"""What `make serve` puts off, so that a change is on the page at once; `mkdocs build` puts off nothing.

Examples and kept drafts are tried by `check`, beside the server; a blank workbook is made when somebody asks
for it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

type Workbooks = Mapping[str, Callable[[], bytes]]


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

    def stop(self) -> None:
        """End what is still going on."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait()


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
