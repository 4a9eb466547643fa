"""Workbooks to fill in: what is written into one is what is read from it, and nothing is lost silently."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire_core.decode import decode_questionnaire
from site_tests.core.strategies import definitions, responses
from site_tests.fixtures import bicycle_workshop
from site_tests.support.sheets import answers_to_come_back, made, read

WORKSHOP = decode_questionnaire(bicycle_workshop.DEFINITION)


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
