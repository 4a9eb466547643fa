"""What would change it: the list leads to the goal, and nothing on it could be left out."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from questionnaire_core import Classification, Response, Result
from questionnaire_core.advice import Advice, Change, what_would_change
from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.model import Questionnaire, Value
from questionnaire_core.scoring import Scoring, load_scoring
from site_tests.core.strategies import responses
from site_tests.fixtures.bicycle_workshop import DEFINITION, OPEN, SCORING

TODAY = date(2026, 11, 21)
WORKSHOP = decode_questionnaire(DEFINITION)
WORKSHOP_SCORING = load_scoring(SCORING)


def advice_for(changed: dict[str, Value | None]) -> Advice | None:
    """Advice for a workshop that could open but for these answers."""
    answers = {path: tuple(value) if isinstance(value, list) else value for path, value in OPEN.items()}
    return what_would_change(Response(WORKSHOP, answers).with_answers(changed), TODAY, WORKSHOP_SCORING)


def changes_for(changed: dict[str, Value | None]) -> list[Change]:
    advice = advice_for(changed)
    assert advice is not None
    return list(advice.changes)


def test_one_answer_is_in_the_way() -> None:
    assert advice_for({"stands/state": "worn"}) == Advice(
        Classification("open", "Ready to open", "Everything is there."),
        (Change("stands/state", "worn", "ready"),),
    )


def test_no_advice_once_the_goal_is_reached() -> None:
    assert advice_for({}) is None


def test_only_the_tick_that_is_missing() -> None:
    assert changes_for({"tools/parts": ("keys", "stand")}) == [
        Change("tools/parts", ("keys", "stand"), ("keys", "pump", "stand"))
    ]


def test_a_tick_too_many() -> None:
    assert changes_for({"turned-away": ("children",)}) == [Change("turned-away", ("children",), ())]


def test_a_blank_is_a_change_too_and_what_is_better_than_best_is_none() -> None:
    assert changes_for({"first-aid": None, "stands/parts": None, "stands/state": "spotless"}) == [
        Change("stands/parts", None, ("tall", "low")),
        Change("first-aid", None, "yes"),
    ]


def test_an_item_that_only_then_is_shown_is_asked_for_too() -> None:
    """A bathing lake opens when someone keeps watch; only then is it asked whether they can swim."""
    lake: dict[str, Any] = {
        "id": "lake",
        "title": "Lake",
        "language": "en-GB",
        "labels": {"section": "S", "sections": "Ss", "item": "I", "items": "Is"},
        "advice": {"towards": ["open"]},
        "sections": [
            {
                "id": "s",
                "title": "S",
                "items": [
                    {
                        "id": "swims",
                        "type": "yes-no",
                        "title": "Can they swim?",
                        "best": "yes",
                        "show_when": {"item": "watch", "is": "yes"},
                    },
                    {"id": "watch", "type": "yes-no", "title": "Does anyone keep watch?", "best": "yes"},
                    {"id": "ducks", "type": "yes-no", "title": "Are there ducks?", "best": "yes"},
                ],
            }
        ],
    }
    scoring = Scoring(
        lambda response, today: Result(
            classification=Classification("open" if response.answer("swims") == "yes" else "shut", "Lake")
        ),
        ["scoring.py"],
    )

    advice = what_would_change(Response(decode_questionnaire(lake), {}), TODAY, scoring)

    assert advice is not None
    assert advice.changes == (Change("swims", None, "yes"), Change("watch", None, "yes"))


def test_no_advice_where_the_best_answers_miss_the_goal_or_nobody_set_one(workshop: Questionnaire) -> None:
    never = Scoring(lambda response, today: Result(classification=Classification("closed", "Closed")), "s")
    nothing = Scoring(lambda response, today: Result(), "s")
    no_goal = decode_questionnaire({**DEFINITION, "advice": None})

    assert what_would_change(Response(workshop, {}), TODAY, never) is None
    assert what_would_change(Response(workshop, {}), TODAY, nothing) is None
    assert what_would_change(Response(no_goal, {}), TODAY, WORKSHOP_SCORING) is None


@pytest.mark.parametrize("budget", [0, 1, 2, 5, 200])
def test_the_scoring_is_asked_no_more_often_than_allowed(workshop: Questionnaire, budget: int) -> None:
    asked = 0

    def counting(response: Response, today: date) -> Result:
        nonlocal asked
        asked += 1
        return WORKSHOP_SCORING.unchecked(response, today)

    advice = what_would_change(Response(workshop, {}), TODAY, Scoring(counting, ["scoring.py"]), budget)

    assert asked <= budget
    assert (advice is not None) == (budget >= 2)


@given(responses(WORKSHOP))
def test_the_changes_lead_to_the_goal_and_none_can_be_left_out(plain: dict[str, Any]) -> None:
    response = decode_response(WORKSHOP, plain)
    advice = what_would_change(response, TODAY, WORKSHOP_SCORING)

    def conclusion(changes: dict[str, Value | None]) -> str:
        classification = WORKSHOP_SCORING.result(response.with_answers(changes), TODAY).classification
        assert classification is not None
        return classification.id

    if advice is None:
        assert conclusion({}) == "open"
        return
    every: dict[str, Value | None] = {change.path: change.to_value for change in advice.changes}
    assert conclusion(every) == "open"
    for change in advice.changes:
        assert conclusion({path: value for path, value in every.items() if path != change.path}) != "open"
        for fewer in one_tick_less(change):
            assert conclusion({**every, change.path: fewer}) != "open"


def one_tick_less(change: Change) -> list[tuple[str, ...]]:
    """The change with one of its ticks left as it was."""
    if not isinstance(change.to_value, tuple):
        return []
    before = set(change.from_value) if isinstance(change.from_value, tuple) else set()
    changed = before ^ set(change.to_value)
    return [tuple(sorted(set(change.to_value) ^ {tick})) for tick in changed]
