"""Typing in a questionnaire of a thousand items, until the frame that shows each key has been made."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_tests.bench.large_questionnaires import questionnaire
from site_tests.bench.measuring import Report, percentile
from site_tests.support.browsing import DESKTOP, PERSON, PYTHON_TIMEOUT
from site_tests.support.server import StaticSite
from site_tests.support.small_site import build_site, write_site

SCRIPT = Path(__file__).with_name("in_page") / "typing.js"
KEYS = 100
SECTIONS = {"100 items": 10, "1,000 items": 10, "1,000 items in one section": 1}
ITEMS = {"100 items": 10, "1,000 items": 100, "1,000 items in one section": 1000}
PERCENTS = (50, 95)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> StaticSite:
    sources = {
        f"large-{number}": questionnaire(f"large-{number}", sections=SECTIONS[name], items=ITEMS[name])
        for number, name in enumerate(SECTIONS)
    }
    folder = write_site(tmp_path_factory.mktemp("source"), sources)
    return StaticSite(build_site(folder, tmp_path_factory.mktemp("site")))


def test_typing(browser: Browser, large: StaticSite, report: Report) -> None:
    with large:
        measured = {name: _measure(browser, large, number) for number, name in enumerate(SECTIONS)}
    rows = {
        name: [percentile(figures[name], percent) for figures in measured.values() for percent in PERCENTS]
        for name in next(iter(measured.values()))
    }
    columns = [f"{name}: p{percent}" for name in SECTIONS for percent in PERCENTS]
    report.table(f"Typing: {KEYS} keys into a text, ms", columns, rows)


def _measure(browser: Browser, site: StaticSite, number: int) -> dict[str, list[float]]:
    context = browser.new_context(base_url=site.url, **PERSON, **DESKTOP)
    page = context.new_page()
    page.goto(f"large-{number}/?step=section-1")
    page.locator("html[data-ready]").wait_for()
    script = SCRIPT.read_text(encoding="utf-8")
    # The first answer brings the results and Python: from then on nothing else goes on.
    page.evaluate(script, {"path": "item-1-2", "keys": 1})
    page.locator('.app-engine[data-stage="ready"]').wait_for(timeout=PYTHON_TIMEOUT)
    page.wait_for_load_state("networkidle")
    times = page.evaluate(script, {"path": "item-1-2", "keys": KEYS})
    context.close()
    assert times["typed"] == KEYS + 1
    figures: dict[str, list[float]] = times["figures"]
    return figures
