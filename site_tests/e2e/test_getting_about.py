"""Finding the way: steps, Back and Forward, bookmarks, what is unanswered, and answers to look at again."""

import re

import pytest
from playwright.sync_api import expect

from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import STEPS, Questionnaire
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")


def test_continue_leads_through_every_step_to_the_results(audit: Questionnaire) -> None:
    audit.open()
    audit.start()
    audit.view.locator(f'a[data-go="{STEPS[0]}"]').click()
    for step in STEPS:
        audit.expect_view(step)
        expect(audit.heading).to_be_focused()
        expect(audit.page).to_have_title(re.compile(".+ – Self-audit"))
        audit.go_on()
    audit.expect_view("check")
    audit.view.get_by_role("button", name=words("check.results")).click()
    audit.expect_view("results")


def test_back_forward_and_reload_follow_the_steps_as_they_were_taken(audit: Questionnaire) -> None:
    audit.open("hub")
    audit.go_to("referral-pathway")
    audit.go_on()
    audit.expect_view("age-accepted")

    audit.page.go_back()
    audit.expect_view("referral-pathway")
    expect(audit.heading).to_be_focused()
    audit.page.go_back()
    audit.expect_view("hub")
    audit.page.go_forward()
    audit.expect_view("referral-pathway")
    audit.reload()
    audit.expect_view("referral-pathway")
    audit.page.go_back()
    audit.expect_view("hub")


def test_coming_back_from_another_page_finds_the_answer(audit: Questionnaire) -> None:
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.page.get_by_role("link", name="Glossary").first.click()
    expect(audit.page).to_have_url(re.compile("glossary"))

    audit.page.go_back()
    audit.when_ready()
    audit.expect_view("funding")
    audit.question("funding/rating").expect_chosen("Planned")


def test_every_step_can_be_bookmarked_and_an_unknown_one_leads_to_the_hub(audit: Questionnaire) -> None:
    for view in (*STEPS, "hub", "check", "results", "open"):
        audit.open(view)
        audit.expect_view(view)
    audit.open("no-such-step")
    audit.expect_view("hub")
    expect(audit.alert(words("draft.unknown_step"))).to_be_visible()


def test_the_hub_says_how_far_each_step_has_come(audit: Questionnaire) -> None:
    audit.load(draft_file({"funding/rating": "planned", "age-accepted/upper-age": "other", "births": "many"}))

    expect(audit.hub_status("funding")).to_have_text(words("hub.status_done"))
    expect(audit.hub_status("age-accepted")).to_have_text(words("hub.status_started"))
    expect(audit.hub_status("details")).to_have_text(words("hub.status_review"))
    expect(audit.hub_status("dyadic-work")).to_have_text(words("hub.status_todo"))
    expect(audit.progress).to_contain_text("1 of 12 descriptors complete")


def test_show_what_is_unanswered_jumps_to_the_very_question_until_nothing_is(audit: Questionnaire) -> None:
    audit.load(
        draft_file(
            all_in_place(
                {
                    "host-organisation": "Trust",
                    "who-took-part": "Clinical lead",
                    "dyadic-work/rating": None,
                    "age-accepted/upper-age": "other",
                }
            )
        )
    )
    jump = audit.view.get_by_role("button", name=words("hub.show_unanswered"))

    jump.click()
    audit.expect_view("age-accepted")
    expect(audit.question("age-accepted/upper-age-months").box).to_be_focused()
    audit.question("age-accepted/upper-age-months").write("30")
    audit.go_to_hub()

    jump.click()
    audit.expect_view("dyadic-work")
    expect(audit.question("dyadic-work/rating").option("Not in place")).to_be_focused()
    audit.question("dyadic-work/rating").choose("Planned")
    audit.go_to_hub()

    expect(jump).to_be_hidden()
    expect(audit.progress).to_contain_text("12 of 12")


def test_check_answers_leads_to_the_very_question_and_back_again(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place({"funding/local-plan": "dont-know"})))
    audit.go_to("check")

    plan = "Are you commissioned within a local plan for babies and families?"
    expect(audit.check_row(plan)).to_contain_text("I don’t know")
    audit.check_row(plan).get_by_role("link").click()
    audit.expect_view("funding")
    expect(audit.question("funding/local-plan").option("I don’t know")).to_be_focused()
    audit.question("funding/local-plan").choose("Yes")

    audit.page.go_back()
    audit.expect_view("check")
    expect(audit.check_row(plan)).to_contain_text("Yes")


def test_check_answers_names_what_is_not_answered(audit: Questionnaire) -> None:
    audit.open("check")
    rows = audit.check_row("How far is this in place?")
    expect(rows).to_have_count(11)
    expect(rows.first).to_contain_text(words("draft.not_answered"))

    rows.first.get_by_role("link").click()
    audit.expect_view("clinical-supervision")
    expect(audit.question("clinical-supervision/rating").option("Not in place")).to_be_focused()
