"""Several drafts in one browser: last year's beside this year's, and nothing lost by a slip."""

import pytest
from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.hostile import ON_ONE_LINE
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.service_map import ServiceMap, map_draft, service, settled
from site_tests.e2e.screens import expect_nothing_sideways
from site_tests.e2e.storage import stored_text
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible

pytestmark = pytest.mark.usefixtures("no_python")

LAST = "Example team, Example area"


@pytest.fixture
def two(audit: Questionnaire) -> Questionnaire:
    return with_two(audit)


def with_two(audit: Questionnaire) -> Questionnaire:
    """Last year's audit, and this year's, just begun and at hand."""
    audit.load(draft_file(all_in_place()))
    audit.start_new_draft()
    audit.go_to("details").question("team").write("This year")
    audit.expect_saved()
    audit.open("drafts")
    audit.drafts.expect_names("This year*", LAST)
    return audit


def test_each_draft_says_what_it_is_and_how_far_it_has_come(two: Questionnaire) -> None:
    this, last = two.drafts.card("This year"), two.drafts.card(LAST)
    expect(last.root).to_contain_text(words("draft.progress", done=12, all=12, label="descriptors"))
    expect(last.root).to_contain_text("Date of this audit: 20 November 2026")
    expect(this.root).to_contain_text(words("draft.progress", done=0, all=12, label="descriptors"))
    expect(this.root).to_contain_text(words("drafts.never_downloaded"))

    assert last.download().draft["name"] == LAST
    expect(last.root).to_contain_text("as it is now")
    assert this.download().answers == {"team": "This year"}
    expect(this.root).to_contain_text("as it is now")
    two.reload()
    expect(two.drafts.card("This year").root).to_contain_text("as it is now")


def test_another_draft_is_opened_and_the_first_is_still_there(two: Questionnaire) -> None:
    two.drafts.card(LAST).open()
    two.expect_view("hub")
    expect(two.hub_status("funding")).to_have_text(words("hub.status_done"))
    two.open()
    expect(two.view.locator("[data-resume-about]")).to_contain_text(LAST)
    two.view.get_by_role("link", name=words("start.all_drafts", count=2)).click()
    two.drafts.expect_names(f"{LAST}*", "This year")
    two.drafts.card("This year").open()
    two.expect_view("details")
    two.question("team").expect_text("This year")


@pytest.mark.parametrize("name", ON_ONE_LINE[:4])
def test_a_name_is_only_ever_text(two: Questionnaire, name: str) -> None:
    two.drafts.card("This year").rename(name)
    expect(two.drafts.names.first).to_contain_text(name.strip()[:20])
    two.reload()
    expect(two.drafts.names.first).to_contain_text(name.strip()[:20])


def test_a_chosen_name_stays_until_it_is_taken_away(two: Questionnaire) -> None:
    two.drafts.card("This year").rename("For the board")
    two.drafts.card(LAST).rename("The old one")
    two.drafts.expect_names("For the board*", "The old one")
    expect(two.drafts.card("The old one").tool("drafts.rename")).to_be_focused()

    two.open("details").question("team").write("Sunny Side")
    two.expect_saved()
    two.open("drafts")
    two.drafts.expect_names("For the board*", "The old one")
    two.drafts.card("For the board").rename("")
    two.drafts.card("The old one").rename(" ")
    two.drafts.expect_names("Sunny Side*", LAST)
    assert two.drafts.card("Sunny Side").download().name.startswith("sunny-side-")


def test_a_form_that_was_begun_outlives_what_is_stored_meanwhile(two: Questionnaire) -> None:
    first, last = two.drafts.card("This year"), two.drafts.card(LAST)
    first.tool("drafts.rename").click()
    box = two.page.get_by_label(words("drafts.name_label"))
    box.fill("For the board")
    # Both in one go, so that the first name cannot have been stored when the second is asked for.
    box.evaluate(
        "(box, other) => { box.form.requestSubmit(); other.click(); }",
        last.tool("drafts.rename").element_handle(),
    )
    two.drafts.expect_names("For the board*", LAST)
    expect(box).to_be_focused()
    box.fill("The old one")
    box.press("Enter")
    two.drafts.expect_names("For the board*", "The old one")


def test_a_copy_can_be_changed_without_changing_the_other(two: Questionnaire) -> None:
    two.drafts.card(LAST).duplicate()
    copy = words("drafts.copy_of", name=LAST)
    expect(two.drafts.names.filter(has_text=copy)).to_be_focused()
    two.drafts.card(copy).open()
    two.go_to("funding").question("funding/rating").choose("Planned")
    two.expect_saved()
    two.open("drafts")
    two.drafts.cards.filter(has_not_text="Copy of").filter(has_text=LAST).get_by_role(
        "button", name=words("drafts.open")
    ).click()
    two.go_to("funding").question("funding/rating").expect_chosen("In place")


def test_a_deleted_draft_comes_back_in_this_visit_and_in_the_next(two: Questionnaire) -> None:
    last = two.drafts.card(LAST)
    last.delete()
    expect(last.tool("drafts.undo")).to_be_focused()
    two.drafts.expect_names("This year*")
    last.undo()
    expect(two.drafts.names.filter(has_text=LAST)).to_be_focused()
    two.drafts.expect_names("This year*", LAST)

    last.delete()
    expect(last.tool("drafts.undo")).to_be_visible()
    two.reload()
    two.drafts.expect_names("This year*")
    last.undo()
    two.drafts.expect_names("This year*", LAST)
    last.open()
    expect(two.hub_status("funding")).to_have_text(words("hub.status_done"))


