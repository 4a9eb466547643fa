"""Properties of showing: the order of items makes no difference, nor does anything that is hidden."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.encode import encode_response
from questionnaire_core.references import find_cycles
from questionnaire_core.scoring import load_scoring
from site_tests.core.strategies import definitions, responses
from site_tests.fixtures import bicycle_workshop

TODAY = date(2026, 11, 21)
WORKSHOP = decode_questionnaire(bicycle_workshop.DEFINITION)
SCORING = load_scoring(bicycle_workshop.SCORING)


@given(st.data())
def test_the_order_of_items_plays_no_part(data: st.DataObject) -> None:
    definition = data.draw(definitions())
    questionnaire = decode_questionnaire(definition)
    shuffled = [*definition["sections"][0]["items"], *definition["sections"][1]["items"]]
    shuffled = data.draw(st.permutations(shuffled))
    other = decode_questionnaire(
        {**definition, "sections": [{"id": "one", "title": "One", "items": shuffled}]},
    )
    plain = data.draw(responses(questionnaire))

    first, second = decode_response(questionnaire, plain), decode_response(other, plain)

    assert find_cycles(questionnaire) == ()
    assert set(first.visible) == set(second.visible)
    assert first.answers == second.answers


@given(responses(WORKSHOP))
def test_hidden_answers_never_change_a_result(plain: dict[str, Any]) -> None:
    response = decode_response(WORKSHOP, plain)
    only_shown = decode_response(WORKSHOP, encode_response(response))

    assert only_shown.answers == response.answers
    assert SCORING.result(only_shown, TODAY) == SCORING.result(response, TODAY)


@given(responses(WORKSHOP))
def test_scoring_never_raises_and_findings_come_in_order(plain: dict[str, Any]) -> None:
    kinds = [finding.kind for finding in SCORING.result(decode_response(WORKSHOP, plain), TODAY).findings]

    assert kinds == sorted(kinds, key=["gap", "partial", "unknown", "covered", "note"].index)


def test_items_that_need_each_other_are_hidden_and_nothing_breaks() -> None:
    ring: dict[str, Any] = {
        "id": "ring",
        "title": "Ring",
        "language": "en-GB",
        "labels": {"section": "S", "sections": "Ss", "item": "I", "items": "Is"},
        "sections": [
            {
                "id": "only",
                "title": "Only",
                "items": [
                    {"id": "a", "type": "text", "title": "A", "show_when": {"item": "b", "answered": True}},
                    {"id": "b", "type": "text", "title": "B", "show_when": {"item": "c", "is": 1}},
                    {"id": "c", "type": "computed", "title": "C", "value": {"sum": [{"item": "a"}]}},
                ],
            }
        ],
    }
    questionnaire = decode_questionnaire(ring)

    assert find_cycles(questionnaire) == (("a", "b", "c"),)
    assert decode_response(
        questionnaire, {"questionnaire_id": "ring", "answers": {}, "entries": {}}
    ).visible == ("c",)


def test_a_cycle_through_options_and_views_is_found() -> None:
    definition: dict[str, Any] = {
        "id": "ring",
        "title": "Ring",
        "language": "en-GB",
        "labels": {"section": "S", "sections": "Ss", "item": "I", "items": "Is"},
        "sections": [
            {
                "id": "only",
                "title": "Only",
                "items": [
                    {
                        "id": "near",
                        "type": "entries-view",
                        "title": "N",
                        "of": "shops",
                        "where": {"like": "a"},
                    },
                    {
                        "id": "shops",
                        "type": "entries",
                        "title": "Shops",
                        "items": [{"id": "like", "type": "choice", "title": "L", "options_from": "near"}],
                    },
                    {
                        "id": "lines",
                        "type": "text",
                        "title": "Lines",
                        "show_when": {"item": "line", "answered": True},
                    },
                    {"id": "line", "type": "choice", "title": "Line", "options_from_text": "lines"},
                ],
            }
        ],
    }
    questionnaire = decode_questionnaire(definition)
    plain = {
        "questionnaire_id": "ring",
        "answers": {"shops/a/like": "a", "lines": "x", "line": "x"},
        "entries": {"shops": ["a"]},
    }

    assert find_cycles(questionnaire) == (("near", "shops/*/like"), ("lines", "line"))
    assert decode_response(questionnaire, plain).visible == ("near", "shops", "shops/a/like", "line")


def test_a_cycle_through_a_section_or_a_group_is_found() -> None:
    definition: dict[str, Any] = {
        "id": "ring",
        "title": "Ring",
        "language": "en-GB",
        "labels": {"section": "S", "sections": "Ss", "item": "I", "items": "Is"},
        "sections": [
            {
                "id": "one",
                "title": "One",
                "show_when": {"item": "b/c", "answered": True},
                "items": [{"id": "a", "type": "text", "title": "A"}],
            },
            {
                "id": "two",
                "title": "Two",
                "items": [
                    {
                        "id": "b",
                        "type": "group",
                        "title": "B",
                        "show_when": {"any": [{"item": "a", "answered": True}]},
                        "items": [{"id": "c", "type": "text", "title": "C"}],
                    }
                ],
            },
        ],
    }

    assert find_cycles(decode_questionnaire(definition)) == (("a", "b/c", "b"),)
