"""The same audit open twice: one tab writes, the other says so and can take over; neither is overwritten."""

from contextlib import suppress

import pytest
from playwright.sync_api import BrowserContext, Error, expect

from site_tests.e2e.colleagues import ANA, BEN
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.share import share_of
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible

pytestmark = pytest.mark.usefixtures("no_python")

Tabs = tuple[Questionnaire, Questionnaire]

# As in browsers of some years ago, and on pages that are not served securely.
NO_LOCKS = "Object.defineProperty(navigator, 'locks', {value: undefined});"


def two_tabs(context: BrowserContext) -> Tabs:
    """Two tabs on the same step of one draft."""
    one = Questionnaire(context.new_page()).open("funding")
    one.question("funding/rating").choose("Planned")
    one.expect_saved()
    two = Questionnaire(context.new_page()).open("funding")
    two.question("funding/rating").expect_chosen("Planned")
    return one, two


@pytest.fixture
def tabs(context: BrowserContext) -> Tabs:
    one, two = two_tabs(context)
    two.expect_reading()
    return one, two


@pytest.fixture
def open_tabs(open_context: OpenContext) -> Tabs:
    """Two tabs of a browser that cannot say which of them writes."""
    context = open_context()
    context.add_init_script(NO_LOCKS)
    return two_tabs(context)


def test_the_second_tab_says_so_and_shows_what_the_first_saves(tabs: Tabs) -> None:
    one, two = tabs
    expect(one.alerts).to_have_count(0)
    rating, notes = two.question("funding/rating"), two.question("funding/notes")
    expect(rating.option("In place")).to_be_disabled()
    notes.unfold()
    expect(notes.box).not_to_be_editable()
    assert_accessible(two.page)

    one.question("funding/notes").write("Contract, filed")
    notes.expect_text("Contract, filed")
    two.go_to("details")
    expect(two.entries("disciplines").add_button).to_be_disabled()
    expect(two.alert(words("draft.reading_title"))).to_be_visible()


def test_the_second_takes_over_by_keyboard_and_the_first_writes_what_it_has_and_reads(tabs: Tabs) -> None:
    one, two = tabs
    one.question("funding/notes").unfold()
    one.question("funding/notes").box.press_sequentially("Contract, filed")
    use = two.alert(words("draft.reading_title")).get_by_role("button", name=words("draft.take_over"))
    Keyboard(two.page).follow(use)

    one.expect_reading()
    two.expect_writing()
    expect(two.announced).to_have_text(words("draft.writing"))
    two.question("funding/notes").expect_text("Contract, filed")
    two.question("funding/rating").choose("In place")
    one.question("funding/rating").expect_chosen("In place")
    assert_accessible(one.page)

    one.take_over()
    two.expect_reading()
    one.question("funding/rating").choose("Planned")
    two.question("funding/rating").expect_chosen("Planned")


def test_the_first_tab_is_closed_and_the_second_goes_on_by_itself(tabs: Tabs) -> None:
    one, two = tabs
    one.question("funding/notes").write("Contract, filed")
    one.page.close(run_before_unload=True)
    two.expect_writing()
    two.question("funding/notes").expect_text("Contract, filed")
    two.question("funding/rating").choose("In place")
    two.expect_saved()
    two.reload()
    two.question("funding/rating").expect_chosen("In place")


def test_a_first_tab_that_crashes_does_not_keep_the_draft(tabs: Tabs) -> None:
    one, two = tabs
    with suppress(Error):
        one.page.goto("chrome://crash", timeout=1000)
    two.expect_writing()
    two.question("funding/rating").choose("In place")
    two.expect_saved()


