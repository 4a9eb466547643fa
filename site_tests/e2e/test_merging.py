"""Colleagues who each worked on a copy of one draft bring them together, and nothing is lost unseen.

Long: the cases share three colleagues and are read best beside one another.
"""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e import hostile
from site_tests.e2e.colleagues import ANA, BEN, MINE, START, changed_by
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import as_upload
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.screens import SCREENS, expect_nothing_sideways, on_each_screen
from site_tests.e2e.test_hostile_text import expect_text_only
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible

pytestmark = pytest.mark.usefixtures("no_python")


def bring(audit: Questionnaire, *files: dict[str, Any]) -> None:
    """Choose colleagues' files and go on to combine them."""
    audit.open("open")
    audit.open_draft.choose([as_upload(file, f"file-{number}.json") for number, file in enumerate(files)])
    audit.open_draft.combine()
    audit.expect_view("merge")


def test_what_only_a_colleague_changed_is_taken_and_the_rest_is_asked(audit: Questionnaire) -> None:
    audit.load(MINE)
    bring(audit, ANA)
    merging = audit.merging
    sentence = merging.sentences
    expect(sentence).to_have_count(1)
    for fact in ("Ana’s file", "2 answers are new", "1 action is new", "2 were answered differently"):
        expect(sentence).to_contain_text(fact)
    expect(sentence).to_contain_text("1 action you removed was changed there")
    merging.taken.locator("summary").click()
    expect(merging.taken).to_contain_text("Log of sessions")
    expect(merging.taken).to_contain_text(words("merge.instead_of", before="Log"))
    expect(merging.taken).to_contain_text("Ana, 21 November 2026 at 15:30")

    rating = merging.question("funding/rating")
    expect(rating).to_contain_text("E2 Funding and commissioning")
    expect(rating.get_by_label("Embedded", exact=True)).to_be_checked()
    expect(rating).to_contain_text("Mo, 21 November 2026 at 12:00")
    merging.choose("funding/rating", "Planned")
    merging.choose("funding/notes", words("merge.keep_both"))
    merging.choose("actions/e1", words("merge.keep"))
    merging.combine()

    audit.expect_view("hub")
    expect(audit.heading).to_be_focused()
    expect(merging.done).to_contain_text("3 things decided")
    draft = audit.download_draft().draft
    answers = {path: answer["value"] for path, answer in draft["answers"].items()}
    assert answers["funding/rating"] == "planned"
    assert answers["outputs-and-outcomes/rating"] == "planned"
    assert answers["births"] == 3100
    assert answers["actions/e1/owner"] == "Ana"
    assert answers["funding/notes"] == (
        "[Ana, 21 November 2026 at 15:30]\nRuns until 2028\n\n[Mo, 21 November 2026 at 12:00]\nEnds in March"
    )
    assert not draft["entries"]["actions"]["e1"]["removed"]
    assert draft["answers"]["births"]["stamp"][0] == "e-ana"


def test_one_undo_takes_all_of_it_back_and_the_same_file_can_be_combined_again(audit: Questionnaire) -> None:
    audit.load(MINE)
    before = audit.download_draft().answers
    bring(audit, ANA)
    audit.merging.combine()
    audit.merging.undo()
    expect(audit.alert(words("merge.undone_title"))).to_be_visible()
    after = audit.download_draft()
    assert {path: value for path, value in after.answers.items() if value is not None} == before
    assert after.draft["entries"]["actions"]["e1"]["removed"]
    assert after.draft["entries"]["actions"]["n1"]["removed"]

    bring(audit, ANA)
    for fact in ("2 answers are new", "1 action is new", "2 were answered differently"):
        expect(audit.merging.sentences).to_contain_text(fact)
    audit.merging.choose("funding/rating", "Embedded")
    audit.merging.combine()
    audit.go_to("funding").question("funding/rating").expect_chosen("Embedded")


