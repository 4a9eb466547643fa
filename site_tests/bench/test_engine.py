"""From making the worker to the first result, beside Pyodide as it comes, on fast and slow lines.

Stock is loadPyodide with the files of the npm package and the core as a wheel of sources, asked the same.
"""

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Playwright

from questionnaire_site.runtime.wheel import CORE
from site_tests.bench.measuring import RUNS, Figures, Ratio, Report, in_turn, medians
from site_tests.e2e.pages.offline import MEMORY_KEPT
from site_tests.support.browsing import DESKTOP, PERSON, launch_options
from site_tests.support.places import ROOT
from site_tests.support.server import Line, Request, StaticSite

HERE = Path(__file__).parent
WORKER_LOG = HERE / "in_page/worker-log.js"
NPM_PACKAGE = ROOT / "node_modules/pyodide"
NPM_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")

OWN_PAGE = "self-audit/?example"
STOCK_PAGE = "engine.html"
# The page says "Ready offline", and Python's memory is kept.
KEPT = f"""(async () => {{
  while (!document.querySelector('[data-offline="ready"]')) await new Promise(requestAnimationFrame);
  await {MEMORY_KEPT};
}})()"""
LATENCY = {10: 0.05, 1.6: 0.15}


@pytest.fixture
def stock(playwright: Playwright, site: StaticSite, tmp_path: Path) -> Iterator[StaticSite]:
    """A page that starts stock Pyodide, loads the core and puts the page's own first question to it."""
    for file in (HERE / "bare").iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "npm").mkdir()
    for name in NPM_FILES:
        shutil.copy(NPM_PACKAGE / name, tmp_path / "npm")
    _pack_sources(tmp_path / "questionnaire_core-1.0-py3-none-any.whl")
    first, _ = _visits(playwright, site, OWN_PAGE, "evaluate")
    (tmp_path / "asked.json").write_text(json.dumps(_asked(site, first)), encoding="utf-8")
    with StaticSite(tmp_path) as stock:
        yield stock


def test_engine(playwright: Playwright, site: StaticSite, stock: StaticSite, report: Report) -> None:
    visits = in_turn(
        {
            "self-audit, the example": partial(_visits, playwright, site, OWN_PAGE, "evaluate"),
            "stock Pyodide": partial(_visits, playwright, stock, STOCK_PAGE, "bare"),
        }
    )
    own, bare = ([_figures(*pair) for pair in pairs] for pairs in visits.values())
    rows: dict[str, list[float | None]] = {
        name: list(medians(figures).values()) for name, figures in zip(visits, (own, bare), strict=True)
    }
    own_median, bare_median = medians(own), medians(bare)
    rows["ratio"] = [
        Ratio(own_median[name] / bare_median[name]) if bare_median[name] else None for name in own_median
    ]
    report.table(
        f"Engine: worker made to first result, localhost, medians of {RUNS}, ms", list(own_median), rows
    )

    first, again = visits["self-audit, the example"][-1]
    assert {request.path for request in again.requests} <= {"sw.js"}, "a second visit asks for nothing else"
    beside = own_median["again: result"] / bare_median["first result"]
    report.table(
        "Engine: the second visit, kept by the service worker",
        ("result, ms", "beside stock's first"),
        {"self-audit, the example": [own_median["again: result"], Ratio(beside)]},
    )
    paths = sorted(_engine_paths(first), key=first.sent, reverse=True)
    files = {path: [first.sent(path), again.sent(path)] for path in paths}
    report.table("Engine: what is fetched on a first visit, and again on a second", ("kB", "again"), files)


@pytest.mark.parametrize("megabits", LATENCY)
def test_engine_on_a_slow_line(
    playwright: Playwright, site: StaticSite, stock: StaticSite, report: Report, megabits: float
) -> None:
    latency = LATENCY[megabits]
    measure = partial(_slow_result, playwright, megabits)
    results = in_turn(
        {
            "self-audit, the example": partial(measure, site, OWN_PAGE, "evaluate"),
            "stock Pyodide": partial(measure, stock, STOCK_PAGE, "bare"),
        }
    )
    rows: dict[str, list[float]] = {
        name: list(medians(figures).values()) for name, figures in results.items()
    }
    own, bare = rows.values()
    rows["ratio"] = [Ratio(own[0] / bare[0])]
    title = f"Engine: {megabits} Mbit/s, {latency * 1000:.0f} ms, nothing kept; medians of {RUNS}, ms"
    report.table(title, ["first result"], rows)


