"""Copies to take away, of the worked examples: how long each takes to make, and how large it is."""

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from site_tests.bench.measuring import Figures, Ratio, Report, in_turn, medians
from site_tests.e2e.drafts import as_upload
from site_tests.e2e.words import words
from site_tests.e2e.years import earlier_audits, earlier_map
from site_tests.support.browsing import DESKTOP, PERSON, PYTHON_TIMEOUT
from site_tests.support.server import StaticSite

IN_PAGE = Path(__file__).with_name("in_page")
WHOLE, CHANGED = "export.whole", "export.changes_only"
# What is taken, by which button, and how much of the results.
NAMES = {
    "web page, the first": ("export.download_copy", WHOLE),
    "web page, again": ("export.download_copy", WHOLE),
    "Word, the first": ("export.download_word", WHOLE),
    "Word, again": ("export.download_word", WHOLE),
    "Excel, the first": ("export.download_excel", WHOLE),
    "Excel, again": ("export.download_excel", WHOLE),
    "CSV of the findings": ("export.download_csv", WHOLE),
    "for print": ("export.print_copy", WHOLE),
    "what has changed, web page": ("export.download_copy", CHANGED),
    "what has changed, Word": ("export.download_word", CHANGED),
    "what has changed, Excel": ("export.download_excel", CHANGED),
    "what has changed, for print": ("export.print_copy", CHANGED),
    "bare: the page's own HTML": ("", WHOLE),
}
COMPARED = "from files to what has changed"


@pytest.mark.parametrize("questionnaire", ["self-audit", "service-map"])
def test_copies(browser: Browser, site: StaticSite, report: Report, questionnaire: str) -> None:
    samples = in_turn({"all": lambda: _measure(browser, site, questionnaire)})["all"]
    rows: dict[str, list[float | None]] = {}
    for number, name in enumerate([COMPARED, *NAMES]):
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
    copies = [
        {"button": button and words(button, title=words("export.findings")), "version": words(version)}
        for button, version in NAMES.values()
    ]
    without = [name for name, (_, version) in NAMES.items() if version == WHOLE]
    by_name = dict(zip(NAMES, copies, strict=True))
    measured = dict(zip(without, page.evaluate(script, [by_name[name] for name in without]), strict=True))
    compared = _compare(page, questionnaire)
    others = [name for name in NAMES if name not in measured]
    measured |= dict(zip(others, page.evaluate(script, [by_name[name] for name in others]), strict=True))
    context.close()
    figures: list[Figures] = [compared, *(measured[name] for name in NAMES)]
    assert all(figure["bytes"] > 500 for figure in figures), figures
    return figures


def _compare(page: Page, questionnaire: str) -> Figures:
    """Put earlier drafts beside the example; what Playwright itself takes for that is in the figure."""
    drafts = earlier_audits() if questionnaire == "self-audit" else [earlier_map()]
    files: list[Any] = [as_upload(draft, f"{number}.json") for number, draft in enumerate(drafts)]
    part = page.locator('[data-part="changes"]')
    began = perf_counter()
    part.locator("input[type=file]").set_input_files(files)
    # The drawing of the findings comes once Python has evaluated each.
    part.get_by_text(words("changes.figure_findings")).wait_for(timeout=PYTHON_TIMEOUT)
    milliseconds = (perf_counter() - began) * 1000
    return {"ms": milliseconds, "bytes": sum(len(file["buffer"]) for file in files)}
