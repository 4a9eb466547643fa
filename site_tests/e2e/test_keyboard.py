"""The whole audit by keyboard alone, on a wide screen, at 320 pixels and at 400% zoom, and never sideways."""

import pytest
from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import STEPS, Questionnaire
from site_tests.e2e.screens import SCREENS, expect_nothing_sideways, on_each_screen
from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT

SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
LARGE_TEXT = "html { font-size: 200% !important; }"
# Boxes that hide a part of what is in them, unless all of it is there for screen readers only.
CUT_OFF = """() => [...document.querySelectorAll('main *')]
  .filter((node) => node.checkVisibility() && getComputedStyle(node).overflowY === 'hidden')
  .filter((node) => node.clientHeight > 1 && node.scrollHeight > node.clientHeight + 1)
  .map((node) => node.outerHTML.slice(0, 120))"""

FOCUS_IS_SEEN = """() => {
  const active = document.activeElement;
  if (active === document.body) return true;
  const drawn = [getComputedStyle(active)];
  // These are drawn by their label.
  if (active.matches('.govuk-radios__input, .govuk-checkboxes__input')) {
    drawn.push(getComputedStyle(active.nextElementSibling, '::before'));
  }
  return drawn.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
}"""


@on_each_screen
def test_a_whole_audit_by_keyboard(open_context: OpenContext, screen: str) -> None:
    page = open_context(**SCREENS[screen]).new_page()
    keyboard = Keyboard(page)
    audit = Questionnaire(page).open()
    keyboard.follow(page.get_by_role("link", name=words("page.skip_to_main")))
    keyboard.follow(audit.view.get_by_role("button", name=words("start.begin")))
    keyboard.follow(audit.view.locator(f'a[data-go="{STEPS[0]}"]'))

    audit.expect_view("details")
    keyboard.write(audit.question("team").box, "Sunny Side")
    keyboard.choose(audit.question("nation").root, "Wales")
    for part, text in (("day", "20"), ("month", "11"), ("year", "2026")):
        keyboard.write(audit.question("date").root.get_by_label(words(f"question.{part}"), exact=True), text)
    keyboard.follow(audit.entries("disciplines").add_button)
    page.keyboard.type("Health visiting")
    keyboard.follow(page.get_by_role("button", name=words("entries.done")))

    for step in STEPS[1:]:
        expect_nothing_sideways(page)
        keyboard.follow(audit.view.get_by_role("button", name=words("question.continue")))
        audit.expect_view(step)
        expect(audit.heading).to_be_focused()
        if step == "age-accepted":
            keyboard.choose(audit.question("age-accepted/upper-age").root, "Another age")
            keyboard.write(audit.question("age-accepted/upper-age-months").box, "30")
            continue
        for box in audit.question(f"{step}/parts").root.get_by_role("checkbox").all():
            keyboard.tick(box)
        keyboard.choose(audit.question(f"{step}/rating").root, "Embedded")
    keyboard.follow(audit.view.get_by_role("button", name=words("question.continue")))
    audit.expect_view("check")
    expect_nothing_sideways(page)
    keyboard.follow(audit.view.get_by_role("button", name=words("check.results")))
    audit.expect_view("results")
    expect(audit.results.part("strengths")).to_contain_text("A1 Clinical", timeout=PYTHON_TIMEOUT)
    keyboard.follow(audit.results.team_type.locator("[data-reveal]"))
    expect(audit.results.conclusion.first).to_have_text("Consistent with a specialised parent-infant team")
    keyboard.follow(audit.entries("actions").add_button)
    page.keyboard.type("Tell the commissioner")
    expect_nothing_sideways(page)
    with page.expect_download():
        keyboard.follow(audit.results.tools.get_by_role("button", name=words("export.download_copy")))


def test_no_page_scrolls_sideways_at_320_pixels(open_context: OpenContext, no_python: None) -> None:
    page = open_context(**SCREENS["320 pixels"]).new_page()
    for path in (
        "",
        "self-audit/booklet/",
        "self-audit-guide/",
        "glossary/",
        "authors/reference/",
        "search/",
    ):
        page.goto(path)
        expect_nothing_sideways(page)


@pytest.mark.parametrize(("screen", "style"), [("320 pixels", SPACING), ("wide", SPACING + LARGE_TEXT)])
def test_a_persons_own_spacing_and_size_of_text_lose_nothing(
    open_context: OpenContext, no_python: None, screen: str, style: str
) -> None:
    """By a style that the page knows nothing of (WCAG 1.4.4 and 1.4.12)."""
    page = open_context(**SCREENS[screen], bypass_csp=True).new_page()
    audit = Questionnaire(page).load(draft_file(all_in_place()))
    for view in ("hub", "clinical-supervision", "check", "results", "start"):
        audit.open(view)
        page.add_style_tag(content=style)
        expect_nothing_sideways(page)
        assert page.evaluate(CUT_OFF) == []


def test_focus_can_be_seen_wherever_it_is(audit: Questionnaire, no_python: None) -> None:
    page = audit.open("clinical-supervision").page
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_SEEN), page.evaluate("document.activeElement.outerHTML")
