"""Definitions and responses are read strictly, and every problem is told at once, in full.

Long because it is a table: each problem decoding can find, with its whole message.
"""

import contextlib
import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.encode import encode_questionnaire, encode_response
from questionnaire_core.model import Questionnaire
from questionnaire_core.problems import DecodeError
from site_tests.core.strategies import definitions, responses
from site_tests.fixtures import street_tools
from site_tests.fixtures.bicycle_workshop import DEFINITION, response_data

WORKSHOP = decode_questionnaire(DEFINITION)
STREET = decode_questionnaire(street_tools.DEFINITION)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def small(**more: Any) -> dict[str, Any]:
    return {
        "id": "small",
        "title": "Small",
        "language": "en-GB",
        "labels": {"section": "S", "sections": "Ss", "item": "I", "items": "Is"},
        **more,
    }


def with_items(*items: dict[str, Any]) -> dict[str, Any]:
    return small(sections=[{"id": "s", "title": "S", "items": list(items)}])


def text_item(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "type": "text", "title": "T", **more}


def problems(definition: Any) -> list[str]:
    with pytest.raises(DecodeError) as raised:
        decode_questionnaire(definition)
    return str(raised.value).splitlines()


def response_problems(questionnaire: Questionnaire, data: Any) -> list[str]:
    with pytest.raises(DecodeError) as raised:
        decode_response(questionnaire, data)
    return str(raised.value).splitlines()


@given(definitions())
def test_a_definition_in_full_survives_reading_and_writing(short: dict[str, Any]) -> None:
    in_full = encode_questionnaire(decode_questionnaire(short))

    assert encode_questionnaire(decode_questionnaire(in_full)) == in_full


@pytest.mark.parametrize("questionnaire", [WORKSHOP, STREET], ids=lambda questionnaire: questionnaire.id)
def test_every_type_of_item_and_part_survives_reading_and_writing(questionnaire: Questionnaire) -> None:
    in_full = encode_questionnaire(questionnaire)

    assert decode_questionnaire(in_full) == questionnaire
    assert encode_questionnaire(decode_questionnaire(in_full)) == in_full


def test_every_key_of_a_type_is_written() -> None:
    in_full = encode_questionnaire(
        decode_questionnaire(with_items({"id": "n", "type": "number", "title": "N"}))
    )

    assert in_full["sections"][0]["items"] == [
        {
            "id": "n",
            "path": "n",
            "type": "number",
            "title": "N",
            "code": None,
            "hint": None,
            "optional": False,
            "later": False,
            "private": None,
            "show_when": None,
            "warn": [],
            "fold": None,
            "glance": False,
            "overview": False,
            "unit": None,
            "min": None,
            "max": None,
            "decimals": 0,
        }
    ]


def test_yes_no_needs_no_options_written() -> None:
    questionnaire = decode_questionnaire(with_items({"id": "q", "type": "yes-no", "title": "Q"}))

    assert [option.id for option in questionnaire.places["q"].item.options] == ["yes", "no", "dont-know"]


def test_all_problems_of_a_definition_are_told_at_once() -> None:
    definition = small(
        revision="two",
        language="",
        colour="red",
        sections=[
            {
                "id": "s",
                "title": "S",
                "step": "page",
                "items": [
                    {"id": "a", "type": "multiple", "title": "A"},
                    {"id": "b", "type": "choice", "title": "B", "options": []},
                    {"id": "c", "type": "choice", "title": "C", "options": [{"id": False, "label": "No"}]},
                    {"id": "d", "type": "number", "title": "D", "max_length": 3, "optional": "yes"},
                    {"id": "e", "type": "computed", "title": "E"},
                    {
                        "id": "f",
                        "type": "group",
                        "title": "F",
                        "items": [{"id": "g", "type": "group", "title": "G"}],
                    },
                    {"id": "h", "path": "s/h", "type": "text", "title": None},
                    "i",
                ],
            }
        ],
    )

    assert problems(definition) == [
        "revision: expected a whole number, 0 or more, found 'two'",
        "language: expected text, found ''",
        "sections[0].step: expected one of item, section, found 'page'",
        "sections[0].items[0].type: expected one of choice, choices, yes-no, number, date, text, long-text, "
        "group, entries, entries-view, computed, found 'multiple'",
        "sections[0].items[1].options: expected options, options_from or options_from_text, found a list",
        "sections[0].items[2].options[0].id: expected text, found false",
        "sections[0].items[3].optional: expected true or false, found 'yes'",
        "sections[0].items[3].max_length: expected a known key, found 'max_length'",
        "sections[0].items[4].value: expected a computed value, found nothing",
        "sections[0].items[5].items[0].type: expected a type that holds no items, found 'group'",
        "sections[0].items[6].path: expected h, found 's/h'",
        "sections[0].items[6].title: expected text, found nothing",
        "sections[0].items[7]: expected an object, found 'i'",
        "colour: expected a known key, found 'colour'",
    ]


