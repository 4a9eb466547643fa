"""What an author is told: every word of it, for every kind of mistake."""

import re
from pathlib import Path

import pytest

from questionnaire_site.reading.codes import CODES
from site_tests.site.goldens import Golden, all_goldens

FIRST_LINE = re.compile(r": (?:error|warning): .* \[([a-z-]+)\]$", re.MULTILINE)
ERRORS_PAGE = Path(__file__).parents[2] / "content" / "authors" / "errors.md"


@pytest.mark.parametrize("golden", all_goldens(), ids=lambda golden: golden.path.stem)
def test_an_author_is_told_what_is_wrong_where_and_what_to_do(golden: Golden, tmp_path: Path) -> None:
    assert golden.found(tmp_path) == golden.output


def test_every_code_has_a_golden_and_a_heading_in_the_authors_guide() -> None:
    shown = {code for golden in all_goldens() for code in FIRST_LINE.findall(golden.output)}
    explained = re.findall(r"^### `([a-z-]+)`", ERRORS_PAGE.read_text(encoding="utf-8"), re.M)

    assert shown == set(CODES)
    assert sorted(explained) == sorted(CODES)


def test_the_example_in_the_design_reads_word_for_word(tmp_path: Path) -> None:
    (golden,) = [golden for golden in all_goldens() if golden.path.stem == "option-id-not-text"]

    lines = golden.found(tmp_path).splitlines()

    assert lines[0].endswith(": error: option id is false, expected text [option-id-not-text]")
    assert lines[3] == '  in   section "referrals" > item "referral-criteria" > options[0].id'
    assert lines[4] == '  fix  quote it: id: "no"  (YAML reads a bare no as false)'
