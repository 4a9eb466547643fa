"""A downloaded web page that is opened again: a team copy holds its draft, no other copy does."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_tests.e2e import hostile
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.files import OpenDraft
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible

NOTES = {"clinical-supervision/notes": hostile.MARKUP, "dyadic-work/notes": hostile.LINES}
DRAFT = draft_file(all_in_place(NOTES), {"actions": [{"what": hostile.QUOTES}]})
INSIDE = 'id="questionnaire-draft"'


@pytest.fixture
def results(audit: Questionnaire, no_python: None) -> Questionnaire:
    return audit.load(DRAFT).go_to("results")


def take(results: Questionnaire, file: Path) -> str:
    tools = results.results.tools
    tools.get_by_role("button", name=words("export.download_copy"), exact=True).click()
    results.results.download_copy("export.without").save_as(file)
    return file.read_text(encoding="utf-8")


def test_a_team_copy_is_opened_again_with_every_answer(
    results: Questionnaire, open_context: OpenContext, tmp_path: Path
) -> None:
    file = tmp_path / "copy.html"
    assert_accessible(results.page)
    take(results, file)

    # The file itself still shows what was written, and runs nothing.
    reader = open_context(offline=True).new_page()
    reader.goto(file.as_uri())
    expect(reader.locator("main")).to_contain_text(hostile.MARKUP)
    assert reader.title() != "run"

    colleague = Questionnaire(open_context().new_page())
    colleague.open("open")
    opening = OpenDraft(colleague.page)
    opening.choose(file)
    expect(opening.preview).to_contain_text("Example team, Example area")
    opening.accept()
    colleague.go_to("results")
    expect(colleague.results.part("evidence")).to_contain_text(hostile.MARKUP)
    again = colleague.open("hub").download_draft()
    before = {path: answer["value"] for path, answer in DRAFT["answers"].items()}
    assert again.answers == before


def test_a_copy_without_its_draft_says_so_when_it_is_opened(results: Questionnaire, tmp_path: Path) -> None:
    file = tmp_path / "copy.html"
    results.results.tools.get_by_label(words("export.draft_inside")).uncheck()
    assert INSIDE not in take(results, file)
    results.open("open")
    opening = OpenDraft(results.page)
    opening.choose(file)
    expect(opening.refusal).to_contain_text(words("files.summary_without_draft"))


def test_only_the_whole_team_copy_may_hold_the_draft(results: Questionnaire, tmp_path: Path) -> None:
    tools = results.results.tools
    inside = tools.get_by_label(words("export.draft_inside"))
    expect(inside).to_be_checked()
    results.results.choose_copy("share")
    expect(inside).to_be_hidden()
    expect(tools).to_contain_text(words("export.no_draft_inside"))
    assert INSIDE not in take(results, tmp_path / "share.html")

    results.results.choose_copy("team")
    tools.get_by_label(words("export.answers_only"), exact=True).check()
    expect(inside).to_be_hidden()
    answers = tmp_path / "answers.html"
    results.results.download_copy().save_as(answers)
    text = answers.read_text(encoding="utf-8")
    assert INSIDE not in text
    # What only hidden or removed answers would tell is in no copy without the draft.
    assert '"stamp"' not in text
