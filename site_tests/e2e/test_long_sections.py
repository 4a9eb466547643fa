"""A section of so many questions that those far down are laid out only as they come into sight.

Nobody may notice. Long: it builds a site of its own.
"""

import io
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession, Locator, Page, Playwright, expect
from pypdf import PdfReader

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.support.browsing import DESKTOP, PERSON, TIMEOUT, launch_options
from site_tests.support.printing import page_texts
from site_tests.support.server import StaticSite
from site_tests.support.small_site import BASE, build_site, write_site

pytestmark = pytest.mark.long

COUNT = 170
SHOWN_LATER = (113, 133, 153)
"""Asked only where the first question has an answer."""
WHERE_FOUND = """() => {
  const { top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""
MEASURED = """() => {
  const boxes = [...document.querySelectorAll('.app-far')];
  return boxes.length > 0 && boxes.every((box) => 'measured' in box.dataset);
}"""
NEXT_FRAME = "new Promise(requestAnimationFrame)"


def title(number: int) -> str:
    return f"Number {number:03}"


def long_questionnaire() -> str:
    lines = [
        "id: long",
        "title: Long",
        "revision: 1",
        "summary: Longer than anybody likes.",
        "step: section",
        "labels: {section: section, sections: sections, item: question, items: questions}",
        "start: Nothing to know.",
        "sections:",
        "  - id: all",
        "    title: All of it",
        "    items:",
    ]
    for number in range(1, COUNT + 1):
        about = [
            f"id: item-{number}",
            f"title: {title(number)}",
            f"hint: Of {number} alone. {'And so on. ' * 30}",
        ]
        if number in SHOWN_LATER:
            about.append("show_when: {item: item-1, is: planned}")
        if number % 2 == 1:
            about += ["type: choice", "options: [{id: planned, label: Planned}, {id: done, label: Done}]"]
        else:
            about += ["type: number", "max: 100"]
        lines.append("      - " + "\n        ".join(about))
    return "\n".join([*lines, ""])


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticSite]:
    source = write_site(tmp_path_factory.mktemp("source"), {"long": long_questionnaire()})
    with StaticSite(build_site(source, tmp_path_factory.mktemp("site")), BASE) as site:
        yield site


@pytest.fixture
def served_site(long_site: StaticSite) -> StaticSite:
    return long_site


@pytest.fixture
def long(page: Page) -> Questionnaire:
    long = Questionnaire(page, "long").open("all")
    page.wait_for_function(MEASURED)
    return long


def question(page: Page, number: int) -> Locator:
    return page.locator(f'[data-item="item-{number}"]')


def asked() -> list[int]:
    return [number for number in range(1, COUNT + 1) if number not in SHOWN_LATER]


@pytest.mark.parametrize("number", [121, 150, 170])
def test_the_browsers_own_search_shows_a_question_far_down(long: Questionnaire, number: int) -> None:
    assert long.page.evaluate("title => window.find(title)", title(number))
    long.page.wait_for_function(WHERE_FOUND)


def test_tab_reaches_every_question_in_order(long: Questionnaire) -> None:
    question(long.page, 1).get_by_role("radio").first.focus()
    reached = []
    for _ in asked():
        reached.append(long.page.evaluate("document.activeElement.closest('[data-item]').dataset.item"))
        long.page.keyboard.press("Tab")
    assert reached == [f"item-{number}" for number in asked()]


def test_paper_holds_every_question(long: Questionnaire) -> None:
    printed = "".join(page_texts(PdfReader(io.BytesIO(long.page.pdf()))))
    missing = [number for number in asked() if "".join(title(number).split()) not in printed]
    assert missing == []


def test_a_problem_far_down_is_led_to(long: Questionnaire) -> None:
    box = question(long.page, 168).get_by_role("textbox")
    box.fill("999")
    box.press("Tab")
    long.go_on()
    expect(long.error_summary).to_be_focused()
    long.error_summary.get_by_role("link").first.click()
    expect(box).to_be_focused()
    expect(question(long.page, 168)).to_be_in_viewport(ratio=1)


def test_check_answers_leads_to_a_question_far_down(long: Questionnaire) -> None:
    long.open("check")
    long.view.locator("details").evaluate_all("folds => folds.forEach(fold => (fold.open = true))")
    long.view.get_by_role("link").filter(has_text=title(150)).click()
    expect(question(long.page, 150).get_by_role("textbox")).to_be_focused()
    expect(question(long.page, 150)).to_be_in_viewport(ratio=1)


def test_a_screen_reader_is_told_of_every_question_that_is_asked_and_of_no_other(
    playwright: Playwright, long_site: StaticSite
) -> None:
    options = launch_options()
    # As where somebody uses one: without, Chromium spares itself what has no layout.
    options["args"] = [*options["args"], "--force-renderer-accessibility"]
    browser = playwright.chromium.launch(**options)
    page = browser.new_page(base_url=long_site.url, **PERSON, **DESKTOP)
    Questionnaire(page, "long").open("all")
    tree = page.context.new_cdp_session(page)

    expect_told(tree, page, asked())
    question(page, 1).get_by_role("radio").first.check()
    expect_told(tree, page, list(range(1, COUNT + 1)))
    question(page, 1).get_by_role("radio").last.check()
    expect_told(tree, page, asked())
    browser.close()


def expect_told(tree: CDPSession, page: Page, numbers: list[int]) -> None:
    """The tree follows the page with a delay, and says nothing when it has."""
    until = time.monotonic() + TIMEOUT / 1000
    while (told := fields_told(tree)) != numbers and time.monotonic() < until:
        page.evaluate(NEXT_FRAME)
    assert told == numbers


def fields_told(tree: CDPSession) -> list[int]:
    nodes = tree.send("Accessibility.getFullAXTree")["nodes"]
    fields = [node for node in nodes if node["role"]["value"] in ("textbox", "group")]
    names = [field["name"]["value"].strip() for field in fields]
    return [int(name.removeprefix("Number ")) for name in names if name.startswith("Number ")]
