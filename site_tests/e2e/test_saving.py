"""Answers are saved as they are given, and everything is there again on coming back."""

import pytest
from playwright.sync_api import BrowserContext, expect

from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")


def test_the_first_answer_is_saved_at_once_and_a_quiet_line_says_where(audit: Questionnaire) -> None:
    audit.open()
    audit.start()
    expect(audit.save_status).to_have_text(words("save.nothing_yet"))

    audit.go_to("clinical-supervision").question("clinical-supervision/rating").choose("Planned")

    audit.expect_saved()
    expect(audit.save_status).to_contain_text("in this browser only")
    expect(audit.announced).to_contain_text("Saved")


def test_reload_and_a_new_page_bring_back_every_type_of_answer_and_the_step(
    audit: Questionnaire, context: BrowserContext
) -> None:
    audit.open("details")
    audit.question("team").write("Sunny Side team")
    audit.question("nation").choose("Wales")
    audit.question("date").write_date("20", "11", "2026")
    audit.question("who-took-part").write("Clinical lead\nTeam manager")
    audit.question("wte-under-three").write("1.5")
    audit.entries("disciplines").add(discipline="Health visiting", wte="0.8")
    audit.go_to("referral-pathway")
    audit.question("referral-pathway/parts").tick_all()
    audit.question("referral-pathway/self-referral").unfold()
    audit.question("referral-pathway/self-referral").choose("No")
    audit.expect_saved()

    audit.reload()
    audit.expect_view("referral-pathway")
    expect(audit.question("referral-pathway/parts").root.get_by_role("checkbox")).to_be_checked()
    audit.question("referral-pathway/self-referral").expect_chosen("No")

    again = Questionnaire(context.new_page()).open()
    expect(again.view.locator("[data-resume-about]")).to_contain_text("Sunny Side team")
    again.view.locator("[data-resume-link]").click()
    again.expect_view("referral-pathway")
    again.go_to("details")
    again.question("team").expect_text("Sunny Side team")
    again.question("nation").expect_chosen("Wales")
    for part, text in (("day", "20"), ("month", "11"), ("year", "2026")):
        expect(again.question("date").root.locator(f"[data-date-part={part}]")).to_have_value(text)
    again.question("who-took-part").expect_text("Clinical lead\nTeam manager")
    again.question("wte-under-three").expect_text("1.5")
    expect(again.entries("disciplines").names).to_have_text(["Health visiting"])


def test_what_was_typed_a_moment_before_closing_is_kept(
    audit: Questionnaire, context: BrowserContext
) -> None:
    """Nobody waits for the line that says "Saved"."""
    audit.open("dyadic-work")
    audit.question("dyadic-work/notes").write("Sessions log, kept in the shared drive")
    audit.page.close(run_before_unload=True)

    again = Questionnaire(context.new_page()).open("dyadic-work")
    again.question("dyadic-work/notes").expect_text("Sessions log, kept in the shared drive")


def test_the_reminder_comes_with_changes_and_goes_with_a_download(audit: Questionnaire) -> None:
    audit.open("hub")
    expect(audit.reminder).to_be_empty()

    audit.go_to("funding").question("funding/rating").choose("Planned")
    audit.go_to_hub()
    expect(audit.reminder).to_contain_text(words("save.never_downloaded"))

    audit.download_draft()
    expect(audit.reminder).to_be_empty()

    audit.go_to("funding").question("funding/rating").choose("Partly in place")
    audit.go_to_hub()
    expect(audit.reminder).to_contain_text("Answers have changed since you last downloaded a copy")
    audit.reload()
    expect(audit.reminder).to_contain_text("Answers have changed since you last downloaded a copy")


def test_a_new_draft_takes_nothing_away(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place()))
    audit.start_new_draft()
    expect(audit.hub_status("funding")).to_have_text(words("hub.status_todo"))

    audit.view.get_by_role("link", name=words("hub.drafts")).click()
    audit.drafts.card("Example team, Example area").open()
    audit.expect_view("hub")
    expect(audit.hub_status("funding")).to_have_text(words("hub.status_done"))


def test_in_an_example_nothing_can_be_opened_or_cleared(audit: Questionnaire) -> None:
    """It would look as if one's own draft had been."""
    audit.page.goto("self-audit/?example&step=hub")
    audit.when_ready()
    expect(audit.view.get_by_role("button", name=words("hub.clear"))).to_have_count(0)
    expect(audit.view.get_by_role("link", name=words("hub.open"))).to_have_count(0)
    audit.go_back()
    audit.expect_view("start")
    expect(audit.view.locator("[data-resume]")).to_be_hidden()
    expect(audit.view.get_by_role("link", name=words("start.open"))).to_have_count(0)


def test_an_example_is_shown_and_saved_nowhere(audit: Questionnaire, context: BrowserContext) -> None:
    audit.open()
    audit.view.get_by_role("link", name=words("start.example")).click()
    audit.when_ready()
    expect(audit.alert(words("draft.example_title"))).to_be_visible()
    expect(audit.results.glance_cell("Clinical supervision")).to_contain_text("Partly in place")

    audit.page.goto("self-audit/?example&step=funding")
    audit.when_ready()
    audit.question("funding/rating").choose("Embedded")
    expect(audit.save_status).to_have_text(words("save.example"))

    own = Questionnaire(context.new_page()).open("hub")
    expect(own.hub_status("funding")).to_have_text(words("hub.status_todo"))
    assert own.page.evaluate("Object.keys(localStorage)") == []
