"""When scripts do not arrive, the page says so and can still be read; nobody is left with an empty page."""

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words

MAIN = "**/assets/app/*/main.js"


@pytest.mark.allow_page_errors("because the script is withheld on purpose")
def test_a_script_that_is_gone_is_asked_for_once_more_and_then_told_of(context: BrowserContext) -> None:
    context.route(MAIN, lambda route: route.abort())
    page = context.new_page()

    page.goto("self-audit/?step=funding")

    expect(page.get_by_text(words("page.failed"))).to_be_visible()
    expect(page.get_by_role("heading", name="A1 Clinical supervision", level=1)).to_be_visible()
    assert page.evaluate("performance.getEntriesByType('navigation')[0].type") == "reload"


@pytest.mark.allow_page_errors("because the script is withheld on purpose")
def test_a_script_that_was_gone_for_a_moment_is_not_told_of(context: BrowserContext) -> None:
    context.route(MAIN, lambda route: route.abort(), times=1)
    page = context.new_page()

    page.goto("self-audit/?step=funding")

    expect(page.get_by_role("heading", level=1)).to_have_text("E2 Funding and commissioning")
    expect(page.get_by_text(words("page.failed"))).to_be_hidden()


@pytest.mark.usefixtures("no_python")
def test_a_press_made_before_its_script_has_come_counts_once_it_has(context: BrowserContext) -> None:
    waiting: list[Route] = []
    context.route("**/late.css", lambda route: waiting.append(route))
    audit = Questionnaire(context.new_page())
    with audit.page.expect_request("**/late.css"):
        audit.open("results")

    audit.results.reveal()
    for route in waiting:
        route.continue_()

    expect(audit.results.team_type.locator("[data-part-body]")).to_be_visible()
