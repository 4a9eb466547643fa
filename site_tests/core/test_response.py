"""What an author's scoring code can ask of a response, and what it is told when it asks wrongly."""

from datetime import date

import pytest

from questionnaire_core import Response
from questionnaire_core.model import Questionnaire
from questionnaire_core.response import UnknownPathError


@pytest.fixture
def response(workshop: Questionnaire) -> Response:
    return Response(
        workshop,
        {
            "name": "Spoke Yard",
            "visited": "2026-11-18",
            "volunteers": 3,
            "stands/parts": ("tall", "low"),
            "stands/state": "worn",
            "tools/parts": ("keys",),
            "first-aid": "no",
            "checked": "2020-01-01",
            "sessions/s1/day": "sunday",
            "sessions/s1/full": "yes",
            "sessions/s1/waiting": 4,
            "jobs/j1/what": "Buy a pump",
            "jobs/j1/by": "2027-01-31",
        },
        {"sessions": ["s2", "s1"], "jobs": ["j1"]},
    )


def test_answers_of_each_kind(response: Response) -> None:
    assert response.answer("name") == "Spoke Yard"
    assert response.text("name") == "Spoke Yard"
    assert response.number("volunteers") == 3
    assert response.date("visited") == date(2026, 11, 18)
    assert response.answer("stands/state") == "worn"
    assert response.label("stands/state") == "There, but worn"
    assert response.points("stands/state") == 1
    assert response.chose("stands/state", "missing", "worn")
    assert not response.chose("stands/state", "ready")
    assert response.ticked("tools/parts") == {"keys"}
    assert response.labels("stands/parts") == ("A tall one", "A low one")
    assert response.chose("stands/parts", "low")
    assert response.all_ticked("stands/parts")
    assert not response.all_ticked("tools/parts")
    assert response.number("bikes-a-week") == 6


def test_no_answer_of_each_kind(workshop: Questionnaire) -> None:
    response = Response(workshop, {})

    assert response.answer("name") is None
    assert response.text("name") == ""
    assert response.number("volunteers") is None
    assert response.date("visited") is None
    assert response.label("stands/state") == ""
    assert response.points("stands/state") is None
    assert not response.chose("stands/state", "worn")
    assert response.ticked("tools/parts") == frozenset()
    assert not response.all_ticked("tools/parts")
    assert not response.is_answered("sessions")
    assert response.entries("sessions") == ()
    assert response.number("bikes-a-week") is None


def test_what_is_hidden_is_not_answered(response: Response) -> None:
    assert not response.is_visible("checked")
    assert response.answer("checked") is None
    assert response.with_answers({"first-aid": "yes"}).date("checked") == date(2020, 1, 1)


def test_changing_answers_leaves_the_response_as_it_was(response: Response) -> None:
    changed = response.with_answers({"name": None, "volunteers": 0})

    assert not changed.is_answered("name")
    assert changed.entries("sessions") == ()
    assert response.is_answered("name")
    assert response.number("volunteers") == 3


def test_entries_are_read_by_their_children(response: Response) -> None:
    second, first = response.entries("sessions")

    assert [first.id, second.id] == ["s1", "s2"]
    assert first.label("day") == "Sunday"
    assert first.number("waiting") == 4
    assert first.number("wanted") == 4
    assert first.path("waiting") == "sessions/s1/waiting"
    assert first.title == "Sunday"
    assert second.title == ""
    assert not second.is_answered("day")
    assert response.entries("jobs")[0].date("by") == date(2027, 1, 31)
    assert response.entries("jobs")[0].title == "Buy a pump"


def test_titles_say_what_an_answer_is_about(response: Response) -> None:
    assert response.title("stands/state") == "K1 Repair stands"
    assert response.title("stands") == "K1 Repair stands"
    assert response.title("first-aid") == "Is there a first aid box?"
    assert response.title("jobs/j1/by") == "Buy a pump"
    assert response.title("sessions/s2/places") == "Sessions"


def test_items_can_be_found_by_what_they_hold(workshop: Questionnaire, response: Response) -> None:
    assert response.items_with("state") == ("stands/state", "tools/state")
    assert response.items_with("state", section="kit") == ("stands/state", "tools/state")
    assert response.items_with("state", section="safety") == ()
    assert [section.id for section in response.sections] == [
        "about",
        "kit",
        "safety",
        "sessions-held",
        "plan",
    ]
    nobody = Response(workshop, {"volunteers": 0})
    assert "sessions-held" not in [section.id for section in nobody.sections]


def test_a_mistaken_path_or_option_is_told_and_not_taken_for_no_answer(response: Response) -> None:
    def told(ask) -> str:
        with pytest.raises(UnknownPathError) as raised:
            ask()
        return str(raised.value)

    assert told(lambda: response.answer("stand/state")) == "no item at 'stand/state'"
    assert told(lambda: response.answer("stand/state")) == "no item at 'stand/state'", (
        "asked again, told again"
    )
    assert told(lambda: response.is_answered("stand/state")) == "no item at 'stand/state'"
    assert told(lambda: response.entries("sessions")[0].answer("dya")) == "no item at 'sessions/s2/dya'"
    assert told(lambda: response.entries("name")) == "'name' holds no entries"
    assert told(lambda: response.section("kti")) == "no section 'kti'"
    assert told(lambda: response.chose("first-aid", "maybe")) == (
        "'first-aid' has no option 'maybe', only yes, no, dont-know"
    )
