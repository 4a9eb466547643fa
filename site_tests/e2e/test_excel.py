"""The Excel workbook, read back and held against the page; what is kept out of it; and when it fails."""

import datetime
from importlib.metadata import version
from typing import Any

import pytest
from playwright.sync_api import expect

from questionnaire_site.load import Loaded, load_all
from site_tests.e2e import hostile
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.results import Results
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.excel import ExcelFile
from site_tests.support.places import ROOT
from site_tests.support.server import Answer, StaticSite

WHEEL = f"xlsxwriter-{version('XlsxWriter')}-py314-none-any.whl"

# The tables on the page, cell by cell, one line for each thing in a cell.
TABLE = """node => [...node.querySelectorAll('tr')].map(row => [...row.children].map(cell => {
    const items = [...cell.querySelectorAll('li')].map(item => item.textContent.trim());
    return items.length > 0 ? items.join('\\n') : cell.textContent.trim();
}))"""
FINDINGS = """nodes => nodes.map(node => [node.querySelector('h3, h4, h5').textContent.trim(),
    [...node.querySelectorAll('.app-reasons > li')].map(item => item.textContent.trim()).join('\\n')])"""


def loaded(id: str) -> Loaded:
    return next(each for each in load_all(ROOT / "questionnaires") if each.id == id)


def items_of(one: Loaded) -> list[dict[str, Any]]:
    assert one.definition is not None
    return [item for section in one.definition["sections"] for item in section["items"]]


def said(cell: Any) -> str:
    """A cell as the CSV file has it."""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell).replace("\n", "; ")


def as_text(cell: Any) -> str:
    """A cell as the page has it."""
    if isinstance(cell, datetime.datetime):
        return f"{cell.day} {cell:%B %Y}"
    return "" if cell is None else str(cell)


def assert_lists_are_those_of_the_csv(results: Results, excel: ExcelFile, *titles: str) -> None:
    for title in titles:
        _, rows = results.download_csv(title)
        assert [[said(cell) for cell in row] for row in excel.rows(title)] == rows


def assert_findings_are_those_of_the_page(results: Results, excel: ExcelFile, *parts: str) -> None:
    records = excel.records(words("export.findings"))
    for id in parts:
        part = results.part(id)
        title = part.get_by_role("heading").first.text_content()
        shown = part.locator("[data-finding]").evaluate_all(FINDINGS)
        assert shown
        told = [record for record in records if record[words("export.sheet_part")] == title]
        why = words("export.finding_why")
        assert [[record[words("export.finding")], record[why] or ""] for record in told] == shown


def private_answers(one: Loaded) -> set[str]:
    """What the worked example says in words that is for the team alone, or might be."""
    private = {
        child["path"]
        for item in items_of(one)
        for child in (item, *item.get("items", ()))
        if child.get("private") or item.get("private")
    }
    response = next(each for each in one.examples if each.name == "worked-example").response
    answers: dict[str, Any] = response["answers"]
    texts = {path: value for path, value in answers.items() if isinstance(value, str) and " " in value}
    kept = {text for path, text in texts.items() if _template(path) in private}
    # A role may be named in two places, one of which anybody may read.
    return kept - {text for path, text in texts.items() if _template(path) not in private}


def _template(path: str) -> str:
    steps = path.split("/")
    return f"{steps[0]}/*/{steps[2]}" if len(steps) == 3 else path


def test_the_audit_in_excel_says_what_the_page_says(audit: Questionnaire) -> None:
    audit.page.goto("self-audit/?example&step=results")
    results = audit.results
    expect(results.finding("unmet", "age-accepted")).to_be_visible(timeout=PYTHON_TIMEOUT)
    results.reveal()
    excel = results.download_excel()

    ratings = excel.records("Ratings at a glance")
    rows = results.glance_rows
    assert len(ratings) == rows.count() > 0
    for record in ratings:
        item = str(list(record.values())[1])
        expect(results.glance_cell(item)).to_have_text(record[words("results.answer")])
    scores = results.part("by-domain").locator("table").evaluate(TABLE)
    assert [[as_text(cell) for cell in row] for row in excel.rows("Counts for each domain")] == scores
    assert all(isinstance(cell, int) for cell in excel.rows("Counts for each domain")[1][1:3])
    assert_findings_are_those_of_the_page(results, excel, "strengths", "unmet", "to-settle")
    assert_lists_are_those_of_the_csv(results, excel, "Action plan")
    assert excel.choices("Action plan", "Status") == ["Not started", "Under way", "Done", "Stopped"]

    example = next(each for each in loaded("self-audit").examples if each.name == "worked-example")
    answers = [record[words("results.answer")] for record in excel.records("Every answer")]
    assert datetime.datetime.fromisoformat(example.response["answers"]["date"]) in answers
    for path, value in example.response["answers"].items():
        if path.count("/") < 2 and (path.endswith("/notes") or isinstance(value, int)):
            assert value in answers, path

    first = excel.said
    for reason in results.reasons.all():
        assert (reason.text_content() or "").split("  ")[0].strip()[:40] in "\n".join(first)

    results.choose_copy("share")
    shared = "\n".join(results.download_excel().said)
    private = private_answers(loaded("self-audit"))
    assert len(private) > 3
    assert all(text in "\n".join(first) for text in private)
    assert not [text for text in private if text in shared]


