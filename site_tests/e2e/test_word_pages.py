"""The Word documents of both examples, opened by LibreOffice and laid out on pages."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from site_tests.e2e.pages.comparing import Comparing
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.results import Results
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.words import words
from site_tests.e2e.years import earlier_audits
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.office import converted, needs
from site_tests.support.printing import page_texts
from site_tests.support.word import WordFile, read_word

pytestmark = [pytest.mark.long, needs("writer")]

# The document asks for Arial; where that is not installed, Liberation Sans is as wide, letter by letter.
FONTS = ("Arial", "LiberationSans", "OpenSymbol", "Symbol")


def packed(text: str) -> str:
    return "".join(text.split())


def laid_out(results: Results, folder: Path, header: str) -> tuple[WordFile, list[str]]:
    """The document, and the text of each of its pages: numbered, headed, on A4, in its own type."""
    file = folder / "report.docx"
    results.download_word().save_as(file)
    reader = PdfReader(converted(file, "pdf"))
    boxes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert boxes == {(595, 842)}
    fonts = {font for page in reader.pages for font in page._get_fonts()[0]}
    assert fonts
    assert all(font.split("+")[-1].startswith(FONTS) for font in fonts), fonts
    pages = page_texts(reader)
    for number, page in enumerate(pages, start=1):
        assert f"Page{number}of{len(pages)}" in page
        assert page.startswith(packed(header)), page[:80]
    return read_word(file), pages


def assert_complete(word: WordFile, pages: list[str]) -> None:
    """Every heading and every row is on the pages; no row is cut, and the head of a table is repeated."""
    everything = "".join(pages)
    for _, text in word.headings:
        assert packed(text) in everything, text
    at = 0
    for table in word.tables:
        for row in table:
            before = at
            # Tables stand in their order: a row that is like another is not looked for on an earlier page.
            at = next((number for number in range(at, len(pages)) if holds(pages[number], row)), -1)
            assert at >= 0, row
            if at > before and row is not table[0] and len(row) > 2:
                assert holds(pages[at], table[0]), table[0]


def holds(page: str, row: list[str]) -> bool:
    return all(packed(line) in page for cell in row for line in cell.split("\n"))


def test_the_audit_with_two_earlier_years(audit: Questionnaire, tmp_path: Path) -> None:
    audit.page.goto("self-audit/?example&step=results")
    expect(audit.results.finding("unmet", "age-accepted")).to_be_visible(timeout=PYTHON_TIMEOUT)
    comparing = Comparing(audit.results)
    comparing.add(*earlier_audits())
    expect(comparing.root.get_by_text(words("changes.figure_findings"))).to_be_visible(timeout=PYTHON_TIMEOUT)
    header = "Puddle Lane parent-infant team (invented), Greater Puddle (invented) · 18 November 2026"
    word, pages = laid_out(audit.results, tmp_path, header)
    assert_complete(word, pages)
    assert 8 <= len(pages) <= 16
    # The contents are there without anybody having updated them.
    for part in ("Ratingsataglance", "Changesinceearlieraudits", "Actionplan", "Everyanswer"):
        assert part in pages[0]


def test_the_map_and_its_one_page(service_map: ServiceMap, tmp_path: Path) -> None:
    results = service_map.open_example("results").results
    expect(results.finding("findings", "r1-neonatal")).to_be_visible(timeout=PYTHON_TIMEOUT)
    header = "Greater Puddle (invented) · 19 November 2026"
    word, pages = laid_out(results, tmp_path, header)
    assert_complete(word, pages)
    assert 10 <= len(pages) <= 30

    results.tools.get_by_label("One page for commissioners", exact=True).check()
    (tmp_path / "short").mkdir()
    word, pages = laid_out(results, tmp_path / "short", header)
    assert_complete(word, pages)
    assert len(pages) == 1
