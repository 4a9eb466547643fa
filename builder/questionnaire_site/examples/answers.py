"""The answers of an example: can a person give them? And the plain response that they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.response import Response
from questionnaire_site.definition.ids import tell_twice
from questionnaire_site.plain import Json
from questionnaire_site.reading.diagnostics import did_you_mean
from questionnaire_site.reading.nodes import Mapping, Node, Scalar, Sequence
from questionnaire_site.reading.phrases import with_article
from questionnaire_site.reading.scalars import as_text, identifier, value_of
from questionnaire_site.reading.source import Source

_INSTEAD = {
    "group": "answer its questions: item/child",
    "entries": "write its answers under entries:",
    "entries-view": "write its entries under entries:, in the list that it is a view of",
    "computed": "it is worked out; write computed: under expect: to check it",
}


@dataclass(slots=True)
class Answers:
    """Plain answers by path, and the ids of entries by the item that holds them."""

    by_path: Json = field(default_factory=dict)
    entries: dict[str, list[str]] = field(default_factory=dict)
    written: dict[str, Node] = field(default_factory=dict)
    """Where the answers stand that the example has written itself."""

    def response(self, questionnaire: Questionnaire) -> Json:
        """Give the plain response that the scoring takes."""
        return {
            "questionnaire_id": questionnaire.id,
            "questionnaire_revision": questionnaire.revision,
            "answers": self.by_path,
            "entries": self.entries,
        }


class AnswerReader:
    """Reads the answers of one example file, telling of those that are not possible."""

    def __init__(self, source: Source, questionnaire: Questionnaire) -> None:
        self.source = source
        self.questionnaire = questionnaire
        self.items = {path: place.item for path, place in questionnaire.places.items()}

    def lay_over(self, answers: Answers, root: Mapping) -> None:
        """Put this example's answers over those it starts from; an empty one takes an answer away."""
        answers.written.clear()
        lists = root.mapping("entries") or Mapping(root.place, ())
        for name, node in lists.values.items():
            self.entries(answers, name, lists.keys[name], node)
        given = root.mapping("answers") or Mapping(root.place, ())
        for path, node in given.values.items():
            item = self.item(path, given.keys[path], answers)
            if item is not None and _is_empty(node):
                answers.by_path.pop(path, None)
            elif item is not None:
                self.put(answers, path, node, item)

    def put(self, answers: Answers, path: str, node: Node, item: Item) -> None:
        value = self.value(node, item)
        if value is not None:
            answers.by_path[path] = value
            answers.written[path] = node

    def item(self, path: str, key: Scalar, answers: Answers) -> Item | None:
        """Find the item of a path, which may lead into an entry that the example has."""
        item = self.items.get(path)
        holder, entry_id, child_id = (*path.split("/", 2), "", "")[:3]
        if item is not None and entry_id != "*":
            return item
        if child_id and holder in answers.entries:
            known = answers.entries[holder]
            if entry_id not in known:
                none = f"write it under entries: {holder}"
                fix = did_you_mean(entry_id, known, none)
                self.tell(key, f'there is no entry "{entry_id}" in "{holder}"', fix)
                return None
            children = {child.id: child for child in self.items[holder].items}
            if child_id not in children:
                fix = did_you_mean(child_id, children)
                self.tell(key, f'"{holder}" has no child "{child_id}"', fix)
            return children.get(child_id)
        paths = [known for known in self.items if "*" not in known]
        self.tell(key, f'there is no item "{path}"', did_you_mean(path, paths))
        return None

    def entries(self, answers: Answers, name: str, key: Scalar, node: Node) -> None:
        """Take a list of entries in place of the one that was there."""
        item = self.items.get(name)
        if item is None or item.type != "entries":
            known = [path for path, item in self.items.items() if item.type == "entries"]
            self.tell(key, f'there are no entries "{name}"', did_you_mean(name, known))
            return
        for path in [path for path in answers.by_path if path.startswith(f"{name}/")]:
            del answers.by_path[path]
        members = node.items if isinstance(node, Sequence) else ()
        children = {child.id: child for child in item.items}
        places: dict[str, Node] = {}
        for number, member in enumerate(members, 1):
            if not isinstance(member, Mapping):
                continue
            id_ = self.entry_id(member, number)
            at = member.get("id") or member
            if id_ in places:
                tell_twice(self.source, at, f'the entry id "{id_}" is used twice', places[id_])
                continue
            places[id_] = at
            for child_id, value in member.values.items():
                child = children.get(child_id)
                if child is not None and not _is_empty(value):
                    self.put(answers, f"{name}/{id_}/{child_id}", value, child)
                elif child is None and child_id != "id":
                    fix = did_you_mean(child_id, children)
                    self.tell(member.keys[child_id], f'"{name}" has no child "{child_id}"', fix)
        answers.entries[name] = list(places)

    def entry_id(self, member: Mapping, number: int) -> str:
        """Give the id by which an entry can be named; e1, e2 and so on where the author gives none."""
        given = member.get("id")
        checked = identifier(self.source, given, "entry id") if given is not None else None
        return checked.raw if checked else f"e{number}"

    def check_chosen(self, answers: Answers, response: Response) -> None:
        """Tell of answers that the example chooses where there is no such thing to choose."""
        for path in response.broken:
            node = answers.written.get(path)
            if node is None:
                # It was chosen in the example that this one is based on, and is gone here, as it may happen.
                continue
            known = list(response.option_ids(path))
            for scalar in _scalars(node):
                if scalar.raw not in known:
                    self.tell_option(scalar, path, known)

    def value(self, node: Node, item: Item) -> Any:
        """Give the answer that a person could enter; None, and a problem, when there is none such."""
        match item.type:
            case "choices":
                return [self.option(scalar, item) for scalar in _scalars(node)]
            case "group" | "entries" | "entries-view" | "computed":
                what = f"{with_article(item.type)} item"
                self.tell(node, f'"{item.path}" is {what}, which nobody answers', _INSTEAD[item.type])
                return None
        if not isinstance(node, Scalar):
            self.tell(node, f'"{item.path}" takes one answer, not {node.shown}', "write a single value")
            return None
        match item.type:
            case "choice" | "yes-no":
                return self.option(node, item)
            case "number":
                return self.number(node, item)
            case "date":
                return self.date(node, item)
            case _:
                return self.text(node, item)

    def option(self, scalar: Scalar, item: Item) -> str:
        ids = [option.id for option in item.options]
        if item.options_source is None and scalar.raw not in ids:
            self.tell_option(scalar, item.path, ids)
        return scalar.raw

    def tell_option(self, scalar: Scalar, path: str, known: list[str]) -> None:
        self.tell(scalar, f'"{scalar.raw}" is no option of "{path}"', did_you_mean(scalar.raw, known))

    def number(self, scalar: Scalar, item: Item) -> Any:
        value = value_of(scalar)
        if not isinstance(value, (int, float)):
            self.tell(
                scalar, f'"{item.path}" takes a number, not {scalar.shown}', "write digits, without quotes"
            )
            return None
        self.within(scalar, value, item)
        if round(value, item.decimals) != value:
            places = f"{item.decimals} decimal places" if item.decimals else "no decimal places"
            self.tell(
                scalar,
                f'"{item.path}" takes {places}, and this is {scalar.raw}',
                "round it, or raise decimals",
            )
        return value

    def date(self, scalar: Scalar, item: Item) -> Any:
        if scalar.kind != "str" or len(scalar.raw) != len("2026-03-31") or scalar.raw[4:5] != "-":
            self.tell(scalar, f'"{item.path}" takes a date, not {scalar.shown}', "write it as 2026-03-31")
            return None
        self.within(scalar, scalar.raw, item)
        return scalar.raw

    def within(self, scalar: Scalar, value: Any, item: Item) -> None:
        low, high = item.min, item.max
        if (low is not None and value < low) or (high is not None and value > high):
            bounds = (
                f"{low} or more" if high is None else f"{high} or less" if low is None else f"{low} to {high}"
            )
            self.tell(
                scalar, f'"{item.path}" takes {bounds}, and this is {value}', "write one that can be entered"
            )

    def text(self, scalar: Scalar, item: Item) -> str:
        text = (
            scalar.raw
            if scalar.kind == "str"
            else as_text(self.source, scalar, f'the answer to "{item.path}"').raw
        )
        if item.max_length is not None and len(text) > item.max_length:
            message = f'"{item.path}" takes {item.max_length} characters at most, and this has {len(text)}'
            self.tell(scalar, message, "shorten it")
        return text

    def tell(self, at: Node, message: str, fix: str) -> None:
        self.source.report("example-answer", at, message, fix)


def _scalars(node: Node) -> Iterator[Scalar]:
    members = node.items if isinstance(node, Sequence) else (node,)
    return (member for member in members if isinstance(member, Scalar))


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.kind == "null"
