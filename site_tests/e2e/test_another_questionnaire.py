"""A further questionnaire is a folder: one of another subject, without code, is filled in like any other."""

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.server import StaticSite


@pytest.fixture(scope="module")
def served_site(bike_workshop_site: StaticSite) -> StaticSite:
    return bike_workshop_site


@pytest.fixture
def workshop(page: Page) -> Questionnaire:
    return Questionnaire(page, "bike-workshop")


def test_it_is_completed_from_start_to_results_with_points_and_bands_alone(workshop: Questionnaire) -> None:
    workshop.open()
    workshop.start()
    workshop.go_to("details")
    workshop.question("place").write("The Spoke")
    workshop.question("day").write_date("20", "11", "2026")
    workshop.question("stands").write("4")
    workshop.question("children").choose("No")
    helper = workshop.entries("helpers").add(name="Ada")
    expect(helper.question("course").root).to_be_hidden()
    helper.question("skill").choose("Trained")
    helper.question("course").write("Wheel building")
    expect(workshop.question("helper-count").computed).to_have_text("1")
    expect(workshop.question("stand-hours").computed).to_have_text("4 hours")
    assert_accessible(workshop.page)

    workshop.go_on()
    workshop.expect_view("tools")
    workshop.question("tools/rating").choose("Ready")
    expect(workshop.question("tools/rating").warning).to_have_text(
        "You chose Ready, and something is not ticked."
    )
    workshop.question("tools/parts").tick("Spanners", "Chain tool", "Pump")
    workshop.question("tools/value").write("250")
    workshop.go_on()
    workshop.question("safety/rating").choose("Not started")
    workshop.go_on()
    workshop.expect_view("check")
    expect(workshop.view).not_to_contain_text("Supervision of children")

    workshop.view.get_by_role("button", name=words("check.results")).click()
    conclusion = workshop.results.view.locator("[data-part=conclusion]")
    expect(conclusion).to_contain_text("Try an evening", timeout=PYTHON_TIMEOUT)
    expect(conclusion).to_contain_text("Nobody has looked at your workshop but you.")
    expect(conclusion).to_contain_text("“Ready” instead of “Not started”")
    expect(workshop.results.view.locator("[data-part=glance]")).to_contain_text("R1 Tools")
    expect(workshop.results.view.locator("[data-part=scores]")).to_contain_text("Bare")
    workshop.entries("jobs").add(what="Buy gloves")
    _, rows = workshop.results.download_csv("Jobs")
    assert rows[1][0] == "Buy gloves"
    assert_accessible(workshop.page)

    workshop.reload()
    expect(workshop.entries("jobs").names).to_have_text(["Buy gloves"])


def test_a_step_whose_condition_does_not_hold_is_not_there(workshop: Questionnaire, no_python: None) -> None:
    workshop.open("details")
    workshop.question("children").choose("No")
    workshop.go_to_hub()
    expect(workshop.view.locator("[data-hub-step=supervision]")).to_be_hidden()
    workshop.open("supervision")
    workshop.expect_view("hub")
    workshop.go_to("details").question("children").choose("Yes")
    workshop.go_to_hub()
    workshop.go_to("supervision")
    expect(workshop.question("supervision/rating").computed).to_have_text("Not started")


def test_its_example_is_shown(workshop: Questionnaire, no_python: None) -> None:
    workshop.open()
    workshop.view.get_by_role("link", name=words("start.example")).click()
    workshop.when_ready()
    expect(workshop.alert(words("draft.example_title"))).to_be_visible()
    expect(workshop.results.view.locator("[data-part=glance]")).to_contain_text("Ready")
