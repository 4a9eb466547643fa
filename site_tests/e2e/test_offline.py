"""Without a network: the site is kept whole, one release at a time, and removed when asked.

Long: each case is a small story of releases that follow one another.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.offline import Offline
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.places import BUILT_SITE, ROOT, base_path
from site_tests.support.releases import later_release
from site_tests.support.server import Answer, StaticSite
from site_tests.support.small_site import BASE, build_site, link_questionnaire, write_site

NEW_SUMMARY = "Newly worded"
CHANGES = {
    "glossary": ("Glossary</h1>", "Words</h1>"),
    "self-audit": ('class="app-lead">', f'class="app-lead">{NEW_SUMMARY}. '),
}
# Something has been kept, and the browser has given it up.
BROKEN_OFF = """() => new Promise((resolve) => {
  const look = async () => {
    const isGivenUp = (await navigator.serviceWorker.getRegistration()) === undefined;
    if (isGivenUp && (await caches.keys()).length > 0) resolve();
    else requestAnimationFrame(look);
  };
  look();
})"""
# A later release was begun, and is neither being fetched nor waiting now.
GIVEN_UP = """() => new Promise((resolve) => {
  const look = async () => {
    const { installing, waiting } = await navigator.serviceWorker.getRegistration();
    const isGivenUp = installing === null && waiting === null && (await caches.keys()).length > 1;
    if (isGivenUp) resolve();
    else requestAnimationFrame(look);
  };
  look();
})"""
ENOUGH = 10_000
"""Milliseconds after which a page has begun to have the site kept."""


@pytest.fixture
def served_site() -> Iterator[StaticSite]:
    """A server of this test's own, on which a later release can be put."""
    with StaticSite(BUILT_SITE, base_path()) as site:
        yield site


@pytest.fixture
def context(open_context: OpenContext) -> BrowserContext:
    return open_context(service_workers="allow")


@pytest.fixture
def offline(page: Page) -> Offline:
    return Offline(page)


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
def test_a_later_release_waits_for_the_person_and_takes_over_as_a_whole(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite, tmp_path: Path
) -> None:
    audit.open("funding")
    offline.expect_ready()
    before = offline.caches()
    site.folder = later_release(tmp_path / "later", CHANGES)
    site.requests.clear()
    other = Questionnaire(context.new_page()).open()

    audit.question("funding/notes").write("Contract to")
    offline.expect_update()
    expect(audit.question("funding/notes").box).to_be_focused()
    audit.page.keyboard.type(" 2027")
    assert_accessible(audit.page)
    expect(other.view).not_to_contain_text(NEW_SUMMARY)
    reader = context.new_page()
    reader.goto("glossary/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Glossary")

    with other.page.expect_navigation():
        offline.take_over.click()
    audit.when_ready().question("funding/notes").expect_text("Contract to 2027")
    expect(other.when_ready().view).to_contain_text(NEW_SUMMARY)
    offline.expect_ready()
    reader.reload()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Words")
    assert site.count(".wasm") == 0, "what has not changed is not fetched again"
    [kept] = offline.caches()
    assert kept not in before


@pytest.mark.long
def test_a_page_that_stays_open_finds_a_later_release_by_itself(
    audit: Questionnaire, offline: Offline, site: StaticSite, tmp_path: Path
) -> None:
    audit.open("funding")
    offline.expect_ready()
    site.folder = later_release(tmp_path / "later", CHANGES)
    site.requests.clear()
    audit.question("funding/notes").write("Contract to")
    audit.page.evaluate("dispatchEvent(new Event('focus'))")
    audit.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(hours=7))
    assert site.count("sw.js") == 0, "it was asked for when the page was opened"

    audit.page.evaluate("dispatchEvent(new Event('focus'))")
    offline.expect_update()
    expect(audit.question("funding/notes").box).to_be_focused()
    audit.page.keyboard.type(" 2027")
    audit.question("funding/notes").expect_text("Contract to 2027")


