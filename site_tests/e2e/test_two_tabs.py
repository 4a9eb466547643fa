"""The same audit open twice: neither tab overwrites the other."""

import pytest
from playwright.sync_api import BrowserContext, expect

from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")


@pytest.fixture
def tabs(audit: Questionnaire, context: BrowserContext) -> tuple[Questionnaire, Questionnaire]:
    """Two tabs on the same step of one draft."""
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.expect_saved()
    other = Questionnaire(context.new_page()).open("funding")
    other.question("funding/rating").expect_chosen("Planned")
    return audit, other


def test_both_are_told_what_happens(tabs: tuple[Questionnaire, Questionnaire]) -> None:
    _, other = tabs
    expect(other.alert(words("draft.shared_title"))).to_be_visible()


def test_answers_given_in_both_are_all_kept(
    tabs: tuple[Questionnaire, Questionnaire], context: BrowserContext
) -> None:
    one, two = tabs
    for number in range(3):
        one.question("funding/notes").write(f"Contract {number}, filed")
        two.question("funding/end-dates").write(f"March 203{number}")
    one.question("funding/notes").leave()
    two.question("funding/parts").tick_all()

    for tab in (one, two):
        tab.question("funding/notes").expect_text("Contract 2, filed")
        tab.question("funding/end-dates").unfold()
        tab.question("funding/end-dates").expect_text("March 2032")
        expect(tab.question("funding/parts").root.get_by_role("checkbox").first).to_be_checked()
    third = Questionnaire(context.new_page()).open("funding")
    third.question("funding/notes").expect_text("Contract 2, filed")
    third.question("funding/end-dates").unfold()
    third.question("funding/end-dates").expect_text("March 2032")


def test_an_entry_added_here_and_one_removed_there_are_both_so(
    audit: Questionnaire, context: BrowserContext
) -> None:
    rows = [{"discipline": name} for name in ("Midwifery", "Psychology")]
    audit.load(draft_file({}, {"disciplines": rows})).go_to("details")
    other = Questionnaire(context.new_page()).open("details")

    audit.entries("disciplines").add(discipline="Art")
    other.entries("disciplines").entry("Midwifery").remove()
    expect(audit.entries("disciplines").names).to_have_text(["Psychology", "Art"])
    third = Questionnaire(context.new_page()).open("details")
    expect(third.entries("disciplines").names).to_have_text(["Psychology", "Art"])


def test_another_draft_opened_there_leaves_this_one_where_it_is(
    tabs: tuple[Questionnaire, Questionnaire],
) -> None:
    one, two = tabs
    two.load(draft_file(all_in_place()))
    expect(one.alert(words("draft.elsewhere_title"))).to_be_visible()
    one.question("funding/notes").write("Still mine")
    one.expect_saved()

    two.open("funding")
    two.question("funding/rating").expect_chosen("In place")
    two.question("funding/notes").expect_text("")
    two.open("open")
    expect(two.open_draft.replaced).to_have_count(1)
    two.open_draft.replaced.get_by_role("button").click()
    two.go_to("funding").question("funding/notes").expect_text("Still mine")
