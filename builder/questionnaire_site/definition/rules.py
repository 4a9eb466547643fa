"""Conditions and computed values: from what an author wrote to the definition, every name in them resolved.

Tells of names that lead nowhere, options that an item does not have, and tests that an item cannot be put to.
What names nothing is left out, so that the rest can still be checked. Whether a condition can ever hold is
reachable.py's.
"""

from __future__ import annotations

from questionnaire_core.structure import LISTS
from questionnaire_site.definition.outline import Item, Rule
from questionnaire_site.definition.references import References
from questionnaire_site.plain import Json
from questionnaire_site.reading.diagnostics import did_you_mean
from questionnaire_site.reading.nodes import Mapping, Node, Scalar
from questionnaire_site.reading.phrases import with_article
from questionnaire_site.reading.scalars import truth, value_of

_TESTS = ("is", "not", "at_least", "below", "answered", "all_of")
_POINT_TESTS = ("at_least", "below")
_ENTRY_TESTS = (*_POINT_TESTS, "is", "not")
_LEAVES = ("choice", "choices", "yes-no", "number", "date", "text", "long-text", "computed")


class Rules:
    def __init__(self, references: References) -> None:
        self.references = references
        self.source = references.source

    def condition(self, node: Node | None, holder: Item | None) -> Json | None:
        """Resolve a condition, seen from within the group or entries that hold it, if any."""
        resolved = self.resolve(node, holder)
        if resolved and isinstance(node, Mapping):
            self.references.outline.rules.append(Rule(node, resolved))
        return resolved

    def resolve(self, node: Node | None, holder: Item | None) -> Json | None:
        if not isinstance(node, Mapping):
            return None
        if "item" in node:
            return self.test(node, holder)
        for key in ("all", "any"):
            if key in node:
                members = [self.resolve(member, holder) for member in node.list(key)]
                return {key: [member for member in members if member]} if all(members) and members else None
        inner = self.resolve(node.get("not"), holder)
        return {"not": inner} if inner else None

    def test(self, node: Mapping, holder: Item | None) -> Json | None:
        name = node.scalar("item")
        item = self.references.item(name, holder) if name else None
        operator = next((key for key in _TESTS if key in node), None)
        if name is None or item is None or item.type is None or operator is None:
            return None
        if not self.suits(node, name, item, operator):
            return None
        match operator:
            case "is" | "not":
                values = [value_of(value) for value in node.scalars(operator) if self.is_answer(value, item)]
                return {"item": item.path, operator: values} if values else None
            case "at_least" | "below":
                bound = node.scalar(operator)
                fits = bound is not None and self.is_bound(bound, item)
                return {"item": item.path, operator: value_of(bound)} if bound and fits else None
            case _:
                return {"item": item.path, operator: truth(node.scalar(operator))}

    def suits(self, node: Mapping, name: Scalar, item: Item, operator: str) -> bool:
        """Check that the item can be put to the test at all."""
        assert item.type is not None
        fits: dict[str, tuple[str, ...]] = {
            "all_of": ("choices",),
            "answered": (*_LEAVES, *LISTS),
            "is": _LEAVES,
            "not": _LEAVES,
            "at_least": ("number", "computed", "choice", "choices"),
            "below": ("number", "computed", "choice", "choices"),
        }
        others = [other for other in _TESTS if item.type in fits[other]]
        what = f"{with_article(item.type)} item"
        if item.options_source is not None:
            # Nobody knows the options beforehand, but somebody may well write the same lines each time.
            unknown = _ENTRY_TESTS if "options_from" in item.node else _POINT_TESTS
            others = [other for other in others if other not in unknown]
            what += " whose options come from other answers"
        if operator in others:
            return True
        message = f'{operator} cannot be asked of "{name.raw}", {what}'
        fix = f"of such an item one can ask {', '.join(others)}" if others else "name one of its questions"
        self.source.report("wrong-item-type", node.keys.get(operator, name), message, fix)
        return False

    def is_answer(self, value: Scalar, item: Item) -> bool:
        """Check that a value is one that the item can have."""
        if item.option_ids:
            return self.is_option(value, item)
        if item.type == "number" and value.kind not in ("int", "float"):
            message = f'"{value.raw}" can never be the answer to "{item.id}", a number item'
            self.source.report("unknown-option", value, message, "write a number")
            return False
        return True

    def is_option(self, value: Scalar, item: Item) -> bool:
        if value.raw in item.option_ids:
            return True
        message = f'"{value.raw}" is no option of "{item.id}"'
        self.source.report("unknown-option", value, message, did_you_mean(value.raw, item.option_ids))
        return False

    def is_bound(self, bound: Scalar, item: Item) -> bool:
        """Check that a number, or an option with points, is what the item's answers compare with."""
        pointed = [option.text("id") or "" for option in item.options if "points" in option]
        if item.options and not pointed:
            message = f'the options of "{item.id}" have no points to compare by'
            self.source.report(
                "wrong-item-type", bound, message, "give the options points, or ask is: with a list"
            )
            return False
        if bound.kind in ("int", "float"):
            return True
        if not item.options:
            message = f'"{bound.raw}" is no number to compare "{item.id}" with'
            self.source.report("unknown-option", bound, message, "write a number")
            return False
        if bound.raw in item.option_ids and bound.raw not in pointed:
            message = f'the option "{bound.raw}" of "{item.id}" has no points to compare by'
            self.source.report("unknown-option", bound, message, f"use one of: {', '.join(pointed)}")
            return False
        return self.is_option(bound, item)

    def value(self, node: Mapping | None, item: Item) -> Json | None:
        """Resolve how a computed item's value is made."""
        if node is None:
            return None
        if "sum" in node:
            return {"sum": [term for each in node.mappings("sum") if (term := self.term(each, item))]}
        if "count" in node:
            entries = self.references.of_type(node.scalar("count"), LISTS, "count", item.parent)
            return {"count": entries.path} if entries else None
        otherwise = node.scalar("otherwise")
        cases = [case for each in node.mappings("cases") if (case := self.case(each, item))]
        return {"cases": cases, "otherwise": self.result(otherwise, item)}

    def term(self, node: Mapping, item: Item) -> Json | None:
        times = node.scalar("times")
        found = self.references.of_type(node.scalar("item"), ("number", "computed"), "sum", item.parent)
        return {"item": found.path, "times": value_of(times) if times else 1} if found else None

    def case(self, node: Mapping, item: Item) -> Json | None:
        when = self.condition(node.get("when"), item.parent)
        return {"when": when, "value": self.result(node.scalar("value"), item)} if when else None

    def result(self, value: Scalar | None, item: Item) -> str | int | float | None:
        """Give a case's value, which must be an option where the item has options."""
        if value is None or value.kind == "null":
            return None
        if item.options:
            self.is_option(value, item)
        return value_of(value)
