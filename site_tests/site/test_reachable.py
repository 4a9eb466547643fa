"""That no answers can meet a condition is said exactly when it is so."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire_core.conditions import holds
from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.decode.rules import RuleReader
from questionnaire_core.visibility import Visibility
from questionnaire_site.load import load_questionnaire

START = """id: tea
title: Tea
revision: 1
summary: Is the tea any good?
labels: {section: Part, sections: Parts, item: Question, items: Questions}
start: Taste it first.
sections:
  - id: taste
    title: Taste
    items:
      - {id: strength, type: choice, title: Strength, options: [
          {id: weak, label: W, points: 0}, {id: fair, label: F, points: 1}, {id: strong, label: S}]}
      - {id: with, type: choices, title: With, options: [{id: milk, label: Milk}, {id: sugar, label: Sugar}],
         show_when: {item: strength, not: weak}}
      - {id: cups, type: number, title: Cups, min: 0, max: 3}
      - {id: hot, type: yes-no, title: Hot, show_when: {item: cups, at_least: 1}}
      - {id: kind, type: computed, title: Kind, options: [{id: good, label: Good}, {id: bad, label: Bad}],
         value: {cases: [{when: {item: with, is: milk}, value: good}], otherwise: bad}}
"""
GIVEN: dict[str, list[Any]] = {
    "strength": [None, "weak", "fair", "strong"],
    "with": [(), ("milk",), ("sugar",), ("milk", "sugar")],
    "cups": [None, 0, 1, 2, 3],
    "hot": [None, "yes", "no", "dont-know"],
}

tests = st.one_of(
    st.builds(
        lambda values: {"item": "strength", "is": values},
        st.lists(st.sampled_from(["weak", "fair", "strong"]), min_size=1, max_size=2),
    ),
    st.builds(lambda value: {"item": "with", "is": value}, st.sampled_from(["milk", "sugar"])),
    st.builds(lambda value: {"item": "kind", "is": value}, st.sampled_from(["good", "bad"])),
    st.builds(lambda value: {"item": "hot", "not": value}, st.sampled_from(["yes", "no"])),
    st.builds(
        lambda operator, bound: {"item": "cups", operator: bound},
        st.sampled_from(["at_least", "below", "is", "not"]),
        st.integers(-1, 4),
    ),
    st.builds(lambda bound: {"item": "strength", "at_least": bound}, st.sampled_from(["weak", "fair"])),
    st.builds(lambda expected: {"item": "with", "all_of": expected}, st.booleans()),
    st.builds(
        lambda item, expected: {"item": item, "answered": expected},
        st.sampled_from(["strength", "with", "cups", "hot", "kind"]),
        st.booleans(),
    ),
)
conditions = st.recursive(
    tests,
    lambda inner: st.one_of(
        st.builds(lambda members: {"all": members}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda member: {"not": member}, inner),
    ),
    max_leaves=4,
)


def yaml_of(condition: Any) -> str:
    """Write a condition as an author would, with what YAML misreads in quotes."""
    match condition:
        case dict():
            return "{" + ", ".join(f"{key}: {yaml_of(value)}" for key, value in condition.items()) + "}"
        case list():
            return "[" + ", ".join(map(yaml_of, condition)) + "]"
        case bool():
            return str(condition).lower()
        case str():
            return f'"{condition}"'
        case _:
            return str(condition)


def problems_with(condition: str, folder: Path) -> set[str]:
    asked = f"      - {{id: asked, type: text, title: Asked, show_when: {condition}}}\n"
    (folder / "questionnaire.yml").write_text(START + asked, encoding="utf-8")
    return {problem.code for problem in load_questionnaire(folder).problems}


@given(conditions)
def test_a_condition_is_called_impossible_when_trying_everything_fails(
    tmp_path_factory: pytest.TempPathFactory, condition: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("any") / "tea"
    folder.mkdir()
    (folder / "questionnaire.yml").write_text(START, encoding="utf-8")
    definition = load_questionnaire(folder).definition
    assert definition is not None
    questionnaire = decode_questionnaire(definition)
    decoded = RuleReader([]).condition(condition, "")
    assert decoded is not None

    possible = any(
        holds(decoded, Visibility(questionnaire, dict(zip(GIVEN, values, strict=True)), {}))
        for values in itertools.product(*GIVEN.values())
    )

    assert problems_with(yaml_of(condition), folder) == (set() if possible else {"condition-never"})


@pytest.mark.parametrize(
    "condition",
    [
        "{item: total, at_least: 13}",
        "{item: total, below: 0}",
        "{all: [{item: total, at_least: 4}, {item: cups, answered: false}, {item: pots, answered: false}]}",
        "{item: cups, is: 1.5}",
        "{item: teas, at_least: 3}",
        "{all: [{item: teas, below: 1}, {item: others, answered: true}]}",
    ],
)
def test_sums_and_counts_have_bounds(condition: str, tmp_path: Path) -> None:
    # What a blank sum cannot be is beyond the checks: a sum is tried as a number of its own.
    expected = set() if "pots, answered" in condition else {"condition-never"}

    assert problems_with_sums(condition, tmp_path) == expected


@pytest.mark.parametrize(
    "condition", ["{item: total, at_least: 12}", "{item: teas, at_least: 2}", "{item: total, is: 7}"]
)
def test_sums_and_counts_within_their_bounds_are_possible(condition: str, tmp_path: Path) -> None:
    assert problems_with_sums(condition, tmp_path) == set()


def problems_with_sums(condition: str, root: Path) -> set[str]:
    folder = root / "tea"
    folder.mkdir()
    more = """      - {id: pots, type: number, title: Pots, min: 0, max: 3}
      - {id: total, type: computed, title: Total, value: {sum: [{item: cups}, {item: pots, times: 3}]}}
      - {id: others, type: entries, title: Others, singular: tea, entry_title: name, max: 2,
         items: [{id: name, type: text, title: Name}]}
      - {id: teas, type: computed, title: Teas, value: {count: others}}
"""
    asked = f"      - {{id: asked, type: text, title: Asked, show_when: {condition}}}\n"
    (folder / "questionnaire.yml").write_text(START + more + asked, encoding="utf-8")
    return {problem.code for problem in load_questionnaire(folder).problems}