@pytest.mark.long
def test_a_tab_whose_answers_are_in_memory_alone_is_not_loaded_again_for_a_later_release(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite, tmp_path: Path
) -> None:
    audit.open()
    offline.expect_ready()
    site.folder = later_release(tmp_path / "later", CHANGES)
    other = Questionnaire(context.new_page()).open().share_computer()
    other.start()
    other.go_to("funding").question("funding/notes").write("Contract to 2027")
    Offline(other.page).expect_ready()

    audit.reload()
    offline.expect_update()
    with audit.page.expect_navigation():
        offline.take_over.click()
    alert = other.alert(words("offline.unsaved_title"))
    expect(alert).to_be_visible()
    assert_accessible(other.page)
    other.question("funding/notes").expect_text("Contract to 2027")
    with other.page.expect_download() as download:
        alert.get_by_role("button", name=words("draft.download")).click()
    assert "Contract to 2027" in download.value.path().read_text("utf-8")


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


@pytest.mark.long
def test_python_starts_with_its_kept_memory_and_does_without_once_that_is_damaged(
    audit: Questionnaire, offline: Offline, context: BrowserContext
) -> None:
    conclusion = "Consistent with a specialised parent-infant team"
    audit.load(draft_file(all_in_place()))
    audit.go_to("results")
    audit.results.reveal()
    audit.results.expect_conclusion(conclusion)
    offline.expect_ready()
    offline.expect_memory()
    audit.page.close()

    def visit() -> Offline:
        again = Questionnaire(context.new_page()).open("results")
        again.results.reveal()
        again.results.expect_conclusion(conclusion)
        return Offline(again.page)

    second = visit()
    assert second.memory_bytes() > 1_000_000, "it was used, and is there for the next time"
    second.damage_memory()
    second.page.close()

    third = visit()
    assert third.memory_bytes() == 0, "it was tried, and is not tried again"


@pytest.mark.long
def test_who_saves_data_is_asked_first(audit: Questionnaire, offline: Offline, site: StaticSite) -> None:
    audit.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    audit.page.clock.install()
    audit.open()
    audit.page.clock.run_for(ENOUGH)
    expect(offline.line).to_contain_text(words("offline.saves_data"))
    assert site.count("sw.js") == 0
    assert_accessible(audit.page)

    audit.page.clock.resume()
    Keyboard(audit.page).follow(offline.line.get_by_role("button", name=words("offline.keep")))
    offline.expect_ready()
    expect(offline.line.get_by_role("status")).to_be_focused()


@pytest.mark.long
def test_a_release_that_is_half_way_onto_its_server_is_not_used(
    audit: Questionnaire, offline: Offline, site: StaticSite, tmp_path: Path
) -> None:
    audit.open()
    offline.expect_ready()
    later = later_release(tmp_path / "later", CHANGES)
    with site.answering("glossary/", Answer(body=b"<h1>Not there yet</h1>", content_type="text/html")):
        site.folder = later
        site.requests.clear()
        audit.reload()
        audit.page.evaluate(GIVEN_UP)
    expect(audit.view).not_to_contain_text(NEW_SUMMARY)
    offline.expect_ready()

    before = site.count("self-audit/")
    audit.reload()
    offline.expect_update()
    assert site.count("self-audit/") <= before + 1, "what was fetched for it is not fetched again"
    offline.take_over.click()
    expect(audit.view).to_contain_text(NEW_SUMMARY)