def test_problems_of_rules() -> None:
    definition = with_items(
        text_item("a", show_when={"item": "b"}),
        text_item("b", show_when={"any": [], "all": []}),
        text_item("c", show_when={"item": "b", "is": True}),
        text_item("d", show_when={"item": "b", "answered": "no"}),
        text_item("e", show_when={"item": "b", "is": "x", "because": "y"}),
        text_item("f", show_when=["b"]),
        {"id": "g", "type": "computed", "title": "G", "value": {"total": "b"}},
        {"id": "h", "type": "computed", "title": "H", "value": {"sum": [{"times": "two"}]}},
        text_item("i", warn=[{"text": "Careful"}]),
    )

    assert problems(definition) == [
        "sections[0].items[0].show_when: expected one of is, not, at_least, below, answered, all_of, "
        "found an object",
        "sections[0].items[1].show_when: expected one of item, all, any, not, found an object",
        "sections[0].items[2].show_when.is: expected text or a number, found true",
        "sections[0].items[3].show_when.answered: expected true or false, found 'no'",
        "sections[0].items[4].show_when.because: expected a known key, found 'because'",
        "sections[0].items[5].show_when: expected an object, found a list",
        "sections[0].items[6].value: expected one of sum, cases, count, found an object",
        "sections[0].items[7].value.sum[0].item: expected text, found nothing",
        "sections[0].items[7].value.sum[0].times: expected a number, found 'two'",
        "sections[0].items[8].warn[0].when: expected an object, found nothing",
    ]


def test_ids_are_used_once_and_references_lead_somewhere() -> None:
    entries = {"id": "e", "type": "entries", "title": "E", "items": [text_item("x"), text_item("x")]}
    definition = {
        **with_items(
            text_item("a"),
            text_item("a"),
            text_item("b", show_when={"item": "nowhere", "answered": True}),
            text_item("c", show_when={"item": "e/*/x", "answered": True}),
            {"id": "d", "type": "computed", "title": "D", "value": {"count": "a/b"}},
            entries,
            {
                "id": "f",
                "type": "choice",
                "title": "F",
                "options": [{"id": "o", "label": "O"}, {"id": "o", "label": "P"}],
            },
        ),
        "name_from": ["team"],
        "report": [{"id": "r", "part": "entries", "title": "R", "entries": "actions"}],
    }

    assert problems(definition) == [
        "items: expected ids used once, found 'a' twice",
        "e.items: expected ids used once, found 'x' twice",
        "f.options: expected ids used once, found 'o' twice",
        "name_from: expected the path of an item, found 'team'",
        "b.show_when: expected the path of an item, found 'nowhere'",
        "c.show_when: expected an item outside these entries, or in the same ones, found 'e/*/x'",
        "d.value: expected the path of an item, found 'a/b'",
        "report.r: expected the path of an item, found 'actions'",
    ]


