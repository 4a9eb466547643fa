"""Whatever an author writes into a questionnaire is text too, wherever the page or Python says it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.places import ROOT
from site_tests.support.server import StaticSite
from site_tests.support.small_site import BASE, build_site, write_site

WORKSHOP = ROOT / "site_tests/fixtures/questionnaires/bike-workshop/questionnaire.yml"
HOSTILE = " <img src=x onerror=run></script>'\" {{ 7 * 7 }} {count} =1+1 \u202e &lt;"
SHORT = " <img src=x onerror=run>"
# Keys whose texts are shown; some may only be short.
LONG_TEXTS = {
    "title",
    "label",
    "hint",
    "text",
    "summary",
    "fold",
    "caveat",
    "start",
    "closing",
    "intro",
    "lead",
    "guidance",
}
SHORT_TEXTS = {"unit", "singular"}


def spoiled(value: Any, key: str = "") -> Any:
    """The same questionnaire, with something hostile at the end of everything it says."""
    if key == "labels":
        return {name: text + SHORT for name, text in value.items()}
    if isinstance(value, dict):
        return {name: spoiled(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [spoiled(one) for one in value]
    if isinstance(value, str) and key in LONG_TEXTS:
        return value + HOSTILE
    if isinstance(value, str) and key in SHORT_TEXTS:
        return value + SHORT
    return f"{value}<b>" if key == "code" else value


@pytest.fixture(scope="module")
def served_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticSite]:
    questionnaire = spoiled(yaml.safe_load(WORKSHOP.read_text(encoding="utf-8")))
    text = yaml.safe_dump(questionnaire, allow_unicode=True, sort_keys=False)
    source = write_site(tmp_path_factory.mktemp("source"), {"bike-workshop": text})
    with StaticSite(build_site(source, tmp_path_factory.mktemp("site")), BASE) as site:
        yield site


def expect_text_only(page: Page) -> None:
    """A handler that ran, or that the policy refused, would fail the test by itself."""
    expect(page.locator("img")).to_have_count(0)


def test_every_label_is_text_from_start_to_the_copy_taken_away(page: Page, tmp_path: Path) -> None:
    workshop = Questionnaire(page, "bike-workshop").open()
    title = " ".join(("Is your community bike workshop ready to open?" + HOSTILE).split())
    expect(workshop.heading).to_have_text(title)
    workshop.start()
    workshop.go_to("details")
    workshop.question("place").write("The Spoke")
    workshop.question("children").option("No").check()
    workshop.entries("helpers").add(name="Ada")
    expect_text_only(page)

    workshop.go_on()
    workshop.question("tools/rating").root.get_by_role("radio").nth(2).check()
    expect(workshop.question("tools/rating").warning).to_contain_text("{{ 7 * 7 }} {count}")
    workshop.go_on()
    workshop.question("safety/rating").root.get_by_role("radio").first.check()
    workshop.go_on()
    expect_text_only(page)

    workshop.view.get_by_role("button", name=words("check.results")).click()
    conclusion = workshop.results.view.locator("[data-part=conclusion]")
    expect(conclusion).to_contain_text("Try an evening <img src=x", timeout=PYTHON_TIMEOUT)
    workshop.entries("jobs").add(what="Buy gloves")
    workshop.entries("jobs").entry("Buy gloves").remove()
    workshop.entries("jobs").entry(words("entries.removed", name="Buy gloves")).undo()
    expect_text_only(page)
    copy = tmp_path / "copy.html"
    workshop.results.download_copy().save_as(copy)
    _, rows = workshop.results.download_csv("Jobs")
    assert rows[0][0].startswith("What <img")
    page.goto(copy.as_uri())
    expect(page.get_by_role("main")).to_contain_text("Try an evening <img src=x")
    expect_text_only(page)


def test_the_blank_copy_shows_labels_as_text(page: Page) -> None:
    page.goto("bike-workshop/booklet/")
    expect(page.get_by_role("main")).to_contain_text("Spanners <img src=x")
    expect_text_only(page)