@pytest.mark.long
def test_an_author_sees_the_work_at_hand_although_the_site_was_kept_before(
    open_context: OpenContext, site: StaticSite, tmp_path: Path
) -> None:
    source = write_site(tmp_path / "source", {})
    link_questionnaire(source, ROOT / "site_tests/fixtures/questionnaires/bike-workshop")
    site.base_path = BASE
    site.folder = build_site(source, tmp_path / "published")
    page = open_context(service_workers="allow").new_page()
    offline = Offline(Questionnaire(page, "bike-workshop").open().page)
    offline.expect_ready()

    (source / "content/index.md").write_text("# Reworded\n", encoding="utf-8")
    site.folder = build_site(source, tmp_path / "served", command="serve")
    page.goto("")
    expect(page.get_by_role("heading", level=1)).to_have_text("Reworded", timeout=PYTHON_TIMEOUT)
    assert (offline.caches(), offline.workers()) == ([], 0)


@pytest.mark.long
def test_what_is_kept_is_removed_when_asked_and_with_the_answers(
    audit: Questionnaire, offline: Offline, context: BrowserContext
) -> None:
    audit.load(draft_file(all_in_place()))
    offline.expect_ready()
    theirs = "/another-project/:release:1"
    audit.page.evaluate("(name) => caches.open(name)", theirs)

    audit.clear_computer()
    expect(offline.line).to_be_hidden()
    assert (offline.caches(), offline.workers()) == ([theirs], 0)

    audit.open()
    offline.expect_ready()
    privacy = Offline(context.new_page())
    privacy.page.goto("privacy/")
    expect(privacy.box).to_contain_text(words("offline.ready"))
    assert_accessible(privacy.page)
    privacy.box.get_by_role("button", name=words("offline.remove")).click()
    expect(privacy.box).to_contain_text(words("offline.none"))
    expect(privacy.box.get_by_role("status")).to_be_focused()
    assert (privacy.caches(), privacy.workers()) == ([theirs], 0)

    audit.page.clock.install()
    audit.open()
    audit.page.clock.run_for(ENOUGH)
    assert offline.workers() == 0, "who removed it is not asked again"
    privacy.box.get_by_role("button", name=words("offline.keep")).click()
    expect(privacy.box).to_contain_text(words("offline.ready"), timeout=PYTHON_TIMEOUT)


@pytest.mark.long
@pytest.mark.allow_page_errors("the browser reports what it could not fetch")
def test_a_first_visit_that_breaks_off_is_gone_on_with(
    audit: Questionnaire, offline: Offline, site: StaticSite
) -> None:
    with site.answering(".wasm", Answer(cut=True)):
        audit.open()
        audit.page.evaluate(BROKEN_OFF)
    assert site.count("python_stdlib.zip") == 1

    audit.page.evaluate("dispatchEvent(new Event('online'))")
    offline.expect_ready()
    assert site.count("python_stdlib.zip") == 1
    audit.page.context.set_offline(True)
    audit.reload()


def test_a_shared_computer_is_left_as_it_was(
    audit: Questionnaire, offline: Offline, site: StaticSite
) -> None:
    audit.page.clock.install()
    audit.open().share_computer().reload()
    audit.page.clock.run_for(ENOUGH)
    expect(offline.line).to_be_attached()
    assert (offline.caches(), offline.workers(), site.count("sw.js")) == ([], 0, 0)


@pytest.mark.allow_page_errors("the browser reports the script that has gone")
def test_a_page_left_open_over_a_release_says_so_when_something_has_gone(
    open_context: OpenContext, site: StaticSite, tmp_path: Path
) -> None:
    audit = Questionnaire(open_context().new_page()).open("funding")
    site.folder = later_release(tmp_path / "later", CHANGES)
    audit.question("funding/notes").write("Contract to 2027")
    audit.go_to_hub()
    audit.view.get_by_role("link", name=words("hub.share")).click()

    alert = audit.alert(words("offline.released_title"))
    expect(alert).to_be_visible()
    assert_accessible(audit.page)
    with audit.page.expect_navigation():
        alert.get_by_role("button", name=words("draft.reload")).click()
    audit.when_ready().expect_view("share")
    expect(audit.view.get_by_role("heading", level=2).first).to_be_visible()
    audit.go_back()
    audit.go_to("funding").question("funding/notes").expect_text("Contract to 2027")
