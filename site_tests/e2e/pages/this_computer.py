"""“Check this computer” as a person sees it."""

from typing import Self

from playwright.sync_api import Locator, Page, expect

from site_tests.e2e.words import words


class ThisComputer:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.main = page.locator("main")
        self.verdict = page.locator("[data-verdict]")
        self.stored = page.locator("[data-stored]")
        self.fetched = page.locator("[data-fetched]")
        self.letter = page.locator("textarea")
        self.to_look_at = page.locator('[data-state="look"]')

    def open(self) -> Self:
        self.page.goto("check-this-computer/")
        expect(self.page.locator('[data-module="this-computer"][data-ready]')).to_be_attached()
        return self

    def line(self, key: str) -> Locator:
        """A line by the word of its title: `line("journal")`."""
        title = self.page.get_by_role("heading", name=words(f"computer.{key}"), exact=True)
        return self.page.locator(".app-check").filter(has=title)

    def expect_state(self, key: str, state: str, timeout: float | None = None) -> None:
        expect(self.line(key)).to_have_attribute("data-state", state, timeout=timeout)

    def press(self, key: str) -> None:
        self.page.get_by_role("button", name=words(f"computer.{key}"), exact=True).click()
