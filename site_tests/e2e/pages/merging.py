"""Combining drafts: what files bring, and what a person decides."""

from playwright.sync_api import Locator, Page

from site_tests.e2e.words import words


class Merging:
    """The view where drafts are combined, and the message that follows."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = page.locator('[data-view="merge"]')
        self.sentences = self.view.locator(".app-lead")
        self.taken = self.view.locator("details")
        self.questions = self.view.locator("[data-merge-question]:visible")
        self.done = page.locator("[data-alerts] .app-alert--success")
        self.combine_button = self.view.get_by_role("button", name=words("merge.combine"), exact=True)

    def question(self, path: str) -> Locator:
        return self.view.locator(f'[data-merge-question="{path}"]')

    def choose(self, path: str, label: str) -> None:
        self.question(path).get_by_label(label, exact=True).check()

    def combine(self) -> None:
        self.combine_button.click()

    def undo(self) -> None:
        self.done.get_by_role("button", name=words("merge.undo"), exact=True).click()
