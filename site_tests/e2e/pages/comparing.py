"""Earlier drafts beside the one at hand, and what has changed."""

import re
from typing import Any

from playwright.sync_api import Locator, expect

from site_tests.e2e.drafts import as_upload
from site_tests.e2e.pages.results import Results
from site_tests.e2e.words import words


class Comparing:
    def __init__(self, results: Results) -> None:
        self.page = results.page
        self.root = results.part("changes")
        self.files = self.root.locator("input[type=file]")
        self.problem = self.root.locator(".govuk-error-message")
        self.chosen = self.root.locator(".app-comparison > div:last-child").get_by_role("listitem")
        self.here = self.root.locator("summary").filter(has_text=words("changes.in_browser"))
        self.notes = self.root.locator(".app-note")

    def add(self, *drafts: dict[str, Any] | str) -> None:
        files: list[Any] = [as_upload(draft, f"{index}.json") for index, draft in enumerate(drafts)]
        self.files.set_input_files(files)

    def compare_with_own(self, name: str) -> None:
        self.here.click()
        use = f"{words('changes.compare_with')} {words('changes.compare_with_draft', name=name)}"
        self.root.get_by_role("button", name=use).click()

    def remove(self, date: str) -> None:
        line = self.chosen.filter(has_text=date)
        line.get_by_role("button", name=words("changes.remove")).click()

    def said(self, date: str) -> list[str]:
        """The sentences since a date."""
        heading = self.root.get_by_role("heading", name=words("changes.since", date=date), exact=True)
        return heading.locator("+ ul").get_by_role("listitem").all_inner_texts()

    def table(self, caption: str) -> Locator:
        """Opened, where it is folded."""
        called = self.page.locator("caption").filter(has_text=re.compile(rf"^{re.escape(caption)}$"))
        table = self.root.locator("table").filter(has=called)
        expect(table).to_have_count(1)
        fold = self.root.locator("details:not([open])").filter(has=called)
        if fold.count() > 0:
            fold.locator("summary").click()
        return table

    def open_tables(self) -> None:
        folds = self.root.locator("[data-part-body] details")
        folds.evaluate_all("all => all.forEach(one => one.open = true)")

    def row(self, caption: str, name: str) -> list[str]:
        row = self.table(caption).get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=name))
        return row.locator("th, td").all_inner_texts()
