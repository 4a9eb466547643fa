"""The pages around the questionnaire, published under a path: links, search, what is not there."""

from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page, expect

from site_tests.e2e.words import words
from site_tests.support.places import BUILT_SITE, base_path, built_pages
from site_tests.support.server import StaticSite


def test_every_link_of_every_page_leads_to_a_page_and_a_place_on_it(page: Page, site: StaticSite) -> None:
    links: set[str] = set()
    places: dict[str, set[str]] = {}
    for path in built_pages():
        page.goto(path, wait_until="domcontentloaded")
        links |= set(page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.href)"))
        places[path] = set(page.evaluate("[...document.querySelectorAll('[id]')].map((place) => place.id)"))
    own = {link for link in links if link.startswith(site.origin)}
    assert own
    for link in own:
        parts = urlsplit(link)
        assert parts.path.startswith(base_path()), link
        path = parts.path.removeprefix(base_path())
        assert path in places or (BUILT_SITE / path).is_file(), link
        assert not parts.fragment or parts.fragment in places[path], link
    for link in links - own:
        assert link.startswith(("https://", "mailto:")), link


def test_the_navigation_leads_everywhere_and_says_where_one_is(page: Page) -> None:
    page.goto("")
    page.get_by_role("navigation", name=words("page.navigation")).get_by_role("link", name="Glossary").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")
    current = page.get_by_role("navigation", name=words("page.navigation")).locator("[aria-current=page]")
    expect(current).to_have_text("Glossary")
    page.get_by_role("contentinfo").get_by_role("link", name="Privacy").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Privacy in plain words")
    # The website's name, which its owner chooses.
    page.get_by_role("banner").get_by_role("link").first.click()
    assert urlsplit(page.url).path == base_path()


def test_search_finds_a_guide_and_an_item_of_a_questionnaire(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name=words("page.search"), exact=True).click()
    page.get_by_label(words("search.label")).fill("freedom of information")
    page.get_by_role("button", name=words("search.button")).click()
    page.locator("[data-search-results]").get_by_role("link", name="Privacy").first.click()
    expect(page.get_by_role("main")).to_contain_text("freedom of information")
    assert urlsplit(page.url).path == f"{base_path()}privacy/"

    page.go_back()
    expect(page.get_by_label(words("search.label"))).to_have_value("freedom of information")
    page.get_by_label(words("search.label")).fill("reflective clinical supervision")
    page.keyboard.press("Enter")
    expect(
        page.locator("[data-search-results]").get_by_role("link", name="Clinical supervision").first
    ).to_be_visible()
    page.get_by_label(words("search.label")).fill("<b>xyzzy")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-status]")).to_have_text(words("search.none", query="<b>xyzzy"))


def test_what_is_not_there_gets_a_page_that_leads_home_from_any_depth(page: Page, watch) -> None:
    for path in ("nothing-here/", "self-audit/nothing/at/all/"):
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text(words("page.not_found_title"))
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
        page.get_by_role("link", name=words("page.not_found_home")).click()
        assert urljoin(page.url, ".") == urljoin(page.url, base_path())
    # The browser itself reports the status as an error; nothing else may be one.
    watch.errors[:] = [error for error in watch.errors if "404 (" not in error]
