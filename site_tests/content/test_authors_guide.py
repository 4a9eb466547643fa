"""The authors' guide is true: what it tells an author to write works, and no key is missing from it."""

import re
from pathlib import Path
from textwrap import indent

import pytest

from questionnaire_site.commands.new import start_questionnaire
from questionnaire_site.load import load_questionnaire
from questionnaire_site.reading import keys
from questionnaire_site.reading.diagnostics import render_all
from questionnaire_site.reading.kinds import Forms, Key, Shape, Table, Typed

FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="session")
def guide(content: Path) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in (content / "authors").glob("*.md")}


def blocks(text: str, language: str) -> list[str]:
    return [body for name, body in FENCED.findall(text) if name == language]


def keys_of(shape: Shape) -> list[Key]:
    match shape:
        case Table():
            return list(shape.keys)
        case Typed():
            extra = [shape.instead] if shape.instead else []
            return [*shape.common, *(key for some in shape.types.values() for key in some), *extra]
        case Forms():
            return [key for form in shape.forms for key in form]


def test_the_first_questionnaire_works_as_it_stands(guide: dict[str, str], tmp_path: Path) -> None:
    folder = start_questionnaire(tmp_path, "waiting-room").parent
    named = re.findall(r"`questionnaires/waiting-room/(\S+\.yml)`", guide["index"])
    for name, text in zip(named, blocks(guide["index"], "yaml"), strict=True):
        assert (folder / name).exists(), "the guide says to replace what is there"
        (folder / name).write_text(text, encoding="utf-8")

    loaded = load_questionnaire(folder)

    assert not loaded.problems, render_all(loaded.problems, tmp_path)
    assert len(loaded.examples) == 1


def test_the_scoring_shown_works_as_it_stands(guide: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "ready"
    folder.mkdir()
    (folder / "questionnaire.yml").write_text(READY, encoding="utf-8")
    (folder / "scoring.py").write_text(blocks(guide["scoring"], "python")[0], encoding="utf-8")
    (folder / "examples").mkdir()
    (folder / "examples" / "ready.yml").write_text(
        "today: 2026-11-21\nanswers: {parts: [a], rating: in-place}\nexpect: {classification: ready}\n",
        encoding="utf-8",
    )

    loaded = load_questionnaire(folder)

    assert not loaded.problems, render_all(loaded.problems, tmp_path)


def test_the_lists_shown_work_as_they_stand(guide: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "ready"
    folder.mkdir()
    services, view, status, steps, districts, report, example = blocks(guide["entries"], "yaml")
    lists = indent(services + steps + districts + SET_ASIDE, "      ")
    (folder / "questionnaire.yml").write_text(
        LISTS + lists + SECOND_SECTION + indent(view + status, "      ") + report, encoding="utf-8"
    )
    (python,) = blocks(guide["entries"], "python")
    (folder / "scoring.py").write_text(
        START_OF_SCORING + indent(python, "    ") + "    return Result(findings=tuple(found))\n",
        encoding="utf-8",
    )
    (folder / "examples").mkdir()
    expected = "today: 2026-11-21\nexpect: {findings: {partial: [wait-clinic]}}\n"
    (folder / "examples" / "long-wait.yml").write_text(expected + example, encoding="utf-8")

    loaded = load_questionnaire(folder)

    assert not loaded.problems, render_all(loaded.problems, tmp_path)


def test_the_first_page_leads_to_all_others(guide: dict[str, str]) -> None:
    assert set(guide) - {"index"} == set(re.findall(r"\]\(([a-z-]+)\.md\)", guide["index"]))


def test_no_key_is_explained_that_does_not_exist(guide: dict[str, str]) -> None:
    known = {key.name for shape in keys.SHAPES.values() for key in keys_of(shape)}
    types = {name for shape in keys.SHAPES.values() if isinstance(shape, Typed) for name in shape.types}
    told = set()
    for first_cell in re.findall(r"^\| ([^|]*`[^|]*) \|", guide["reference"], re.MULTILINE):
        told |= set(re.findall(r"`([^`]+)`", first_cell))

    assert told - known - types - {"type", "part"} == set()


def test_every_key_is_explained(guide: dict[str, str]) -> None:
    told = set(re.findall(r"`([a-z_]+)[:`]", " ".join(guide.values())))
    for text in guide.values():
        for block in blocks(text, "yaml"):
            told |= set(re.findall(r"\b([a-z_]+):", block))

    known = {key.name for shape in keys.SHAPES.values() for key in keys_of(shape)}

    assert known - told == set()


LISTS = """
id: ready
title: Ready?
revision: 1
summary: Are you ready?
labels: {section: Part, sections: Parts, item: Question, items: Questions}
start: Begin.
settings: {most_weeks: 12}
option_sets:
  areas: {options: [{id: north, label: North}, {id: south, label: South}]}
  levels: {options: [{id: universal, label: Universal}, {id: specialist, label: Specialist}]}
  kinds-of-step: {options: [{id: up, label: Up}, {id: down, label: Down}]}
sections:
  - id: all
    title: All
    items:
"""
SET_ASIDE = """
- id: set-aside
  type: entries
  title: Set aside
  singular: finding set aside
  entry_title: finding
  items: [{id: finding, type: text, title: Finding}, {id: reason, type: text, title: Reason}]
"""
SECOND_SECTION = """
  - id: north
    title: North
    items:
"""
START_OF_SCORING = """
from datetime import date

from questionnaire_core import Finding, Reason, Response, Result


def score(response: Response, today: date) -> Result:
    found = []
"""
READY = """
id: ready
title: Ready?
revision: 1
language: en-GB
summary: Are you ready?
labels: {section: Part, sections: Parts, item: Question, items: Questions}
start: Begin.
sections:
  - id: all
    title: All
    items:
      - {id: parts, type: choices, title: Parts, options: [{id: a, label: A}]}
      - id: rating
        type: choice
        title: Rating
        options: [{id: in-place, label: In place}, {id: planned, label: Planned}]
report:
  - {part: conclusion, title: What your answers suggest}
"""
