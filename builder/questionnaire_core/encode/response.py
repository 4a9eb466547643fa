"""Responses to JSON, computed values among the answers, hidden and broken ones left out."""

from typing import Any

from questionnaire_core.model import Value
from questionnaire_core.response import Response


def encode_response(response: Response) -> dict[str, Any]:
    questionnaire = response.questionnaire
    return {
        "questionnaire_id": questionnaire.id,
        "questionnaire_revision": questionnaire.revision,
        "answers": {path: encode_value(value) for path, value in response.answers.items()},
        "entries": {
            path: [entry.id for entry in response.entries(path)]
            for path in response.visible
            if response.item(path).type == "entries" and response.is_answered(path)
        },
        "broken": list(response.broken),
    }


def encode_value(value: Value | None) -> Any:
    return list(value) if isinstance(value, tuple) else value
