"""What a person takes away: a team copy, a copy to share, and the action plan as a spreadsheet."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT

PRIVATE = {
    "Notes and evidence": {"dyadic-work/notes": "Audit of thirty cases"},
    "What you did not agree about": {
        "dyadic-work/disagreed": ["disagreed"],
        "dyadic-work/disagreement": "Half of us would say Planned",
    },
    "Pay bands": {"clinical-leadership/pay-band": "Band 8B with 8C duties"},
    "Funding end dates": {"funding/end-dates": "The grant ends in March 2028"},
}
SECRETS = {kind: list(answers.values())[-1] for kind, answers in PRIVATE.items()}
ACTION = {"what": "Agree a rota for supervision", "owner": "Clinical lead", "by-when": "2027-01-31"}
DRAFT = draft_file(
    all_in_place({"dyadic-work/rating": "partly"} | {k: v for kind in PRIVATE.values() for k, v in kind.items()}),
    {"actions": [ACTION]},
)


@pytest.fixture
def results(audit: Questionnaire) -> Questionnaire:
    audit.load(DRAFT).go_to("results")
    expect(audit.results.finding("unmet", "dyadic-work")).to_be_visible(timeout=PYTHON_TIMEOUT)
    return audit


def test_a_team_copy_holds_everything_and_a_copy_to_share_leaves_private_kinds_out(
    results: Questionnaire,
) -> None:
    results.results.reveal()
    results.results.choose_copy("team")
    expect(results.results.left_out).to_have_text(words("export.leaves_nothing_out"))
    team = results.results.download_copy()
    assert team.suggested_filename.startswith("example-team-example-area-")
    assert team.suggested_filename.endswith("-team-copy.html")
    text = team.path().read_text(encoding="utf-8")
    for expected in (*SECRETS.values(), *ACTION.values(), "Meets 7 of 8 core descriptors", "Partly in place"):
        assert str(expected) in text or expected == "2027-01-31", expected
    assert "31 January 2027" in text

    results.results.choose_copy("share")
    for kind in SECRETS:
        expect(results.results.left_out).to_contain_text(kind)
    share = results.results.download_copy()
    assert share.suggested_filename.endswith("-copy-to-share.html")
    text = share.path().read_text(encoding="utf-8")
    assert "Meets 7 of 8 core descriptors" in text
    assert "Agree a rota for supervision" in text
    for secret in SECRETS.values():
        assert secret not in text


def test_what_is_ticked_goes_into_the_copy_to_share_all_the_same(results: Questionnaire) -> None:
    tools = results.results.tools
    results.results.choose_copy("share")
    for kind in SECRETS:
        tools.get_by_label(kind, exact=True).check()
        expect(results.results.left_out).not_to_contain_text(kind)
        text = results.results.download_copy().path().read_text(encoding="utf-8")
        assert {kind for kind, secret in SECRETS.items() if secret in text} == {kind}
        tools.get_by_label(kind, exact=True).uncheck()


def test_a_conclusion_nobody_asked_for_stays_out_unless_it_is_ticked(results: Questionnaire) -> None:
    copy = results.results.download_copy().path().read_text(encoding="utf-8")
    assert "Meets 7 of 8" not in copy
    results.results.tools.get_by_label("What type of team your answers suggest").check()
    copy = results.results.download_copy().path().read_text(encoding="utf-8")
    assert "Meets 7 of 8" in copy


def test_the_copy_opens_anywhere_asks_for_nothing_and_prints_on_a4(
    results: Questionnaire, open_context: OpenContext, tmp_path: Path
) -> None:
    results.results.reveal()
    file = tmp_path / "copy.html"
    results.results.download_copy().save_as(file)

    reader = open_context(offline=True, java_script_enabled=False).new_page()
    requests: list[str] = []
    reader.on("request", lambda request: requests.append(request.url))
    reader.goto(file.as_uri())
    expect(reader.get_by_role("heading", level=1)).to_have_text("Example team, Example area")
    expect(reader.get_by_role("main")).to_contain_text("Meets 7 of 8 core descriptors")
    expect(reader.get_by_role("main")).to_contain_text("Agree a rota for supervision")
    expect(reader.locator(".app-grid")).to_be_visible()
    assert reader.locator("main").evaluate("main => getComputedStyle(main).fontFamily") != "Times New Roman"
    assert requests == [file.as_uri()]
    assert_a4(reader)

    # The same file where scripts may run: axe needs them, the file must not.
    checked = open_context(offline=True).new_page()
    checked.goto(file.as_uri())
    assert_accessible(checked)


def assert_a4(page: Page) -> None:
    """The page's own print style asks for A4, and fits on it."""
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    boxes = {box.split(b"]")[0] for box in pdf.split(b"/MediaBox [")[1:]}
    assert boxes
    for box in boxes:
        left, bottom, width, height = map(float, box.split())
        assert (left, bottom, round(width), round(height)) == (0, 0, 595, 842), boxes


def test_the_results_print_on_a4(results: Questionnaire) -> None:
    results.results.reveal()
    expect(results.results.conclusion.first).to_be_visible()
    assert_a4(results.page)
    results.page.emulate_media(media="print")
    expect(results.results.part("at-a-glance")).to_be_visible()
    for furniture in results.page.locator("nav, footer, .app-foot, [data-results-tools], [data-alerts]").all():
        expect(furniture).to_be_hidden()


def test_actions_open_in_a_spreadsheet_letter_for_letter(audit: Questionnaire, no_python: None) -> None:
    rows = [ACTION, {"what": 'Café "Löwe", 2;3\u00b7£', "status": "under-way"}]
    audit.load(draft_file(all_in_place(), {"actions": rows})).go_to("results")
    text, table = audit.results.download_csv("Action plan")
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == 3
    header, first, second = table
    assert header[:3] == ["What will you do?", "Who will see to it?", "By when?"]
    assert first[:3] == ["Agree a rota for supervision", "Clinical lead", "2027-01-31"]
    assert second[0] == 'Café "Löwe", 2;3\u00b7£'
    assert second[header.index("Status")] == "Under way"


def test_an_earlier_audit_is_compared_and_changes_nothing(
    audit: Questionnaire, no_python: None, tmp_path: Path
) -> None:
    earlier = tmp_path / "last-year.json"
    earlier.write_text(json.dumps(draft_file(all_in_place({"dyadic-work/rating": "embedded", "date": "2025-11-20"}))))
    audit.load(DRAFT).go_to("results")
    audit.results.part("changes").locator("input[type=file]").set_input_files(earlier)
    row = audit.results.part("changes").get_by_role("row", name="C2 Work with parent")
    expect(row).to_contain_text(words("changes.down"))
    expect(audit.results.part("changes")).to_contain_text("20 November 2025")
    audit.results.part("changes").get_by_role("button", name=words("changes.close")).click()
    expect(row).to_have_count(0)
    expect(audit.results.glance_cell("Work with parent and baby together")).to_contain_text("Partly in place")
