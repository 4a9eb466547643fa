"""The Word document: it says what the web page says, as headings, tables and pictures; and when it fails."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e import hostile
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.results import Results
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.server import Answer, StaticSite
from site_tests.support.word import WordFile, read_word

# The web page's headings, its title being 0, and its tables cell by cell: answers stand in two columns.
HEADINGS = """nodes => nodes.map(node => [Number(node.localName[1]) - 1, node.textContent])"""
TABLES = """nodes => nodes.map(table => [...table.querySelectorAll('tr, .govuk-summary-list__row')].map(row =>
    [...row.children].map(cell => {
      const items = [...cell.querySelectorAll('li')];
      return items.length > 0 ? items.map(item => item.textContent).join('\\n') : cell.textContent;
    })))"""


def page_says(page: Page, file: Path) -> tuple[list[tuple[int, str]], list[list[list[str]]]]:
    page.goto(file.as_uri())
    headings = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(HEADINGS)
    return [(level, text) for level, text in headings], page.locator("table, dl").evaluate_all(TABLES)


def take(results: Results, folder: Path, kind: str) -> Path:
    file = folder / f"copy.{kind}"
    (results.download_word() if kind == "docx" else results.download_copy()).save_as(file)
    return file


def assert_same(word: WordFile, page: Page, html: Path) -> None:
    headings, tables = page_says(page, html)
    assert word.headings == [(min(level, 4), text) for level, text in headings]
    assert word.tables == tables


def test_the_audit_in_word_says_what_the_web_page_says(
    audit: Questionnaire, open_context: OpenContext, tmp_path: Path
) -> None:
    audit.page.goto("self-audit/?example&step=results")
    results = audit.results
    expect(results.finding("unmet", "age-accepted")).to_be_visible(timeout=PYTHON_TIMEOUT)
    results.reveal()
    html, docx = take(results, tmp_path, "html"), take(results, tmp_path, "docx")

    word = read_word(docx)
    assert_same(word, open_context(offline=True).new_page(), html)
    figures = results.view.locator("figure [role=img]").evaluate_all("nodes => nodes.map(n => n.ariaLabel)")
    assert word.alternatives == figures
    assert all(picture.startswith(b"\x89PNG") and len(picture) > 2_000 for picture in word.media)


@pytest.mark.long
def test_the_map_in_word_is_whole_and_its_one_page_is_short(
    service_map: ServiceMap, open_context: OpenContext, tmp_path: Path
) -> None:
    results = service_map.open_example("results").results
    expect(results.finding("findings", "r1-neonatal")).to_be_visible(timeout=PYTHON_TIMEOUT)
    reader = open_context(offline=True).new_page()
    html, docx = take(results, tmp_path, "html"), take(results, tmp_path, "docx")
    whole = read_word(docx)
    assert_same(whole, reader, html)
    assert any("18" in alternative for alternative in whole.alternatives)

    results.tools.get_by_label("One page for commissioners", exact=True).check()
    results.choose_copy("share")
    short = read_word(take(results, tmp_path, "docx"))
    assert "Put Mirefield into the Puddle Lane contract" in short.text
    for left_out in ("Every service", "Ends on 31 December 2027"):
        assert left_out not in short.text


def test_hostile_text_is_text_in_word_too(audit: Questionnaire, tmp_path: Path, no_python: None) -> None:
    texts = {
        "team": hostile.MARKUP,
        "clinical-supervision/notes": hostile.QUOTES + "\u0001\u000b",
        "clinical-leadership/notes": hostile.LINES,
        "dyadic-work/notes": hostile.LONG,
        "multidisciplinary-team/notes": hostile.EMOJI,
    }
    actions = [{"what": text} for text in hostile.ON_ONE_LINE]
    audit.load(draft_file(all_in_place(texts), {"actions": actions})).go_to("results")
    audit.results.tools.get_by_role("button", name=words("export.download_word")).click()
    file = tmp_path / "copy.docx"
    audit.results.download_copy("export.without").save_as(file)

    word = read_word(file)
    assert word.headings[0][1].startswith(hostile.MARKUP)
    cells = {cell for table in word.tables for row in table for cell in row}
    for said in (*hostile.ON_ONE_LINE, hostile.QUOTES, hostile.EMOJI, hostile.LONG.strip()):
        assert said in cells, said[:80]


@pytest.mark.allow_page_errors("the browser reports what it could not fetch")
def test_when_word_fails_the_person_is_told_what_to_do_and_can_try_again(
    audit: Questionnaire, site: StaticSite, tmp_path: Path, no_python: None
) -> None:
    audit.load(draft_file(all_in_place())).go_to("results")
    results = audit.results
    results.tools.get_by_role("button", name=words("export.download_word")).click()
    with site.answering("word-writer.js", Answer(status=404)):
        results.offer.get_by_role("button", name=words("export.without")).click()
        expect(results.making).to_contain_text(words("export.word_failed"))
        expect(results.making).to_be_focused()
        assert_accessible(audit.page)
    with audit.page.expect_download() as download:
        results.making.get_by_role("button", name=words("export.try_again")).click()
    assert download.value.suggested_filename.endswith("-team-copy.docx")
    expect(results.making).to_be_hidden()


@pytest.mark.allow_page_errors("the browser may report the worker that was given up")
def test_a_word_document_that_takes_long_can_be_stopped_by_keyboard(
    audit: Questionnaire, site: StaticSite, no_python: None
) -> None:
    audit.load(draft_file(all_in_place())).go_to("results")
    results = audit.results
    with site.answering("word-writer.js", Answer(delay=3600)):
        results.tools.get_by_role("button", name=words("export.download_word")).press("Enter")
        results.offer.get_by_role("button", name=words("export.without")).press("Enter")
        expect(results.making).to_contain_text(words("export.making_word"))
        assert_accessible(audit.page)
        assert len(audit.page.context.pages) == 1
        results.making.get_by_role("button", name=words("export.stop_making")).press("Enter")
        expect(results.making).to_be_hidden()
        expect(results.word_button).to_be_focused()
        expect(audit.page.locator("[data-announce]")).to_have_text(words("export.stopped_making"))