@dataclass(frozen=True)
class Visit:
    """When the worker had a result, in milliseconds from its making; what it was asked; what was sent."""

    result: float
    asked: list[dict[str, Any]]
    requests: list[Request]

    def sent(self, *paths: str) -> float:
        return sum(request.sent_bytes for request in self.requests if request.path in paths) / 1000


def _slow_result(
    playwright: Playwright, megabits: float, site: StaticSite, address: str, result: str
) -> Figures:
    with _fresh_context(playwright, site) as context:
        site.line = Line(megabits * 1_000_000, LATENCY[megabits])
        try:
            return {"first result": _visit(context, site, address, result).result}
        finally:
            site.line = None


def _visits(playwright: Playwright, site: StaticSite, address: str, result: str) -> tuple[Visit, Visit]:
    with _fresh_context(playwright, site) as context:
        first = _visit(context, site, address, result, last=KEPT if result == "evaluate" else "null")
        return first, _visit(context, site, address, result)


@contextmanager
def _fresh_context(playwright: Playwright, site: StaticSite) -> Iterator[BrowserContext]:
    """A fresh profile, whose cache is on disk as a person's is."""
    with TemporaryDirectory() as profile:
        options: dict[str, Any] = {"base_url": site.url, **launch_options(), **PERSON, **DESKTOP}
        options["service_workers"] = "allow"
        context = playwright.chromium.launch_persistent_context(profile, **options)
        context.add_init_script(path=WORKER_LOG)
        yield context
        context.close()


def _visit(context: BrowserContext, site: StaticSite, address: str, result: str, last: str = "null") -> Visit:
    """`last`: what is waited for before the page is closed."""
    site.requests.clear()
    page = context.new_page()
    page.goto(address, wait_until="commit")
    made, asked, replies = page.evaluate(
        """async (type) => {
          if (!workerLog.replies.some((reply) => reply.type === type)) await nextReply(type);
          return [workerLog.made, workerLog.requests, workerLog.replies];
        }""",
        result,
    )
    requests = list(site.requests)
    page.evaluate(last)
    page.close()
    assert all(reply["ok"] and reply["result"] for reply in replies)
    return Visit(replies[-1]["replied"] - made, asked, requests)


def _asked(site: StaticSite, visit: Visit) -> dict[str, Any]:
    """What the page asked its worker, in the words of the bridge."""
    start, evaluate = (
        next(each["payload"] for each in visit.asked if each["type"] == kind)
        for kind in ("start", "evaluate")
    )
    scoring = site.folder / start["scoringUrl"].removeprefix(site.url)
    load = {
        "definition": start["definition"],
        "scoring": json.loads(scoring.read_text(encoding="utf-8")),
        "texts": start["texts"],
    }
    return {"load": load, "evaluate": evaluate}


def _pack_sources(wheel: Path) -> None:
    information = {
        "METADATA": "Metadata-Version: 2.1\nName: questionnaire-core\nVersion: 1.0\n",
        "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(CORE.rglob("*.py")):
            archive.write(path, path.relative_to(CORE.parent))
        for name, text in information.items():
            archive.writestr(f"questionnaire_core-1.0.dist-info/{name}", text)


def _engine_paths(first: Visit) -> list[str]:
    """What was asked for from the worker's own script on: before it came the page's own files."""
    paths = [request.path for request in first.requests]
    script = next(path for path in paths if path.endswith(("worker.js", "worker.mjs")))
    return paths[paths.index(script) :]


def _figures(first: Visit, again: Visit) -> Figures:
    paths = _engine_paths(first)
    return {
        "first result": first.result,
        "kB": first.sent(*paths),
        "again: result": again.result,
        "again: kB": again.sent(*paths),
    }
