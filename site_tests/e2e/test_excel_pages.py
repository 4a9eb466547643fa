"""The workbooks of both examples, read by LibreOffice and written anew with every figure; and on pages."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from site_tests.e2e.pages.results import Results
from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.excel import read_excel
from site_tests.support.office import converted, needs
from site_tests.support.printing import page_texts

pytestmark = [pytest.mark.long, needs("calc")]


@pytest.mark.parametrize("questionnaire", ["self-audit", "service-map"])
def test_another_program_reads_what_was_written(page: Page, tmp_path: Path, questionnaire: str) -> None:
    results = Results(page)
    page.goto(f"{questionnaire}/?example&step=results")
    expect(results.view.locator("[data-finding]").first).to_be_visible(timeout=PYTHON_TIMEOUT)
    file = tmp_path / "report.xlsx"
    results.download_copy("export.download_excel").save_as(file)
    ours = read_excel(file.read_bytes())
    theirs = read_excel(converted(file, "xlsx").read_bytes())
    assert theirs.names == ours.names
    for name in ours.names:
        assert theirs.rows(name) == ours.rows(name), name
    assert theirs.formulas == ours.formulas == []
    assert theirs.choices("Action plan", "Status") == ours.choices("Action plan", "Status")

    reader = PdfReader(converted(file, "pdf"))
    pages = page_texts(reader)
    assert all(f"Page{number}of{len(pages)}" in page for number, page in enumerate(pages, start=1))
    everything = "".join(pages)
    for record in ours.records(words("export.findings")):
        assert "".join(record[words("export.finding")].split()) in everything
