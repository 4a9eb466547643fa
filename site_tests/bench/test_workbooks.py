"""Workbooks to fill in: how long a blank one takes to make and a full one to read, and how large they are."""

from time import perf_counter
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from questionnaire_core.decode import decode_questionnaire
from questionnaire_site.load import load_questionnaire
from site_tests.bench.measuring import Figures, Ratio, Report, in_turn, medians
from site_tests.e2e.words import words
from site_tests.support.browsing import DESKTOP, PERSON, PYTHON_TIMEOUT
from site_tests.support.places import ROOT
from site_tests.support.server import StaticSite
from site_tests.support.sheets import made, read

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("id", ["self-audit", "service-map"])
def test_workbooks(browser: Browser, site: StaticSite, report: Report, id: str) -> None:
    loaded = load_questionnaire(ROOT / "questionnaires" / id)
    questionnaire = decode_questionnaire(loaded.definition or {})
    blank, full = made(questionnaire), made(questionnaire, loaded.example)
    measured = {
        "blank, made at the build": lambda: _timed(lambda: made(questionnaire)),
        "the example's, read by CPython": lambda: _timed(lambda: read(questionnaire, full)),
        "the example's, chosen on the page until it is shown": lambda: _read_on_page(browser, site, id, full),
    }
    figures = {name: medians(samples)["ms"] for name, samples in in_turn(measured).items()}
    bare = figures["the example's, read by CPython"]
    rows = {
        name: [ms, len(blank if name.startswith("blank") else full) / 1000, Ratio(ms / bare)]
        for name, ms in figures.items()
    }
    report.table(f"Workbooks to fill in: {id}", ["ms", "kB", "beside CPython's reading"], rows)


def _timed(work: Any) -> Figures:
    start = perf_counter()
    work()
    return {"ms": (perf_counter() - start) * 1000}


def _read_on_page(browser: Browser, site: StaticSite, id: str, content: bytes) -> Figures:
    """With Python and what reads workbooks fetched anew: a first time."""
    context = browser.new_context(base_url=site.url, **PERSON, **DESKTOP)
    page = context.new_page()
    page.goto(f"{id}/?step=open")
    view = page.locator('[data-view="open"]')
    expect(view.get_by_label(words("check.open_file"))).to_be_visible()
    page.wait_for_load_state("networkidle")
    start = perf_counter()
    view.get_by_label(words("check.open_file")).set_input_files(
        {"name": "filled.xlsx", "mimeType": EXCEL, "buffer": content}
    )
    expect(view).to_contain_text(words("files.all_understood"), timeout=PYTHON_TIMEOUT)
    figures: Figures = {"ms": (perf_counter() - start) * 1000}
    context.close()
    return figures
