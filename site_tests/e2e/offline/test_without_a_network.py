"""Without a network: everything works, and nothing is asked for but the worker's own check."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, expect

from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.offline import ENOUGH, Offline
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.server import Answer, StaticSite


@contextmanager
def no_network(site: StaticSite) -> Iterator[None]:
    """Nothing that is asked for arrives. What is asked for all the same is written down."""
    site.requests.clear()
    with site.answering("", Answer(cut=True)):
        yield


def asked(site: StaticSite) -> set[str]:
    return {request.path for request in site.requests}


def test_once_kept_everything_works_without_a_network(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite
) -> None:
    page = audit.page
    page.clock.install()
    audit.open("funding").question("funding/rating").choose("Planned")
    audit.expect_saved()
    assert site.count("sw.js") == 0, "a first answer waits for nothing of this"
    page.clock.run_for(ENOUGH)
    page.clock.resume()
    offline.expect_ready()
    assert_accessible(page)
    assert {request.status for request in site.requests} <= {200, 304}, "nothing beyond the site is asked for"
    assert site.count(".wasm") == 1, "what the page has fetched already is not fetched again"
    page.close()

    with no_network(site):
        page = context.new_page()
        page.goto("")
        page.get_by_role("link", name="Search").click()
        page.get_by_role("searchbox").fill("glossary")
        page.get_by_role("searchbox").press("Enter")
        page.get_by_role("link", name="Glossary", exact=True).last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")
        page.goto("self-audit-guide")
        assert page.url.endswith("self-audit-guide/")

        again = Questionnaire(page).open("funding")
        again.question("funding/rating").expect_chosen("Planned")
        again.question("funding/notes").write("Contract to 2027")
        again.go_to("results")
        expect(again.results.finding("unmet", "funding")).to_be_visible(timeout=PYTHON_TIMEOUT)
        Offline(page).expect_ready()
    assert asked(site) <= {"sw.js"}, "a second visit asks for the worker's own check alone"


@pytest.mark.long
def test_files_are_made_without_a_network(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite
) -> None:
    audit.load(draft_file(all_in_place({"funding/rating": "planned"})))
    offline.expect_ready()
    audit.page.close()

    with no_network(site):
        again = Questionnaire(context.new_page()).open("results")
        again.results.choose_copy("team")
        expect(again.results.finding("unmet", "funding")).to_be_visible(timeout=PYTHON_TIMEOUT)
        assert "Example team" in again.results.download_copy().path().read_text("utf-8")
        assert again.results.download_word().suggested_filename.endswith(".docx")
        assert again.results.download_excel().names
        again.page.goto("service-map/?example")
        expect(ServiceMap(again.page).when_ready().results.view).to_be_visible()
    assert asked(site) <= {"sw.js"}
