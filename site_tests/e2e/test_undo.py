"""Undo and redo: by their buttons and by the keys people know, and the page shows what has changed."""

import pytest
from playwright.sync_api import expect

from site_tests.e2e.drafts import draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible

pytestmark = pytest.mark.usefixtures("no_python")

RATING = words("undo.answer_of", question="How far is this in place?", place="E2 Funding and commissioning")
TWO = draft_file({}, {"disciplines": [{"discipline": name} for name in ("Midwifery", "Psychology")]})


def test_an_answer_on_another_step_is_taken_back_and_shown_and_done_again(audit: Questionnaire) -> None:
    audit.open("funding")
    expect(audit.undo).to_be_hidden()
    rating = audit.question("funding/rating")
    rating.choose("Planned")
    rating.choose("In place")
    audit.go_to("details")

    expect(audit.undo).to_have_accessible_name(f"{words('undo.undo')}: {RATING}")
    audit.undo.click()
    audit.expect_view("funding")
    rating.expect_chosen("Planned")
    expect(rating.root).to_be_focused()
    expect(rating.root).to_be_in_viewport()
    expect(audit.announced).to_have_text(words("undo.undone", what=RATING))
    assert_accessible(audit.page)

    audit.redo.click()
    rating.expect_chosen("In place")
    expect(audit.redo).to_be_hidden()
    audit.expect_saved()
    audit.reload()
    rating.expect_chosen("In place")
    expect(audit.undo).to_be_hidden()


def test_by_keys_outside_text_and_by_the_browser_itself_within(audit: Questionnaire) -> None:
    audit.open("funding")
    rating, notes = audit.question("funding/rating"), audit.question("funding/notes")
    rating.choose("Planned")
    notes.unfold()
    notes.box.press_sequentially("Contrac")
    # The browser takes back what was written in one go.
    notes.box.press("ArrowLeft")
    notes.box.press("End")
    notes.box.press_sequentially("t")
    audit.page.keyboard.press("Control+z")
    # How much it takes back at once is the browser's affair.
    expect(notes.box).not_to_have_value("Contract")
    rating.expect_chosen("Planned")
    left = notes.box.input_value()

    notes.leave()
    Keyboard(audit.page).reach(audit.undo)
    audit.page.keyboard.press("Control+z")
    notes.expect_text("")
    rating.expect_chosen("Planned")
    audit.page.keyboard.press("Control+z")
    rating.expect_chosen(None)
    audit.page.keyboard.press("Control+Shift+z")
    rating.expect_chosen("Planned")
    audit.page.keyboard.press("Control+Shift+z")
    notes.expect_text(left)


def test_entries_come_back_and_go_again_where_the_person_is(audit: Questionnaire) -> None:
    disciplines = audit.load(TWO).go_to("details").entries("disciplines")
    disciplines.entry("Midwifery").remove()
    expect(audit.undo).to_have_accessible_name(
        words("undo.undo") + ": " + words("undo.removed", name="Midwifery")
    )
    audit.undo.click()
    expect(disciplines.names).to_have_text(["Midwifery", "Psychology"])
    expect(disciplines.entry("Midwifery").root).to_be_focused()

    disciplines.add(discipline="Art")
    audit.undo.click()
    audit.undo.click()
    expect(disciplines.names).to_have_text(["Midwifery", "Psychology"])
    expect(disciplines.root.locator(".app-entry__form")).to_have_count(0)
    audit.redo.click()
    audit.redo.click()
    expect(disciplines.names).to_have_text(["Midwifery", "Psychology", "Art"])


def test_a_removal_taken_back_on_its_own_line_is_no_further_step(audit: Questionnaire) -> None:
    disciplines = audit.load(TWO).go_to("details").entries("disciplines")
    entry = disciplines.entry("Midwifery")
    entry.remove()
    entry.undo()
    expect(disciplines.names).to_have_text(["Midwifery", "Psychology"])
    expect(audit.undo).to_be_hidden()
