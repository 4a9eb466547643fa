"""The search page: found by keyboard, and at an address that can be kept."""

from playwright.sync_api import Page, expect

from site_tests.support.accessibility import assert_accessible
from site_tests.support.server import Answer, StaticSite


def test_a_search_by_keyboard_has_an_address_that_back_undoes(page: Page) -> None:
    page.goto("search/")
    query = page.get_by_role("searchbox", name="Search for")
    query.focus()
    page.keyboard.type("glossary")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("for “glossary”")
    assert page.url.endswith("search/?q=glossary")
    page.get_by_role("link", name="Glossary", exact=True).last.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")

    page.go_back()
    expect(query).to_have_value("glossary")
    page.go_back()
    expect(query).to_have_value("")


def test_a_link_to_a_search_shows_its_results(page: Page) -> None:
    page.goto("search/?q=zebra+xylophone")

    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    assert_accessible(page)


def test_a_question_is_found_and_shown_in_the_blank_copy(page: Page) -> None:
    page.goto("search/?q=clinical+supervision")

    page.get_by_role("link", name="A1 Clinical supervision").first.click()

    expect(page.get_by_role("heading", name="A1 Clinical supervision")).to_be_in_viewport()


def test_what_is_typed_before_the_script_arrives_is_searched_for(page: Page, site: StaticSite) -> None:
    script = next(site.folder.glob("assets/app/*/search.js")).read_bytes()
    with site.answering("search.js", Answer(body=script, content_type="text/javascript", delay=1)):
        page.goto("search/", wait_until="commit")
        page.get_by_role("searchbox", name="Search for").fill("glossary")
        page.get_by_role("button", name="Search", exact=True).click()

    expect(page.get_by_role("status")).to_contain_text("for “glossary”")
