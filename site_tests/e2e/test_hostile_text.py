"""Whatever a person writes is text, wherever it is shown, and comes back letter for letter."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e import hostile
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.questionnaire import STEPS, Questionnaire
from site_tests.support.browsing import PYTHON_TIMEOUT

# What would be in the page if a text had become markup, or had run.
INTRUDERS = "img[src=x], h1:text-is('heading'), main script:not([type='application/json'])"

TEXTS = {
    "team": hostile.MARKUP,
    "area": hostile.RIGHT_TO_LEFT,
    "host-organisation": hostile.UNBROKEN,
    "who-took-part": hostile.LONG,
    "clinical-supervision/notes": hostile.MARKUP,
    "clinical-supervision/supervisor-training": hostile.FORMULA,
    "multidisciplinary-team/notes": hostile.LINES,
    "clinical-leadership/notes": hostile.EMOJI,
    "clinical-leadership/pay-band": hostile.QUOTES,
    "workforce-competence/notes": hostile.LONG,
    "dyadic-work/disagreement": hostile.MARKUP,
}
ANSWERS = all_in_place({**TEXTS, "dyadic-work/disagreed": ["disagreed"], "funding/rating": "planned"})
ACTIONS = [{"what": text, "owner": hostile.MARKUP, "why": text} for text in hostile.ON_ONE_LINE]
DRAFT = draft_file(ANSWERS, {"actions": ACTIONS}, name=hostile.MARKUP)


def expect_text_only(page: Page) -> None:
    expect(page.locator(INTRUDERS)).to_have_count(0)
    assert page.title() != "run"


@pytest.fixture
def audit(audit: Questionnaire) -> Questionnaire:
    """The audit, with a person who writes nothing else."""
    audit.page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    return audit


def test_typed_text_is_text_on_every_view_and_survives_the_way_out_and_in(
    audit: Questionnaire, open_context: OpenContext, no_python: None
) -> None:
    audit.open("details")
    for path in ("team", "area", "host-organisation", "who-took-part"):
        audit.question(path).write(TEXTS[path])
    for path in ("clinical-supervision/notes", "multidisciplinary-team/notes", "clinical-leadership/notes"):
        audit.go_to(path.split("/")[0]).question(path).write(TEXTS[path])
    audit.go_to("check")
    expect_text_only(audit.page)
    expect(audit.check_row("Team").first).to_contain_text(hostile.MARKUP)
    audit.open("hub")
    expect(audit.view.locator("[data-draft-name]")).to_contain_text(hostile.MARKUP)
    file = audit.download_draft()
    assert file.name.isprintable()
    assert not set(file.name) & set('/\\:*?"<>|\u202e')
    assert {path: file.answers[path] for path in TEXTS if path in file.answers} == {
        path: text for path, text in TEXTS.items() if path in file.answers
    }
    assert len(file.answers) == 7

    other = Questionnaire(open_context().new_page()).open("open")
    other.open_draft.choose(file.path)
    expect(other.open_draft.preview).to_contain_text(hostile.MARKUP)
    expect_text_only(other.page)
    other.open_draft.accept()
    other.go_to("details")
    for path in ("team", "area", "host-organisation", "who-took-part"):
        other.question(path).expect_text(TEXTS[path])
    other.go_to_hub()
    assert other.download_draft().answers == file.answers


def test_a_draft_full_of_hostile_text_is_text_on_every_view(audit: Questionnaire, no_python: None) -> None:
    audit.load(DRAFT)
    for view in (*STEPS, "check", "results", "start", "open"):
        audit.open(view)
        expect_text_only(audit.page)
        too_wide = audit.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not too_wide, view
    audit.open("results")
    expect(audit.entries("actions").names).to_have_count(len(ACTIONS))
    for name in (hostile.FORMULA, hostile.RIGHT_TO_LEFT, "__proto__"):
        expect(audit.entries("actions").root).to_contain_text(name)


def test_results_and_both_copies_show_it_as_text(
    audit: Questionnaire, open_context: OpenContext, tmp_path: Path
) -> None:
    audit.load(DRAFT).go_to("results")
    expect(audit.results.finding("not-agreed", "dyadic-work-disputed")).to_contain_text(
        hostile.MARKUP, timeout=PYTHON_TIMEOUT
    )
    expect_text_only(audit.page)
    for kind in ("team", "share"):
        audit.results.choose_copy(kind)
        copy = tmp_path / f"{kind}.html"
        audit.results.download_copy().save_as(copy)
        reader = open_context(offline=True).new_page()
        reader.goto(copy.as_uri())
        expect(reader.get_by_role("heading", level=1)).to_contain_text(hostile.MARKUP)
        expect(reader.get_by_role("main")).to_contain_text(hostile.FORMULA)
        expect_text_only(reader)


def test_a_spreadsheet_runs_nothing_and_loses_nothing(audit: Questionnaire, no_python: None) -> None:
    audit.load(DRAFT).go_to("results")
    _, rows = audit.results.download_csv("Action plan")
    what = [row[0] for row in rows[1:]]
    assert len(what) == len(hostile.ON_ONE_LINE)
    for cell, text in zip(what, hostile.ON_ONE_LINE, strict=True):
        assert cell.removeprefix("'") == text
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"))


def test_a_file_name_cannot_say_anything_but_its_name(audit: Questionnaire, no_python: None) -> None:
    audit.open("open")
    for name in ("<img src=x onerror=alert(1)>.json", "\u202egpj.json", "a&lt;b.json"):
        audit.open_draft.choose(as_upload("{}", name))
        expect(audit.open_draft.refusal).to_contain_text(name)
        expect_text_only(audit.page)
    audit.open_draft.choose(as_upload(json.dumps({**DRAFT, "questionnaire_id": hostile.MARKUP})))
    expect(audit.open_draft.refusal).to_contain_text(hostile.MARKUP)
    expect_text_only(audit.page)