def test_the_draft_at_hand_is_deleted_and_brought_back_to_hand(two: Questionnaire) -> None:
    this = two.drafts.card("This year")
    this.delete()
    expect(this.tool("drafts.undo")).to_be_focused()
    two.drafts.expect_names(LAST)
    this.undo()
    two.drafts.expect_names("This year*", LAST)
    two.open("details").question("team").expect_text("This year")


def test_what_is_removed_for_good_is_in_no_storage(two: Questionnaire) -> None:
    this = two.drafts.card("This year")
    this.delete()
    this.remove()
    expect(two.drafts.cards).to_have_count(1)
    two.reload()
    two.drafts.expect_names(LAST)
    kept = stored_text(two.page)
    assert "This year" not in kept
    assert LAST in kept


def test_a_new_year_starts_from_the_last_without_its_ratings(audit: Questionnaire) -> None:
    actions = [{"what": "Finished", "status": "done"}, {"what": "Still to do", "owner": "Lead"}]
    audit.load(draft_file(all_in_place(), {"actions": actions}))
    audit.open("drafts")
    audit.drafts.card(LAST).start_from()

    audit.expect_view("hub")
    expect(audit.alert(words("drafts.started_title", name=LAST))).to_contain_text("Look through the details")
    expect(audit.hub_status("funding")).to_have_text(words("hub.status_todo"))
    audit.go_to("details").question("team").expect_text("Example team")
    day = audit.question("date").root.get_by_label(words("question.day"), exact=True)
    expect(day).to_have_value("")
    audit.open("results")
    expect(audit.entries("actions").names).to_have_text(["Still to do"])
    audit.open("drafts")
    expect(audit.drafts.cards).to_have_count(2)
    expect(audit.drafts.cards.first).to_contain_text(
        words("drafts.started_from", name=LAST, date="20 November 2026")
    )
    expect(audit.drafts.cards.nth(1)).to_contain_text("12 of 12")


def test_ratings_and_notes_are_carried_over_when_they_are_asked_for(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place({"funding/notes": "Contract to 2027"})))
    audit.open("drafts")
    audit.drafts.card(LAST).start_from("Ratings, ticked parts and facts too")
    audit.go_to("funding").question("funding/rating").expect_chosen("In place")
    audit.question("funding/notes").expect_text("")

    audit.open("drafts")
    audit.drafts.cards.filter(has_text="12 of 12").last.get_by_role(
        "button", name=words("drafts.start_from")
    ).click()
    audit.drafts.view.get_by_role("checkbox", name="Notes and evidence too").check()
    audit.drafts.view.get_by_role("button", name=words("drafts.start_from_confirm")).click()
    audit.go_to("funding").question("funding/notes").expect_text("Contract to 2027")
    audit.question("funding/rating").expect_chosen(None)


def test_a_map_starts_from_the_last_with_its_services_and_pathways(service_map: ServiceMap) -> None:
    step = {"from": "e1", "to": "e2", "kind": "step-up", "form": "written"}
    old = map_draft(
        settled() | {"date": "2025-11-20", "bonding-promoted/met": "met"},
        [service("Bumps", "maternity"), service("Little Steps", "specialised-team")],
        pathway_steps=[step],
        dismissed_findings=[{"finding": "gap", "reason": "Not so"}],
    )
    service_map.load(old)
    service_map.open("drafts")
    service_map.drafts.card("Testshire").start_from()
    service_map.expect_view("hub")
    expect(service_map.alert(words("drafts.started_title", name="Testshire"))).to_contain_text("Date checked")
    expect(service_map.hub_status("maternity")).not_to_have_text("All listed")

    answers = service_map.download_draft().draft
    assert [*answers["entries"]] == ["services", "pathway-steps"]
    service_map.open("pathways")
    expect(service_map.entries("pathway-steps").names).to_have_text(["Bumps"])
    service_map.question("all-routes").expect_chosen(None)
    service_map.open("details").question("area").expect_text("Testshire")


def test_every_state_of_the_list_is_accessible(two: Questionnaire) -> None:
    assert_accessible(two.page)
    two.drafts.card("This year").tool("drafts.rename").click()
    assert_accessible(two.page)
    two.drafts.card(LAST).tool("drafts.start_from").click()
    expect(two.drafts.view.locator("form")).to_have_count(1)
    assert_accessible(two.page)
    two.drafts.card("This year").delete()
    expect(two.drafts.card("This year").tool("drafts.undo")).to_be_focused()
    assert_accessible(two.page)
    two.drafts.card(LAST).start_from()
    expect(two.alerts).to_have_count(1)
    assert_accessible(two.page)


def test_the_list_by_keyboard_at_320_pixels(open_context: OpenContext) -> None:
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    audit, keyboard = with_two(Questionnaire(page)), Keyboard(page)
    last = audit.drafts.card(LAST)
    keyboard.follow(last.tool("drafts.delete"))
    expect(last.tool("drafts.undo")).to_be_focused()
    expect_nothing_sideways(page)
    keyboard.follow(last.tool("drafts.undo"))
    keyboard.follow(last.tool("drafts.rename"))
    page.keyboard.type("w" * 100)
    page.keyboard.press("Enter")
    expect(audit.drafts.card("wwww").tool("drafts.rename")).to_be_focused()
    expect_nothing_sideways(page)
    keyboard.follow(audit.drafts.card("wwww").tool("drafts.start_from"))
    expect(page.get_by_role("heading", name="Start a new draft from")).to_be_focused()
    expect_nothing_sideways(page)
    keyboard.follow(audit.drafts.view.get_by_role("button", name=words("drafts.start_from_confirm")))
    audit.expect_view("hub")
    expect(audit.heading).to_be_focused()
