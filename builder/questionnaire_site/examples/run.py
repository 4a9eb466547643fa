"""Examples: sets of answers with what must come of them, run whenever a questionnaire is read.

Owns finding the files, what one takes over from another, and running the scoring. A scoring that fails is
told at its own line, once, however many examples it fails in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from questionnaire_core.decode import decode_response
from questionnaire_core.encode import encode_questionnaire
from questionnaire_core.model import Questionnaire
from questionnaire_core.response import Response
from questionnaire_site.checks.scoring import ScoringFile
from questionnaire_site.checks.scoring_files import texts_of
from questionnaire_site.examples.answers import AnswerReader, Answers
from questionnaire_site.examples.expectations import compare
from questionnaire_site.examples.scoring_run import Failure, points_results, scoring_results
from questionnaire_site.plain import Json
from questionnaire_site.reading import yaml_source
from questionnaire_site.reading.diagnostics import Place, did_you_mean, has_errors
from questionnaire_site.reading.nodes import Mapping
from questionnaire_site.reading.shape import check_shape
from questionnaire_site.reading.source import Source
from questionnaire_site.reading.written import text_at

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


def read_examples(folder: Path, *, only_shown: bool = False) -> tuple[list[Source], list[Example]]:
    """Read every example of a questionnaire; sources are there even for files that cannot be used.

    `only_shown`: as many as it takes to offer people the one that is shown to them.
    """
    files = sorted((folder / FOLDER).glob("*.yml"))
    sources = [yaml_source.read(file) for file in (_shown(files) if only_shown else files)]
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
    return [*sources, *_misnamed(folder / FOLDER)], list(examples.values())


def _misnamed(folder: Path) -> list[Source]:
    """Tell of files that were meant to be examples: one that nobody runs proves nothing."""
    sources = [Source(file) for file in sorted(folder.glob("*.y*ml*")) if file.suffix != ".yml"]
    for source in sources:
        name = source.file.name.partition(".")[0]
        message, fix = "an example's name ends in .yml", f"rename it to {name}.yml"
        source.report("file-unreadable", Place(source.file), message, fix)
    return sources


def _shown(files: list[Path]) -> list[Path]:
    """Leave out examples that cannot be the one that is shown, nor what it is based on."""
    shown = {file.name: text for file in files if b"show" in (text := file.read_bytes())}
    named = b"\n".join(shown.values())
    return [file for file in files if file.name in shown or file.name.encode() in named]


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


def read_answers(examples: list[Example], questionnaire: Questionnaire) -> list[ReadExample]:
    """Give the examples whose answers can be used, without running anything."""
    return [run.read for run in _readable(examples, questionnaire)]


def run_examples(
    examples: list[Example], questionnaire: Questionnaire, scoring: Sequence[ScoringFile]
) -> list[ReadExample]:
    """Run every example, if the scoring can be run; give those whose answers can be used."""
    readable = _readable(examples, questionnaire)
    if any(has_errors(file.source.problems) for file in scoring):
        return [run.read for run in readable]
    results: Sequence[Json | Failure]
    if not scoring:
        results = points_results([(run.read.today, run.response) for run in readable])
    else:
        asked = [(run.read.today, run.read.response) for run in readable]
        loaded, *results = scoring_results(encode_questionnaire(questionnaire), texts_of(scoring), asked)
        if isinstance(loaded, Failure):
            _tell(loaded, scoring)
    for run, result in zip(readable, results, strict=False):
        if isinstance(result, Failure):
            _tell(result, scoring, (("in the example", run.example.root.place),))
        elif (expect := run.example.root.mapping("expect")) is not None:
            compare(run.example.source, expect, run.response, result)
    return [run.read for run in readable]


@dataclass(frozen=True, slots=True)
class _Run:
    """An example whose answers can be used."""

    example: Example
    read: ReadExample
    response: Response


def _readable(examples: list[Example], questionnaire: Questionnaire) -> list[_Run]:
    return [run for example in examples if (run := _read(example, questionnaire)) is not None]


def _read(example: Example, questionnaire: Questionnaire) -> _Run | None:
    answers, today = Answers(), ""
    for each in (example.base, example):
        if each is not None:
            reader = AnswerReader(each.source, questionnaire)
            reader.lay_over(answers, each.root)
            today = each.root.text("today") or today
    if not today or not all(_is_readable(each) for each in (example.base, example) if each):
        return None
    plain = answers.response(questionnaire)
    response = decode_response(questionnaire, plain)
    reader.check_chosen(answers, response)
    if not _is_readable(example):
        return None
    show = example.root.mapping("show") or Mapping(example.root.place, ())
    name, title, text = example.source.file.stem, text_at(show, "title"), text_at(show, "text")
    return _Run(example, ReadExample(name, today, plain, title, text), response)


def _is_readable(example: Example) -> bool:
    """Say whether an example's answers can be used; that it does not hold is no hindrance to others."""
    return all(problem.code == "example-failed" for problem in example.source.problems)


def _tell(failure: Failure, scoring: Sequence[ScoringFile], also: tuple[tuple[str, Place], ...] = ()) -> None:
    name, line = failure.reached or (scoring[-1].source.file.name, 1)
    source = next(file.source for file in scoring if file.source.file.name == name)
    source.report(failure.code, source.whole_line(line), failure.message, failure.fix, also=also)
