"""Workbooks to fill in: what is written into one is what is read from it, and nothing is lost silently."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.values import answer_or_none, lines
from site_tests.core.strategies import definitions, responses
from site_tests.fixtures import bicycle_workshop
from site_tests.support.sheets import as_read, made, read

WORKSHOP = decode_questionnaire(bicycle_workshop.DEFINITION)


def answers_to_come_back(questionnaire: Questionnaire, response: dict[str, Any]) -> dict[str, Any]:
    """Those that say something, and name only what is there."""
    return {
        path: in_order(item, as_read(value))
        for path, value in response["answers"].items()
        if (item := questionnaire.places[template(questionnaire, path)].item)
        and answer_or_none(tuple(value) if isinstance(value, list) else as_read(value)) is not None
        and names_what_is_there(item, path, value, response)
    }


def template(questionnaire: Questionnaire, path: str) -> str:
    place = questionnaire.place(path)
    assert place is not None
    return place.item.path


def in_order(item: Item, value: Any) -> Any:
    if not isinstance(value, list) or item.options_source:
        return value
    return [option.id for option in item.options if option.id in value]


def names_what_is_there(item: Item, path: str, value: Any, response: dict[str, Any]) -> bool:
    named = value if isinstance(value, list) else [value]
    if item.options_from:
        holder = item.options_from if item.options_from in response["entries"] else "sessions"
        return {*named} <= {*response["entries"].get(holder, [])}
    if item.options_from_text:
        source = item.options_from_text.replace("*", path.split("/")[1] if "*" in item.path else "*")
        told = lines(response["answers"].get(source) or "")
        return not told or {*named} <= {*told}
    return True


@given(responses(WORKSHOP))
def test_no_answer_of_a_draft_is_lost(response: dict[str, Any]) -> None:
    reading = read(WORKSHOP, made(WORKSHOP, response))
    expected = answers_to_come_back(WORKSHOP, response)

    assert {path: reading.answers.get(path) for path in expected} == expected
    assert reading.entries == {path: ids for path, ids in response["entries"].items() if ids}


@settings(max_examples=40)
@given(st.data())
def test_no_answer_is_lost_whatever_the_questionnaire(data: st.DataObject) -> None:
    questionnaire = decode_questionnaire(data.draw(definitions()))
    response = data.draw(responses(questionnaire))

    reading = read(questionnaire, made(questionnaire, response))

    assert reading.answers == answers_to_come_back(questionnaire, response)
    assert reading.left == []
