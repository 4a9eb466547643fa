"""A questionnaire in one tab of one browser."""

from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Locator, Page, expect

from site_tests.e2e.drafts import as_upload
from site_tests.e2e.pages.drafts import Drafts
from site_tests.e2e.pages.files import DraftFile, OpenDraft
from site_tests.e2e.pages.merging import Merging
from site_tests.e2e.pages.question import Entries, Question
from site_tests.e2e.pages.results import Results
from site_tests.e2e.pages.workshop import Workshop
from site_tests.e2e.words import words

STEPS = (
    "details",
    "clinical-supervision",
    "multidisciplinary-team",
    "clinical-leadership",
    "workforce-competence",
    "referral-pathway",
    "age-accepted",
    "referral-criteria",
    "assessment-and-range",
    "dyadic-work",
    "experts-and-champions",
    "outputs-and-outcomes",
    "funding",
)


class Questionnaire:
    """The self-audit, or any other questionnaire by its id."""

    steps: tuple[str, ...] = STEPS

    def __init__(self, page: Page, id: str = "self-audit") -> None:
        self.page = page
        self.id = id
        self.view = page.locator("[data-view][data-current]")
        self.heading = self.view.get_by_role("heading", level=1)
        self.save_status = page.locator("[data-save-status]")
        self.undo = page.locator("[data-undo] button", has_text=words("undo.undo"))
        self.redo = page.locator("[data-undo] button", has_text=words("undo.redo"))
        self.reminder = page.locator("[data-reminder]")
        self.alerts = page.locator("[data-alerts] .app-alert")
        self.engine_status = page.locator("[data-engine-status]")
        self.engine_retry = page.locator("[data-engine-retry]")
        self.announced = page.locator("[data-announce]")
        self.projector = page.locator("[data-projector]")
        self.error_summary = self.view.locator(".govuk-error-summary")
        self.results = Results(page)
        self.open_draft = OpenDraft(page)
        self.drafts = Drafts(page)
        self.merging = Merging(page)
        self.workshop = Workshop(page)

    # Getting about

    def open(self, step: str | None = None) -> Self:
        """Come to it by an address: the start page, or a bookmarked step."""
        self.page.goto(f"{self.id}/" + (f"?step={step}" if step else ""))
        return self.when_ready()

    def reload(self) -> Self:
        self.page.reload()
        return self.when_ready()

    def when_ready(self) -> Self:
        expect(self.page.locator("html[data-ready]")).to_be_attached()
        return self

    def expect_view(self, view: str) -> None:
        expect(self.view).to_have_attribute("data-view", view)

    def start(self) -> None:
        self.view.get_by_role("button", name=words("start.begin")).click()

    def go_on(self) -> None:
        self.view.get_by_role("button", name=words("question.continue")).click()

    def go_back(self) -> None:
        self.view.get_by_role("link", name=words("question.back"), exact=True).click()

    def go_to_hub(self) -> None:
        self.view.get_by_role("link", name=words("question.to_hub")).click()

    def go_to(self, step: str) -> Self:
        """Go to a step by way of the hub, as a person does."""
        if self.view.get_attribute("data-view") in self.steps:
            self.go_to_hub()
        self.view.locator(f'a[data-go="{step}"]').first.click()
        self.expect_view(step)
        return self

    # What is on it

    def question(self, path: str) -> Question:
        return Question(self.page.locator("main"), path)

    def entries(self, item: str) -> Entries:
        return Entries(self.page.locator("main"), item)

    def hub_status(self, step: str) -> Locator:
        return self.page.locator(f'[data-hub-step="{step}"] [data-hub-status]')

    @property
    def progress(self) -> Locator:
        return self.view.locator("[data-progress]")

    def check_row(self, question: str) -> Locator:
        return self.view.locator(".govuk-summary-list__row", has_text=question)

    def alert(self, title: str) -> Locator:
        return self.alerts.filter(has_text=title)

    # Two tabs on one draft

    def expect_reading(self) -> None:
        expect(self.alert(words("draft.reading_title"))).to_be_visible()

    def expect_writing(self) -> None:
        expect(self.alert(words("draft.reading_title"))).to_have_count(0)

    def take_over(self) -> None:
        self.alert(words("draft.reading_title")).get_by_role("button", name=words("draft.take_over")).click()
        self.expect_writing()

    # Drafts

    def expect_saved(self) -> None:
        start = words("save.saved_at", time="\N{EM DASH}").split("\N{EM DASH}")[0]
        expect(self.save_status).to_contain_text(start)

    def load(self, draft: dict[str, Any]) -> Self:
        """Begin with the answers of a draft file, opened as a person opens one."""
        self.open("open")
        self.open_draft.choose(as_upload(draft))
        self.open_draft.accept()
        self.expect_view("hub")
        return self

    def download_draft(self) -> DraftFile:
        """Download the draft where the hub offers it."""
        with self.page.expect_download() as download:
            self.view.get_by_role("button", name=words("hub.download")).click()
        return DraftFile(download.value.suggested_filename, Path(download.value.path()))

    def start_new_draft(self) -> None:
        self.view.get_by_role("link", name=words("hub.drafts")).click()
        self.drafts.start_new()
        self.expect_view("hub")

    def ask_shared_computer(self) -> Locator:
        """Say that others use this computer too; gives the question that follows."""
        self.view.get_by_role("button", name=words("shared.this_is_one")).click()
        return self.view.locator("[data-question]")

    def share_computer(self) -> Self:
        """From now on nothing is kept, beginning with a blank draft."""
        self.ask_shared_computer().get_by_role("button", name=words("shared.begin")).click()
        expect(self.alert(words("shared.title"))).to_be_visible()
        return self

    def clear_computer(self) -> None:
        self.view.get_by_role("button", name=words("hub.clear")).click()
        self._confirm()
        expect(self.heading).to_have_text(words("draft.cleared_title"))

    def _confirm(self) -> None:
        """Say yes to the question that stands before what cannot be taken lightly."""
        self.view.locator("[data-question] .govuk-button--warning").click()
