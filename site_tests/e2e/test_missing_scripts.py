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


@pytest.mark.usefixtures("no_python")
@pytest.mark.parametrize("file", ["main.js", pytest.param("self-audit.first.json", marks=pytest.mark.long)])
def test_what_neither_comes_nor_fails_is_told_of_and_still_counts_when_it_comes(
    context: BrowserContext, file: str
) -> None:
    waiting: list[Route] = []
    context.route(f"**/{file}", lambda route: waiting.append(route))
    audit = Questionnaire(context.new_page())
    audit.page.clock.install()
    with audit.page.expect_request(f"**/{file}"):
        audit.page.goto("self-audit/?step=clinical-supervision", wait_until="commit")
    # The page has begun to count: its scripts are asked for before that.
    expect(audit.page.locator("html.waiting")).to_be_attached()
    expect(audit.page.get_by_text(words("page.failed"))).to_be_hidden()
    audit.page.clock.run_for(31_000)
    expect(audit.page.get_by_text(words("page.failed"))).to_be_visible()

    for route in waiting:
        route.continue_()
    audit.when_ready().expect_view("clinical-supervision")
    expect(audit.page.get_by_text(words("page.failed"))).to_be_hidden()
    audit.question("clinical-supervision/rating").choose("Planned")
    audit.expect_saved()


@pytest.mark.allow_page_errors("because the page reports what is late")
@pytest.mark.usefixtures("no_python")
def test_the_rest_of_a_page_that_hangs_is_told_of_while_answers_are_saved(context: BrowserContext) -> None:
    waiting: list[Route] = []
    context.route("**/late-rest.js", lambda route: waiting.append(route))
    audit = Questionnaire(context.new_page())
    audit.page.clock.install()
    with audit.page.expect_request("**/late-rest.js"):
        audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.expect_saved()
    audit.page.clock.run_for(31_000)
    alert = audit.alert(words("draft.part_missing_title"))
    expect(alert).to_be_visible()

    for route in waiting:
        route.continue_()
    expect(alert).to_have_count(0)


@pytest.mark.long
@pytest.mark.allow_page_errors("because a file is spoiled on purpose")
@pytest.mark.parametrize("file", ["main.js", "self-audit.first.json"])
@pytest.mark.parametrize("kind", ["missing", "cut short", "of a wrong type"])
def test_a_file_of_the_page_that_is_spoiled_is_told_of(context: BrowserContext, file: str, kind: str) -> None:
    def spoil(route: Route) -> None:
        if kind == "cut short":
            response = route.fetch()
            route.fulfill(response=response, body=response.body()[:500])
        else:
            status = 404 if kind == "missing" else 200
            route.fulfill(status=status, content_type="text/html", body="<h1>Page not found</h1>")

    context.route(f"**/{file}", spoil)
    page = context.new_page()
    page.goto("self-audit/?step=clinical-supervision")
    expect(page.get_by_text(words("page.failed"))).to_be_visible()
