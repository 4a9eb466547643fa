"""The list of a questionnaire's drafts in one browser."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from site_tests.e2e.pages.files import DraftFile
from site_tests.e2e.words import words


class Drafts:
    """The view "Your drafts"."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = page.locator('[data-view="drafts"]')
        self.cards = self.view.locator("[data-draft]")
        self.names = self.cards.locator(".app-draft__name")

    def card(self, name: str) -> "Card":
        return Card(self.page, self.cards.filter(has_text=name))

    def start_new(self) -> None:
        self.view.get_by_role("button", name=words("drafts.new")).click()

    def expect_names(self, *names: str) -> None:
        """These and no others, in this order; the one at hand is marked."""
        expect(self.names).to_have_text([name.replace("*", f" {words('drafts.at_hand')}") for name in names])


class Card:
    """One draft in the list, found by something that stands in it."""

    def __init__(self, page: Page, root: Locator) -> None:
        self.page = page
        self.root = root

    def tool(self, label: str) -> Locator:
        return self.root.get_by_role("button", name=words(label))

    def open(self) -> None:
        self.tool("drafts.open").click()

    def rename(self, name: str) -> None:
        self.tool("drafts.rename").click()
        box = self.page.get_by_label(words("drafts.name_label"))
        expect(box).to_be_focused()
        box.fill(name)
        self.page.keyboard.press("Enter")

    def duplicate(self) -> None:
        self.tool("drafts.duplicate").click()

    def download(self) -> DraftFile:
        with self.page.expect_download() as download:
            self.tool("hub.download").click()
        return DraftFile(download.value.suggested_filename, Path(download.value.path()))

    def delete(self) -> None:
        self.tool("drafts.delete").click()

    def undo(self) -> None:
        self.tool("drafts.undo").click()

    def remove(self) -> None:
        self.tool("drafts.remove").click()

    def start_from(self, *also: str) -> None:
        """Start a new draft from it, and carry over what is ticked as well."""
        self.tool("drafts.start_from").click()
        for label in also:
            self.root.get_by_role("checkbox", name=label).check()
        self.root.get_by_role("button", name=words("drafts.start_from_confirm")).click()
