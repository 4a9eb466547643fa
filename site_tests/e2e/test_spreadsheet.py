"""The blank workbook: taken from the start page, filled in, opened as a draft; what is refused or left."""

import datetime
from importlib.metadata import version
from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.server import Answer, StaticSite
from site_tests.support.sheets import Filling

LOCKED = b"\xd0\xcf\x11\xe0" + bytes(124) + "EncryptedPackage".encode("utf-16-le")
WHEEL = f"openpyxl-{version('openpyxl')}-py314-none-any.whl"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_blank(audit: Questionnaire, to: Path) -> Filling:
    with audit.page.expect_download() as download:
        audit.view.get_by_role("link", name=words("start.sheet_download")).click()
    assert download.value.suggested_filename == "self-audit.xlsx"
    download.value.save_as(to)
    return Filling(to.read_bytes())


def test_a_workbook_is_filled_in_and_opened_as_a_draft(audit: Questionnaire, tmp_path: Path) -> None:
    audit.open("details")
    audit.question("team").write("Here before")
    audit.open("start")
    filling = download_blank(audit, tmp_path / "blank.xlsx")
    team, clinical = "About your team", "A Team composition and clinical"
    filling.form_cell(team, "Team").value = "Sunny Side"
    filling.form_cell(team, "Nation").value = " SCOTLAND"
    filling.form_cell(team, "Date of this audit").value = datetime.date(2026, 11, 20)
    under_three = "Clinical staff in post with under three years of this work (WTE)"
    filling.form_cell(team, under_three).value = "1 200.5"
    supervision = "A1 Clinical supervision"
    filling.form_cell(clinical, "Every practitioner is offered it", supervision).value = True
    filling.form_cell(clinical, "How far is this in place?", supervision).value = "Planned"
    filling.form_cell(clinical, "Notes and evidence (optional)", supervision).value = "=1+1 is\n<b>two</b>"
    filling.form_cell(clinical, "How far is this in place?", "A3 Clinical leadership").value = "nearly"
    filling.table_cell("Actions", 1, "What will you do?").value = "Write it down"
    filling.table_cell("Actions", 1, "By when?").value = "1/2/2027"
    filling.table_cell("Actions", 2, "By when?").value = "=TODAY()"
    filled = tmp_path / "filled.xlsx"
    # openpyxl writes what begins with = as a formula, as Excel would read it.
    notes = filling.form_cell(clinical, "Notes and evidence (optional)", supervision)
    notes.data_type = "s"
    filled.write_bytes(filling.content)

    audit.open("open")
    keyboard = Keyboard(audit.page)
    keyboard.reach(audit.open_draft.input)
    audit.open_draft.choose(filled)
    preview = audit.open_draft.preview
    expect(preview.get_by_role("heading", level=2)).to_be_focused(timeout=PYTHON_TIMEOUT)
    expect(preview).to_contain_text("Sunny Side")
    expect(preview).to_contain_text(words("files.left", count=2))
    expect(preview.get_by_role("listitem")).to_contain_text([f"{clinical}, C", "Actions, D7"])
    expect(preview).to_contain_text("“nearly”")
    expect(preview).to_contain_text("=TODAY()")
    assert_accessible(audit.page)
    with audit.page.expect_download() as download:
        keyboard.follow(preview.get_by_role("button", name=words("files.left_download")))
    assert download.value.suggested_filename == "filled-not-understood.csv"
    keyboard.follow(preview.get_by_role("button", name=words("files.open_instead")))

    audit.expect_view("hub")
    [action] = audit.download_draft().draft["entries"]["actions"]
    assert audit.download_draft().answers == {
        "team": "Sunny Side",
        "nation": "scotland",
        "date": "2026-11-20",
        "wte-under-three": 1200.5,
        "clinical-supervision/parts": ["every-practitioner"],
        "clinical-supervision/rating": "planned",
        "clinical-supervision/notes": "=1+1 is\n<b>two</b>",
        f"actions/{action}/what": "Write it down",
        f"actions/{action}/by-when": "2027-02-01",
    }
    # The same draft as a workbook holds the same answers.
    before = audit.download_draft().answers
    with audit.page.expect_download(timeout=PYTHON_TIMEOUT) as download:
        audit.view.get_by_role("button", name=words("hub.workbook")).click()
    download.value.save_as(filled)
    assert download.value.suggested_filename.startswith("sunny-side")
    audit.go_to("drafts")
    expect(audit.view).to_contain_text("Here before")
    audit.open("open")
    audit.open_draft.choose(filled)
    expect(preview).to_contain_text(words("files.all_understood"), timeout=PYTHON_TIMEOUT)
    audit.open_draft.accept()
    audit.expect_view("hub")
    assert audit.download_draft().answers == before


@pytest.mark.allow_page_errors("the page reports that what reads workbooks cannot be had")
def test_what_cannot_be_read_says_so_and_changes_nothing(audit: Questionnaire, site: StaticSite) -> None:
    audit.open("details")
    audit.question("team").write("Here before")
    audit.open("open")
    audit.open_draft.choose({"name": "a.xls", "mimeType": EXCEL, "buffer": LOCKED})
    expect(audit.open_draft.refusal).to_contain_text(words("files.locked_workbook"))

    with site.answering(WHEEL, Answer(status=404)):
        audit.open_draft.choose({"name": "a.xlsx", "mimeType": EXCEL, "buffer": b"PK no workbook"})
        expect(audit.open_draft.preview).to_contain_text(words("files.reading_failed"))
        assert_accessible(audit.page)
    audit.open_draft.preview.get_by_role("button", name=words("export.try_again")).click()
    expect(audit.open_draft.refusal).to_contain_text(words("files.damaged_workbook"), timeout=PYTHON_TIMEOUT)
    audit.open("details")
    audit.question("team").expect_text("Here before")
