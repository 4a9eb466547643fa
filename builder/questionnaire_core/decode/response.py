"""Responses from JSON: answers at paths, checked against their questionnaire.

A number out of bounds or a text too long is still an answer: the page says so, scoring need not. Whether an
option that comes from another answer is still there is for `visibility` to say.
"""

from collections.abc import Collection, Mapping
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
    reader = _ResponseReader(questionnaire)
    entry_ids = reader.entry_ids(fields.inside("entries"))
    answers = reader.answers(fields.inside("answers"))
    broken = reader.broken(fields)
    fields.done()
    if problems:
        raise DecodeError(problems)
    return Response(questionnaire, answers, entry_ids, broken)


class _ResponseReader:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self.places = questionnaire.places
        self.listed: dict[str, frozenset[str]] = {}

    def entry_ids(self, fields: Fields) -> dict[str, tuple[str, ...]]:
        result: dict[str, tuple[str, ...]] = {}
        for path in fields.data:
            place = self.places.get(path)
            if place is None or place.item.type != "entries":
                fields.note(fields.where, "entries of this questionnaire", path)
                continue
            ids = fields.texts(path)
            self.listed[path] = frozenset(ids)
            if len(self.listed[path]) < len(ids):
                fields.note(fields.at(path), "ids used once", list(ids))
            for id_ in ids:
                if "/" in id_ or "*" in id_:
                    fields.note(fields.at(path), "an id without / and *", id_)
            result[path] = ids
        return result

    def answers(self, fields: Fields) -> dict[str, Value]:
        answers: dict[str, Value] = {}
        for path, raw in fields.data.items():
            item = self.item(path)
            if item is None:
                fields.note(f"{fields.where}[{path!a}]", "the path of an item", path)
            elif raw is not None and item.type != "computed":
                value = _value(item, raw)
                if value is None:
                    fields.note(f"{fields.where}[{path!a}]", _expected(item), raw)
                else:
                    answers[path] = value
        return answers

    def broken(self, fields: Fields) -> Collection[str]:
        """The paths of answers that are left out because they name what is not there any more."""
        paths = fields.texts("broken")
        for path in paths:
            item = self.item(path)
            if item is None or item.options_source is None:
                fields.note("broken", "the path of an item that has its options from another", path)
        return frozenset(paths)

    def item(self, path: str) -> Item | None:
        """The item at a path; a path into entries must lead to one that is listed."""
        place = self.places.get(path)
        if place is None:
            entries, _, rest = path.partition("/")
            entry_id, _, child_id = rest.partition("/")
            if entry_id in self.listed.get(entries, ()):
                place = self.places.get(f"{entries}/*/{child_id}")
        elif "*" in path:
            return None
        return None if place is None else place.item


def _value(item: Item, raw: Any) -> Value | None:
    match item.type:
        case "choice" | "yes-no":
            chosen = isinstance(raw, str) if item.options_source else item.option(raw) is not None
            return raw if chosen else None
        case "choices":
            return _ticks(item, raw) if isinstance(raw, list) else None
        case "number":
            return as_number(raw)
        case "date":
            return raw if isinstance(raw, str) and _is_date(raw) else None
        case "text" | "long-text":
            return raw if isinstance(raw, str) else None
        case _:
            return None


def _ticks(item: Item, raw: list[Any]) -> tuple[str, ...] | None:
    """In the order of the options, each once: two ways of ticking the same boxes are one answer."""
    if item.options_source:
        return tuple(dict.fromkeys(raw)) if all(isinstance(one, str) for one in raw) else None
    if not all(item.option(one) for one in raw):
        return None
    return tuple(option.id for option in item.options if option.id in raw)


def _is_date(text: str) -> bool:
    try:
        # fromisoformat takes other ISO forms too ("20260101", "2026-W01-1"): only one is ours.
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _expected(item: Item) -> str:
    options = ", ".join(option.id for option in item.options) or "the options"
    match item.type:
        case "choice" | "yes-no":
            return f"one of {options}"
        case "choices":
            return f"a list of some of {options}"
        case "number":
            return "a number"
        case "date":
            return "a date as YYYY-MM-DD"
        case "group" | "entries" | "entries-view":
            return "answers to the items inside it"
        case _:
            return "text"
