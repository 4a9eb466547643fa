"""The shipped Pyodide and this CPython answer alike: every vector, every example of every questionnaire.

Pyodide starts once for them all: one test asks everything, and each answer is a subtest.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from questionnaire_site.catalogue import Catalogue
from questionnaire_site.load import load_all
from site_tests.fixtures import bicycle_workshop
from site_tests.pyodide import probe
from site_tests.pyodide.shipped import ask_pyodide
from site_tests.support.places import ROOT

VECTORS = ROOT / "site_tests/fixtures/vectors"
CATALOGUES = ROOT / "theme/catalogue"

HOSTILE = "</script><b>=1+1</b> \u202e\u0000 👩‍👩‍👧 \ud7ff {braces} %s " + "long " * 20_000


@dataclass(frozen=True)
class Case:
    """One request, and whether the core is meant to meet it."""

    name: str
    type: str
    payload: Any
    ok: bool = True

    def request(self, number: int) -> str:
        return json.dumps({"id": number, "type": self.type, "payload": self.payload})


@pytest.mark.parametrize(
    "memory",
    [
        pytest.param(False, id="started anew"),
        pytest.param(True, id="with the memory that a browser keeps", marks=pytest.mark.long),
    ],
)
def test_the_shipped_pyodide_gives_the_answers_of_cpython(subtests: pytest.Subtests, memory: bool) -> None:
    cases = [*_vectors(), *_questionnaires(), *_workshop()]
    requests = [case.request(number) for number, case in enumerate(cases)]
    python, *replies = ask_pyodide([Case("python", "python", None).request(-1), *requests], memory=memory)

    assert json.loads(python)["platform"] == "emscripten"
    for case, request, reply in zip(cases, requests, replies, strict=True):
        with subtests.test(case.name):
            here, there = json.loads(probe.answer(request)), json.loads(reply)

            assert there == here
            assert there.get("ok", True) is case.ok, there


def _vectors() -> Iterator[Case]:
    for file in sorted(VECTORS.glob("*.json")):
        for vector in json.loads(file.read_text(encoding="utf-8")):
            yield Case(f"{file.stem}: {vector['name']}", "vector", vector)


def _questionnaires() -> Iterator[Case]:
    for loaded in load_all(ROOT / "questionnaires"):
        yield _load(loaded.id, loaded.definition, loaded.scoring)
        for example in loaded.examples:
            yield _evaluate(f"{loaded.id}: {example.name}", example.response, example.today)


def _workshop() -> Iterator[Case]:
    """A second subject, and answers that nobody would give."""
    response = bicycle_workshop.response_data
    yield _load("workshop", bicycle_workshop.DEFINITION, bicycle_workshop.SCORING)
    yield _evaluate("workshop: open", response(bicycle_workshop.OPEN))
    yield _evaluate("workshop: blank", response({}))
    yield _evaluate("workshop: hostile text", response({"name": HOSTILE, "stands/notes": HOSTILE}))
    yield _evaluate("workshop: a wrong type", response({"volunteers": "three"}), ok=False)


def _load(name: str, definition: object, scoring: object) -> Case:
    texts = Catalogue.load(CATALOGUES, "en-GB").starting_with("core.")
    payload = {"definition": definition, "scoring": scoring, "texts": texts}
    return Case(f"{name}: load", "load", payload)


def _evaluate(name: str, response: object, today: str = "2026-11-21", *, ok: bool = True) -> Case:
    return Case(name, "evaluate", {"response": response, "today": today}, ok)