@pytest.mark.long
def test_the_map_in_excel_says_what_the_page_says(service_map: ServiceMap) -> None:
    results = service_map.open_example("results").results
    expect(results.finding("findings", "r1-neonatal")).to_be_visible(timeout=PYTHON_TIMEOUT)
    excel = results.download_excel()

    for title in ("Relationship support by district and level", "Waits"):
        part = results.view.locator("[data-report-part]").filter(
            has=results.page.get_by_role("heading", name=title, exact=True)
        )
        [header, *rows] = part.locator("table").first.evaluate(TABLE)
        name = next(each for each in excel.names if title.startswith(each))
        [excel_header, *excel_rows] = excel.rows(name)
        assert len(excel_header) == len(header)
        assert [[as_text(cell).split(" ")[0] for cell in row] for row in excel_rows] == [
            [cell.split(" ")[0] for cell in row] for row in rows
        ]
    assert_findings_are_those_of_the_page(results, excel, "findings", "strengths", "to-find-out")
    assert_lists_are_those_of_the_csv(results, excel, "Services", "Action plan")
    services = next(item for item in items_of(loaded("service-map")) if item["id"] == "services")
    sectors = services["items"][1]["options"]
    assert excel.choices("Services", "Sector") == [option["label"] for option in sectors]

    results.choose_copy("share")
    shared = "\n".join(results.download_excel().said)
    assert not [text for text in private_answers(loaded("service-map")) if text in shared]
    results.tools.get_by_label("One page for commissioners", exact=True).check()
    assert "Services" not in results.download_excel().names


def test_hostile_text_is_text_in_excel_too(audit: Questionnaire) -> None:
    texts = {
        "team": hostile.MARKUP,
        "clinical-supervision/notes": hostile.QUOTES + "\u0001\u000b",
        "dyadic-work/notes": hostile.LONG,
        "multidisciplinary-team/notes": hostile.EMOJI,
    }
    actions = [{"what": text} for text in hostile.ON_ONE_LINE]
    audit.load(draft_file(all_in_place(texts), {"actions": actions})).go_to("results")
    results = audit.results
    expect(results.finding("strengths", "clinical-supervision")).to_be_visible(timeout=PYTHON_TIMEOUT)
    excel = results.download_excel()

    assert excel.formulas == []
    assert [record["What will you do?"] for record in excel.records("Action plan")] == [*hostile.ON_ONE_LINE]
    for text in (hostile.MARKUP, hostile.QUOTES, hostile.EMOJI):
        assert text in excel.said


@pytest.mark.allow_page_errors("the browser reports what it could not fetch")
def test_when_excel_fails_the_person_is_told_what_to_do_and_can_try_again(
    audit: Questionnaire, site: StaticSite
) -> None:
    audit.page.goto("self-audit/?example&step=results")
    results = audit.results
    expect(results.finding("unmet", "age-accepted")).to_be_visible(timeout=PYTHON_TIMEOUT)
    results.reveal()
    with site.answering(WHEEL, Answer(status=404)):
        results.excel_button.click()
        expect(results.making).to_contain_text(words("export.excel_failed"), timeout=PYTHON_TIMEOUT)
        expect(results.making).to_be_focused()
        assert_accessible(audit.page)
    with audit.page.expect_download(timeout=PYTHON_TIMEOUT) as download:
        results.making.get_by_role("button", name=words("export.try_again")).click()
    assert download.value.suggested_filename.endswith("-team-copy.xlsx")
    expect(results.making).to_be_hidden()


@pytest.mark.allow_page_errors("the browser may report the worker that was given up")
def test_a_workbook_that_takes_long_can_be_stopped_by_keyboard(
    audit: Questionnaire, site: StaticSite
) -> None:
    audit.page.goto("self-audit/?example&step=results")
    results = audit.results
    expect(results.finding("unmet", "age-accepted")).to_be_visible(timeout=PYTHON_TIMEOUT)
    results.reveal()
    with site.answering(WHEEL, Answer(delay=3600)):
        results.excel_button.press("Enter")
        expect(results.making).to_contain_text(words("export.making_excel"))
        assert_accessible(audit.page)
        results.making.get_by_role("button", name=words("export.stop_making")).press("Enter")
        expect(results.making).to_be_hidden()
        expect(results.excel_button).to_be_focused()
        expect(audit.page.locator("[data-announce]")).to_have_text(words("export.stopped_making"))
    expect(results.finding("unmet", "age-accepted")).to_be_visible()
