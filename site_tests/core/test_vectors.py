"""The vectors that CPython, Node.js and Pyodide must agree on: what is shown, what is computed."""

import json
from pathlib import Path
from typing import Any

import pytest

from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.encode import encode_questionnaire

VECTORS = Path(__file__).parents[1] / "fixtures" / "vectors"
CASES = [
    pytest.param(case, id=f"{name}: {case['name']}")
    for name in ("visibility", "computed")
    for case in json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_vector(case: dict[str, Any]) -> None:
    questionnaire = decode_questionnaire(case["definition"])
    response = decode_response(
        questionnaire,
        {"questionnaire_id": questionnaire.id, "answers": case["answers"], "entries": case["entries"]},
    )
    computed = [path for path in response.visible if response.item(path).type == "computed"]

    assert encode_questionnaire(questionnaire) == case["definition"], "vectors hold definitions in full"
    assert list(response.visible) == case["visible"]
    assert {path: response.answer(path) for path in case["computed"]} == case["computed"]
    assert set(computed) <= set(case["computed"])
