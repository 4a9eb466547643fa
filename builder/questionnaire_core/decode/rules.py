"""Conditions and computed values from JSON."""

from typing import Any

from questionnaire_core.decode.fields import Fields
from questionnaire_core.problems import Problem
from questionnaire_core.rules import (
    AllOf,
    AllTicked,
    Answered,
    AnyOf,
    AtLeast,
    Below,
    Case,
    Cases,
    Computed,
    Condition,
    Count,
    Is,
    IsNot,
    Not,
    Scalar,
    Sum,
    SumTerm,
)
from questionnaire_core.values import as_number

TESTS = ("is", "not", "at_least", "below", "answered", "all_of")


class RuleReader:
    """Reads rules, noting problems in the list it is given."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def condition(self, data: Any, where: str) -> Condition | None:
        fields = Fields(data, where, self.problems)
        if not fields.usable:
            return None
        condition = self._test(fields) if "item" in fields.data else self._combination(fields)
        if condition is not None:
            fields.done()
        return condition

    def _combination(self, fields: Fields) -> Condition | None:
        match [key for key in ("all", "any", "not") if key in fields.data]:
            case ["all"]:
                return AllOf(fields.each("all", self.condition))
            case ["any"]:
                return AnyOf(fields.each("any", self.condition))
            case ["not"]:
                inner = self.condition(fields.raw("not"), fields.at("not"))
                return None if inner is None else Not(inner)
            case _:
                fields.note(fields.where, "one of item, all, any, not", fields.data)
                return None

    def _test(self, fields: Fields) -> Condition | None:
        item = fields.text("item")
        match [key for key in TESTS if key in fields.data]:
            case ["is"]:
                return Is(item, self._scalars(fields, "is"))
            case ["not"]:
                return IsNot(item, self._scalars(fields, "not"))
            case ["at_least"]:
                return AtLeast(item, self._threshold(fields, "at_least"))
            case ["below"]:
                return Below(item, self._threshold(fields, "below"))
            case ["answered"]:
                return Answered(item, fields.flag("answered"))
            case ["all_of"]:
                return AllTicked(item, fields.flag("all_of"))
            case _:
                fields.note(fields.where, f"one of {', '.join(TESTS)}", fields.data)
                return None

    def _scalars(self, fields: Fields, key: str) -> tuple[Scalar, ...]:
        """One value, or a list of them."""
        if isinstance(fields.raw(key), list):
            return fields.each(key, self.scalar)
        value = self.scalar(fields.raw(key), fields.at(key))
        return () if value is None else (value,)

    def _threshold(self, fields: Fields, key: str) -> Scalar:
        value = self.scalar(fields.raw(key), fields.at(key))
        return 0 if value is None else value

    def scalar(self, data: Any, where: str) -> Scalar | None:
        value = data if isinstance(data, str) and data else as_number(data)
        if value is None:
            Fields({}, where, self.problems).note(where, "text or a number", data)
        return value

    def computed(self, data: Any, where: str) -> Computed | None:
        fields = Fields(data, where, self.problems)
        if not fields.usable:
            return None
        computed: Computed | None = None
        match [key for key in ("sum", "cases", "count") if key in fields.data]:
            case ["sum"]:
                computed = Sum(fields.each("sum", self._term))
            case ["cases"]:
                computed = Cases(fields.each("cases", self._case), fields.optional("otherwise", self.scalar))
            case ["count"]:
                computed = Count(fields.text("count"))
            case _:
                fields.note(where, "one of sum, cases, count", data)
        if computed is not None:
            fields.done()
        return computed

    def _term(self, data: Any, where: str) -> SumTerm | None:
        fields = Fields(data, where, self.problems)
        term = SumTerm(fields.text("item"), fields.number("times", 1))
        fields.done()
        return term

    def _case(self, data: Any, where: str) -> Case | None:
        fields = Fields(data, where, self.problems)
        when = self.condition(fields.raw("when"), fields.at("when"))
        value = fields.optional("value", self.scalar)
        fields.done()
        return None if when is None else Case(when, value)
