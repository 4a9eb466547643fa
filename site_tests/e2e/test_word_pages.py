"""The Word documents of both examples, opened by LibreOffice and laid out on pages."""

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.results import Results
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.printing import page_texts
from site_tests.support.word import read_word

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here (Debian: libreoffice-writer-nogui)"),
]


def laid_out(results: Results, folder: Path) -> tuple[Path, list[str]]:
    """The document, and the text of each of its pages."""
    file = folder / "report.docx"
    results.download_word().save_as(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    converted = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert converted.returncode == 0, converted.stderr
    assert "rror" not in converted.stdout + converted.stderr, converted.stdout + converted.stderr
    reader = PdfReader(folder / "report.pdf")
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {
        (595, 842)
    }
    return file, page_texts(reader)


def assert_complete(file: Path, pages: list[str]) -> None:
    """Every page is numbered, and every heading and cell of the document is on one of them."""
    for number, page in enumerate(pages, start=1):
        assert f"Page{number}of{len(pages)}" in page
    everything = "".join(pages)
    word = read_word(file)
    cells = (cell for table in word.tables for row in table for cell in row)
    for said in [*(text for _, text in word.headings), *cells]:
        for line in said.split("\n"):
            assert "".join(line.split()) in everything, line


def test_the_audit(audit: Questionnaire, tmp_path: Path) -> None:
    audit.page.goto("self-audit/?example&step=results")
    expect(audit.results.finding("unmet", "age-accepted")).to_be_visible(timeout=PYTHON_TIMEOUT)
    file, pages = laid_out(audit.results, tmp_path)
    assert_complete(file, pages)
    assert 5 <= len(pages) <= 14
    # The contents are there without anybody having updated them.
    for part in ("Ratingsataglance", "Actionplan", "Everyanswer"):
        assert part in pages[0]


def test_the_map_and_its_one_page(service_map: ServiceMap, tmp_path: Path) -> None:
    results = service_map.open_example("results").results
    expect(results.finding("findings", "r1-neonatal")).to_be_visible(timeout=PYTHON_TIMEOUT)
    file, pages = laid_out(results, tmp_path)
    assert_complete(file, pages)
    assert 10 <= len(pages) <= 30

    results.tools.get_by_label("One page for commissioners", exact=True).check()
    file, pages = laid_out(results, tmp_path)
    assert_complete(file, pages)
    assert len(pages) == 1