def test_a_merge_that_was_taken_back_takes_nothing_from_a_colleague(
    audit: Questionnaire, open_context: OpenContext
) -> None:
    audit.load(MINE)
    bring(audit, ANA)
    audit.merging.combine()
    audit.merging.undo()
    expect(audit.alert(words("merge.undone_title"))).to_contain_text(words("merge.undone"))
    file = audit.download_draft().draft

    other = Questionnaire(open_context().new_page()).load(ANA)
    bring(other, file)
    expect(other.merging.taken).to_contain_text(words("merge.taken", count=1))
    expect(other.merging.questions).to_have_count(3)
    for path, label in (("funding/rating", "Embedded"), ("funding/notes", "Runs until 2028")):
        other.merging.choose(path, label)
    other.merging.combine()
    answers = other.download_draft().draft["answers"]
    for path in ("births", "dyadic-work/notes", "actions/e1/owner", "actions/n1/what"):
        assert {**answers[path], **ANA["answers"][path]} == answers[path]
    assert not other.download_draft().draft["entries"]["actions"]["n1"]["removed"]


def test_what_a_colleague_emptied_or_removed_in_view_of_mine_is_not_folded_away(audit: Questionnaire) -> None:
    audit.load(START)
    bring(audit, changed_by("Ana", START, {"funding/notes": None, "births": 9}, removed=("actions/e2",)))
    expect(audit.merging.taken.get_by_text(words("merge.taken_away", count=2))).to_be_visible()
    assert_accessible(audit.page)


def test_undo_is_not_offered_once_it_would_take_back_something_else(audit: Questionnaire) -> None:
    audit.load(MINE)
    bring(audit, ANA)
    audit.merging.combine()
    audit.go_to("dyadic-work").question("dyadic-work/rating").choose("Planned")
    expect(audit.merging.done).to_be_visible()
    expect(audit.merging.done.get_by_role("button", name=words("merge.undo"), exact=True)).to_have_count(0)


def test_nothing_changes_until_it_is_confirmed(audit: Questionnaire) -> None:
    audit.load(MINE)
    before = audit.download_draft().draft
    bring(audit, ANA)
    audit.merging.choose("funding/rating", "Embedded")
    audit.merging.view.get_by_role("button", name=words("files.cancel"), exact=True).click()
    audit.expect_view("open")
    audit.open("hub")
    assert audit.download_draft().draft == before


def test_several_files_at_once_and_all_answers_of_one_colleague(audit: Questionnaire) -> None:
    audit.load(MINE)
    bring(audit, ANA, BEN)
    expect(audit.merging.sentences).to_have_count(2)
    expect(audit.merging.question("funding/rating").get_by_role("radio")).to_have_count(3)
    all_of_ben = words("merge.all_from", file=words("merge.file_of", name="Ben"))
    audit.merging.view.get_by_role("button", name=all_of_ben).click()
    expect(audit.merging.question("funding/rating").get_by_label("Not sure", exact=True)).to_be_checked()
    expect(audit.merging.question("funding/notes").get_by_role("radio").first).to_be_checked()
    audit.merging.combine()
    answers = audit.download_draft().answers
    assert (answers["funding/rating"], answers["area"], answers["births"]) == ("not-sure", "Northtown", 3100)


def test_a_name_that_two_people_entered_is_pointed_out_and_left_as_it_is(audit: Questionnaire) -> None:
    audit.load(MINE)
    bring(audit, ANA)
    audit.merging.combine()
    done = audit.merging.done
    expect(done).to_contain_text(words("merge.duplicates", count=1))
    done.get_by_role("link", name=words("merge.the_other", name="Write the report")).click()
    audit.expect_view("results")
    expect(audit.entries("actions").names.filter(has_text="Write the report")).to_have_count(2)


def test_an_entry_that_stays_removed_asks_nothing_about_its_answers(audit: Questionnaire) -> None:
    changes = {"actions/e1/owner": "Cai"}
    mine = changed_by("Mo", START, changes, removed=("actions/e1",))
    audit.load(mine)
    bring(audit, ANA)
    expect(audit.merging.question("actions/e1/owner")).to_be_visible()
    audit.merging.choose("actions/e1", words("merge.leave_removed"))
    expect(audit.merging.question("actions/e1/owner")).to_be_hidden()
    audit.merging.combine()
    assert audit.download_draft().draft["entries"]["actions"]["e1"]["removed"]


