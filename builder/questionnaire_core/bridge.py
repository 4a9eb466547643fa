"""The browser's only door: one JSON text in, one out, and never an exception.

Owns the messages. The questionnaire and its scoring are loaded once; every evaluation brings the answers and
the day. A file is made of what the request holds and of nothing that was loaded.
"""

import datetime
import json
from typing import Any, NamedTuple

from questionnaire_core.advice import what_would_change
from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.model import Questionnaire
from questionnaire_core.outcome import encode_advice, encode_parts, encode_result
from questionnaire_core.references import find_cycles
from questionnaire_core.report import report_parts
from questionnaire_core.scoring import Scoring, load_scoring, points_scoring
from questionnaire_core.texts import Texts


class RequestError(Exception):
    """A request that cannot be met: unknown, or an evaluation before anything is loaded."""


class _Loaded(NamedTuple):
    questionnaire: Questionnaire
    scoring: Scoring
    texts: Texts


class Bridge:
    def __init__(self) -> None:
        self._loaded: _Loaded | None = None

    def handle(self, request: str) -> str:
        """Answer one request; an error is an answer too."""
        request_id = None
        try:
            message = json.loads(request)
            request_id = message["id"]
            result = self._answer(message["type"], message["payload"])
            return json.dumps({"id": request_id, "ok": True, "result": result}, allow_nan=False)
        except Exception as error:
            told = {"name": type(error).__name__, "message": str(error)}
            return json.dumps({"id": request_id, "ok": False, "error": told})

    def _answer(self, kind: str, payload: Any) -> Any:
        match kind:
            case "load":
                return self._load(payload)
            case "evaluate":
                return self._evaluate(payload)
            case "workbook" | "questionnaire-workbook" | "read-workbook":
                return _about_workbook(kind, payload)
            case _:
                raise RequestError(f"unknown request {kind!a}")

    def _load(self, payload: Any) -> Any:
        questionnaire = decode_questionnaire(payload["definition"])
        for cycle in find_cycles(questionnaire):
            raise RequestError(f"each of these needs the next: {' -> '.join((*cycle, cycle[0]))}")
        files = payload["scoring"]
        scoring = points_scoring() if files is None else load_scoring(files)
        self._loaded = _Loaded(questionnaire, scoring, Texts(payload["texts"]))
        return {"ready": True}

    def _evaluate(self, payload: Any) -> Any:
        if self._loaded is None:
            raise RequestError("nothing is loaded")
        loaded = self._loaded
        today = datetime.date.fromisoformat(payload["today"])
        response = decode_response(loaded.questionnaire, payload["response"])
        result = loaded.scoring.result(response, today)
        advice = what_would_change(response, today, loaded.scoring)
        return {
            "result": encode_result(result),
            "parts": encode_parts(report_parts(response, result, advice, loaded.texts)),
            "advice": encode_advice(advice),
        }


def _about_workbook(kind: str, payload: Any) -> Any:
    # Few visits ask for one.
    from questionnaire_core import workbook_requests

    return workbook_requests.answer(kind, payload)


handle = Bridge().handle
