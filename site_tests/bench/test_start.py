"""While a page starts on a slow processor: how long it is too busy to answer whoever presses something."""

from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from site_tests.bench.measuring import RUNS, Figures, Report, in_turn, medians
from site_tests.support.browsing import PERSON, PHONE
from site_tests.support.server import StaticSite

IN_PAGE = Path(__file__).with_name("in_page") / "long-tasks.js"
PAGES = {
    "home": "",
    "content page": "key-characteristics/",
    "self-audit, first descriptor": "self-audit/?step=clinical-supervision",
    "service map, first sector": "service-map/?step=maternity",
}
CPU_SLOWDOWN = 4
LONG = 50
"""Milliseconds: what is over that in a task counts as blocking, as in Lighthouse."""
COLUMNS = ("first paint", "long tasks", "longest", "blocking")
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


def test_start(browser: Browser, site: StaticSite, report: Report) -> None:
    measures = {name: partial(_start, browser, site, address) for name, address in PAGES.items()}
    rows = {name: list(medians(runs).values()) for name, runs in in_turn(measures).items()}
    report.table(f"Start: CPU {CPU_SLOWDOWN} times slower, medians of {RUNS}, ms", COLUMNS, rows)


def _start(browser: Browser, site: StaticSite, address: str) -> Figures:
    context = browser.new_context(base_url=site.url, **PERSON, **PHONE)
    context.add_init_script(path=IN_PAGE)
    page = context.new_page()
    developer_tools = context.new_cdp_session(page)
    developer_tools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    page.goto(address, timeout=60_000)
    # Whatever the page brings once it is shown has come too, and has been seen to.
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 }))")
    painted: float = page.evaluate(FIRST_PAINT)
    tasks = page.evaluate("longTasks")
    context.close()
    late = [task["duration"] for task in tasks if task["startTime"] + task["duration"] > painted]
    blocking = sum(duration - LONG for duration in late)
    return dict(zip(COLUMNS, (painted, len(late), max(late, default=0), blocking), strict=True))
