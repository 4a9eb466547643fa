"""A questionnaire is read again when anything that its reading rests on has changed, and only then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from questionnaire_site import kept, load
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
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "kept")
    pages = {"guide.md": "# Guide\n\n## Inside\n"}
    return write_site(tmp_path / "site", {"bike-workshop": WORKSHOP, "taker": TAKES}, pages)


@pytest.fixture
def read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], set[str]]:
    """Loads the questionnaires, and gives the ids of those that had to be read."""

    read_anew = load.load_questionnaire

    def which() -> set[str]:
        ids = set()

        def noted(folder: Path, **how: Any) -> Loaded:
            ids.add(folder.name)
            return read_anew(folder, **how)

        with monkeypatch.context() as patch:
            patch.setattr(load, "load_questionnaire", noted)
            load_all(folder / "questionnaires")
        return ids

    return which


def write(folder: Path, path: str, text: str) -> None:
    (folder / path).write_text(text, encoding="utf-8")


def test_what_nothing_has_changed_for_is_not_read_again(read: Callable[[], set[str]], folder: Path) -> None:
    assert read() == {"bike-workshop", "taker"}
    before = load_all(folder / "questionnaires")
    assert read() == set()
    assert load_all(folder / "questionnaires") == before


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/guide.md", "# Guide\n\n## Elsewhere\n"),
        ("content/guide.md", None),
        ("content/another.md", "# Another\n"),
        ("questionnaires/taker/questionnaire.yml", TAKES + "\n"),
        ("questionnaires/taker/scoring.py", "x = 1\n"),
        ("questionnaires/taker/rules.py", "x = 1\n"),
        ("questionnaires/bike-workshop/questionnaire.yml", WORKSHOP.replace("id: closed,", "id: shut,")),
        ("questionnaires/bike-workshop/questionnaire.yml", None),
        ("questionnaires/bike-workshop/scoring.py", "x = 1\n"),
    ],
)
def test_whatever_its_reading_rests_on_has_it_read_again(
    read: Callable[[], set[str]], folder: Path, path: str, text: str | None
) -> None:
    read()
    if text is None:
        (folder / path).unlink()
    else:
        write(folder, path, text)

    assert "taker" in read()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/guide.md", "# Guide\n\n## Inside\n\nMore of it.\n"),
        ("questionnaires/bike-workshop/questionnaire.yml", WORKSHOP.replace("title: Tools", "title: All")),
    ],
)
def test_it_is_not_read_again_for_what_it_does_not_look_at(
    read: Callable[[], set[str]], folder: Path, path: str, text: str
) -> None:
    read()
    write(folder, path, text)

    assert "taker" not in read()


def test_a_link_that_a_page_has_broken_is_told_at_the_next_reading(folder: Path) -> None:
    def codes() -> set[str]:
        return {problem.code for one in load_all(folder / "questionnaires") for problem in one.problems}

    assert "broken-link" not in codes()
    write(folder, "content/guide.md", "# Guide\n")
    assert "broken-link" in codes()


def test_what_cannot_be_built_is_read_each_time(read: Callable[[], set[str]], folder: Path) -> None:
    write(folder, "questionnaires/taker/questionnaire.yml", TAKES.replace("ready", "Ready"))

    assert "taker" in read()
    assert "taker" in read()


def test_without_trials_the_shown_example_alone_is_read_and_nothing_is_run() -> None:
    folder = ROOT / "questionnaires/self-audit"
    tried, untried = load.load_questionnaire(folder), load.load_questionnaire(folder, tried=False)

    assert untried.example == tried.example is not None
    assert len(untried.examples) < len(tried.examples)
    assert (untried.definition, untried.page) == (tried.definition, tried.page)
