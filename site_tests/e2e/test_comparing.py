"""Last year beside this year: drafts of several dates compared on the page and in every copy of it."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e import hostile
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.comparing import Comparing
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.results import Results
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.screens import SCREENS, expect_nothing_sideways
from site_tests.e2e.words import words
from site_tests.e2e.years import earlier_audits, earlier_map
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PHONE, PYTHON_TIMEOUT, resize
from site_tests.support.word import read_word

FIRST, LAST, NOW = "20 November 2024", "19 November 2025", "18 November 2026"
CELLS = "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))"


def tables_of(root: Any) -> list[list[list[str]]]:
    return [table.locator("tr").evaluate_all(CELLS) for table in root.locator("table").all()]


def test_three_years_of_an_audit_beside_each_other_in_every_format(
    audit: Questionnaire, open_context: OpenContext, tmp_path: Path
) -> None:
    audit.page.goto("self-audit/?example&step=results")
    results, comparing = audit.results, Comparing(audit.results)
    comparing.add(*earlier_audits())
    expect(comparing.chosen).to_have_count(2)
    expect(comparing.root.get_by_text(words("changes.figure_findings"))).to_be_visible(timeout=PYTHON_TIMEOUT)
    expect(comparing.notes).to_have_count(0)

    assert comparing.said(LAST)[:3] == [
        "Descriptors: 3 better, 1 worse, 1 changed, 7 the same.",
        "Findings: 1 better, 1 of another kind, 11 the same.",
        "Actions: 0 done, 2 not done, 1 new, 1 no longer listed.",
    ]
    assert comparing.said(FIRST)[0] == "Descriptors: 5 better, 1 worse, 1 newly answered, 5 the same."
    ratings = comparing.row(words("changes.caption"), "A1 Clinical supervision")
    assert ratings[1:] == ["Not in place", "Planned", "Partly in place", "Better", "Better"]
    assert comparing.row(words("changes.findings"), "C2 Work with parent")[1:4] == [
        "Not yet met",
        "Strengths",
        "Strengths",
    ]
    action = comparing.row("Actions", "Write down who can refer")
    assert action[1:] == [
        "–",
        f"{words('changes.not_done')}\n{words('changes.entry_new')}",
        "No longer listed",
    ]
    # The figures of the findings are those that the results show.
    standing = results.part("unmet").locator("[data-finding]").count()
    assert comparing.row(words("changes.counts"), "Not yet met")[3] == str(standing)

    for device in ({"viewport": {"width": 1280, "height": 900}}, PHONE):
        resize(audit.page, device)
        assert_accessible(audit.page)
        width = audit.page.evaluate("document.documentElement.scrollWidth")
        assert width <= device["viewport"]["width"]

    resize(audit.page, {"viewport": {"width": 1280, "height": 900}})
    comparing.open_tables()
    shown = tables_of(comparing.root)
    assert_the_copies_say_the_same(results, shown, open_context(offline=True).new_page(), tmp_path)


def assert_the_copies_say_the_same(
    results: Results, shown: list[list[list[str]]], reader: Page, folder: Path
) -> None:
    """What has changed, alone, as a web page, in Word, in Excel and as CSV, cell by cell."""
    results.tools.get_by_label(words("export.changes_only"), exact=True).check()
    html, docx = folder / "copy.html", folder / "copy.docx"
    results.download_copy().save_as(html)
    reader.goto(html.as_uri())
    assert tables_of(reader.locator("main")) == shown
    expect(reader.locator(".app-steps__strip").first).to_be_visible()
    assert_accessible(reader)

    results.download_word().save_as(docx)
    word = read_word(docx)
    assert word.tables[1:] == shown
    assert len(word.media) == reader.locator("figure").count()
    assert word.alternatives == reader.locator("figure [role=img]").evaluate_all(
        "all => all.map(n => n.ariaLabel)"
    )

    excel = results.download_excel()
    for header, *rows in shown:
        [name] = [
            each
            for each in excel.names
            if excel.rows(each)[0] == header and len(excel.rows(each)) > len(rows)
        ]
        assert [[str(cell) for cell in row] for row in excel.rows(name)[1:]] == rows

    _, [titles, *lines] = results.download_csv(words_of_part(results))
    assert titles[2:5] == [FIRST, LAST, NOW]
    assert [line[1] for line in lines] == [row[0] for _, *rows in shown for row in rows]
    assert [line[2:5] for line in lines] == [row[1:4] for _, *rows in shown for row in rows]


def words_of_part(results: Results) -> str:
    return results.part("changes").get_by_role("heading").first.inner_text()


def test_what_is_compared_can_go_again_and_what_cannot_be_is_said_kindly(
    audit: Questionnaire, no_python: None
) -> None:
    """Without Python all but findings is compared."""
    changed = {"dyadic-work/rating": "partly", "date": "2026-11-20"}
    now = draft_file(all_in_place(changed), {"actions": [{"what": "Agree a rota", "status": "done"}]})
    audit.load(now).go_to("results")
    comparing = Comparing(audit.results)
    other_team = {"dyadic-work/rating": "embedded", "date": "2025-11-20", "team": hostile.MARKUP}
    last_year = draft_file(all_in_place(other_team), draft_id="0d1f7f0e-3a52-4f5e-9a53-0c1f6d8a2b12")
    same_day = draft_file(all_in_place({"date": "2025-11-20"}), saved_at="2025-11-21T10:00:00.000Z")
    comparing.add(last_year, same_day, now, "not a draft")

    expect(comparing.chosen).to_have_count(2)
    expect(comparing.problem).to_contain_text(words("changes.already", file="2.json"))
    expect(comparing.problem).to_contain_text("3.json")
    for note in ("one_day", "not_worked_out"):
        expect(comparing.root).to_contain_text(words(f"changes.{note}", dates="")[:40])
    expect(comparing.notes.first).to_contain_text(hostile.MARKUP)
    expect(comparing.chosen.nth(0)).to_contain_text(words("changes.earlier_state"))
    assert comparing.row(words("changes.caption"), "C2 Work with parent")[-1] == words("changes.down")
    assert comparing.row("Actions", "Agree a rota")[-1].split("\n")[0] == words("changes.done")
    assert_accessible(audit.page)

    comparing.remove("Example team")
    expect(comparing.chosen).to_have_count(1)
    expect(comparing.notes).to_have_count(2)
    comparing.remove("20 November 2025")
    expect(comparing.chosen).to_have_count(0)
    expect(comparing.files).to_be_focused()
    expect(comparing.root.locator("table")).to_have_count(0)
    expect(audit.results.glance_cell("Work with parent and baby together")).to_contain_text("Partly in place")


def test_a_draft_in_this_browser_is_compared_without_a_file(audit: Questionnaire, no_python: None) -> None:
    audit.load(draft_file(all_in_place({"dyadic-work/rating": "planned", "date": "2025-11-20"})))
    audit.start_new_draft()
    audit.load(draft_file(all_in_place(), draft_id="0d1f7f0e-3a52-4f5e-9a53-0c1f6d8a2b12")).go_to("results")
    comparing = Comparing(audit.results)
    comparing.compare_with_own("Example team, Example area")
    assert comparing.row(words("changes.caption"), "C2 Work with parent")[-1] == words("changes.up")


def test_it_can_be_done_by_keyboard_at_320_pixels(open_context: OpenContext, no_python: None) -> None:
    page = open_context(**SCREENS["320 pixels"]).new_page()
    keyboard, audit = Keyboard(page), Questionnaire(page)
    audit.load(draft_file(all_in_place({"dyadic-work/rating": "planned", "date": "2025-11-20"})))
    audit.start_new_draft()
    audit.load(draft_file(all_in_place(), draft_id="0d1f7f0e-3a52-4f5e-9a53-0c1f6d8a2b12")).go_to("results")
    comparing = Comparing(audit.results)
    keyboard.follow(comparing.here)
    keyboard.follow(comparing.root.get_by_role("button", name=words("changes.compare_with")))
    expect(comparing.chosen).to_have_count(1)
    expect(comparing.root.get_by_text(words("changes.beside", count=1))).to_be_focused()
    expect_nothing_sideways(page)

    keyboard.follow(comparing.chosen.get_by_role("button", name=words("changes.remove")))
    expect(comparing.chosen).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body")


@pytest.mark.long
def test_an_area_a_year_later(service_map: ServiceMap) -> None:
    results = service_map.open_example("results").results
    comparing = Comparing(results)
    comparing.add(earlier_map())
    expect(comparing.root.get_by_text(words("changes.figure_findings"))).to_be_visible(timeout=PYTHON_TIMEOUT)
    said = comparing.said("19 November 2025")
    assert said[0] == "Sectors: 2 changed, 14 the same."
    assert "Services: 2 new, 1 no longer listed, 28 the same." in said
    assert comparing.row("Services", "The Nest drop-in")[1:] == ["Listed", "No longer listed"]
    assert comparing.row("Sectors", "Neonatal")[1:3] == ["In progress", "No service"]