def test_a_part_that_comes_back_changes_only_what_it_was_sent_for(audit: Questionnaire) -> None:
    part = changed_by("Cai", START, {"funding/notes": "From the contract"}, parts=["outcomes"])
    part["answers"] = {
        path: answer for path, answer in part["answers"].items() if path.startswith("funding/")
    }
    part["entries"] = {}
    known = {"paths": list(part["answers"]), "seen": START["seen"]}
    part |= {"seen": {"e-cai": 1}, "seen_in_parts": [known], "draft_id": "another"}
    audit.load(START)
    before = audit.download_draft().answers
    audit.open("open")
    audit.open_draft.choose(as_upload(part))
    expect(audit.open_draft.preview).to_contain_text(words("files.is_part"))
    expect(audit.open_draft.preview.get_by_role("button").first).to_have_text(words("files.combine"))
    audit.open_draft.combine()
    expect(audit.merging.sentences).to_contain_text("1 answer is new")
    audit.merging.combine()
    assert audit.download_draft().answers == before | {"funding/notes": "From the contract"}


def test_two_people_pass_files_to_and_fro_and_end_with_the_same_draft(
    audit: Questionnaire, open_context: OpenContext
) -> None:
    audit.load(START)
    first = audit.download_draft()
    other = Questionnaire(open_context().new_page()).open("open")
    other.open_draft.choose(first.path)
    other.open_draft.accept()
    other.go_to("funding").question("funding/notes").write("Seen the contract")
    other.question("funding/rating").choose("Planned")
    other.go_to_hub()
    audit.go_to("dyadic-work").question("dyadic-work/rating").choose("Planned")
    audit.go_to("funding").question("funding/rating").choose("Not sure")
    audit.go_to_hub()

    for giver, taker in ((other, audit), (audit, other)):
        file = giver.download_draft()
        taker.open("open")
        taker.open_draft.choose(file.path)
        expect(taker.open_draft.preview).to_contain_text(words("files.is_copy"))
        taker.open_draft.combine()
        asked = 1 if taker is audit else 0
        expect(taker.merging.combine_button).to_be_visible()
        expect(taker.merging.questions).to_have_count(asked)
        if asked:
            taker.merging.choose("funding/rating", "Planned")
        taker.merging.combine()
        taker.expect_view("hub")
    mine, theirs = audit.download_draft().draft, other.download_draft().draft
    assert mine["answers"] == theirs["answers"]
    assert mine["entries"] == theirs["entries"]
    assert mine["answers"]["funding/notes"]["value"] == "Seen the contract"
    assert mine["answers"]["dyadic-work/rating"]["value"] == "planned"


def test_hostile_text_is_text_wherever_drafts_are_combined(audit: Questionnaire) -> None:
    mine = changed_by("Mo", START, {"funding/notes": hostile.MARKUP, "area": hostile.UNBROKEN})
    theirs = changed_by(
        hostile.MARKUP,
        START,
        {
            "funding/notes": hostile.LONG,
            "area": hostile.RIGHT_TO_LEFT,
            "team": hostile.MARKUP,
            "__proto__": hostile.MARKUP,
            "actions/e1/what": hostile.MARKUP,
            f"actions/{hostile.MARKUP}/what": "x",
        },
    )
    audit.load(mine)
    bring(audit, theirs)
    audit.merging.taken.locator("summary").click()
    expect(audit.merging.question("funding/notes")).to_contain_text(hostile.LONG[-60:].strip())
    expect_text_only(audit.page)
    assert audit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_accessible(audit.page)
    audit.merging.combine()
    audit.expect_view("hub")
    expect_text_only(audit.page)
    assert audit.download_draft().answers["area"] in (hostile.RIGHT_TO_LEFT, hostile.UNBROKEN)


