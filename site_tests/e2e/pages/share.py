"""The place where a draft is passed on, and what a locked file asks."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from site_tests.e2e.pages.files import DraftFile
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words


class Share:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = page.locator('[data-view="share"]')
        self.name = self.view.get_by_label(words("share.editor_name"))
        self.passphrase = self.view.get_by_label(words("lock.passphrase"), exact=True)
        self.again = self.view.get_by_label(words("lock.again"))
        self.look = self.view.locator("[data-share-look]")
        self.letter = self.view.get_by_label(words("share.letter"))
        self.email = self.view.get_by_role("link", name=words("share.open_email"))
        self.copy_button = self.view.get_by_role("button", name=words("share.copy"))
        self.download_button = self.view.get_by_role("button", name=words("share.download"))
        self.share_button = self.view.get_by_role("button", name=words("share.share"), exact=True)
        self.erased = self.view.locator(".app-share__said").first
        self.said = self.view.locator(".app-share__said").last

    def choose_part(self, *titles: str) -> None:
        self.view.get_by_label(words("share.part"), exact=True).check()
        for title in titles:
            self.section(title).check()

    def section(self, title: str) -> Locator:
        return self.view.get_by_role("group", name=words("share.sections")).get_by_label(title, exact=True)

    def lock(self, passphrase: str, again: str | None = None) -> None:
        self.unfold_lock()
        self.passphrase.fill(passphrase)
        self.again.fill(passphrase if again is None else again)

    def unfold_lock(self) -> None:
        self.view.locator("summary", has_text=words("lock.fold")).click()

    def unfold_all(self) -> None:
        self.look.locator("details:not([open]) > summary").first.click()

    def download(self) -> DraftFile:
        with self.page.expect_download() as download:
            self.download_button.click()
        return DraftFile(download.value.suggested_filename, Path(download.value.path()))


class Unlock:
    """The question for the passphrase of a locked file, wherever it is asked."""

    def __init__(self, scope: Locator) -> None:
        self.form = scope.locator("[data-unlock]")
        self.passphrase = self.form.get_by_label(words("lock.passphrase"), exact=True)
        self.error = self.form.locator(".govuk-error-message")

    def try_with(self, passphrase: str) -> None:
        self.passphrase.fill(passphrase)
        self.form.get_by_role("button", name=words("lock.unlock"), exact=True).click()


def share_of(questionnaire: Questionnaire) -> Share:
    """Go to where the draft at hand is passed on."""
    questionnaire.open("hub").view.get_by_role("link", name=words("hub.share")).click()
    questionnaire.expect_view("share")
    share = Share(questionnaire.page)
    expect(share.download_button).to_be_visible()
    return share
