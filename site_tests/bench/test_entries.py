"""Long lists of entries: what a person does with one of 30, 100 and 300, and how long the results take."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from site_tests.bench.large_drafts import LongList, longest_list
from site_tests.bench.measuring import Ratio, Report, percentile
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.support.browsing import DESKTOP, PERSON, PYTHON_TIMEOUT
from site_tests.support.server import StaticSite

IN_PAGE = Path(__file__).with_name("in_page")
SIZES = (30, 100, 300)
TURNS = 40
KEYS = 5
CHANGES = 20
PERCENTS = (50, 95)


@pytest.fixture(scope="module")
def long_list(served_site: StaticSite) -> LongList:
    """The service map's services, once it is there."""
    found = longest_list(served_site.folder)
    if found is None:
        pytest.skip("no questionnaire of this site has a worked example with entries in one of its steps")
    return found


def test_entries(browser: Browser, site: StaticSite, long_list: LongList, report: Report) -> None:
    # Once for nothing, so that the first size is not the one that warms the browser up.
    measured = [_measure(browser, site, long_list, size) for size in (SIZES[0], *SIZES)][1:]

    columns = [f"{size}: p{percent}" for size in SIZES for percent in PERCENTS]
    last_beside_first = f"p95, {SIZES[-1]} beside {SIZES[0]}"
    rows: dict[str, list[float | None]] = {}
    for name in measured[0]:
        samples = [figures[name] for figures in measured]
        figures = [percentile(sample, percent) for sample in samples for percent in PERCENTS]
        rows[name] = [*figures, Ratio(figures[-1] / figures[1])]
    where = f"{long_list.item['id']} of {long_list.definition['id']}"
    report.table(f"Entries: {where}, {TURNS} of each, ms", [*columns, last_beside_first], rows)


def _measure(browser: Browser, site: StaticSite, long_list: LongList, size: int) -> dict[str, list[float]]:
    context = browser.new_context(base_url=site.url, **PERSON, **DESKTOP)
    context.add_init_script(path=IN_PAGE / "worker-log.js")
    page = context.new_page()
    questionnaire = Questionnaire(page, long_list.definition["id"]).load(long_list.draft(size))
    figures = _summary(page, long_list) | _list(questionnaire, long_list, size)
    context.close()
    return figures


def _summary(page: Page, long_list: LongList) -> dict[str, list[float]]:
    expect(page.locator(".app-engine")).to_have_attribute("data-stage", "ready", timeout=PYTHON_TIMEOUT)
    changed = next(item["path"] for item in _texts(long_list.definition))
    script = (IN_PAGE / "summary.js").read_text(encoding="utf-8")
    times = page.evaluate(script, {"changed": changed, "changes": CHANGES})
    assert all(time["ok"] for time in (times["first"], *times["again"]))
    return {
        "summary, the first time": [times["first"]["all"]],
        "summary, after a change": [time["all"] for time in times["again"]],
        "  of which Python": [time["Python"] for time in times["again"]],
    }


def _list(questionnaire: Questionnaire, long_list: LongList, size: int) -> dict[str, list[float]]:
    questionnaire.open(long_list.step)
    # The lists come with the rest of the page.
    expect(questionnaire.view.locator("[data-entry]")).to_have_count(size)
    script = (IN_PAGE / "entries.js").read_text(encoding="utf-8")
    what = {"list": long_list.item["id"], "title": long_list.title, "count": TURNS, "keys": KEYS}
    times = questionnaire.page.evaluate(script, what)
    expected = {"rows": size, "added": TURNS, "typed": TURNS * KEYS, "removed": TURNS, "opened": TURNS}
    assert times["seen"] == expected
    figures: dict[str, list[float]] = times["figures"]
    return figures


def _texts(definition: dict[str, Any]) -> list[dict[str, Any]]:
    items = [item for section in definition["sections"] for item in section["items"]]
    return [item for item in items if item["type"] in ("text", "long-text") and not item["show_when"]]
