"""Firefox keeps the site: without a network, over a later release, and until it is removed.

WebKitGTK can only be driven in private windows, in which WebKit lets nothing be kept: the page takes no harm.
Chromium has the particulars, in test_offline.py.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_tests.e2e.pages.offline import MEMORY_KEPT
from site_tests.e2e.test_other_browsers import Audit, started
from site_tests.e2e.words import words
from site_tests.support.other_browsers import OtherBrowser
from site_tests.support.places import BUILT_SITE, base_path
from site_tests.support.releases import later_release
from site_tests.support.server import Answer, StaticSite

pytestmark = pytest.mark.long

NEW_SUMMARY = "Newly worded"
STORED = """async () => [
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length
]"""


@pytest.fixture
def served_site() -> Iterator[StaticSite]:
    """A server of this test's own, on which a later release can be put."""
    with StaticSite(BUILT_SITE, base_path()) as site:
        yield site


@pytest.fixture
def browser() -> Iterator[OtherBrowser]:
    """A Firefox that has never seen the site."""
    with started("Firefox") as browser:
        yield browser


def test_the_site_is_kept_works_without_a_network_and_is_removed(
    browser: OtherBrowser, site: StaticSite
) -> None:
    audit = Audit(browser, site)
    audit.open("funding")
    audit.choose("funding/rating", "planned")
    audit.expect_saved()
    audit.expect("[data-offline]", words("offline.ready"))
    browser.ask(f"() => {MEMORY_KEPT}")

    site.requests.clear()
    with site.answering("", Answer(cut=True)):
        audit.open("results")
        audit.expect('[data-report-part="unmet"]', "E2 Funding")
        browser.open(f"{site.url}glossary/")
        audit.expect("h1", "Glossary")
        browser.open(f"{site.url}service-map/?example")
        audit.expect("body", words("results.arrived"))
    assert {request.path for request in site.requests} <= {"sw.js"}

    browser.open(f"{site.url}privacy/")
    audit.expect('[data-module="offline"]', words("offline.ready"))
    browser.press('[data-module="offline"] button')
    audit.expect('[data-module="offline"]', words("offline.none"))
    assert browser.ask(STORED) == [0, 0]
    audit.open("funding")
    assert browser.ask("() => document.querySelector('[name=\"funding/rating\"]:checked').value") == "planned"


def test_a_later_release_waits_for_the_person(
    browser: OtherBrowser, site: StaticSite, tmp_path: Path
) -> None:
    audit = Audit(browser, site)
    audit.open("funding")
    audit.expect("[data-offline]", words("offline.ready"))
    change = ('class="app-lead">', f'class="app-lead">{NEW_SUMMARY}. ')
    site.folder = later_release(tmp_path / "later", {"self-audit": change})

    audit.open("funding")
    audit.choose("funding/rating", "planned")
    audit.expect("[data-offline]", words("offline.update"))
    is_new = "(text) => document.querySelector('main')?.textContent.includes(text) ?? false"
    assert browser.ask(is_new, NEW_SUMMARY) is False

    browser.press("[data-offline] button")
    browser.until(is_new, NEW_SUMMARY)
    browser.until("() => 'ready' in document.documentElement.dataset")
    assert browser.ask("() => document.querySelector('[name=\"funding/rating\"]:checked').value") == "planned"
    audit.expect("[data-offline]", words("offline.ready"))


def test_a_private_window_that_may_keep_nothing_works_as_ever_and_says_so(
    site: StaticSite,
) -> None:
    with started("WebKitGTK") as browser:
        audit = Audit(browser, site)
        audit.open("funding")
        audit.choose("funding/rating", "planned")
        audit.expect_saved()
        browser.until("() => document.querySelector('[data-offline=none]') !== null")
        assert browser.ask("() => document.querySelector('[data-offline]').textContent") == ""

        browser.open(f"{site.url}privacy/")
        browser.press('[data-module="offline"] button')
        audit.expect('[data-module="offline"]', words("offline.failed"))
        assert browser.ask(STORED) == [0, 0]
