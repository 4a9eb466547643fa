"""Many entries: one list in several sections, answers that name entries, what comes of them when one goes."""

import json
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire_core import Response
from questionnaire_core.bridge import Bridge
from questionnaire_core.conditions import holds
from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.encode import encode_response
from questionnaire_core.response import UnknownPathError
from questionnaire_core.scoring import load_scoring
from site_tests.core.strategies import responses
from site_tests.fixtures.street_tools import DEFINITION, SCORING, response_data

TODAY = date(2026, 11, 21)
STREET = decode_questionnaire(DEFINITION)
STREET_SCORING = load_scoring(SCORING)
NAMING = [path for path, place in STREET.places.items() if place.item.options_source]


def read(plain: dict[str, Any]) -> Response:
    return decode_response(STREET, plain)


@pytest.fixture
def response() -> Response:
    return read(
        response_data(
            {
                "corners": "The pump\nThe green",
                "tools/saw/name": "Saw",
                "tools/saw/kind": "garden",
                "tools/saw/corners": ["The green", "The pump"],
                "tools/saw/goes-with": "drill",
                "tools/drill/name": "Drill",
                "tools/drill/kind": "house",
                "tools/drill/corners": ["The corner shop"],
                "best": "saw",
                "spare": ["saw", "hammer"],
                "swaps/one/give": "saw",
                "swaps/one/take": "hammer",
            },
            {"tools": ["drill", "saw", "rake"], "swaps": ["one"]},
        )
    )


def test_labels_of_options_that_come_from_other_answers(response: Response) -> None:
    saw = response.entry("tools", "saw")

    assert response.label("best") == "Saw"
    assert saw.label("goes-with") == "Drill"
    assert saw.labels("corners") == ("The pump", "The green"), "in the order of the text"
    assert response.entries("swaps")[0].title == "Saw"
    assert response.title("swaps/one/take") == "Saw"
    assert list(response.option_ids("best")) == ["saw"]
    assert list(saw.option_ids("goes-with")) == ["drill", "saw", "rake"]
    assert list(saw.option_ids("powered")) == ["yes", "no", "dont-know"]
    assert saw.all_ticked("corners")
    assert saw.chose("goes-with", "drill", "any id: they are the person's")


def test_an_answer_that_names_what_is_gone_is_broken_and_counts_as_none(response: Response) -> None:
    assert response.broken == ("tools/drill/corners", "spare", "swaps/one/take")
    assert not response.is_answered("spare")
    assert response.label("swaps/one/take") == ""
    assert response.is_visible("tools/saw/why")
    assert not response.with_answers({"tools/saw/goes-with": "hammer"}).is_visible("tools/saw/why")
    assert response.with_answers({"spare": ("saw",)}).broken == ("tools/drill/corners", "swaps/one/take")


def test_what_the_page_left_out_as_broken_is_told_until_it_is_answered() -> None:
    response = read(response_data({}, {"tools": ["saw"]}, ["best", "tools/saw/corners"]))

    assert response.broken == ("tools/saw/corners", "best")
    assert response.with_answers({"tools/saw/kind": "garden", "best": "saw"}).broken == ("tools/saw/corners",)


def test_a_view_shows_its_part_of_the_one_list(response: Response) -> None:
    assert [tool.id for tool in response.entries("garden-tools")] == ["saw"]
    assert response.entries("garden-tools")[0].path("name") == "tools/saw/name"
    assert response.entry("house-tools", "drill").title == "Drill"
    assert response.is_answered("house-tools")
    assert not response.is_answered("bicycle-tools")
    assert response.number("tool-count") == 1


def test_one_entry_by_its_id(response: Response) -> None:
    swap = response.entry("swaps", "one")

    assert response.entry("tools", swap.text("give")).title == "Saw"
    for entries, entry_id in (("tools", "hammer"), ("garden-tools", "drill"), ("best", "saw")):
        with pytest.raises(UnknownPathError):
            response.entry(entries, entry_id)


def test_settings_reach_the_scoring_and_stay_as_they_are(response: Response) -> None:
    assert response.settings == {"needed": ("garden", "house"), "few": 2, "strict": True, "greeting": "Hello"}
    assert isinstance(response.settings, MappingProxyType)


@given(responses(STREET))
def test_a_broken_answer_is_as_if_it_had_never_been_given(plain: dict[str, Any]) -> None:
    response = read(plain)
    without = {path: value for path, value in plain["answers"].items() if path not in response.broken}
    never = read({**plain, "answers": without})

    assert never.broken == ()
    assert never.visible == response.visible
    assert never.answers == response.answers


