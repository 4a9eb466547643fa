"""Responses from JSON: answers at paths, checked against their questionnaire.

A number out of bounds or a text too long is still an answer: the page says so, scoring need not.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from questionnaire_core.decode.fields import Fields
from questionnaire_core.model import Item, Questionnaire, Value
from questionnaire_core.problems import DecodeError, Problem
from questionnaire_core.response import Response
from questionnaire_core.values import as_number


def decode_response(questionnaire: Questionnaire, data: Mapping[str, Any]) -> Response:
    """The response that this plain form holds; raises DecodeError with all its problems."""
    problems: list[Problem] = []
    fields = Fields(data, "", problems)
    if fields.text("questionnaire_id") not in ("", questionnaire.id):
        fields.note("questionnaire_id", questionnaire.id, data["questionnaire_id"])
    fields.whole("questionnaire_revision", questionnaire.revision)
    entry_ids = _entry_ids(questionnaire, fields)
    answers = _answers(questionnaire, entry_ids, fields)
    fields.done()
    if problems:
        raise DecodeError(problems)
    return Response(questionnaire, answers, entry_ids)


def _entry_ids(questionnaire: Questionnaire, fields: Fields) -> dict[str, tuple[str, ...]]:
    entries = fields.inside("entries")
    result: dict[str, tuple[str, ...]] = {}
    for path in entries.data:
        place = questionnaire.places.get(path)
        if place is None or place.item.type != "entries":
            entries.note(entries.where, "entries of this questionnaire", path)
            continue
        ids = entries.texts(path)
        if len(set(ids)) < len(ids):
            entries.note(entries.at(path), "ids used once", list(ids))
        for id_ in ids:
            if "/" in id_ or "*" in id_:
                entries.note(entries.at(path), "an id without / and *", id_)
        result[path] = ids
    return result


def _answers(
    questionnaire: Questionnaire, entry_ids: Mapping[str, tuple[str, ...]], fields: Fields
) -> dict[str, Value]:
    given = fields.inside("answers")
    answers: dict[str, Value] = {}
    for path, raw in given.data.items():
        where = f"{given.where}[{path!a}]"
        place = questionnaire.place(path)
        if place is None or not _names_an_entry(path, entry_ids):
            given.note(where, "the path of an item", path)
        elif raw is not None and place.item.type != "computed":
            value = _value(place.item, raw)
            if value is None:
                given.note(where, _expected(place.item), raw)
            else:
                answers[path] = value
    return answers


def _names_an_entry(path: str, entry_ids: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a path that leads into entries leads to one that is there."""
    parts = path.split("/")
    return len(parts) != 3 or parts[1] in entry_ids.get(parts[0], ())


def _value(item: Item, raw: Any) -> Value | None:
    match item.type:
        case "choice" | "yes-no":
            return raw if item.option(raw) else None
        case "choices":
            if not isinstance(raw, list) or not all(item.option(one) for one in raw):
                return None
            # In the author's order, each once: two ways of ticking the same boxes are one answer.
            return tuple(option.id for option in item.options if option.id in raw)
        case "number":
            return as_number(raw)
        case "date":
            return raw if isinstance(raw, str) and _is_date(raw) else None
        case "text" | "long-text":
            return raw if isinstance(raw, str) else None
        case _:
            return None


def _is_date(text: str) -> bool:
    try:
        # fromisoformat takes other ISO forms too ("20260101", "2026-W01-1"): only one is ours.
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _expected(item: Item) -> str:
    match item.type:
        case "choice" | "yes-no":
            return f"one of {', '.join(option.id for option in item.options)}"
        case "choices":
            return f"a list of some of {', '.join(option.id for option in item.options)}"
        case "number":
            return "a number"
        case "date":
            return "a date as YYYY-MM-DD"
        case "group" | "entries":
            return "answers to the items inside it"
        case _:
            return "text"
