"""Browsers that may keep the site: each test has a server of its own, on which a later release can be put."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.pages.offline import Offline
from site_tests.support.places import BUILT_SITE, base_path
from site_tests.support.server import StaticSite


@pytest.fixture
def served_site() -> Iterator[StaticSite]:
    with StaticSite(BUILT_SITE, base_path()) as site:
        yield site


@pytest.fixture
def context(open_context: OpenContext) -> BrowserContext:
    return open_context(service_workers="allow")


@pytest.fixture
def offline(page: Page) -> Offline:
    return Offline(page)
