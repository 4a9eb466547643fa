"""Within one process a questionnaire is read again when anything that its reading rests on has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaire_site.load import Loaded, load_all
from site_tests.support.places import ROOT
from site_tests.support.small_site import write_site

WORKSHOP = (ROOT / "site_tests/fixtures/questionnaires/bike-workshop/questionnaire.yml").read_text()
TAKES = """id: taker
title: Taker
summary: Takes an answer.
revision: 1
step: section
labels: {section: section, sections: sections, item: question, items: questions}
start: "See [the guide](guide.md#inside)."
sections:
  - id: one
    title: One
    items:
      - id: outcome
        type: choice
        title: What came of it?
        take_from: {questionnaire: bike-workshop}
        options: [{id: ready, label: Ready}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = {"guide.md": "# Guide\n\n## Inside\n"}
    return write_site(tmp_path, {"bike-workshop": WORKSHOP, "taker": TAKES}, pages)


def loaded(folder: Path) -> dict[str, Loaded]:
    return {one.id: one for one in load_all(folder / "questionnaires")}


def test_what_nothing_has_changed_for_is_not_read_again(folder: Path) -> None:
    before, after = loaded(folder), loaded(folder)

    assert all(after[id_] is one for id_, one in before.items())


def test_a_change_to_one_leaves_another_that_does_not_name_it(folder: Path) -> None:
    before = loaded(folder)
    file = folder / "questionnaires/taker/questionnaire.yml"
    file.write_text(TAKES.replace("What came of it?", "What came of all of it?"))
    after = loaded(folder)

    assert after["taker"] is not before["taker"]
    assert after["bike-workshop"] is before["bike-workshop"]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "content/guide.md").write_text("# Guide\n\n## Elsewhere\n"),
        lambda folder: (folder / "content/guide.md").unlink(),
        lambda folder: (folder / "questionnaires/bike-workshop/questionnaire.yml").write_text(
            WORKSHOP + "\n"
        ),
        lambda folder: (folder / "questionnaires/bike-workshop/scoring.py").write_text("x = 1\n"),
        lambda folder: (folder / "questionnaires/bike-workshop/questionnaire.yml").unlink(),
        lambda folder: (folder / "questionnaires/taker/scoring.py").write_text("x = 1\n"),
    ],
)
def test_whatever_its_reading_rests_on_has_it_read_again(
    folder: Path, change: Callable[[Path], object]
) -> None:
    before = loaded(folder)["taker"]
    change(folder)

    assert loaded(folder)["taker"] is not before


def test_a_link_that_a_page_has_broken_is_told_at_the_next_reading(folder: Path) -> None:
    def codes() -> set[str]:
        return {problem.code for problem in loaded(folder)["taker"].problems}

    assert "broken-link" not in codes()
    (folder / "content/guide.md").write_text("# Guide\n")
    assert "broken-link" in codes()
