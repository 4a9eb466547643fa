"""From making the worker to the first result, beside Pyodide alone, on a first and on a second visit.

Bare Pyodide runs twice: with the files that this site publishes, and with those of the npm package. The first
says what the core and the questionnaire cost; the second what is won by what the site does to the files.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Playwright

from site_tests.bench.measuring import RUNS, Figures, Ratio, Report, in_turn, medians
from site_tests.support.browsing import DESKTOP, PERSON, launch_options
from site_tests.support.places import ROOT
from site_tests.support.server import Request, StaticSite

HERE = Path(__file__).parent
WORKER_LOG = HERE / "in_page/worker-log.js"
NPM_PACKAGE = ROOT / "node_modules/pyodide"
LOCK = "pyodide-lock.json"
NPM_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", LOCK)


@pytest.fixture
def bare_site(site: StaticSite, tmp_path: Path) -> Iterator[StaticSite]:
    """A page that starts Pyodide and nothing else, with either set of files."""
    for file in (HERE / "bare").iterdir():
        shutil.copy(file, tmp_path)
    shutil.copytree(_only(site.folder, "assets/runtime/*"), tmp_path / "site")
    (tmp_path / "npm").mkdir()
    for name in NPM_FILES:
        shutil.copy(NPM_PACKAGE / name, tmp_path / "npm")
    # The site publishes a lock of its own elsewhere. It makes no difference to Pyodide without packages.
    shutil.copy(NPM_PACKAGE / LOCK, tmp_path / "site")
    with StaticSite(tmp_path) as bare_site:
        yield bare_site


def test_engine(playwright: Playwright, site: StaticSite, bare_site: StaticSite, report: Report) -> None:
    measures = {
        "self-audit, the example": lambda: _visits(playwright, site, "self-audit/?example", "evaluate"),
        "bare, files of the site": lambda: _visits(playwright, bare_site, "engine.html?runtime=site", "bare"),
        "bare, files of npm": lambda: _visits(playwright, bare_site, "engine.html?runtime=npm", "bare"),
    }
    visits = in_turn(measures)

    figures = {name: medians([_figures(*pair) for pair in pairs]) for name, pairs in visits.items()}
    rows: dict[str, list[float | None]] = {name: list(figure.values()) for name, figure in figures.items()}
    own, *others = figures.values()
    for name, other in zip(list(figures)[1:], others, strict=True):
        rows[f"ratio to {name}"] = [
            Ratio(own[column] / other[column]) if other[column] else None for column in own
        ]
    report.table(f"Engine: worker made to first result, localhost, medians of {RUNS}, ms", list(own), rows)

    first, again = next(iter(visits.values()))[-1]
    paths = sorted(_engine_paths(first), key=first.sent, reverse=True)
    files = {path: [first.sent(path), again.sent(path)] for path in paths}
    report.table("Engine: what is fetched on a first visit, and again on a second", ("kB", "again"), files)


@dataclass(frozen=True)
class Visit:
    """When the worker was there and had a result, in milliseconds, and what was sent for it."""

    ready: float
    result: float
    requests: list[Request]

    def sent(self, *paths: str) -> float:
        return sum(request.sent_bytes for request in self.requests if request.path in paths) / 1000


def _visits(playwright: Playwright, site: StaticSite, address: str, result: str) -> tuple[Visit, Visit]:
    """A first visit with a fresh profile, whose cache is on disk as a person's is, and a second one."""
    with TemporaryDirectory() as profile:
        options: dict[str, Any] = {"base_url": site.url, **launch_options(), **PERSON, **DESKTOP}
        context = playwright.chromium.launch_persistent_context(profile, **options)
        context.add_init_script(path=WORKER_LOG)
        visits = _visit(context, site, address, result), _visit(context, site, address, result)
        context.close()
    return visits


def _visit(context: BrowserContext, site: StaticSite, address: str, result: str) -> Visit:
    site.requests.clear()
    page = context.new_page()
    page.goto(address, wait_until="commit")
    made, replies = page.evaluate(
        """async (type) => {
          if (!workerLog.replies.some((reply) => reply.type === type)) await nextReply(type);
          return [workerLog.made, workerLog.replies];
        }""",
        result,
    )
    page.close()
    assert all(reply["ok"] and reply["result"] for reply in replies)
    ready, *_, last = (reply["replied"] - made for reply in [replies[0], *replies])
    return Visit(ready, last, list(site.requests))


def _engine_paths(first: Visit) -> list[str]:
    """What was asked for from the worker's own script on: before it came the page's own files."""
    paths = [request.path for request in first.requests]
    script = next(path for path in paths if path.endswith(("worker.js", "worker.mjs")))
    return paths[paths.index(script) :]


def _figures(first: Visit, again: Visit) -> Figures:
    paths = _engine_paths(first)
    return {
        "ready": first.ready,
        "first result": first.result,
        "kB": first.sent(*paths),
        "again: ready": again.ready,
        "again: result": again.result,
        "again: kB": again.sent(*paths),
    }


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found