def test_a_first_tab_that_is_frozen_does_not_keep_the_draft_and_reads_when_it_wakes(tabs: Tabs) -> None:
    one, two = tabs
    session = one.page.context.new_cdp_session(one.page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    two.take_over()
    two.question("funding/rating").choose("In place")
    two.expect_saved()

    session.send("Page.setWebLifecycleState", {"state": "active"})
    one.expect_reading()
    one.question("funding/rating").expect_chosen("In place")


def test_a_tab_that_comes_back_by_the_back_button_waits_its_turn(tabs: Tabs) -> None:
    one, two = tabs
    one.page.goto("")
    two.expect_writing()
    one.page.go_back()
    one.when_ready().expect_reading()


def test_entries_can_be_read_and_not_changed(audit: Questionnaire, context: BrowserContext) -> None:
    audit.load(draft_file({}, {"disciplines": [{"discipline": "Midwifery"}]})).go_to("details")
    two = Questionnaire(context.new_page()).open("details")
    two.expect_reading()
    entry = two.entries("disciplines").entry("Midwifery")
    entry.change()
    expect(entry.question("discipline").box).to_have_value("Midwifery")
    expect(entry.question("discipline").box).not_to_be_editable()


def test_different_drafts_in_different_tabs_are_both_written(tabs: Tabs) -> None:
    one, two = tabs
    two.go_to_hub()
    two.start_new_draft()
    two.expect_writing()
    two.go_to("funding").question("funding/rating").choose("In place")
    two.expect_saved()
    one.question("funding/notes").write("Still mine")
    one.expect_saved()


def test_without_locks_both_are_told_what_happens(open_tabs: Tabs) -> None:
    _, other = open_tabs
    expect(other.alert(words("draft.shared_title"))).to_be_visible()


def test_without_locks_answers_given_in_both_are_all_kept(open_tabs: Tabs) -> None:
    one, two = open_tabs
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
    third = Questionnaire(one.page.context.new_page()).open("funding")
    third.question("funding/notes").expect_text("Contract 2, filed")
    third.question("funding/end-dates").unfold()
    third.question("funding/end-dates").expect_text("March 2032")


def test_without_locks_an_entry_added_here_and_one_removed_there_are_both_so(
    open_context: OpenContext,
) -> None:
    context = open_context()
    context.add_init_script(NO_LOCKS)
    audit = Questionnaire(context.new_page())
    rows = [{"discipline": name} for name in ("Midwifery", "Psychology")]
    audit.load(draft_file({}, {"disciplines": rows})).go_to("details")
    other = Questionnaire(context.new_page()).open("details")

    audit.entries("disciplines").add(discipline="Art")
    other.entries("disciplines").entry("Midwifery").remove()
    expect(audit.entries("disciplines").names).to_have_text(["Psychology", "Art"])
    third = Questionnaire(context.new_page()).open("details")
    expect(third.entries("disciplines").names).to_have_text(["Psychology", "Art"])


def test_another_draft_opened_there_leaves_this_one_where_it_is(
    tabs: Tabs,
) -> None:
    one, two = tabs
    two.load(draft_file(all_in_place()))
    expect(one.alert(words("draft.elsewhere_title"))).to_be_visible()
    one.question("funding/notes").write("Still mine")
    one.expect_saved()

    two.open("funding")
    two.question("funding/rating").expect_chosen("In place")
    two.question("funding/notes").expect_text("")
    two.open("drafts")
    expect(two.drafts.cards).to_have_count(2)
    two.drafts.cards.last.get_by_role("button", name=words("drafts.open")).click()
    two.expect_view("funding")
    two.question("funding/notes").expect_text("Still mine")


def test_what_another_tab_saves_takes_nothing_from_what_is_begun_in_this_one(tabs: Tabs) -> None:
    one, two = tabs
    share = share_of(two)
    share.choose_part("E Outcomes and sustainability")
    one.question("funding/notes").write("Contract, filed")
    expect(share.look).to_contain_text("1 answer in this file")
    expect(share.section("E Outcomes and sustainability")).to_be_checked()

    two.open("open")
    two.open_draft.choose(as_upload(ANA, "ana.json"))
    expect(two.open_draft.preview).to_contain_text("ana.json")
    one.question("funding/rating").choose("In place")
    expect(two.question("funding/rating").option("In place")).to_be_checked()
    expect(two.open_draft.preview).to_contain_text("ana.json")

    # The other tab writes as soon as this one is loaded anew.
    one.open("workshop").take_over()
    one.workshop.by_files(as_upload(ANA, "ana.json"), as_upload(BEN, "ben.json"))
    expect(one.workshop.rows).to_have_count(12)
    two.open("funding").take_over()
    two.question("funding/rating").choose("Planned")
    one.expect_reading()
    one.question("funding/rating").expect_chosen("Planned")
    expect(one.workshop.rows).to_have_count(12)
