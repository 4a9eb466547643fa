"""Copies to take away, of the worked examples: how long each takes to make, and how large it is."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from site_tests.bench.measuring import Figures, Ratio, Report, in_turn, medians
from site_tests.e2e.words import words
from site_tests.support.browsing import DESKTOP, PERSON, PYTHON_TIMEOUT
from site_tests.support.server import StaticSite

IN_PAGE = Path(__file__).with_name("in_page")
NAMES = {
    "web page, the first": "export.download_copy",
    "web page, again": "export.download_copy",
    "Word, the first": "export.download_word",
    "Word, again": "export.download_word",
    "Excel, the first": "export.download_excel",
    "Excel, again": "export.download_excel",
    "bare: the page's own HTML": None,
}


@pytest.mark.parametrize("questionnaire", ["self-audit", "service-map"])
def test_copies(browser: Browser, site: StaticSite, report: Report, questionnaire: str) -> None:
    samples = in_turn({"all": lambda: _measure(browser, site, questionnaire)})["all"]
    rows: dict[str, list[float | None]] = {}
    for number, name in enumerate(NAMES):
        figures = medians([sample[number] for sample in samples])
        rows[name] = [figures["ms"], figures["bytes"] / 1000]
    bare = list(rows.values())[-1][0] or 1
    for cells in rows.values():
        cells.append(Ratio((cells[0] or 0) / bare))
    report.table(f"Copies: {questionnaire}'s example", ["ms", "kB", "beside bare"], rows)


def _measure(browser: Browser, site: StaticSite, questionnaire: str) -> list[Figures]:
    context = browser.new_context(base_url=site.url, **PERSON, **DESKTOP)
    page = context.new_page()
    page.goto(f"{questionnaire}/?example&step=results")
    page.locator("[data-finding]").first.wait_for(timeout=PYTHON_TIMEOUT)
    for button in page.locator("[data-reveal]").all():
        button.click()
    script = (IN_PAGE / "copies.js").read_text(encoding="utf-8")
    labels = [words(key) if key else "" for key in NAMES.values()]
    figures: list[dict[str, Any]] = page.evaluate(script, labels)
    context.close()
    assert all(figure["bytes"] > 5_000 for figure in figures)
    return figures
