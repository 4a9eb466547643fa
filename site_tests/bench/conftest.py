"""What the benchmarks share: the built site, a browser, and the report that the figures go into."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from site_tests.bench.measuring import Report
from site_tests.support.browsing import launch
from site_tests.support.places import BUILT_SITE, ROOT, base_path
from site_tests.support.server import StaticSite

# Another build of the site, to compare two; else the one that `make site` made.
SITE = Path(os.environ.get("BENCH_SITE", BUILT_SITE))


@pytest.fixture(scope="session")
def served_site() -> Iterator[StaticSite]:
    if not (SITE / "index.html").exists():
        pytest.fail("The site is not built: run `make site`", pytrace=False)
    with StaticSite(SITE, base_path()) as site:
        yield site


@pytest.fixture
def site(served_site: StaticSite) -> StaticSite:
    """The served site, with the log of this benchmark's requests alone."""
    served_site.requests.clear()
    return served_site


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def report() -> Iterator[Report]:
    # The load tells whether anything else was running: then the ratios hold and the times do not.
    report = Report({"cores": os.cpu_count(), "load": os.getloadavg()})
    print(f"\n{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    yield report
    report.write(ROOT / ".cache/bench.json")
