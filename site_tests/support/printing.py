"""Printing, as far as a browser can tell without paper."""

from playwright.sync_api import Page
from pypdf import PdfReader


def assert_a4(page: Page) -> None:
    """The page's own print style asks for A4, and fits on it."""
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    boxes = {box.split(b"]")[0] for box in pdf.split(b"/MediaBox [")[1:]}
    assert boxes
    for box in boxes:
        left, bottom, width, height = map(float, box.split())
        assert (left, bottom, round(width), round(height)) == (0, 0, 595, 842), boxes


def page_texts(reader: PdfReader) -> list[str]:
    """The text of each page without white space, which a PDF does not keep as it was."""
    return ["".join(page.extract_text().split()) for page in reader.pages]
