"""Files are chosen or dropped, one or many, good, damaged or locked, before they are combined."""

import json

import pytest
from playwright.sync_api import expect

from site_tests.e2e.colleagues import ANA, BEN, MINE
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.share import Unlock, share_of
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible

pytestmark = pytest.mark.usefixtures("no_python")


def test_into_a_blank_draft_several_files_are_opened_and_combined(audit: Questionnaire) -> None:
    audit.open("open")
    audit.open_draft.choose([as_upload(BEN, "ben.json"), as_upload(ANA, "ana.json")])
    audit.open_draft.preview.get_by_role("button", name=words("files.open_together")).click()
    expect(audit.merging.sentences).to_contain_text("Ben’s file")
    audit.merging.combine()
    answers = audit.download_draft().answers
    assert (answers["area"], answers["births"]) == ("Northtown", 3100)


def test_a_damaged_file_among_good_ones_is_explained_and_the_good_ones_can_be_used(
    audit: Questionnaire,
) -> None:
    audit.load(MINE)
    audit.open("open")
    audit.open_draft.choose(
        [
            as_upload(json.dumps(ANA)[:900], "half.json"),
            as_upload(ANA, "ana.json"),
            as_upload("", "empty.json"),
        ]
    )
    expect(audit.open_draft.refusal).to_have_count(2)
    expect(audit.open_draft.refusal.first).to_contain_text(words("files.damaged"))
    expect(audit.open_draft.refusal.last).to_contain_text(words("files.empty"))
    audit.open_draft.combine()
    expect(audit.merging.sentences).to_have_count(1)


def test_a_locked_file_among_others_is_unlocked_in_its_place(
    audit: Questionnaire, open_context: OpenContext
) -> None:
    share = share_of(Questionnaire(open_context().new_page()).load(BEN))
    share.lock("correct horse battery staple")
    locked = share.download()

    ana = locked.path.with_name("ana.json")
    ana.write_text(json.dumps(ANA), encoding="utf-8")
    audit.load(MINE)
    audit.open("open")
    audit.open_draft.choose([locked.path, ana])
    Unlock(audit.view).try_with("correct horse battery staple")
    expect(audit.open_draft.preview.get_by_role("heading").first).to_be_focused()
    audit.open_draft.combine()
    expect(audit.merging.sentences).to_have_count(2)
    expect(audit.merging.sentences.first).to_contain_text("Ben’s file")


def test_files_can_be_dropped_on_the_page(audit: Questionnaire) -> None:
    audit.load(MINE)
    audit.open("open")
    audit.open_draft.drop(as_upload(ANA, "dropped.json"))
    expect(audit.open_draft.preview).to_contain_text("dropped.json")
    audit.expect_view("open")


def test_without_files_the_view_says_where_to_choose_some(audit: Questionnaire) -> None:
    audit.open("merge")
    audit.view.get_by_role("link", name=words("merge.choose_files")).click()
    audit.expect_view("open")


LAST_YEAR = draft_file(all_in_place({"date": "2025-11-20"}), draft_id="last-year", editors={"old": ""})
LAST_YEAR |= {"seen": {"old": LAST_YEAR["seen"]["example"]}}
for answer in LAST_YEAR["answers"].values():
    answer["stamp"][0] = "old"
THIS_YEAR = draft_file(
    all_in_place({"date": "2026-11-20", "funding/rating": "planned"}),
    started_from={"draft_id": "last-year", "name": "Last year", "saved_at": "2025-11-20T10:00:00.000Z"},
)
OTHERS = LAST_YEAR | {"draft_id": "others", "name": "Moonlight team"}


def test_another_draft_is_named_and_combining_is_not_what_is_offered_first(audit: Questionnaire) -> None:
    audit.load(THIS_YEAR)
    audit.open("open")
    preview = audit.open_draft.preview
    combine = preview.get_by_role("button", name=words("files.combine"), exact=True)
    audit.open_draft.choose(as_upload(LAST_YEAR, "last-year.json"))
    note = preview.locator("[data-kinship]")
    expect(note).to_contain_text("started from")
    expect(note).to_contain_text("20 November 2025")
    expect(note).to_contain_text("20 November 2026")
    expect(combine).to_have_class("govuk-button govuk-button--secondary")
    assert_accessible(audit.page)
    note.get_by_role("link", name=words("files.compare_instead")).click()
    audit.expect_view("results")

    audit.open("open")
    audit.open_draft.choose(as_upload(OTHERS | {"parts": ["outcomes"]}, "part.json"))
    expect(note).to_contain_text("Moonlight team")
    expect(combine).to_have_class("govuk-button govuk-button--secondary")
    audit.open_draft.choose([as_upload(LAST_YEAR, "last-year.json"), as_upload(OTHERS, "others.json")])
    expect(note).to_have_count(2)
    expect(combine).to_have_class("govuk-button govuk-button--secondary")