def test_problems_of_options_views_settings_and_parts() -> None:
    definition = {
        **with_items(
            {"id": "a", "type": "choice", "title": "A"},
            {"id": "b", "type": "choices", "title": "B", "options_from": "e", "options_from_text": "t"},
            {
                "id": "c",
                "type": "choice",
                "title": "C",
                "options": [{"id": "o", "label": "O", "settles": "yes"}],
                "take_from": "library",
            },
            {"id": "d", "type": "choices", "title": "D", "options_from": "e", "sets_status": True},
            {"id": "v", "type": "entries-view", "title": "V", "where": {}},
            {"id": "w", "type": "entries-view", "title": "W", "of": "e", "where": {"x": True}},
            text_item("t", later="yes"),
        ),
        "settings": {"few": 2, "names": ["a", None], "nested": {"a": 1}, "nothing": None},
        "report": [
            {"id": "g", "part": "grid", "title": "G", "entries": "e", "rows": "x", "cell": "colour"},
            {"id": "p", "part": "pathways", "title": "P", "entries": "e", "from": "x"},
            {"id": "h", "part": "heading", "title": "H", "entries": "e"},
        ],
        "report_views": [{"id": "short", "parts": "all"}],
        "start_from": {
            "keep": "t",
            "entries": [{"where": {}}],
            "offer": [{"id": "o", "keep": [1], "text": "x"}],
        },
        "workshop": {"compared": [{"why": 1, "tick": {"item": "t"}}, "t"]},
    }

    assert problems(definition) == [
        "start_from.text: expected text, found nothing",
        "start_from.keep: expected a list, found 't'",
        "start_from.entries[0].entries: expected text, found nothing",
        "start_from.entries[0].where: expected one of item, all, any, not, found an object",
        "start_from.offer[0].label: expected text, found nothing",
        "start_from.offer[0].keep[0]: expected text, found 1",
        "start_from.offer[0].text: expected a known key, found 'text'",
        "workshop.compared[0].question: expected text, found nothing",
        "workshop.compared[0].why: expected text or nothing, found 1",
        "workshop.compared[0].tick.option: expected text, found nothing",
        "workshop.compared[1]: expected an object, found 't'",
        "settings.names[1]: expected text, a number, true, false or a list of these, found nothing",
        "settings.nested: expected text, a number, true, false or a list of these, found an object",
        "settings.nothing: expected text, a number, true, false or a list of these, found nothing",
        "sections[0].items[0].options: expected options, options_from or options_from_text, found nothing",
        "sections[0].items[1].options: expected options, options_from or options_from_text, "
        "found 'options_from and options_from_text'",
        "sections[0].items[2].options[0].settles: expected true or false, found 'yes'",
        "sections[0].items[2].take_from: expected an object, found 'library'",
        "sections[0].items[3].sets_status: expected a known key, found 'sets_status'",
        "sections[0].items[4].of: expected text, found nothing",
        "sections[0].items[4].where: expected a child and its answer, found nothing",
        "sections[0].items[5].where.x: expected text or a number, found true",
        "sections[0].items[6].later: expected true or false, found 'yes'",
        "report[0].columns: expected text, found nothing",
        "report[0].cell: expected one of names, count, found 'colour'",
        "report[1].to: expected text, found nothing",
        "report[2].entries: expected a known key, found 'entries'",
        "report_views[0].title: expected text, found nothing",
        "report_views[0].parts: expected a list, found 'all'",
    ]


