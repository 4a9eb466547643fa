"""The results: the parts of the report, and what can be taken away."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.excel import ExcelFile, read_excel


class Results:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = page.locator('[data-view="results"]')
        self.team_type = self.part("team-type")
        self.conclusion = self.team_type.get_by_role("heading", level=3)
        self.reasons = self.team_type.locator(".app-reasons").first.get_by_role("listitem")
        self.glance_rows = self.part("at-a-glance").locator("tr:has(.app-grid__row)")
        self.problem = page.locator("[data-alerts] .app-alert").filter(
            has_text=words("results.problem_title")
        )
        self.try_again = self.problem.get_by_role("button", name=words("results.try_again"))
        self.tools = self.view.locator("[data-results-tools]")
        self.left_out = self.tools.locator(".app-copy__left-out")
        self.offer = self.tools.locator("[data-copy-offer]")
        self.making = self.tools.locator("[data-making]")
        self.excel_button = self.tools.get_by_role("button", name=words("export.download_excel"), exact=True)
        self.word_button = self.tools.get_by_role("button", name=words("export.download_word"), exact=True)

    def part(self, id: str) -> Locator:
        return self.view.locator(f'[data-report-part="{id}"]')

    def reveal(self) -> None:
        self.team_type.locator("[data-reveal]").click()

    def expect_conclusion(self, title: str) -> None:
        """Wait for Python to say so."""
        expect(self.conclusion).to_have_text(title, timeout=PYTHON_TIMEOUT)

    def glance_cell(self, item: str) -> Locator:
        """The one cell that is marked in the row of an item."""
        row = self.glance_rows.filter(has=self.page.get_by_role("rowheader", name=item))
        return row.locator("td:not([data-state=none])")

    def finding(self, part: str, id: str) -> Locator:
        return self.part(part).locator(f'[data-finding="{id}"]')

    # To take away

    def choose_copy(self, kind: str, *put_in: str) -> None:
        """Choose `team` or `share`, and what goes into a copy to share all the same."""
        self.tools.get_by_label(words(f"export.{kind}_copy"), exact=True).check()
        for label in put_in:
            self.tools.get_by_label(label, exact=True).check()

    def download_copy(self, button: str = "export.download_copy") -> Download:
        with self.page.expect_download(timeout=PYTHON_TIMEOUT) as download:
            self.tools.get_by_role("button", name=words(button), exact=True).click()
        return download.value

    def download_word(self) -> Download:
        return self.download_copy("export.download_word")

    def download_excel(self) -> ExcelFile:
        return read_excel(Path(self.download_copy("export.download_excel").path()).read_bytes())

    def download_csv(self, title: str) -> tuple[str, list[list[str]]]:
        """The file's text, and what a spreadsheet makes of it."""
        with self.page.expect_download() as download:
            self.tools.get_by_role("button", name=words("export.download_csv", title=title)).click()
        text = Path(download.value.path()).read_bytes().decode("utf-8")
        return text, list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
