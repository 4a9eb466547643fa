"""Examples: sets of answers with what must come of them, run whenever a questionnaire is read.

Owns finding the files, what one takes over from another, and running the scoring. A scoring that fails is
told at its own line, once, however many examples it fails in.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from questionnaire_core.decode import decode_response
from questionnaire_core.model import Questionnaire
from questionnaire_core.scoring import Scoring, ScoringError
from questionnaire_site import yaml_source
from questionnaire_site.diagnostics import did_you_mean
from questionnaire_site.example_answers import AnswerReader, Answers
from questionnaire_site.expectations import compare
from questionnaire_site.nodes import Mapping, Scalar
from questionnaire_site.shape import check_shape
from questionnaire_site.source import Source
from questionnaire_site.written import text_at

FOLDER = "examples"


@dataclass(frozen=True, slots=True)
class Example:
    """One file, read and its shape checked."""

    source: Source
    root: Mapping
    base: Example | None


@dataclass(frozen=True, slots=True)
class ReadExample:
    """An example's answers, as scoring takes them; with a title and text when it is offered to people."""

    name: str
    today: str
    response: dict[str, Any]
    title: str | None = None
    text: str | None = None


def read_examples(folder: Path) -> tuple[list[Source], list[Example]]:
    """Read every example of a questionnaire; sources are there even for files that cannot be used."""
    sources = [yaml_source.read(file) for file in sorted((folder / FOLDER).glob("*.yml"))]
    roots = {
        source.file.name: (source, root) for source in sources if (root := check_shape(source, "example"))
    }
    examples: dict[str, Example] = {}
    for name, (source, root) in roots.items():
        base = _base(source, root, roots)
        if root.lacks("today") and root.lacks("based_on"):
            source.report(
                "missing-key",
                root,
                "an example without today",
                "add today: ...  (The day on which it is scored.)",
            )
        examples[name] = Example(source, root, base)
    _check_shown(list(examples.values()))
    return sources, list(examples.values())


def _base(source: Source, root: Mapping, roots: dict[str, tuple[Source, Mapping]]) -> Example | None:
    name = root.scalar("based_on")
    if name is None:
        return None
    found = roots.get(name.raw)
    if found is None:
        fix = did_you_mean(name.raw, roots)
        source.report("unknown-name", name, f'there is no example "{name.raw}" in this folder', fix)
        return None
    if "based_on" in found[1]:
        message = f'"{name.raw}" is based on another example itself'
        source.report(
            "unknown-name", name, message, f"base this one on {text_at(found[1], 'based_on')} as well"
        )
        return None
    return Example(*found, None)


def _check_shown(examples: list[Example]) -> None:
    shown = [example for example in examples if "show" in example.root]
    for example in shown[1:]:
        first = shown[0].root.keys["show"].place
        message = "two examples are shown, and the start page offers one"
        fix = "keep show: in one of them"
        example.source.report(
            "example-shown-twice", example.root.keys["show"], message, fix, also=(("first shown at", first),)
        )


def run_examples(
    examples: list[Example], questionnaire: Questionnaire, scoring: Scoring | None, scoring_source: Source
) -> Iterator[ReadExample]:
    """Run every example, if there is a scoring to run; give those whose answers can be used."""
    for example in examples:
        answers, today = _answers(example, questionnaire)
        if today is None or not all(_is_readable(each) for each in (example.base, example) if each):
            continue
        read = ReadExample(example.source.file.stem, today.isoformat(), answers.response(questionnaire))
        if scoring is not None:
            _run(example, read, questionnaire, scoring, scoring_source)
        show = example.root.mapping("show")
        yield (
            read if show is None else replace(read, title=text_at(show, "title"), text=text_at(show, "text"))
        )


def _is_readable(example: Example) -> bool:
    """Say whether an example's answers can be used; that it does not hold is no hindrance to others."""
    return all(problem.code == "example-failed" for problem in example.source.problems)


def _answers(example: Example, questionnaire: Questionnaire) -> tuple[Answers, datetime.date | None]:
    answers = Answers()
    today: Scalar | None = None
    for each in (example.base, example):
        if each is not None:
            AnswerReader(each.source, questionnaire).lay_over(answers, each.root)
            today = each.root.scalar("today") or today
    return answers, datetime.date.fromisoformat(today.raw) if today else None


def _run(
    example: Example,
    read: ReadExample,
    questionnaire: Questionnaire,
    scoring: Scoring,
    scoring_source: Source,
) -> None:
    response = decode_response(questionnaire, read.response)
    try:
        result = scoring.result(response, datetime.date.fromisoformat(read.today))
    except ScoringError as error:
        also = (("in the example", example.root.place),)
        place = scoring_source.whole_line(error.line or 1)
        scoring_source.report("scoring-failed", place, f"scoring failed: {error.detail}", also=also)
        return
    expect = example.root.mapping("expect")
    if expect is not None:
        compare(example.source, expect, response, result)
