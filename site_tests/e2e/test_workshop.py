"""A team compares what its members answered, agrees, and keeps the view that was another.

Long: the cases share three people's files.
"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e import hostile
from site_tests.e2e.colleagues import changed_by
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.screens import SCREENS, expect_nothing_sideways, on_each_screen
from site_tests.e2e.test_hostile_text import expect_text_only
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT

no_python = pytest.mark.usefixtures("no_python")

START = draft_file(all_in_place())
FAR = "funding/rating"
CLOSE = "dyadic-work/rating"
UNSURE = "outputs-and-outcomes/rating"
SAME = "clinical-supervision/rating"
ANA = changed_by("Ana", START, {FAR: "not-in-place", "dyadic-work/notes": "The baby was there in 26 of 30"})
BEN = changed_by("Ben", START, {FAR: "embedded", CLOSE: "partly", "dyadic-work/notes": "A third were calls"})
CY = changed_by("Cy", START, {UNSURE: "not-sure", "age-accepted/upper-age": "eighteen-months"})
SHARED_NAME = "the one who disagrees"


def upload(file: dict[str, Any], name: str) -> dict[str, Any]:
    return as_upload(file, name)


THREE: list[Any] = [upload(ANA, "a.json"), upload(BEN, "b.json"), upload(CY, "c.json")]


def answers_in(audit: Questionnaire) -> dict[str, Any]:
    """What the draft holds: its answers as the overview hands them out."""
    audit.go_back()
    audit.expect_view("hub")
    answers = audit.download_draft().answers
    return {path: value for path, value in answers.items() if value is not None}


@no_python
def test_the_biggest_disagreement_comes_first_whatever_the_order_of_files(audit: Questionnaire) -> None:
    audit.open("workshop")
    workshop = audit.workshop
    workshop.by_files(*reversed(THREE))
    expect(workshop.titles).to_have_count(12)
    assert workshop.titles.all_inner_texts()[:4] == [
        "E2 Funding and commissioning",
        "C2 Work with parent and baby together",
        "B2 Ages accepted",
        "E1 Outputs and outcomes",
    ]
    far = workshop.row(FAR)
    expect(far.state).to_have_text(words("workshop.steps", count=4))
    expect(far.answers.filter(has_text="Embedded")).to_have_text("Embedded: 1")
    expect(workshop.row(UNSURE).answers.filter(has_text="Not sure")).to_have_text("Not sure: 1")
    expect(workshop.row(SAME).state).to_have_text(words("workshop.same"))

    expect(workshop.view.locator(".app-spread").filter(has_text="Ben")).to_have_count(0)
    workshop.names.check()
    expect(far.answers.filter(has_text="Embedded")).to_have_text("Embedded: 1 (Ben)")
    notes = workshop.row(CLOSE).notes
    notes.locator("summary").click()
    expect(notes).to_contain_text("Ben: A third were calls")
    workshop.show("differ", 4)
    expect(workshop.rows).to_have_count(4)


def test_what_is_agreed_goes_into_the_draft_and_the_other_view_into_the_team_copy_alone(
    audit: Questionnaire,
) -> None:
    audit.open("workshop")
    workshop = audit.workshop
    workshop.by_files(*THREE)
    row = workshop.row(FAR).open()
    row.record()
    expect(row.error).to_be_visible()
    row.answer("Embedded").check()
    expect(row.minority).to_have_value("1 of 3 chose “Not in place”. 1 of 3 chose “In place”.")
    row.answer("Planned").check()
    row.minority.fill(f"Contract or promise? asks {SHARED_NAME}.")
    row.why.fill("The letter is signed")
    row.record()
    workshop.expect_progress(1)
    expect(row.state).to_have_text(words("workshop.agreed", answer="Planned"))
    expect(row.summary).to_be_focused()
    workshop.record_all(8)
    workshop.expect_progress(9)
    expect(workshop.progress).to_be_focused()
    workshop.show("settled", 9)
    expect(workshop.rows).to_have_count(9)

    audit.expect_saved()
    audit.reload()
    answers = answers_in(audit)
    assert answers[FAR] == "planned"
    assert answers["funding/notes"] == "The letter is signed"
    assert answers["funding/disagreed"] == ["disagreed"]
    assert answers[SAME] == "in-place"
    assert CLOSE not in answers
    audit.go_to("results")
    expect(audit.results.finding("not-agreed", "funding-disputed")).to_be_visible(timeout=PYTHON_TIMEOUT)
    audit.results.choose_copy("team")
    team = Path(audit.results.download_copy().path()).read_text(encoding="utf-8")
    audit.results.choose_copy("share")
    share = Path(audit.results.download_copy().path()).read_text(encoding="utf-8")
    assert SHARED_NAME in team
    assert "The letter is signed" in team
    assert SHARED_NAME not in share
    assert "The letter is signed" not in share


@no_python
def test_each_record_is_one_undo_and_opening_files_changes_nothing(audit: Questionnaire) -> None:
    audit.load(draft_file({"funding/rating": "partly", "funding/notes": "From before"}))
    before = audit.download_draft().answers
    audit.open("workshop")
    workshop = audit.workshop
    workshop.by_files(*THREE)
    workshop.view.get_by_role("button", name=words("workshop.add_here")).click()
    expect(workshop.row(FAR).answers.filter(has_text="Partly")).to_have_text("Partly in place: 1")
    assert answers_in(audit) == before
    audit.go_to("workshop")
    row = workshop.row(FAR).open()
    expect(row.why).to_have_value("From before")
    row.answer("Embedded").check()
    row.record()
    # What the draft says counts as it was when it was added.
    expect(row.answers.filter(has_text="Partly")).to_have_text("Partly in place: 1")
    expect(audit.undo).to_have_accessible_name("Undo: what was agreed on E2 Funding and commissioning")
    audit.undo.click()
    workshop.expect_progress(0)
    assert answers_in(audit) == before


@no_python
@no_python
def test_what_is_begun_stays_over_another_way_of_working_and_a_reload(audit: Questionnaire) -> None:
    audit.open("workshop")
    workshop = audit.workshop
    workshop.by_files(*THREE)
    row = workshop.row(FAR).open()
    row.answer("Planned").check()
    row.why.fill("The letter is signed")
    row.minority.fill("Contract or promise?")
    workshop.by_hands()
    expect(row.why).to_have_value("The letter is signed")

    audit.reload()
    workshop.by_files(*THREE)
    expect(row.answer("Planned")).to_be_checked()
    expect(row.minority).to_have_value("Contract or promise?")
    row.record()
    workshop.expect_progress(1)
    audit.reload()
    workshop.by_hands()
    expect(row.why).to_be_hidden()


@no_python
def test_what_the_draft_here_says_otherwise_is_not_recorded_with_all(audit: Questionnaire) -> None:
    audit.load(draft_file({SAME: "planned"})).open("workshop")
    audit.workshop.by_files(*THREE)
    audit.workshop.record_all(7)
    assert answers_in(audit)[SAME] == "planned"


def test_a_vote_in_the_room_survives_a_reload_and_is_kept_with_the_reasons(audit: Questionnaire) -> None:
    audit.open("workshop")
    audit.workshop.by_hands()
    row = audit.workshop.row(SAME)
    row.vote("In place", 5)
    row.vote("Partly in place", 2)
    row.votes("Partly in place").fill("3")
    audit.reload()
    audit.workshop.by_hands()
    expect(row.votes("In place")).to_have_value("5")
    expect(row.state).to_have_text(words("workshop.steps", count=1))
    row.open().answer("In place").check()
    expect(row.minority).to_have_value("3 of 8 chose “Partly in place”.")
    row.why.fill("Most of us see it")
    row.record()
    audit.expect_saved()
    audit.reload()
    audit.workshop.by_hands()
    audit.workshop.expect_progress(1)
    row.vote("In place", 1)
    row.open().record()
    answers = answers_in(audit)
    assert answers["clinical-supervision/notes"] == (
        "Most of us see it\nRoom vote: Partly in place 3, In place 6."
    )
    assert answers["clinical-supervision/disagreement"] == "3 of 8 chose “Partly in place”."


@no_python
def test_nothing_of_a_meeting_is_left_on_a_cleared_computer(audit: Questionnaire) -> None:
    audit.load(ANA)
    audit.open("workshop")
    audit.workshop.by_hands()
    audit.workshop.row(SAME).vote("In place", 2)
    audit.open("hub").clear_computer()
    audit.open("workshop")
    audit.workshop.by_hands()
    expect(audit.workshop.row(SAME).votes("In place")).to_have_value("0")


@no_python
def test_several_chosen_files_can_go_straight_into_a_workshop(audit: Questionnaire) -> None:
    audit.open("open")
    audit.open_draft.choose(THREE)
    audit.open_draft.compare()
    audit.expect_view("workshop")
    expect(audit.workshop.people).to_contain_text(words("workshop.people", count=3))
    audit.workshop.people.locator("summary").click()
    ben = audit.workshop.people.locator("li").nth(1)
    ben.get_by_role("textbox").fill("Therapist")
    audit.workshop.names.check()
    expect(audit.workshop.row(FAR).answers.filter(has_text="Embedded")).to_contain_text("Therapist")
    audit.workshop.people.locator("li").first.get_by_role("button").click()
    expect(audit.workshop.row(FAR).state).to_have_text(words("workshop.steps", count=1))
    more: list[Any] = [upload(CY, "again.json"), as_upload("?", "no.json")]
    audit.workshop.input.set_input_files(more)
    expect(audit.workshop.view.get_by_text(words("workshop.already", file="again.json"))).to_be_visible()
    expect(audit.workshop.refusal).to_contain_text("no.json")


@no_python
def test_what_people_wrote_is_only_text(phone: Page) -> None:
    audit = Questionnaire(phone).open("workshop")
    ana = changed_by(hostile.MARKUP, START, {FAR: "planned", "funding/notes": hostile.MARKUP})
    ben = changed_by(hostile.UNBROKEN, START, {FAR: "constructor", "funding/notes": hostile.LONG})
    audit.workshop.by_files(upload(ana, "a.json"), upload(ben, f"{hostile.UNBROKEN}.json"))
    audit.workshop.names.check()
    row = audit.workshop.row(FAR)
    row.notes.locator("summary").click()
    expect(row.notes).to_contain_text(hostile.LONG[-60:].strip())
    # An answer that is no option counts as none.
    expect(row.answers.last).to_contain_text(words("workshop.not_answered"))
    row.open().answer("Planned").check()
    row.minority.fill(hostile.MARKUP)
    row.record()
    expect_text_only(phone)
    expect_nothing_sideways(phone)
    assert answers_in(audit)["funding/disagreement"] == hostile.MARKUP.strip()


@no_python
@on_each_screen
def test_a_meeting_by_keyboard(open_context: OpenContext, screen: str) -> None:
    page = open_context(**SCREENS[screen]).new_page()
    keyboard = Keyboard(page)
    audit = Questionnaire(page).open("workshop")
    workshop = audit.workshop
    workshop.by_files(*THREE)
    expect_nothing_sideways(page)
    row = workshop.row(CLOSE)
    keyboard.follow(row.summary)
    keyboard.choose(row.root.locator(".app-agree__answers"), "Partly in place")
    keyboard.write(row.why, "A third were calls")
    keyboard.follow(row.root.get_by_role("button", name=words("workshop.record")))
    workshop.expect_progress(1)
    expect(row.summary).to_be_focused()
    expect_nothing_sideways(page)
    workshop.by_hands()
    votes = workshop.row(SAME).votes("Embedded")
    keyboard.reach(votes)
    for key in ("ArrowUp", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    expect(votes).to_have_value("1")
    expect(workshop.row(SAME).state).to_have_text(words("workshop.counted", count=1))
    expect_nothing_sideways(page)


@no_python
def test_every_state_of_it_is_accessible(audit: Questionnaire) -> None:
    audit.open("workshop")
    workshop = audit.workshop
    assert_accessible(audit.page)
    workshop.by_files(THREE[0])
    assert_accessible(audit.page)
    workshop.input.set_input_files([*THREE[1:], as_upload("?", "no.json")])
    expect(workshop.refusal).to_be_visible()
    workshop.names.check()
    workshop.row(CLOSE).notes.locator("summary").click()
    workshop.row(FAR).open().record()
    expect(workshop.row(FAR).error).to_be_visible()
    workshop.record_all(8)
    assert_accessible(audit.page)
    workshop.by_hands()
    workshop.row(SAME).vote("In place", 3)
    workshop.row(SAME).open()
    assert_accessible(audit.page)


@no_python
def test_a_questionnaire_that_compares_nothing_has_no_workshop(page: Page) -> None:
    other = Questionnaire(page, "service-map").open("hub")
    expect(other.view.locator('[data-go="workshop"]')).to_have_count(0)
    other.open("workshop")
    expect(page.locator('[data-view="workshop"]')).to_have_count(0)
