"""Draft files: opening one, and one that was downloaded."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from site_tests.e2e.words import words


@dataclass(frozen=True)
class DraftFile:
    """A draft that a person has downloaded."""

    name: str
    path: Path

    @property
    def draft(self) -> dict[str, Any]:
        draft: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return draft

    @property
    def answers(self) -> dict[str, Any]:
        """The answers alone, by path."""
        return {path: answer["value"] for path, answer in self.draft["answers"].items()}


class OpenDraft:
    """The place where a draft file is opened."""

    def __init__(self, page: Page) -> None:
        self.view = page.locator('[data-view="open"]')
        self.input = self.view.get_by_label(words("check.open_file"))
        self.preview = self.view.locator("[data-open-preview]")
        self.refusal = self.preview.locator(".app-alert--error")

    def choose(self, file: Any) -> None:
        """Choose a file, or several: a path, or `as_upload(...)`."""
        self.input.set_input_files(file)

    def drop(self, file: dict[str, Any]) -> None:
        """Drop a file beside the box."""
        transfer = self.view.page.evaluate_handle(
            """([name, type, text]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([text], name, {type}));
              return transfer;
            }""",
            [file["name"], file["mimeType"], file["buffer"].decode()],
        )
        for event in ("dragover", "drop"):
            self.view.dispatch_event(event, {"dataTransfer": transfer})

    def accept(self) -> None:
        """Open it, in the place of what is here when there is something."""
        opening = self.preview.get_by_role("button", name=words("files.open"), exact=True)
        opening.or_(self.preview.get_by_role("button", name=words("files.open_instead"), exact=True)).click()

    def combine(self) -> None:
        self.preview.get_by_role("button", name=words("files.combine"), exact=True).click()

    def compare(self) -> None:
        self.preview.get_by_role("button", name=words("workshop.compare"), exact=True).click()

    def cancel(self) -> None:
        self.preview.get_by_role("button", name=words("files.cancel"), exact=True).click()
