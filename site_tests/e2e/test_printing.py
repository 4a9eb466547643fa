"""Copies on paper, read back from the PDF that the browser makes: whole, on A4, no row cut in two."""

import io
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import ViewportSize, expect
from pypdf import PdfReader

from site_tests.e2e import hostile
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.results import Results
from site_tests.e2e.pages.service_map import SECTORS, ServiceMap, map_draft, service, settled
from site_tests.e2e.screens import expect_whole_words
from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.printing import page_texts

NO_PRINTER = "window.print = () => {}"
# Of A4, in the pixels of style sheets.
WITHIN_MARGINS: ViewportSize = {"width": 680, "height": 1000}
# Rows of tables, each as the texts of its cells, and for each table the texts of its head.
TABLES = """nodes => nodes.map(table => ({
  head: table.tHead ? table.tHead.textContent : '',
  rows: [...table.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.textContent)),
}))"""


def packed(text: str) -> str:
    return "".join(text.split())


class Printed(NamedTuple):
    pages: list[str]
    tables: list[dict[str, Any]]


def printed(results: Results, version: str | None = None) -> Printed:
    """Print a copy, by the button for it."""
    if version:
        results.tools.get_by_label(version, exact=True).check()
    results.tools.get_by_role("button", name=words("export.print_copy"), exact=True).click()
    expect(results.page.locator(".app-printed-copy")).to_have_count(1)
    # The browser says "afterprint" when the PDF is made, and the copy goes.
    tables = results.page.locator(".app-printed-copy table").evaluate_all(TABLES)
    reader = PdfReader(io.BytesIO(results.page.pdf(prefer_css_page_size=True)))
    boxes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert boxes == {(595, 842)}
    expect(results.page.locator(".app-printed-copy")).to_have_count(0)
    return Printed(page_texts(reader), tables)


@pytest.fixture
def area(service_map: ServiceMap) -> Results:
    service_map.page.add_init_script(NO_PRINTER)
    results = service_map.open_example("results").results
    expect(results.finding("findings", "r1-neonatal")).to_be_visible(timeout=PYTHON_TIMEOUT)
    return results


def test_all_is_there_no_row_is_cut_and_heads_are_repeated(area: Results) -> None:
    findings = area.view.locator(".app-finding__title").all_text_contents()
    pages, tables = printed(area)
    assert len(findings) > 30
    assert [title for title in findings if packed(title) not in "".join(pages)] == []
    assert sum(len(table["rows"]) for table in tables) > 60
    for table in tables:
        found = [
            next((number for number, page in enumerate(pages) if all(packed(c) in page for c in row)), None)
            for row in table["rows"]
        ]
        assert None not in found, table["rows"][found.index(None)]
        for before, after in pairwise(number for number in found if number is not None):
            if after > before:
                assert packed(table["head"]) in pages[after]


def test_answers_only_and_gaps_only(area: Results) -> None:
    everything = "".join(printed(area, words("export.answers_only")).pages)
    for said in ("Everyservice", "Actionplan", "PutMirefieldintothePuddleLanecontract"):
        assert said in everything
    for left_out in ("Gapsandwhatispartlythere", "Strengths", "Wherethismapstands"):
        assert left_out not in everything

    everything = "".join(printed(area, words("export.gaps_only")).pages)
    for said in ("Gapsandwhatispartlythere", "Tofindout", "Neonatal:noserviceinthiscoresector"):
        assert said in everything
    for left_out in ("Everyservice", "Actionplan", "Strengths"):
        assert left_out not in everything


def test_the_one_page_is_one_page_and_begins_with_the_ask(area: Results, service_map: ServiceMap) -> None:
    service_map.question("ask").write(
        "Fund the Puddle Lane team for all four districts, to the second birthday. " * 5
    )
    for number in range(4):
        what = (
            f"Action {number}, which takes a whole long sentence to say what will be done, for whom and where"
        )
        service_map.entries("actions").add(what=what, owner="Head of commissioning for families")
    (page,) = printed(area, "One page for commissioners").pages
    order = [page.index(packed(said)) for said in ("Fund the Puddle", "8 gaps", "Put Mirefield", "Action 1,")]
    assert order == sorted(order)
    assert packed("And 2 more in the full results.") in page
    assert "Action3," not in page


@pytest.mark.long
@pytest.mark.long
def test_the_one_page_of_an_area_with_very_many_gaps_is_one_page(service_map: ServiceMap) -> None:
    """Eight districts, thirty services with long names, nearly ninety gaps and a dozen actions."""
    nobody = dict.fromkeys(("fathers_and_partners", "carers", "young_parents", "disabled"), "no")
    services = [
        service(
            f"A service with a very long name, by which people in the area know it, number {number}",
            SECTORS[number % len(SECTORS)],
            [("universal-level", "targeted-level", "specialist-level")[number % 3]],
            **nobody,
            coverage="some-districts",
            covered_districts=["District number 1"],
            open_to_any="no",
            limits=["mothers-only", "diagnosis", "age", "language"],
            weeks_to_treatment=40,
        )
        for number in range(30)
    ]
    action = {
        "what": "Agree in writing how families get from each service to the next, and say so to all of them",
        "owner": "Public health lead for early years",
        "by-when": "2027-03-01",
        "how-we-know": "Every district has a service that is open to any parent and infant under two",
    }
    answers = settled() | {
        "districts": "\n".join(f"District number {number}" for number in range(1, 9)),
        "all-routes": "all-listed",
        "ask": "Fund a specialised parent-infant team for any family in the area with a baby under two.",
    }
    service_map.page.add_init_script(NO_PRINTER)
    service_map.load(map_draft(answers, services, actions=[action] * 12))
    service_map.go_to("results")
    expect(service_map.results.part("findings").locator(".app-finding").first).to_be_visible(
        timeout=PYTHON_TIMEOUT
    )
    (page,) = printed(service_map.results, "One page for commissioners").pages
    assert packed("And 7 more in the full results.") in page


def test_notes_are_printed_whole_and_as_text_however_long_or_hostile(
    audit: Questionnaire, no_python: None
) -> None:
    audit.page.add_init_script(NO_PRINTER)
    notes = {
        "dyadic-work/notes": hostile.LONG[:30_000],
        "clinical-supervision/notes": hostile.LINES,
        "funding/notes": hostile.MARKUP,
    }
    audit.load(draft_file(all_in_place(notes))).go_to("results")
    pages = "".join(printed(audit.results, words("export.answers_only")).pages)
    for note in notes.values():
        assert packed(note) in pages


def test_no_word_of_the_ratings_is_broken(audit: Questionnaire, no_python: None) -> None:
    audit.load(draft_file(all_in_place({"funding/rating": "planned", "dyadic-work/rating": "embedded"})))
    audit.go_to("results")
    cells = audit.view.locator(".app-grid__cell")
    expect(cells.filter(has_text="Embedded").first).to_be_visible()
    audit.page.emulate_media(media="print")
    audit.page.set_viewport_size(WITHIN_MARGINS)
    expect_whole_words(audit.page, ".app-grid__cell")


def test_the_blank_booklet_is_near(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place())).go_to("results")
    audit.results.tools.get_by_role("link", name=words("export.booklet_link")).click()
    expect(audit.page.locator(".app-booklet")).to_be_visible()
