"""A workshop: people's answers compared, or votes counted, and what is agreed."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from site_tests.e2e.words import words


class WorkshopRow:
    """One question: its spread, its notes, and what is agreed on it."""

    def __init__(self, root: Locator) -> None:
        self.root = root
        self.state = root.locator(".app-spread__state")
        self.answers = root.locator(".app-spread__answer")
        self.notes = root.locator(".app-spread__notes")
        self.summary = root.locator(".app-spread__agree > summary")
        self.error = root.locator(".govuk-error-message")
        self.why = root.get_by_label(words("workshop.why"))
        self.minority = root.get_by_label(words("workshop.minority"))

    @property
    def heading(self) -> str:
        return self.root.get_by_role("heading", level=2).inner_text()

    def answer(self, label: str) -> Locator:
        return self.root.get_by_role("radio", name=label, exact=True)

    def open(self) -> "WorkshopRow":
        self.summary.click()
        return self

    def record(self) -> None:
        self.root.get_by_role("button", name=words("workshop.record"), exact=True).click()

    def vote(self, label: str, count: int) -> None:
        """Count hands one by one."""
        name = words("workshop.more", label=label, heading=self.heading)
        more = self.root.get_by_role("button", name=name, exact=True)
        for _ in range(count):
            more.click()

    def votes(self, label: str) -> Locator:
        return self.root.get_by_label(words("workshop.votes", label=label, heading=self.heading))


class Workshop:
    """The view."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = page.locator('[data-view="workshop"]')
        self.input = self.view.get_by_label(words("workshop.choose"), exact=True)
        self.refusal = self.view.locator(".app-alert--error")
        self.progress = self.view.locator("[data-workshop-progress]")
        self.rows = self.view.locator("[data-workshop-row]:visible")
        self.titles = self.rows.locator("h2")
        self.names = self.view.get_by_label(words("workshop.names"))
        self.people = self.view.locator("[data-workshop-people] details")

    def by_files(self, *files: Any) -> None:
        self.view.get_by_label(words("workshop.by_files")).check()
        self.input.set_input_files(list(files))

    def by_hands(self) -> None:
        self.view.get_by_label(words("workshop.by_hands")).check()

    def row(self, question: str) -> WorkshopRow:
        return WorkshopRow(self.view.locator(f'[data-workshop-row="{question}"]'))

    def show(self, key: str, count: int) -> None:
        """Show only some, of which so many are announced."""
        self.view.get_by_label(words(f"workshop.{key}", count=count), exact=True).check()

    def record_all(self, count: int) -> None:
        self.view.get_by_role("button", name=words("workshop.record_all", count=count)).click()

    def expect_progress(self, count: int, total: int = 12) -> None:
        expect(self.progress).to_have_text(words("workshop.progress", count=count, total=total))
