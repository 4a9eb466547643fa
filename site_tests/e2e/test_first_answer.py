"""What a person waits for before a first answer stays small, however much the pages learn to do."""

import gzip
from pathlib import Path

import pytest

from site_tests.support.markup import read_page

BUDGET = 60_000


@pytest.mark.parametrize("questionnaire", ["self-audit", "service-map"])
def test_a_first_answer_needs_no_more_than_sixty_kilobytes(built_site: Path, questionnaire: str) -> None:
    page = built_site / questionnaire / "index.html"
    head = read_page(page).one("head")
    linked = {link.attributes["href"] for link in head.all("link") if link.attributes["rel"] != "canonical"}
    scripts = {script.attributes["src"] for script in head.all("script")}
    files = [page, *((page.parent / address).resolve() for address in linked | scripts)]
    assert any(file.name == "main.js" for file in files)
    assert any(file.name.endswith(".first.json") for file in files)

    # The manifest is asked for when there is nothing else to do.
    waited_for = [file for file in files if file.suffix != ".webmanifest"]
    assert sum(len(gzip.compress(file.read_bytes())) for file in waited_for) <= BUDGET
