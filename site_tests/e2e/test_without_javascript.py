"""Without JavaScript every question can be read and printed, and the page says what needs it."""

import pytest
from playwright.sync_api import expect

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
    for step in STEPS:
        expect(page.locator(f'[data-view="{step}"]')).to_be_visible()

    # A fold opens by the browser alone, a click each; this opens them all at once.
    page.evaluate(OPEN_FOLDS)
    for question in page.locator("[data-step] [data-item]").all():
        assert question.is_visible(), question
    for useless in page.locator("[data-requires-js], [data-clear], [data-entry-add]").all():
        assert useless.is_hidden(), useless
    assert_accessible(page)


@pytest.mark.allow_page_errors("the browser reports the script that did not arrive")
def test_a_script_that_does_not_arrive_leaves_the_questions_and_a_word(
    open_context: OpenContext, site: StaticSite
) -> None:
    """Once it loads the page again by itself; then it stays, and says so."""
    context = open_context()
    page = context.new_page()
    with site.answering("main.js", Answer(delay=0.1, cut=True)):
        page.goto("self-audit/?step=funding")
        expect(page.get_by_text(words("page.failed"))).to_be_visible()
        expect(page.locator('[data-view="funding"]')).to_be_visible()
        expect(page.locator('[data-view="details"]')).to_be_visible()
    assert site.count("self-audit/") == 2


def test_the_other_pages_need_no_javascript(open_context: OpenContext) -> None:
    page = open_context(java_script_enabled=False).new_page()
    for path in ("", "self-audit/booklet/", "key-characteristics/", "privacy/"):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
