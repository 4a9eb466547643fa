"""Typing in a questionnaire of a thousand items: what each key costs, and how long until it is seen."""

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_tests.bench.large_questionnaires import questionnaire
from site_tests.bench.main_thread import MARKS, PERCENTS, Costs, costs_of, percentiles
from site_tests.bench.measuring import RUNS, Ratio, Report, in_turn
from site_tests.support.browsing import DESKTOP, PERSON, PYTHON_TIMEOUT
from site_tests.support.server import StaticSite
from site_tests.support.small_site import build_site, write_site

SCRIPT = Path(__file__).with_name("in_page") / "typing.js"
KEYS = 50
SECTIONS = {"100 items": 10, "1,000 items": 10, "1,000 items in one section": 1}
ITEMS = {"100 items": 10, "1,000 items": 100, "1,000 items in one section": 1000}
TEXT = "item-1-2"
TITLES = {"work": "what a key costs the main thread", "shown": "until the frame that shows it"}


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
        pages = {name: _open(browser, large, number) for number, name in enumerate(SECTIONS)}
        runs = in_turn({name: partial(_type, page) for name, page in pages.items()})
        for page in pages.values():
            page.context.close()
    columns = [f"{name}: p{percent}" for name in SECTIONS for percent in PERCENTS]
    each = f"medians of {RUNS} runs of {KEYS} keys"
    for kind, title in TITLES.items():
        samples = [[run[kind] for run in runs_of_one] for runs_of_one in runs.values()]
        rows: dict[str, list[float]] = {
            name: [figure for one in samples for figure in percentiles(one, name)] for name in samples[0][0]
        }
        if kind == "shown":
            nothing, key = rows.values()
            rows["a key, beside nothing"] = [
                Ratio(mine / its) for mine, its in zip(key, nothing, strict=True)
            ]
        report.table(f"Typing: {title}, ms; {each}", columns, rows)


def _open(browser: Browser, site: StaticSite, number: int) -> Page:
    context = browser.new_context(base_url=site.url, **PERSON, **DESKTOP)
    context.add_init_script(path=MARKS)
    page = context.new_page()
    page.goto(f"large-{number}/?step=section-1")
    page.locator("html[data-ready]").wait_for()
    # The first answer brings the results and Python: from then on nothing else goes on.
    page.evaluate(SCRIPT.read_text(encoding="utf-8"), {"path": TEXT, "keys": 1})
    page.locator('.app-engine[data-stage="ready"]').wait_for(timeout=PYTHON_TIMEOUT)
    page.wait_for_load_state("networkidle")
    return page


def _type(page: Page) -> Costs:
    typed: list[int] = []
    before = int(page.locator(f'[data-item="{TEXT}"] textarea').evaluate("$text => $text.value.length"))
    what = {"path": TEXT, "keys": KEYS}
    page.bring_to_front()
    costs = costs_of(page, lambda: typed.append(page.evaluate(SCRIPT.read_text(encoding="utf-8"), what)))
    assert typed == [before + KEYS]
    return costs
