"""The answers of an example: can a person give them? And the plain response that they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from questionnaire_core.model import Item, Questionnaire
from questionnaire_site.diagnostics import did_you_mean
from questionnaire_site.nodes import Mapping, Node, Scalar, Sequence
from questionnaire_site.scalars import as_text, value_of
from questionnaire_site.source import Source

Json = dict[str, Any]


@dataclass(slots=True)
class Answers:
    """Plain answers by path, and the ids of entries by the item that holds them."""

    by_path: Json = field(default_factory=dict)
    entries: dict[str, list[str]] = field(default_factory=dict)

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
        given = root.mapping("answers") or Mapping(root.place, ())
        for path, node in given.values.items():
            item = self.items.get(path)
            if item is None or "*" in path:
                paths = [known for known in self.items if "*" not in known]
                self.tell(given.keys[path], f'there is no item "{path}"', did_you_mean(path, paths))
            elif _is_empty(node):
                answers.by_path.pop(path, None)
            elif (value := self.value(node, item)) is not None:
                answers.by_path[path] = value
        lists = root.mapping("entries") or Mapping(root.place, ())
        for name, node in lists.values.items():
            self.entries(answers, name, lists.keys[name], node)

    def entries(self, answers: Answers, name: str, key: Scalar, node: Node) -> None:
        item = self.items.get(name)
        if item is None or item.type != "entries":
            known = [path for path, item in self.items.items() if item.type == "entries"]
            self.tell(key, f'there are no entries "{name}"', did_you_mean(name, known))
            return
        for path in [path for path in answers.by_path if path.startswith(f"{name}/")]:
            del answers.by_path[path]
        members = (
            [member for member in node.items if isinstance(member, Mapping)]
            if isinstance(node, Sequence)
            else []
        )
        answers.entries[name] = [f"e{number}" for number in range(1, len(members) + 1)]
        children = {child.id: child for child in item.items}
        for entry_id, member in zip(answers.entries[name], members, strict=True):
            for child_id, value_node in member.values.items():
                child = children.get(child_id)
                if child is None:
                    fix = did_you_mean(child_id, children)
                    self.tell(member.keys[child_id], f'"{name}" has no child "{child_id}"', fix)
                elif not _is_empty(value_node) and (value := self.value(value_node, child)) is not None:
                    answers.by_path[f"{name}/{entry_id}/{child_id}"] = value

    def value(self, node: Node, item: Item) -> Any:
        """Give the answer that a person could enter; None, and a problem, when there is none such."""
        match item.type:
            case "choices":
                return [self.option(scalar, item) for scalar in _scalars(node)]
            case "group" | "entries" | "computed":
                why = {
                    "group": "answer its questions: item/child",
                    "entries": "write its answers under entries:",
                }
                fix = why.get(item.type, "it is worked out; write computed: under expect: to check it")
                self.tell(node, f'"{item.path}" is a {item.type} item, which nobody answers', fix)
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
        if scalar.raw not in ids:
            self.tell(scalar, f'"{scalar.raw}" is no option of "{item.path}"', did_you_mean(scalar.raw, ids))
        return scalar.raw

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
