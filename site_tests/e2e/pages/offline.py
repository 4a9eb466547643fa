"""What a page says of being kept in the browser, and what the browser itself keeps of it."""

from playwright.sync_api import Page, expect

from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT


class Offline:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.line = page.locator("[data-offline]")
        self.take_over = self.line.get_by_role("button", name=words("offline.take_over"))
        self.box = page.locator('[data-module="offline"]')
        """On the page about privacy."""

    def expect_ready(self) -> None:
        expect(self.line).to_have_text(words("offline.ready"), timeout=PYTHON_TIMEOUT)

    def expect_update(self) -> None:
        expect(self.line).to_contain_text(words("offline.update"), timeout=PYTHON_TIMEOUT)

    def caches(self) -> list[str]:
        names: list[str] = self.page.evaluate("caches.keys()")
        return names

    def workers(self) -> int:
        count: int = self.page.evaluate(
            "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
        )
        return count
