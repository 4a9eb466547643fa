"""A draft leaves as a file and comes back from one, and nothing is replaced unseen."""

import json

import pytest
from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")


def test_a_draft_made_here_opens_on_another_computer_with_the_same_answers(
    audit: Questionnaire, open_context: OpenContext
) -> None:
    audit.open("details")
    audit.question("team").write("Sunny Side, Unit 4/b")
    audit.question("nation").choose("Scotland")
    audit.question("date").write_date("1", "2", "2026")
    audit.entries("disciplines").add(discipline="Art therapy", wte="0.6")
    audit.go_to("dyadic-work").question("dyadic-work/rating").choose("Embedded")
    audit.go_to_hub()
    file = audit.download_draft()
    assert file.name.startswith("sunny-side-unit-4-b-")
    assert file.name.endswith(".json")

    other = Questionnaire(open_context().new_page()).open()
    other.view.get_by_role("link", name=words("start.open")).click()
    other.open_draft.choose(file.path)
    other.open_draft.accept()
    other.expect_view("hub")
    expect(other.view).to_contain_text("Sunny Side, Unit 4/b")
    other.go_to("dyadic-work").question("dyadic-work/rating").expect_chosen("Embedded")
    other.go_to("details").question("team").expect_text("Sunny Side, Unit 4/b")
    expect(other.entries("disciplines").names).to_have_text(["Art therapy"])
    other.go_to_hub()
    assert other.download_draft().answers == file.answers


def test_a_file_says_what_it_is_before_anything_is_replaced(audit: Questionnaire) -> None:
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.open("open")
    audit.open_draft.choose(as_upload(draft_file(all_in_place()), "friday.json"))

    preview = audit.open_draft.preview
    expect(preview.get_by_role("heading")).to_be_focused()
    for fact in (
        "friday.json",
        "Self-audit for parent-infant teams",
        "Example team, Example area",
        "20 November 2026",
        str(len(all_in_place())),
        words("files.replaces"),
    ):
        expect(preview).to_contain_text(fact)

    audit.open_draft.cancel()
    expect(preview).to_be_empty()
    audit.open("funding")
    audit.question("funding/rating").expect_chosen("Planned")


def test_the_replaced_draft_can_be_had_again_and_so_can_the_other(audit: Questionnaire) -> None:
    audit.open("details")
    audit.question("team").write("Our own team")
    audit.expect_saved()
    audit.load(draft_file(all_in_place()))

    audit.open("drafts")
    audit.drafts.card("Our own team").open()
    audit.expect_view("details")
    audit.question("team").expect_text("Our own team")
    audit.go_to_hub()
    expect(audit.hub_status("funding")).to_have_text(words("hub.status_todo"))

    audit.open("drafts")
    audit.drafts.card("Example team").open()
    expect(audit.hub_status("funding")).to_have_text(words("hub.status_done"))


GOOD = draft_file(all_in_place())
REFUSED = [
    ("an empty file", "", words("files.empty")),
    ("a file cut off", json.dumps(GOOD)[:500], words("files.damaged")),
    ("a draft without its head", json.dumps({**GOOD, "questionnaire_id": None}), words("files.damaged")),
    ("a letter", "Dear colleague, here is the plan.", words("files.not_a_draft")),
    ("another program's JSON", '{"name": "package", "version": "1"}', words("files.not_a_draft")),
    ("a list", "[1, 2, 3]", words("files.not_a_draft")),
    (
        "another questionnaire's draft",
        json.dumps({**GOOD, "questionnaire_id": "service-map"}),
        words("files.other_questionnaire", other="service-map", title="Self-audit for parent-infant teams"),
    ),
    ("a newer program's draft", json.dumps({**GOOD, "draft_version": 99}), words("files.newer")),
    (
        "a newer questionnaire's draft",
        json.dumps({**GOOD, "questionnaire_revision": 99}),
        words("files.newer"),
    ),
]


def test_a_file_that_cannot_be_opened_is_explained_and_nothing_changes(audit: Questionnaire) -> None:
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.open("open")
    for what, text, reason in REFUSED:
        audit.open_draft.choose(as_upload(text, f"{what}.json"))
        expect(audit.open_draft.refusal).to_contain_text(words("files.cannot_open", file=f"{what}.json"))
        expect(audit.open_draft.refusal).to_contain_text(reason)
        expect(audit.open_draft.refusal).to_contain_text(words("files.nothing_changed"))
        expect(audit.open_draft.refusal.get_by_role("heading")).to_be_focused()
    audit.open("funding")
    audit.question("funding/rating").expect_chosen("Planned")


def test_what_a_file_holds_beyond_this_page_is_counted_and_kept(audit: Questionnaire) -> None:
    draft = draft_file({"dyadic-work/rating": "brilliant", "unheard-of": "kept", "births": 900})
    draft["answers"]["damaged"] = "not an answer"
    audit.open("open")
    audit.open_draft.choose(as_upload(draft))
    for key in ("files.unknown", "files.unusable", "files.unreadable_parts"):
        expect(audit.open_draft.preview).to_contain_text(words(key, count=1))
    audit.open_draft.accept()

    expect(audit.hub_status("dyadic-work")).to_have_text(words("hub.status_review"))
    assert audit.download_draft().answers == {
        "dyadic-work/rating": "brilliant",
        "unheard-of": "kept",
        "births": 900,
    }


def test_a_file_cannot_reach_behind_the_page(audit: Questionnaire) -> None:
    """Names that JavaScript gives a meaning of their own are only names."""
    text = json.dumps(draft_file({"funding/rating": "planned", "PROTOTYPE": "polluted"}))
    text = text.replace("PROTOTYPE", "__proto__").replace(
        '"entries": {}', '"entries": {"__proto__": {"value": {}}}'
    )
    audit.open("open")
    audit.open_draft.choose(as_upload(text))
    audit.open_draft.accept()

    audit.go_to("funding").question("funding/rating").expect_chosen("Planned")
    assert audit.page.evaluate("[({}).value, ({}).polluted, Object.keys(Object.prototype)]") == [
        None,
        None,
        [],
    ]
