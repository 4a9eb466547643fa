"""A later release: it waits, takes over as a whole, and takes nothing from whoever is at work.

Long: each case is a small story of releases that follow one another.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from site_tests.e2e.colleagues import ANA, MINE
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.pages.offline import Offline
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.test_merging import bring
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.places import ROOT
from site_tests.support.releases import later_release
from site_tests.support.server import Answer, StaticSite
from site_tests.support.small_site import BASE, build_site, link_questionnaire, write_site

NEW_SUMMARY = "Newly worded"
CHANGES = {
    "glossary": ("Glossary</h1>", "Words</h1>"),
    "self-audit": ('class="app-lead">', f'class="app-lead">{NEW_SUMMARY}. '),
}
ITS_FIRST_SECONDS_LAST = """{
  const { setTimeout } = window;
  window.setTimeout = (act, delay, ...more) => setTimeout(act, delay === 3000 ? 2 ** 30 : delay, ...more);
}"""
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
def test_a_page_that_has_only_begun_is_loaded_again_but_not_under_somebodys_hands(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite, tmp_path: Path
) -> None:
    audit.open()
    offline.expect_ready()
    site.folder = later_release(tmp_path / "later", CHANGES)
    begun, tried = (Questionnaire(context.new_page()) for _ in range(2))
    begun.page.add_init_script(ITS_FIRST_SECONDS_LAST)
    for page in (begun.page, tried.page):
        page.goto("self-audit/?example&step=funding")
    tried.when_ready().question("funding/notes").write("Contract to 2027")
    written = ServiceMap(context.new_page())
    written.open("details").question("area").write("Test")
    audit.reload()
    offline.expect_update()
    expect(Offline(begun.page).line).to_have_count(0)

    with begun.page.expect_navigation():
        offline.take_over.click()
    alert = written.alert(words("offline.released_title"))
    expect(alert).to_be_visible()
    expect(written.question("area").box).to_be_focused()
    written.page.keyboard.type("shire")
    with written.page.expect_navigation():
        alert.get_by_role("button", name=words("draft.reload")).click()
    written.when_ready().question("area").expect_text("Testshire")

    alert = tried.alert(words("offline.unsaved_title"))
    expect(alert).to_be_visible()
    assert_accessible(tried.page)
    tried.question("funding/notes").expect_text("Contract to 2027")
    with tried.page.expect_navigation():
        alert.get_by_role("button", name=words("draft.reload")).click()


@pytest.mark.long
def test_a_tab_whose_answers_are_in_memory_alone_is_not_loaded_again_for_a_later_release(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite, tmp_path: Path
) -> None:
    audit.open()
    offline.expect_ready()
    other = Questionnaire(context.new_page()).open().share_computer()
    other.start()
    other.go_to("funding").question("funding/notes").write("Contract to 2027")
    Offline(other.page).expect_ready()

    site.folder = later_release(tmp_path / "later", CHANGES)
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
def test_who_asks_for_a_later_release_in_the_middle_of_combining_is_told_what_would_be_lost(
    audit: Questionnaire, offline: Offline, site: StaticSite, tmp_path: Path
) -> None:
    audit.load(MINE)
    bring(audit, ANA)
    offline.expect_ready()
    audit.merging.choose("funding/rating", "Planned")
    site.folder = later_release(tmp_path / "later", CHANGES)
    audit.page.evaluate("navigator.serviceWorker.getRegistration().then((found) => void found.update())")
    offline.expect_update()

    offline.take_over.click()
    alert = audit.alert(words("offline.combining_title"))
    expect(alert).to_be_in_viewport()
    expect(alert.get_by_role("heading")).to_be_focused()
    assert_accessible(audit.page)
    alert.get_by_role("button", name=words("offline.go_on_combining")).click()
    expect(audit.heading).to_be_focused()
    rating = audit.merging.question("funding/rating")
    expect(rating.get_by_label("Planned", exact=True)).to_be_checked()
    audit.merging.combine()
    with audit.page.expect_navigation():
        alert.get_by_role("button", name=words("draft.reload")).click()
    audit.when_ready().expect_view("hub")
    offline.expect_ready()
    audit.go_to("funding").question("funding/rating").expect_chosen("Planned")
    audit.question("funding/notes").expect_text("Runs until 2028")


@pytest.mark.long
def test_a_tab_that_looks_at_an_answer_in_the_middle_of_combining_is_not_loaded_again(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite, tmp_path: Path
) -> None:
    audit.load(MINE)
    bring(audit, ANA)
    audit.merging.choose("funding/rating", "Planned")
    audit.go_back()
    audit.go_back()
    audit.view.locator('a[data-go="hub"]:visible').click()
    audit.go_to("funding")
    offline.expect_ready()
    other = ServiceMap(context.new_page())
    other.open()
    site.folder = later_release(tmp_path / "later", CHANGES)
    other.page.reload()
    line = Offline(other.page)
    line.expect_update()

    with other.page.expect_navigation():
        line.take_over.click()
    alert = audit.alert(words("offline.combining_title"))
    expect(alert).to_be_visible()
    alert.get_by_role("button", name=words("offline.go_on_combining")).click()
    audit.expect_view("merge")
    rating = audit.merging.question("funding/rating")
    expect(rating.get_by_label("Planned", exact=True)).to_be_checked()


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
    # It looks for a later one on its own, and what it finds removes everything.
    with page.expect_navigation():
        page.evaluate("navigator.serviceWorker.getRegistration().then((found) => void found.update())")
    page.goto("")
    # Pages of the test's server stay in the browser's own cache for ten minutes.
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reworded")
    assert (offline.caches(), offline.workers()) == ([], 0)


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