def test_what_was_chosen_is_still_chosen_when_the_person_comes_back(audit: Questionnaire) -> None:
    audit.load(MINE)
    bring(audit, ANA)
    merging = audit.merging
    merging.choose("funding/rating", "Planned")
    audit.page.go_back()
    audit.expect_view("open")
    audit.page.go_forward()
    audit.expect_view("merge")
    expect(merging.question("funding/rating").get_by_label("Planned", exact=True)).to_be_checked()


@on_each_screen
def test_combining_by_keyboard(open_context: OpenContext, screen: str) -> None:
    page = open_context(**SCREENS[screen]).new_page()
    keyboard = Keyboard(page)
    audit = Questionnaire(page).load(MINE)
    audit.open("open")
    audit.open_draft.choose(as_upload(ANA, "ana.json"))
    expect(audit.open_draft.preview.get_by_role("heading").first).to_be_focused()
    expect_nothing_sideways(page)
    keyboard.follow(audit.open_draft.preview.get_by_role("button", name=words("files.combine")))
    audit.expect_view("merge")
    expect(audit.heading).to_be_focused()
    keyboard.follow(audit.merging.taken.locator("summary"))
    keyboard.choose(audit.merging.question("funding/rating"), "Planned")
    keyboard.choose(audit.merging.question("actions/e1"), words("merge.leave_removed"))
    expect_nothing_sideways(page)
    keyboard.follow(audit.merging.combine_button)
    audit.expect_view("hub")
    expect(audit.heading).to_be_focused()
    expect_nothing_sideways(page)
    assert audit.download_draft().answers["funding/rating"] == "planned"


def test_every_state_of_it_is_accessible(audit: Questionnaire) -> None:
    audit.load(MINE)
    audit.open("open")
    audit.open_draft.choose(
        [as_upload(ANA, "ana.json"), as_upload("?", "no.json"), as_upload(BEN, "ben.json")]
    )
    expect(audit.open_draft.refusal).to_be_visible()
    assert_accessible(audit.page)
    audit.open_draft.combine()
    audit.merging.taken.locator("summary").click()
    assert_accessible(audit.page)
    audit.merging.combine()
    expect(audit.merging.done).to_be_visible()
    assert_accessible(audit.page)
    bring(audit, ANA)
    expect(audit.merging.sentences).to_contain_text("nothing new")
    assert_accessible(audit.page)
    audit.open("merge")
    assert_accessible(audit.page)


def test_who_answered_and_when_is_shown_to_those_who_ask(audit: Questionnaire) -> None:
    audit.load(ANA)
    audit.go_to("check")
    row = audit.check_row("Births a year")
    expect(row).not_to_contain_text("Ana")
    audit.view.get_by_role("button", name=words("who.show")).click()
    expect(row).to_contain_text("Ana, 21 November 2026 at 15:30")
    expect(audit.view.get_by_role("button", name=words("who.hide"))).to_be_focused()
    assert_accessible(audit.page)


def test_nobody_is_offered_to_see_who_answered_where_one_person_did(audit: Questionnaire) -> None:
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.open("check")
    expect(audit.check_row("How far is this in place?").first).to_be_visible()
    expect(audit.view.get_by_role("button", name=words("who.show"))).to_have_count(0)


def test_what_another_tab_answers_meanwhile_is_asked_about_too(audit: Questionnaire, page: Page) -> None:
    audit.load(MINE)
    bring(audit, ANA)
    expect(audit.merging.question("births")).to_have_count(0)
    audit.merging.choose("funding/rating", "Planned")
    other = Questionnaire(page.context.new_page()).open("details")
    other.alerts.get_by_role("button", name=words("draft.take_over")).click()
    expect(audit.merging.combine_button).to_be_disabled()
    other.question("births").write("77")
    other.expect_saved()
    audit.alerts.get_by_role("button", name=words("draft.take_over")).click()
    expect(audit.merging.question("births")).to_be_visible()
    expect(audit.merging.view.get_by_text(words("merge.changed"))).to_be_visible()
    expect(audit.merging.question("funding/rating").get_by_label("Planned", exact=True)).to_be_checked()
    audit.merging.choose("births", "77")
    audit.merging.combine()
    assert audit.download_draft().answers["births"] == 77
