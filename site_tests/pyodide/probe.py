"""Asked in CPython and, as source text, in the shipped Pyodide: one JSON text in, one out.

A request for the bridge goes through as it is; one for a vector says what it says of its answers.
"""

import importlib
import json
import sys
from typing import Any

from questionnaire_core.bridge import handle
from questionnaire_core.decode import decode_questionnaire, decode_response


def answer(request: str) -> str:
    message = json.loads(request)
    match message["type"]:
        case "python":
            return json.dumps({"version": sys.version_info[:2], "platform": sys.platform})
        case "import":
            return json.dumps(importlib.import_module(message["payload"]).__name__)
        case "vector":
            return json.dumps(read_vector(message["payload"]))
        case _:
            return handle(request)


def read_vector(case: dict[str, Any]) -> dict[str, Any]:
    """What is shown, computed, to choose from, chosen, broken and listed: as far as the vector asks."""
    questionnaire = decode_questionnaire(case["definition"])
    plain = {"questionnaire_id": questionnaire.id, "answers": case["answers"], "entries": case["entries"]}
    response = decode_response(questionnaire, plain)
    return {
        "visible": list(response.visible),
        "computed": {path: response.answer(path) for path in case["computed"]},
        "options": {path: list(response.option_ids(path)) for path in case.get("options", ())},
        "labels": {path: list(response.labels(path)) for path in case.get("labels", ())},
        "broken": list(response.broken),
        "listed": {path: [entry.id for entry in response.entries(path)] for path in case.get("listed", ())},
    }
