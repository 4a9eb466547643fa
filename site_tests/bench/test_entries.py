"""Long lists of entries: what a person does with one of 30, 100 and 300, and what it costs."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from site_tests.bench.large_drafts import LongList, longest_list
from site_tests.bench.main_thread import MARKS, NOTHING, PERCENTS, Costs, Samples, costs_of, percentiles
from site_tests.bench.measuring import RUNS, Ratio, Report, in_turn
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.support.browsing import DESKTOP, PERSON, PYTHON_TIMEOUT
from site_tests.support.server import StaticSite

IN_PAGE = Path(__file__).with_name("in_page")
SIZES = (30, 100, 300)
TURNS = 15
KEYS = 5
CHANGES = 20
COLUMNS = [f"{size}: p{percent}" for size in SIZES for percent in PERCENTS]
GROWTH = f"p95, {SIZES[-1]} beside {SIZES[0]}"


@pytest.fixture(scope="module")
def long_list(served_site: StaticSite) -> LongList:
    """The service map's services, once it is there."""
    found = longest_list(served_site.folder)
    if found is None:
        pytest.skip("no questionnaire of this site has a worked example with entries in one of its steps")
    return found


def test_entries(browser: Browser, site: StaticSite, long_list: LongList, report: Report) -> None:
    pages = {size: _open(browser, site, long_list, size) for size in SIZES}
    summaries = [_summary(questionnaire.page, long_list) for questionnaire in pages.values()]
    runs = in_turn({size: partial(_change, pages[size], long_list, size) for size in SIZES})
    for questionnaire in pages.values():
        questionnaire.page.context.close()

    where = f"{long_list.item['id']} of {long_list.definition['id']}"
    each = f"medians of {RUNS} runs of {TURNS}"
    work = _percentiles([[run["work"] for run in of_size] for of_size in runs.values()])
    growth = {name: [*row, Ratio(row[-1] / row[1])] for name, row in work.items()}
    report.table(f"Entries: {where}, work of the main thread, ms; {each}", [*COLUMNS, GROWTH], growth)
    shown = _percentiles([[run["shown"] for run in of_size] for of_size in runs.values()])
    beside = {name: [*row, Ratio(row[-1] / shown[NOTHING][-1])] for name, row in shown.items()}
    report.table(f"Entries: {where}, until seen, ms; {each}", [*COLUMNS, "the last beside nothing"], beside)
    results = _percentiles([[summary] for summary in summaries])
    growth = {name: [*row, Ratio(row[-1] / row[1])] for name, row in results.items()}
    report.table(f"Entries: {where}, the summary, ms; one run of {CHANGES}", [*COLUMNS, GROWTH], growth)


def _percentiles(sizes: Sequence[Sequence[Samples]]) -> dict[str, list[float]]:
    return {name: [each for runs in sizes for each in percentiles(runs, name)] for name in sizes[0][0]}


def _open(browser: Browser, site: StaticSite, long_list: LongList, size: int) -> Questionnaire:
    context = browser.new_context(base_url=site.url, **PERSON, **DESKTOP)
    context.add_init_script(path=IN_PAGE / "worker-log.js")
    context.add_init_script(path=MARKS)
    page = context.new_page()
    return Questionnaire(page, long_list.definition["id"]).load(long_list.draft(size))


def _summary(page: Page, long_list: LongList) -> Samples:
    _wait_for_python(page)
    changed = next(item["path"] for item in _texts(long_list.definition))
    script = (IN_PAGE / "summary.js").read_text(encoding="utf-8")
    times = page.evaluate(script, {"changed": changed, "changes": CHANGES})
    assert all(time["ok"] for time in (times["first"], *times["again"]))
    return {
        "the first time": [times["first"]["all"]],
        "after a change": [time["all"] for time in times["again"]],
        "  of which Python": [time["Python"] for time in times["again"]],
    }


def _change(questionnaire: Questionnaire, long_list: LongList, size: int) -> Costs:
    page = questionnaire.page
    page.bring_to_front()
    # Anew each time: the lines of what was removed stay for as long as the page stands.
    questionnaire.open(long_list.step)
    expect(questionnaire.view.locator("[data-entry]")).to_have_count(size)
    _wait_for_python(page)
    script = (IN_PAGE / "entries.js").read_text(encoding="utf-8")
    what = {"list": long_list.item["id"], "title": long_list.title, "count": TURNS, "keys": KEYS}
    seen: list[dict[str, int]] = []
    costs = costs_of(page, lambda: seen.append(page.evaluate(script, what)))
    assert seen == [{"added": TURNS, "typed": TURNS * KEYS, "removed": TURNS, "opened": TURNS}]
    return costs


def _wait_for_python(page: Page) -> None:
    expect(page.locator(".app-engine")).to_have_attribute("data-stage", "ready", timeout=PYTHON_TIMEOUT)


def _texts(definition: dict[str, Any]) -> list[dict[str, Any]]:
    items = [item for section in definition["sections"] for item in section["items"]]
    return [item for item in items if item["type"] in ("text", "long-text") and not item["show_when"]]
