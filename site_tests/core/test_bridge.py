"""The browser's door: JSON in, JSON out, errors as answers, and never an exception."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from questionnaire_core.bridge import Bridge
from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.texts import Entry
from site_tests.core.strategies import HOSTILE_TEXTS, responses
from site_tests.fixtures.bicycle_workshop import DEFINITION, OPEN, SCORING, response_data

WORKSHOP = decode_questionnaire(DEFINITION)


def ask(bridge: Bridge, kind: str, payload: Any) -> Any:
    return json.loads(bridge.handle(json.dumps({"id": 7, "type": kind, "payload": payload})))


def load_payload(**more: Any) -> dict[str, Any]:
    return {"definition": DEFINITION, "scoring": SCORING, "texts": {}, **more}


def loaded(**more: Any) -> Bridge:
    bridge = Bridge()
    assert ask(bridge, "load", load_payload(**more)) == {"id": 7, "ok": True, "result": {"ready": True}}
    return bridge


def evaluate(bridge: Bridge, answers: dict[str, Any], entries: dict[str, list[str]] | None = None) -> Any:
    return ask(bridge, "evaluate", {"response": response_data(answers, entries), "today": "2026-11-21"})


def load_error(**more: Any) -> Any:
    reply = ask(Bridge(), "load", load_payload(**more))
    assert not reply["ok"]
    return reply["error"]


def test_an_evaluation_brings_result_parts_and_advice(entries: dict[str, Entry]) -> None:
    reply = evaluate(loaded(texts=entries), {**OPEN, "first-aid": "no"})

    assert reply["id"] == 7
    assert reply["ok"]
    assert reply["result"]["result"] == {
        "scores": [
            {
                "section": "kit",
                "number": None,
                "maximum": None,
                "answered": 2,
                "of": 2,
                "counts": [["Fine", 2], ["Not yet", 0]],
                "label": None,
            }
        ],
        "classification": {
            "id": "closed",
            "title": "Not ready to open",
            "text": "",
            "reasons": [{"text": "First aid box", "paths": ["first-aid"], "private": None}],
            "settled": None,
            "of": None,
        },
        "findings": [
            {
                "id": "first-aid",
                "kind": "gap",
                "title": "First aid box",
                "reasons": [{"text": "There is none", "paths": ["first-aid"], "private": None}],
                "rank": 0,
                "private": None,
                "rule": None,
            },
            {
                "id": "stands",
                "kind": "covered",
                "title": "K1 Repair stands",
                "reasons": [{"text": "Ready", "paths": ["stands/state", "stands/parts"], "private": None}],
                "rank": 0,
                "private": None,
                "rule": None,
            },
            {
                "id": "tools",
                "kind": "covered",
                "title": "K2 Hand tools",
                "reasons": [{"text": "Spotless", "paths": ["tools/state", "tools/parts"], "private": None}],
                "rank": 0,
                "private": None,
                "rule": None,
            },
        ],
        "grids": [],
    }
    assert reply["result"]["advice"] == {
        "reaches": {"id": "open", "title": "Ready to open"},
        "changes": [{"path": "first-aid", "from": "no", "to": "yes"}],
    }
    assert {
        part: [block["type"] for block in blocks] for part, blocks in reply["result"]["parts"].items()
    } == {
        "verdict": ["heading", "heading", "list", "note", "heading", "paragraph", "list"],
        "counts": ["table", "figure"],
        "to-do": ["finding"],
        "fine": ["finding", "finding"],
    }


def test_blocks_are_plain_json(entries: dict[str, Entry]) -> None:
    parts = evaluate(loaded(texts=entries), OPEN)["result"]["parts"]

    assert parts["verdict"][0] == {"type": "heading", "level": 1, "text": "Ready to open", "private": None}
    assert parts["counts"][0]["columns"][1] == {"text": "Fine", "numeric": True}
    assert parts["counts"][0]["rows"] == [
        [
            {"text": "K Kit", "header": True},
            {"text": "2", "header": False},
            {"text": "0", "header": False},
            {"text": "2 of 2", "header": False},
        ]
    ]
    assert parts["counts"][1] == {
        "type": "figure",
        "kind": "bars",
        "title": "How many: Fine",
        "marks": [{"label": "K Kit", "value": 2, "maximum": 2, "text": "2 of 2"}],
        "alternative": "K Kit: 2 of 2",
        "private": None,
    }


def test_today_comes_with_the_question() -> None:
    bridge = loaded()

    def finding_ids(today: str) -> list[str]:
        payload = {"response": response_data(OPEN), "today": today}
        return [each["id"] for each in ask(bridge, "evaluate", payload)["result"]["result"]["findings"]]

    assert "old-box" not in finding_ids("2026-11-21")
    assert "old-box" in finding_ids("2028-01-01")


def test_without_scoring_points_are_added_up() -> None:
    result = evaluate(loaded(scoring=None), {"stands/state": "ready"})["result"]["result"]

    assert result["scores"][-1]["number"] == 2
    assert result["classification"] is None


def test_loading_that_fails_says_what_and_where() -> None:
    assert load_error(scoring={"scoring.py": "def score(\n"}) == {
        "name": "ScoringError",
        "message": "scoring.py:1: SyntaxError: '(' was never closed",
    }
    assert load_error(definition={**DEFINITION, "title": ""}) == {
        "name": "DecodeError",
        "message": "title: expected text, found ''",
    }
    assert load_error(definition=ring()) == {
        "name": "RequestError",
        "message": "each of these needs the next: a -> b -> a",
    }


def ring() -> dict[str, Any]:
    items = [
        {"id": "a", "type": "text", "title": "A", "show_when": {"item": "b", "answered": True}},
        {"id": "b", "type": "text", "title": "B", "show_when": {"item": "a", "answered": True}},
    ]
    return {
        **DEFINITION,
        "name_from": [],
        "date_from": None,
        "report": [],
        "sections": [{"id": "only", "title": "Only", "items": items}],
    }


def test_a_question_that_cannot_be_answered() -> None:
    bridge = loaded()

    assert evaluate(Bridge(), {})["error"] == {"name": "RequestError", "message": "nothing is loaded"}
    assert ask(bridge, "sing", {})["error"] == {"name": "RequestError", "message": "unknown request 'sing'"}
    assert evaluate(bridge, {"saddle": "red"})["error"] == {
        "name": "DecodeError",
        "message": "answers['saddle']: expected the path of an item, found 'saddle'",
    }


def test_a_failed_evaluation_leaves_the_engine_ready() -> None:
    bridge = loaded(scoring={"scoring.py": SCORING["scoring.py"].replace("def verdict(", "def verdikt(")})

    assert evaluate(bridge, {})["error"] == {
        "name": "ScoringError",
        "message": "scoring.py:26: NameError: name 'verdict' is not defined",
    }
    assert ask(bridge, "load", load_payload())["ok"]
    assert evaluate(bridge, {})["ok"]


def test_hostile_text_comes_back_as_it_went_in() -> None:
    bridge = loaded()

    for text in HOSTILE_TEXTS:
        notes = evaluate(bridge, {**OPEN, "stands/notes": f"*{text}"})["result"]["parts"]["fine"][0][
            "reasons"
        ]
        assert [reason["text"] for reason in notes] == ["Ready", f"*{text}"]


BRIDGE = loaded()


@given(responses(WORKSHOP))
def test_every_response_gets_a_result(plain: dict[str, Any]) -> None:
    reply = ask(BRIDGE, "evaluate", {"response": plain, "today": "2026-11-21"})

    assert reply["ok"], reply
    assert json.loads(json.dumps(reply, allow_nan=False)) == reply


@given(
    st.text()
    | st.sampled_from(["[]", "{}", "null", '{"id": 1}', '{"id": 1, "type": [], "payload": 0}', "[" * 10**5])
)
def test_no_request_whatever_raises(request: str) -> None:
    assert json.loads(Bridge().handle(request))["ok"] is False


def test_the_same_request_gets_the_same_reply() -> None:
    """Nothing of an evaluation stays behind for the next one."""
    bridge = loaded()
    first = evaluate(bridge, OPEN)
    evaluate(bridge, {"volunteers": 0})

    assert evaluate(bridge, OPEN) == first