@given(responses(STREET), st.data())
def test_removing_an_entry_breaks_what_names_it_and_nothing_else(
    plain: dict[str, Any], data: st.DataObject
) -> None:
    ids = plain["entries"]["tools"]
    gone = data.draw(st.sampled_from(ids)) if ids else "never-there"
    before = read(plain)
    after = read(
        {
            **plain,
            "answers": {p: v for p, v in plain["answers"].items() if not p.startswith(f"tools/{gone}/")},
            "entries": {**plain["entries"], "tools": [id_ for id_ in ids if id_ != gone]},
        }
    )
    named = {
        path
        for path, value in before.answers.items()
        if before.item(path).options_from and (value == gone or (isinstance(value, tuple) and gone in value))
    }

    assert set(after.broken) == {
        path for path in (*before.broken, *named) if not path.startswith(f"tools/{gone}/")
    }


@given(responses(STREET), st.randoms())
def test_the_order_of_entries_changes_no_result(plain: dict[str, Any], random: Any) -> None:
    shuffled = {path: random.sample(ids, len(ids)) for path, ids in plain["entries"].items()}
    first, second = read(plain), read({**plain, "entries": shuffled})

    assert set(second.visible) == set(first.visible)
    assert set(second.broken) == set(first.broken)
    one, other = (STREET_SCORING.result(response, TODAY) for response in (first, second))
    assert sorted(one.findings, key=lambda f: f.id) == sorted(other.findings, key=lambda f: f.id)
    assert one.grids == other.grids


@given(responses(STREET))
def test_each_entry_is_in_the_views_that_its_answers_ask_for(plain: dict[str, Any]) -> None:
    response = read(plain)
    tools = response.entries("tools")

    for kind in ("garden", "house", "bicycle"):
        in_view = [tool.id for tool in response.entries(f"{kind}-tools")]
        assert in_view == [tool.id for tool in tools if tool.answer("kind") == kind]


@given(responses(STREET))
def test_every_label_is_a_title_or_a_line(plain: dict[str, Any]) -> None:
    response = read(plain)

    for path in response.visible:
        item, value = response.item(path), response.answer(path)
        if item.options_source and value is not None:
            ids = value if isinstance(value, tuple) else (str(value),)
            titles = (
                [response.entry(item.options_from, id_).title for id_ in ids] if item.options_from else ids
            )
            assert response.labels(path) == tuple(titles)


@given(responses(STREET))
def test_what_is_written_reads_as_the_same_response(plain: dict[str, Any]) -> None:
    response = read(plain)
    written = encode_response(response)
    again = read(json.loads(json.dumps(written)))

    assert written["broken"] == list(response.broken)
    assert again.answers == response.answers
    assert encode_response(again) == written


@given(responses(STREET))
def test_every_response_gets_a_report(plain: dict[str, Any]) -> None:
    reply = json.loads(BRIDGE.handle(request("evaluate", {"response": plain, "today": "2026-11-21"})))

    assert reply["ok"], reply
    assert [block["type"] for block in reply["result"]["parts"]["uses-of-kinds"]] == ["grid"]


def request(kind: str, payload: Any) -> str:
    return json.dumps({"id": 1, "type": kind, "payload": payload})


BRIDGE = Bridge()
BRIDGE.handle(request("load", {"definition": DEFINITION, "scoring": SCORING, "texts": {}}))


@pytest.mark.parametrize("number", [10, 1000])
def test_a_condition_is_looked_at_once_for_each_entry(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many entries there are and however often they are read: nothing is worked out twice."""
    looked_at = 0

    def counting(*args: Any) -> bool:
        nonlocal looked_at
        looked_at += 1
        return holds(*args)

    monkeypatch.setattr("questionnaire_core.visibility.holds", counting)
    ids = [f"t{n}" for n in range(number)]
    answers = {f"tools/{id_}/powered": "yes" for id_ in ids}
    response = read(response_data(answers, {"tools": ids}))

    for _ in range(3):
        assert len(response.answers) == number + len(["tool-count"])
        assert all(
            tool.is_answered("powered") and not tool.is_answered("plug") for tool in response.entries("tools")
        )
    conditional = [place for path, place in STREET.places.items() if place.item.show_when]
    assert looked_at == number * len(conditional) == number * 2
