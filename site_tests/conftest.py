"""What every suite shares: how hypothesis searches, the site as it is served, and a browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from site_tests.support.browsing import launch
from site_tests.support.places import BUILT_SITE, base_path
from site_tests.support.server import StaticSite

# No deadline: a shared, busy machine must not fail a property.
settings.register_profile("local", deadline=None)
# The same examples at every run, so that a red run says something about the change under test.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def built_site() -> Path:
    """The folder of the site that is tried."""
    return BUILT_SITE


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[StaticSite]:
    if not (built_site / "index.html").exists():
        pytest.fail("The site is not built: run `make site`", pytrace=False)
    with StaticSite(built_site, base_path()) as site:
        yield site


@pytest.fixture
def site(served_site: StaticSite) -> StaticSite:
    """The served site, with the log of this test's requests alone."""
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
