"""From a change of an answer to the new result in the page, with the real worker and the worked example.

Beside it, the same requests answered by the same Python code outside the browser.
"""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from questionnaire_core.bridge import handle
from site_tests.bench.measuring import Ratio, Report, percentile
from site_tests.support.browsing import DESKTOP, PERSON
from site_tests.support.server import StaticSite

IN_PAGE = Path(__file__).with_name("in_page")
QUESTIONNAIRE = "self-audit"
CHANGES = 200
BATCH = 25
PERCENTS = (50, 99)


def test_changes(browser: Browser, site: StaticSite, report: Report) -> None:
    context = browser.new_context(base_url=site.url, **PERSON, **DESKTOP)
    context.add_init_script(path=IN_PAGE / "worker-log.js")
    page = context.new_page()
    start = _open_results(page)
    _load_in_cpython(start, _scoring(site))

    changes: list[dict[str, Any]] = []
    in_cpython: list[float] = []
    script = (IN_PAGE / "changes.js").read_text(encoding="utf-8")
    # Browser and CPython by turns, so that a busy moment of the machine falls on both.
    while len(changes) < CHANGES:
        changes += page.evaluate(script, {"from": len(changes), "count": BATCH})
        questions = page.evaluate("(count) => workerLog.requests.slice(-count)", BATCH)
        in_cpython += [_timed_in_cpython(question) for question in questions]
    context.close()

    assert len(changes) == CHANGES
    assert all(change["ok"] for change in changes)
    assert len({change["result"] for change in changes}) > CHANGES / 10, "the changes have changed nothing"

    began, asked, replied, drawn = zip(*(change["moments"] for change in changes), strict=True)
    steps = {
        "change to result": _between(began, drawn),
        "  page: change to question": _between(began, asked),
        "  worker: question to reply": _between(asked, replied),
        "  page: reply to result": _between(replied, drawn),
        "the same questions in CPython": in_cpython,
    }
    rows = {name: [percentile(step, percent) for percent in PERCENTS] for name, step in steps.items()}
    *_, worker, _, bare = rows.values()
    rows["ratio of worker to CPython"] = [Ratio(mine / its) for mine, its in zip(worker, bare, strict=True)]
    title = f"Change to result: {CHANGES} changes of {QUESTIONNAIRE}'s example, ms"
    report.table(title, [f"p{percent}" for percent in PERCENTS], rows)


def _between(earlier: Sequence[float], later: Sequence[float]) -> list[float]:
    return [end - start for start, end in zip(earlier, later, strict=True)]


def _open_results(page: Page) -> dict[str, Any]:
    """Wait for the first result. Returns what the worker was started with."""
    page.goto(f"{QUESTIONNAIRE}/?example", wait_until="commit")
    page.evaluate("workerLog.replies.some(({ type }) => type === 'evaluate') || nextReply('evaluate')")
    # What is drawn only once a person asks for it is to be drawn at every change.
    for button in page.locator("[data-reveal]").all():
        button.click()
    start: dict[str, Any] = page.evaluate("workerLog.requests[0].payload")
    return start


def _load_in_cpython(start: dict[str, Any], scoring: dict[str, str]) -> None:
    load = {"definition": start["definition"], "scoring": scoring, "texts": start["texts"]}
    answered = json.loads(handle(json.dumps({"id": 0, "type": "load", "payload": load})))
    assert answered["ok"], answered


def _timed_in_cpython(question: dict[str, Any]) -> float:
    began = time.perf_counter()
    answered = json.loads(handle(json.dumps(question)))
    milliseconds = (time.perf_counter() - began) * 1000
    assert answered["ok"], answered
    return milliseconds


def _scoring(site: StaticSite) -> dict[str, str]:
    (file,) = site.folder.glob(f"assets/questionnaires/*/{QUESTIONNAIRE}.scoring.json")
    files: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return files