def test_references_lead_to_what_fits() -> None:
    tools = {"id": "tools", "type": "entries", "title": "T", "items": [text_item("name"), text_item("to")]}
    definition = {
        **with_items(
            tools,
            {"id": "a", "type": "choice", "title": "A", "options_from": "note"},
            {"id": "b", "type": "choice", "title": "B", "options_from": "nowhere"},
            {"id": "c", "type": "choice", "title": "C", "options_from_text": "tools"},
            {"id": "d", "type": "choice", "title": "D", "options_from_text": "tools/*/name"},
            {"id": "v", "type": "entries-view", "title": "V", "of": "note", "where": {"name": "x"}},
            {"id": "w", "type": "entries-view", "title": "W", "of": "tools", "where": {"kind": "x"}},
            {"id": "u", "type": "entries-view", "title": "U", "of": "gone", "where": {"kind": "x"}},
            text_item("note"),
        ),
        "report": [
            {"id": "f", "part": "findings", "title": "F", "dismiss": "tools"},
            {"id": "e", "part": "entries", "title": "E", "entries": "w"},
            {"id": "g", "part": "grid", "title": "G", "entries": "w", "rows": "name", "columns": "kind"},
            {
                "id": "l",
                "part": "list",
                "title": "L",
                "entries": "tools",
                "where": {"item": "other/*/x", "is": "y"},
                "show": ["name", "colour"],
                "sort": "size",
            },
            {"id": "p", "part": "pathways", "title": "P", "entries": "tools", "from": "name", "to": "too"},
        ],
        "report_views": [{"id": "short", "title": "Short", "parts": ["l", "m"]}],
        "start_from": {
            "text": "Some is carried over.",
            "keep": ["note", "colour"],
            "entries": [{"entries": "w", "where": {"item": "tools/*/size", "answered": True}}],
            "offer": [
                {"id": "o", "label": "O", "leave_out": ["name"]},
                {"id": "o", "label": "O", "entries": [{"entries": "tools"}]},
            ],
        },
        "workshop": {
            "compared": [
                {
                    "question": "note",
                    "why": "a",
                    "minority": "gone",
                    "tick": {"item": "tools/*/name", "option": "x"},
                }
            ]
        },
    }

    assert problems(definition) == [
        "start_from.offer: expected ids used once, found 'o' twice",
        "start_from: expected an item of type entries, found 'w' of entries-view",
        "start_from.where: expected the path of an item, found 'tools/*/size'",
        "workshop.note: expected an item of type choice or yes-no, found 'note' of text",
        "workshop.note: expected an item of type text or long-text, found 'a' of choice",
        "workshop.note: expected the path of an item, found 'gone'",
        "workshop.note: expected an item outside these entries, or in the same ones, found 'tools/*/name'",
        "a.options_from: expected an item of type entries or entries-view, found 'note' of text",
        "b.options_from: expected the path of an item, found 'nowhere'",
        "c.options_from_text: expected an item of type text or long-text, found 'tools' of entries",
        "d.options_from_text: expected an item outside these entries, or in the same ones, "
        "found 'tools/*/name'",
        "v.of: expected an item of type entries, found 'note' of text",
        "v.where: expected the path of an item, found 'note/*/name'",
        "w.where: expected the path of an item, found 'tools/*/kind'",
        "u.of: expected the path of an item, found 'gone'",
        "report.f: expected the path of an item, found 'tools/*/finding'",
        "report.f: expected the path of an item, found 'tools/*/reason'",
        "report.e: expected an item of type entries, found 'w' of entries-view",
        "report.g: expected an item of type choice or choices or yes-no or computed, "
        "found 'tools/*/name' of text",
        "report.g: expected the path of an item, found 'tools/*/kind'",
        "report.l.where: expected the path of an item, found 'other/*/x'",
        "report.l: expected the path of an item, found 'tools/*/size'",
        "report.l: expected the path of an item, found 'tools/*/colour'",
        "report.p: expected the path of an item, found 'tools/*/too'",
        "report_views.short: expected the id of a report part, found 'm'",
        "start_from: expected a section, an item or a child, found 'colour'",
        "start_from.offer.o: expected a section, an item or a child, found 'name'",
    ]


def test_entries_are_not_named_after_each_other() -> None:
    def named_after(entries_id: str, other: str) -> dict[str, Any]:
        naming = {"id": "name", "type": "choice", "title": "N", "options_from": other}
        return {"id": entries_id, "type": "entries", "title": "E", "entry_title": "name", "items": [naming]}

    assert problems(with_items(named_after("a", "b"), named_after("b", "c"), named_after("c", "a"))) == [
        "a: expected entries with a title of their own, found a -> b -> c -> a"
    ]
    assert problems(with_items(named_after("a", "a"))) == [
        "a: expected entries with a title of their own, found a -> a"
    ]


def test_a_response_survives_reading_and_writing() -> None:
    data = response_data(
        {
            "name": "Spoke Yard",
            "volunteers": 2,
            "stands/parts": ["tall"],
            "sessions/s1/day": "monday",
            "sessions/s1/places": 4.5,
        },
        {"sessions": ["s1"]},
    )

    written = encode_response(decode_response(WORKSHOP, data))

    assert written == {
        **data,
        "answers": {
            **data["answers"],
            "bikes-a-week": 4,
            "sessions/s1/wanted": 4.5,
            "how-busy": "quiet",
            "session-count": 1,
        },
        "broken": [],
    }


