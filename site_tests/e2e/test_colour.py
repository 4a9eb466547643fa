"""Colour is never the only sign: what it says is said in words too, and stays in the person's own colours."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import STEPS, Questionnaire
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")

RATINGS = {
    "clinical-supervision": ("embedded", "Embedded"),
    "dyadic-work": ("planned", "Planned"),
    "funding": ("not-sure", "Not sure"),
    "clinical-leadership": ("not-in-place", "Not in place"),
}
DRAFT = draft_file(
    all_in_place(
        {f"{step}/rating": id for step, (id, _) in RATINGS.items()} | {"referral-pathway/rating": None}
    )
)


@pytest.fixture
def own_colours(open_context: OpenContext) -> Page:
    """A person whose system decides on the colours."""
    return open_context(forced_colors="active", color_scheme="dark").new_page()


def test_statuses_are_words(audit: Questionnaire) -> None:
    audit.load(DRAFT)
    statuses = {words(f"hub.status_{status}") for status in ("done", "started", "todo", "review")}
    for step in STEPS:
        assert audit.hub_status(step).inner_text() in statuses


def test_the_glance_says_each_rating_in_words(audit: Questionnaire) -> None:
    audit.load(DRAFT).go_to("results")
    titles = {
        "clinical-supervision": "A1 Clinical supervision",
        "dyadic-work": "C2 Work with parent and baby together",
        "funding": "E2 Funding and commissioning",
        "clinical-leadership": "A3 Clinical leadership",
    }
    for step, (_, label) in RATINGS.items():
        expect(audit.results.glance_cell(titles[step])).to_contain_text(label)
    expect(audit.results.glance_cell("B1 Referral pathway")).to_have_text(words("results.not_answered"))
    drawing = audit.results.part("at-a-glance").locator("figure [role=img]").first
    expect(drawing).to_have_accessible_name(re.compile("Embedded: 1, In place: 7, .*Not answered: 1"))


def test_with_forced_colours_what_is_chosen_can_still_be_told(own_colours: Page) -> None:
    audit = Questionnaire(own_colours).load(DRAFT)
    audit.go_to("dyadic-work")
    marks = own_colours.evaluate(
        """() => ['planned', 'embedded'].map((value) => {
          const input = document.querySelector(`[data-current] input[value=${value}]`);
          const mark = getComputedStyle(input.nextElementSibling, '::after');
          return [mark.opacity, mark.borderTopWidth, mark.forcedColorAdjust];
        })"""
    )
    chosen, other = marks
    assert chosen != other
    audit.go_to_hub()
    audit.go_to("results")
    cell = audit.results.glance_cell("C2 Work with parent and baby together")
    expect(cell.get_by_text("Planned")).to_be_visible()
    # A drawing keeps the colours of the site unless it is told of the person's own.
    mark = audit.results.part("at-a-glance").locator('[data-tone="unsure"]')
    colours = [_colour(mark.locator(f".app-levels__{part}")) for part in ("unsure", "empty")]
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def _colour(drawn: Locator) -> str:
    return str(drawn.evaluate("node => getComputedStyle(node).fill"))


def test_links_in_text_are_underlined(page: Page) -> None:
    for path in ("privacy/", "self-audit/"):
        page.goto(path)
        plain = page.evaluate(
            """() => [...document.querySelectorAll('main p a, main li a')]
              .filter((link) => link.checkVisibility() && !link.matches('.govuk-button'))
              .filter((link) => !getComputedStyle(link).textDecorationLine.includes('underline'))
              .map((link) => link.outerHTML)"""
        )
        assert plain == []
