"""The vectors that CPython, Node.js and Pyodide must agree on: what is shown, computed and to choose from."""

import json
from pathlib import Path
from typing import Any

import pytest

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.encode import encode_questionnaire
from site_tests.pyodide.probe import read_vector

VECTORS = Path(__file__).parents[1] / "fixtures" / "vectors"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(VECTORS.glob("*.json"))
    for case in json.loads(file.read_text(encoding="utf-8"))
]
NOTHING: dict[str, Any] = {"options": {}, "labels": {}, "broken": [], "listed": {}}


@pytest.mark.parametrize("case", CASES)
def test_vector(case: dict[str, Any]) -> None:
    questionnaire = decode_questionnaire(case["definition"])
    computed = [
        path
        for path in case["visible"]
        if (place := questionnaire.place(path)) and place.item.type == "computed"
    ]
    expected = {key: case.get(key, NOTHING.get(key)) for key in ("visible", "computed", *NOTHING)}

    assert encode_questionnaire(questionnaire) == case["definition"], "vectors hold definitions in full"
    assert read_vector(case) == expected
    assert set(computed) <= set(case["computed"])
