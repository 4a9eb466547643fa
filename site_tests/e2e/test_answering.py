"""Questions answer back: what depends on an answer follows it, and nothing is refused."""

import re

import pytest
from playwright.sync_api import expect

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.screens import SCREENS
from site_tests.e2e.words import words
from site_tests.support.browsing import resize

pytestmark = pytest.mark.usefixtures("no_python")


def test_a_choice_can_be_taken_back(audit: Questionnaire) -> None:
    rating = audit.open("funding").question("funding/rating")
    expect(rating.clear_button).to_be_hidden()
    rating.choose("Embedded")
    rating.clear()

    rating.expect_chosen(None)
    expect(rating.clear_button).to_be_hidden()
    expect(rating.option("Not in place")).to_be_focused()
    expect(audit.announced).to_have_text(words("draft.answer_cleared"))
    audit.reload()
    rating.expect_chosen(None)


def test_a_rating_and_ticks_that_contradict_each_other_get_a_gentle_word(audit: Questionnaire) -> None:
    audit.open("clinical-leadership")
    rating, parts = (audit.question(f"clinical-leadership/{child}") for child in ("rating", "parts"))
    rating.choose("Partly in place")
    expect(rating.warning).to_have_count(0)

    rating.choose("In place")
    expect(rating.warning).to_contain_text("a required part is not ticked")
    parts.tick_all()
    expect(rating.warning).to_have_count(0)
    parts.untick("They have extra training equal to AIMH level 3")
    expect(rating.warning).to_be_visible()
    audit.go_on()
    audit.expect_view("workforce-competence")


def test_questions_come_and_go_with_the_answers_they_depend_on(audit: Questionnaire) -> None:
    audit.open("age-accepted")
    months = audit.question("age-accepted/upper-age-months")
    expect(months.root).to_be_hidden()
    audit.question("age-accepted/upper-age").choose("Another age")
    expect(months.root).to_be_visible()
    months.write("20")

    audit.question("age-accepted/upper-age").choose("18 months")
    expect(months.root).to_be_hidden()
    audit.question("age-accepted/upper-age").choose("Another age")
    months.expect_text("20")


def test_the_rating_of_ages_accepted_is_worked_out_from_the_age(audit: Questionnaire) -> None:
    audit.open("age-accepted")
    age, rating = audit.question("age-accepted/upper-age"), audit.question("age-accepted/rating").computed
    expect(rating).to_have_text(words("question.computed_none"))
    age.choose("18 months")
    expect(rating).to_have_text("Not in place")
    age.choose("Another age")
    expect(rating).to_have_text(words("question.computed_none"))
    audit.question("age-accepted/upper-age-months").write("24")
    expect(rating).to_have_text("In place")
    audit.question("age-accepted/reviewed").tick_all()
    expect(rating).to_have_text("Embedded")
    age.choose("Not sure")
    expect(rating).to_have_text("Not sure")


def test_supervision_hours_are_worked_out_from_staff_on_another_step(audit: Questionnaire) -> None:
    audit.open("details")
    audit.question("wte-under-three").write("1.5")
    audit.question("wte-three-or-more").write("2")
    audit.go_on()
    expect(audit.question("clinical-supervision/hours-due").computed).to_have_text("10 hours")


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        ("births", "lots", words("validation.not_a_number")),
        ("births", "12.5", words("validation.not_whole")),
        ("births", "-1", words("validation.too_small", min=0)),
        ("wte-under-three", "1.234", words("validation.too_many_decimals", count=2)),
        ("wte-under-three", "501", words("validation.too_large", max=500)),
    ],
)
def test_a_number_that_cannot_be_used_is_kept_and_explained(
    audit: Questionnaire, path: str, text: str, problem: str
) -> None:
    question = audit.open("details").question(path)
    question.write(text)
    expect(question.error).to_have_count(0)
    question.leave()
    expect(question.error).to_contain_text(problem)
    expect(question.box).to_have_accessible_description(re.compile(problem))

    audit.reload()
    question.expect_text(text)
    expect(question.error).to_contain_text(problem)


def test_a_press_on_continue_straight_after_a_mistake_is_not_lost(audit: Questionnaire) -> None:
    births = audit.open("details").question("births")
    births.box.press_sequentially("about 300")
    audit.go_on()
    expect(audit.error_summary).to_be_focused()


def test_a_day_that_does_not_exist_stops_once_and_can_be_passed(audit: Questionnaire) -> None:
    date = audit.open("details").question("date")
    date.write_date("31", "2", "2026")
    audit.go_on()

    audit.expect_view("details")
    expect(audit.error_summary).to_be_focused()
    resize(audit.page, SCREENS["320 pixels"])
    summary, projector = audit.error_summary.bounding_box(), audit.projector.bounding_box()
    assert summary
    assert projector
    assert projector["y"] + projector["height"] <= summary["y"], "one lies on the other"
    audit.go_on()
    expect(audit.page).to_have_title(re.compile("^Error: (?!Error)"))
    audit.error_summary.get_by_role("link", name="Date of this audit").click()
    expect(date.root.get_by_label("Day")).to_be_focused()
    audit.error_summary.get_by_role("link", name=words("validation.go_on")).click()
    audit.expect_view("clinical-supervision")

    audit.go_back()
    expect(date.error).to_contain_text(words("validation.not_a_date"))
    date.write_date("28", "2", "2026")
    expect(date.error).to_have_count(0)


def test_a_long_answer_is_counted_and_never_cut(audit: Questionnaire) -> None:
    team = audit.open("details").question("team")
    team.write("t" * 110)
    expect(team.root).to_contain_text(words("validation.length_left", count=10))
    team.write("t" * 130)
    expect(team.root).to_contain_text(words("validation.too_long", count=10))
    audit.reload()
    team.expect_text("t" * 130)
