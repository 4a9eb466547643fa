"""Browser tests: the built site, served as GitHub Pages would, in pages that may not report trouble.

`page` is a wide page and `phone` a narrow one. `open_context` gives further people or devices, with their
own storage, and browsers without JavaScript: `open_context(java_script_enabled=False)`.
All of them fail the test on an error that nobody expected.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.support.browsing import DESKTOP, PERSON, PHONE, TIMEOUT
from site_tests.support.places import ROOT, TEST_RESULTS
from site_tests.support.server import Answer, StaticSite
from site_tests.support.small_site import BASE, build_site, link_questionnaire, write_site
from site_tests.support.watching import Watch

OpenContext = Callable[..., BrowserContext]

expect.set_options(timeout=TIMEOUT)


@pytest.fixture(scope="session")
def bike_workshop_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticSite]:
    """A site whose only questionnaire is a folder of another subject, without code."""
    source = write_site(tmp_path_factory.mktemp("source"), {})
    link_questionnaire(source, ROOT / "site_tests/fixtures/questionnaires/bike-workshop")
    with StaticSite(build_site(source, tmp_path_factory.mktemp("site")), BASE) as site:
        yield site


@pytest.fixture
def watch(served_site: StaticSite, request: pytest.FixtureRequest) -> Iterator[Watch]:
    """Fail the test on errors and foreign requests, unless a marker says why they are expected."""
    watch = Watch(served_site.origin)
    yield watch
    if watch.errors and not request.node.get_closest_marker("allow_page_errors"):
        pytest.fail("The page reported errors:\n" + "\n".join(watch.errors), pytrace=False)
    if watch.foreign_requests and not request.node.get_closest_marker("allow_foreign_requests"):
        requests = "\n".join(watch.foreign_requests)
        pytest.fail("The page asked another origin:\n" + requests, pytrace=False)


@pytest.fixture
def open_context(
    browser: Browser, site: StaticSite, watch: Watch, request: pytest.FixtureRequest
) -> Iterator[OpenContext]:
    """Open watched contexts, each with storage of its own; `page.goto("")` opens the home page."""
    contexts: list[BrowserContext] = []

    def open_one(**options: object) -> BrowserContext:
        context = browser.new_context(**{"base_url": site.url, **PERSON, **DESKTOP, **options})
        context.set_default_timeout(TIMEOUT)
        watch.follow(context)
        contexts.append(context)
        return context

    yield open_one
    if request.node.stash.get(FAILED, False):
        _keep_pictures(request.node.name, contexts)
    for context in contexts:
        context.close()


@pytest.fixture
def context(open_context: OpenContext) -> BrowserContext:
    return open_context()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def phone(open_context: OpenContext) -> Page:
    return open_context(**PHONE).new_page()


@pytest.fixture
def no_python(site: StaticSite) -> Iterator[None]:
    """Python never arrives: nothing in such a test may wait for it, and the test is much quicker."""
    with site.answering("pyodide.mjs", Answer(delay=3600)):
        yield


@pytest.fixture
def audit(page: Page) -> Questionnaire:
    """The self-audit, in a browser that has never seen it."""
    return Questionnaire(page)


@pytest.fixture
def service_map(page: Page) -> ServiceMap:
    """The service map, in a browser that has never seen it."""
    return ServiceMap(page)


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(autouse=True)
def _markers_give_reasons(request: pytest.FixtureRequest) -> None:
    for name in ("allow_page_errors", "allow_foreign_requests"):
        marker = request.node.get_closest_marker(name)
        if marker and not marker.args:
            pytest.fail(f'say why: @pytest.mark.{name}("because ...")', pytrace=False)


def _keep_pictures(test: str, contexts: list[BrowserContext]) -> None:
    """Keep what the person would have seen when the test failed."""
    name = "".join(character if character.isalnum() else "-" for character in test)
    for number, page in enumerate(page for context in contexts for page in context.pages):
        # A page that crashed or was closed has no picture, and must not hide why the test failed.
        with suppress(Error):
            page.screenshot(path=TEST_RESULTS / f"{name}-{number}.png", full_page=True)