@given(responses(WORKSHOP))
def test_what_is_written_reads_as_the_same_response(plain: dict[str, Any]) -> None:
    written = encode_response(decode_response(WORKSHOP, plain))

    assert encode_response(decode_response(WORKSHOP, written)) == written


def test_ticks_are_put_in_the_authors_order_and_counted_once() -> None:
    response = decode_response(WORKSHOP, response_data({"tools/parts": ["stand", "keys", "stand"]}))

    assert response.answer("tools/parts") == ("keys", "stand")


def test_all_problems_of_a_response_are_told_at_once() -> None:
    data = {
        "questionnaire_id": "allotment",
        "questionnaire_revision": -1,
        "editor": "me",
        "entries": {"sessions": ["s1", "s1", "a/b"], "gardens": ["g1"]},
        "broken": ["stands/state", "saddle"],
        "answers": {
            "name": 7,
            "visited": "20261121",
            "volunteers": "three",
            "mechanics": True,
            "stands": "tall",
            "stands/parts": ["tall", "wide"],
            "stands/state": "broken",
            "first-aid": "maybe",
            "saddle": "red",
            "sessions/s9/day": "monday",
            "sessions/s1/places": float("nan"),
            "bikes-a-week": "anything, for it is computed",
        },
    }

    assert response_problems(WORKSHOP, data) == [
        "questionnaire_id: expected bicycle-workshop, found 'allotment'",
        "questionnaire_revision: expected a whole number, 0 or more, found -1",
        "entries.sessions: expected ids used once, found a list",
        "entries.sessions: expected an id without / and *, found 'a/b'",
        "entries: expected entries of this questionnaire, found 'gardens'",
        "answers['name']: expected text, found 7",
        "answers['visited']: expected a date as YYYY-MM-DD, found '20261121'",
        "answers['volunteers']: expected a number, found 'three'",
        "answers['mechanics']: expected a number, found true",
        "answers['stands']: expected answers to the items inside it, found 'tall'",
        "answers['stands/parts']: expected a list of some of tall, low, found a list",
        "answers['stands/state']: expected one of missing, worn, ready, spotless, not-sure, found 'broken'",
        "answers['first-aid']: expected one of yes, no, dont-know, found 'maybe'",
        "answers['saddle']: expected the path of an item, found 'saddle'",
        "answers['sessions/s9/day']: expected the path of an item, found 'sessions/s9/day'",
        "answers['sessions/s1/places']: expected a number, found nan",
        "broken: expected the path of an item that has its options from another, found 'stands/state'",
        "broken: expected the path of an item that has its options from another, found 'saddle'",
        "editor: expected a known key, found 'editor'",
    ]


@pytest.mark.parametrize(("data", "found"), [([], "a list"), ("text", "'text'"), (None, "nothing"), (7, "7")])
def test_what_is_no_object_is_told_once(data: Any, found: str) -> None:
    assert problems(data) == [f"expected an object, found {found}"]
    assert response_problems(WORKSHOP, data) == [f"expected an object, found {found}"]


@given(st.data())
def test_reading_a_damaged_definition_or_response_fails_only_as_promised(data: st.DataObject) -> None:
    definition = copy.deepcopy(DEFINITION)
    damage(data, definition)
    try:
        questionnaire = decode_questionnaire(definition)
    except DecodeError:
        questionnaire = WORKSHOP
    plain = data.draw(responses(WORKSHOP))
    damage(data, plain)
    with contextlib.suppress(DecodeError):
        assert encode_response(decode_response(questionnaire, plain))


def damage(data: st.DataObject, value: Any) -> None:
    """Put something else in some place of a JSON tree."""
    while True:
        keys = list(value) if isinstance(value, dict) else range(len(value))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if not isinstance(value[key], (dict, list)) or data.draw(st.integers(0, 4)) == 0:
            value[key] = data.draw(json_values)
            return
        value = value[key]
