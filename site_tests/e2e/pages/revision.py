"""What changed in the questionnaire: the view that says what has become of a draft's answers."""

from playwright.sync_api import Locator, Page

from site_tests.e2e.words import words


class Revision:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = page.locator('[data-view="revision"]')
        self.cards = self.view.locator(".app-draft")

    def card(self, question: str) -> Locator:
        return self.cards.filter(has=self.page.get_by_role("heading", name=question, exact=True))

    def look_at(self, question: str) -> None:
        self.card(question).get_by_role("button", name=words("revision.look_at_question")).click()

    def go_back(self) -> None:
        self.view.get_by_role("button", name=words("revision.go_back")).click()

    def carry_over(self) -> None:
        self.view.get_by_role("button", name=words("revision.carry_over")).click()
