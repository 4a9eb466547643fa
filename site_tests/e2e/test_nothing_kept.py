"""On a computer that others use, answers can be kept in the window alone, and nothing is there afterwards."""

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, Route, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.storage import BrowserRecords, stored_text
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.server import StaticSite

pytestmark = pytest.mark.usefixtures("no_python")


def fill_in(audit: Questionnaire) -> None:
    audit.start()
    audit.go_to("details").question("team").write("Sunny Side")
    audit.entries("disciplines").add(discipline="Midwifery")
    audit.go_to("funding").question("funding/rating").choose("Planned")
    audit.question("funding/notes").write("Contract to 2027")
    expect(audit.save_status).to_have_text(words("save.shared"))


def test_nothing_is_kept_while_the_window_is_open_nor_after_it(
    audit: Questionnaire, context: BrowserContext, site: StaticSite
) -> None:
    records = BrowserRecords(audit.open().page, site.origin)
    audit.share_computer()
    fill_in(audit)
    audit.go_to_hub()
    audit.view.get_by_role("link", name=words("hub.drafts")).click()
    expect(audit.drafts.cards).to_have_count(1)
    records.expect_nothing()
    audit.page.close()

    page = context.new_page()
    page.goto("glossary/")
    BrowserRecords(page, site.origin).expect_nothing()
    again = Questionnaire(page).open("details")
    again.question("team").expect_text("")
    again.open()
    expect(again.view.locator("[data-resume]")).to_be_hidden()


def test_a_page_loaded_again_is_blank_and_still_keeps_nothing(audit: Questionnaire, site: StaticSite) -> None:
    audit.open().share_computer()
    fill_in(audit)
    audit.go_to_hub()
    audit.download_draft()
    audit.reload()
    expect(audit.alert(words("shared.title"))).to_be_visible()
    audit.go_to("details").question("team").expect_text("")
    audit.question("team").write("The next person")
    BrowserRecords(audit.page, site.origin).expect_nothing()


def test_going_back_does_not_bring_answers_to_life(audit: Questionnaire) -> None:
    audit.open().share_computer()
    fill_in(audit)
    audit.go_to_hub()
    audit.download_draft()
    audit.page.goto("glossary/")
    audit.page.go_back()
    audit.when_ready()
    audit.go_to("details").question("team").expect_text("")


def test_the_browser_asks_before_answers_are_lost_and_not_once_they_are_downloaded(
    audit: Questionnaire,
) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    audit.page.on("dialog", stay)
    audit.open().share_computer()
    fill_in(audit)
    with audit.page.expect_event("dialog"):
        audit.page.evaluate("location.href = '../glossary/'")
    audit.expect_view("funding")
    audit.question("funding/notes").expect_text("Contract to 2027")
    assert asked == ["beforeunload"]

    audit.go_to_hub()
    file = audit.download_draft()
    assert file.answers["team"] == "Sunny Side"
    audit.page.goto("glossary/")
    assert asked == ["beforeunload"]


def test_a_draft_that_is_stored_is_taken_out_of_the_browser(audit: Questionnaire, site: StaticSite) -> None:
    audit.load(draft_file(all_in_place()))
    audit.go_to("funding").question("funding/notes").write("Contract to 2027")
    audit.expect_saved()
    audit.go_to_hub()
    question = audit.ask_shared_computer()
    expect(question.get_by_role("heading")).to_be_focused()
    assert_accessible(audit.page)
    with audit.page.expect_download():
        question.get_by_role("button", name=words("files.download_first")).click()
    question.get_by_role("button", name=words("shared.take_out")).click()

    expect(audit.alert(words("shared.title"))).to_be_visible()
    expect(audit.view.get_by_text(words("hub.draft_text"))).to_be_hidden()
    assert_accessible(audit.page)
    audit.go_to("funding").question("funding/notes").expect_text("Contract to 2027")
    BrowserRecords(audit.page, site.origin).expect_nothing()


def test_someone_elses_draft_is_left_alone(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place()))
    audit.ask_shared_computer().get_by_role("button", name=words("shared.leave_it")).click()
    expect(audit.alert(words("shared.title"))).to_be_visible()
    audit.go_to("details").question("team").expect_text("")
    audit.question("team").write("Mine")
    expect(audit.save_status).to_have_text(words("save.shared"))
    kept = stored_text(audit.page)
    assert "Example team" in kept
    assert "Mine" not in kept


def test_finishing_removes_what_is_in_memory_and_what_was_stored_before(
    audit: Questionnaire, site: StaticSite
) -> None:
    audit.load(draft_file(all_in_place()))
    audit.ask_shared_computer().get_by_role("button", name=words("shared.leave_it")).click()
    audit.go_to("details").question("team").write("Mine")
    audit.go_to_hub()
    audit.clear_computer()
    BrowserRecords(audit.page, site.origin).expect_nothing()


def test_a_look_for_damage_that_comes_late_does_not_break(audit: Questionnaire) -> None:
    """It was begun while answers were kept, and there is nothing to look at any more."""
    held: list[Route] = []
    audit.page.route("**/late-damage.js", lambda route: held.append(route))
    with audit.page.expect_request("**/late-damage.js"):
        audit.open()
    audit.share_computer()
    with audit.page.expect_event("requestfinished", lambda request: "late-damage.js" in request.url):
        held[0].continue_()
    fill_in(audit)
    assert audit.page.evaluate("new Promise(requestIdleCallback).then(() => true)")


def test_answers_are_kept_after_all(audit: Questionnaire) -> None:
    audit.open().share_computer()
    fill_in(audit)
    audit.alert(words("shared.title")).get_by_role("button", name=words("shared.end")).click()
    expect(audit.alerts).to_have_count(0)
    audit.expect_saved()
    audit.reload()
    audit.question("funding/notes").expect_text("Contract to 2027")
    assert "shared" not in audit.page.url


def test_a_map_does_not_look_for_drafts_in_a_browser_that_keeps_nothing(
    service_map: ServiceMap, site: StaticSite
) -> None:
    service_map.open().share_computer()
    service_map.start()
    service_map.go_to("specialised-team")
    service_map.settle("specialised-team", "All listed")
    service_map.question("team-type").root.locator("[data-take]").click()
    expect(service_map.question("team-type").root.locator("[data-take-panel]")).to_be_visible()
    BrowserRecords(service_map.page, site.origin).expect_nothing()


def test_the_mode_by_keyboard_at_320_pixels(open_context: OpenContext) -> None:
    page: Page = open_context(viewport={"width": 320, "height": 640}).new_page()
    audit, keyboard = Questionnaire(page).open(), Keyboard(page)
    keyboard.follow(audit.view.get_by_role("button", name=words("shared.this_is_one")))
    assert_accessible(page)
    keyboard.follow(audit.view.get_by_role("button", name=words("shared.begin")))
    banner = audit.alert(words("shared.title"))
    expect(audit.heading).to_be_focused()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    keyboard.follow(banner.get_by_role("button", name=words("shared.end")))
    expect(banner).to_have_count(0)
