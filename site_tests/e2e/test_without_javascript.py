"""Without JavaScript every question can be read and printed, and the page says what needs it."""

from playwright.sync_api import Page, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.pages.questionnaire import STEPS
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.server import Answer, StaticSite

OPEN_FOLDS = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"


def test_every_question_is_there_and_a_note_says_what_needs_javascript(open_context: OpenContext) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto("self-audit/")
    expect(page.get_by_text(words("page.no_script"))).to_be_visible()
    expect(page.get_by_role("link", name=words("start.booklet"))).to_be_visible()
    for step in STEPS:
        expect(page.locator(f'[data-view="{step}"]')).to_be_visible()

    # A fold opens by the browser alone, a click each; this opens them all at once.
    page.evaluate(OPEN_FOLDS)
    for question in page.locator("[data-step] [data-item]").all():
        assert question.is_visible(), question
    for useless in page.locator("[data-requires-js], [data-clear], [data-entry-add]").all():
        assert useless.is_hidden(), useless


def test_such_a_page_is_accessible_too(page: Page, site: StaticSite) -> None:
    """axe itself needs scripts to run, so here the page's own are empty instead."""
    empty = Answer(content_type="text/javascript")
    with site.answering("early.js", empty), site.answering("main.js", empty):
        page.goto("self-audit/")
        expect(page.locator('[data-view="funding"]')).to_be_visible()
        page.evaluate(OPEN_FOLDS)
        assert_accessible(page)


def test_the_other_pages_need_no_javascript(open_context: OpenContext) -> None:
    page = open_context(java_script_enabled=False).new_page()
    for path in ("", "self-audit/booklet/", "key-characteristics/", "privacy/"):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
