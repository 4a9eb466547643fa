"""Can any answers meet a condition?

Tries the answers that could make a difference: every option, and numbers at and about each bound. What
decides is the core's own reading of conditions and of what is hidden. Where there would be too many to try,
nothing is claimed.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

from questionnaire_core.conditions import holds
from questionnaire_core.decode.rules import RuleReader
from questionnaire_core.model import Item, Questionnaire, Value
from questionnaire_core.references import computed_items, condition_items
from questionnaire_core.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Below,
    Cases,
    Condition,
    Count,
    Is,
    IsNot,
    Not,
    Scalar,
    Sum,
)
from questionnaire_core.visibility import Visibility
from questionnaire_site.definition.outline import Outline, Rule
from questionnaire_site.reading.nodes import Mapping

_MOST_TRIALS = 20_000
_MOST_TICKS = 8
_TOO_MANY = range(_MOST_TRIALS + 1)
_FAR = 10**9
_SMALL = 1e-6


def check_conditions(outline: Outline, questionnaire: Questionnaire) -> None:
    """Tell of every condition, or branch of one, that no answers can meet."""
    for rule in outline.rules:
        for node in _unmet(rule, questionnaire):
            message = "no answers can meet this condition"
            fix = "compare it with the options and bounds of the items it names, and with what shows them"
            outline.source.report("condition-never", node, message, fix)


def _unmet(rule: Rule, questionnaire: Questionnaire) -> Iterator[Mapping]:
    """Give the smallest parts that cannot be met."""
    for key in ("any", "all"):
        if key in rule.resolved:
            parts = [
                Rule(node, resolved)
                for node, resolved in zip(rule.node.mappings(key), rule.resolved[key], strict=False)
            ]
            smaller = [node for part in parts for node in _unmet(part, questionnaire)]
            if smaller:
                yield from smaller
                return
    condition = RuleReader([]).condition(rule.resolved, "")
    if condition is not None and not _can_hold(condition, questionnaire):
        yield rule.node


def _can_hold(condition: Condition, questionnaire: Questionnaire) -> bool:
    needed = _needed(condition, questionnaire)
    if any(_is_open(questionnaire.places[path].item) for path in needed.paths):
        return True
    compared = list(_compared([condition, *needed.conditions]))
    candidates = [_candidates(path, questionnaire, compared) for path in needed.paths]
    if math.prod(len(values) for values in candidates) > _MOST_TRIALS:
        return True
    trials = (dict(zip(needed.paths, values, strict=True)) for values in itertools.product(*candidates))
    return any(holds(condition, _Trial(questionnaire, trial)) for trial in trials)


def _is_open(item: Item) -> bool:
    """Whether what it can hold depends on what people list and write, so that it cannot be tried."""
    return item.options_source is not None or item.type == "entries-view"


class _Trial(Visibility):
    """Answers to try. Sums are answers here, because only what they come to matters."""

    def __init__(self, questionnaire: Questionnaire, tried: dict[str, Any]) -> None:
        answers = {path: value for path, value in tried.items() if _is_answer(path, questionnaire)}
        super().__init__(questionnaire, answers, {})
        self.tried = tried

    def value(self, path: str) -> Value | None:
        if path in self.tried and self.item(path).type == "computed":
            return self.tried[path] if self.is_shown(path) else None
        return super().value(path)

    def entry_count(self, entries: str) -> int:
        return int(self.tried.get(entries) or 0) if self.is_shown(entries) else 0


def _is_answer(path: str, questionnaire: Questionnaire) -> bool:
    return questionnaire.places[path].item.type not in ("computed", "entries")


class _Needed:
    """The items that a condition rests on, and all conditions on the way to them."""

    def __init__(self) -> None:
        self.paths: dict[str, None] = {}
        self.conditions: list[Condition] = []
        self.seen: set[str] = set()


def _needed(condition: Condition, questionnaire: Questionnaire) -> _Needed:
    needed = _Needed()
    left = list(condition_items(condition))
    while left:
        path = left.pop()
        if path in needed.seen:
            continue
        needed.seen.add(path)
        place = questionnaire.places[path]
        item = place.item
        conditions = [item.show_when] if place.parent else [item.show_when, place.section.show_when]
        if place.parent:
            left.append(place.parent.path)
        if isinstance(item.value, Cases):
            conditions += [case.when for case in item.value.cases]
        elif isinstance(item.value, Count):
            left += computed_items(item.value)
        elif item.type != "group":
            needed.paths[path] = None
        for each in conditions:
            if each is not None:
                needed.conditions.append(each)
                left += condition_items(each)
    return needed


def _compared(conditions: list[Condition]) -> Iterator[tuple[str, Scalar]]:
    """Give every value that an item is compared with."""
    for condition in conditions:
        match condition:
            case Is(item, values) | IsNot(item, values):
                yield from ((item, value) for value in values)
            case AtLeast(item, threshold) | Below(item, threshold):
                yield item, threshold
            case AllOf(inner) | AnyOf(inner):
                yield from _compared(list(inner))
            case Not(inner):
                yield from _compared([inner])
            case _:
                pass


def _candidates(path: str, questionnaire: Questionnaire, compared: list[tuple[str, Scalar]]) -> Sequence[Any]:
    """Give the answers to one item that could make a difference, no answer among them."""
    item = questionnaire.places[path].item
    against = [value for other, value in compared if other == path]
    numbers = [value for value in against if isinstance(value, (int, float))]
    match item.type:
        case "choice" | "yes-no":
            return [None, *(option.id for option in item.options)]
        case "choices":
            ids = [option.id for option in item.options]
            if len(ids) > _MOST_TICKS:
                return _TOO_MANY
            return [ticks for size in range(len(ids) + 1) for ticks in itertools.combinations(ids, size)]
        case "number":
            return [None, *_numbers(item, numbers, 10**-item.decimals)]
        case "computed":
            return [None, *_sums(item, numbers, questionnaire)]
        case "entries":
            # A count is compared through the computed item that makes it.
            counted = {p for p, place in questionnaire.places.items() if place.item.value == Count(path)}
            near = [
                int(v) + step
                for p, v in compared
                if p in counted and isinstance(v, (int, float))
                for step in (-1, 0, 1)
            ]
            most = _FAR if item.max is None else int(item.max)
            return sorted({count for count in (0, 1, most, *near) if 0 <= count <= most})
        case "date":
            return [None, "2000-01-01", *(value for value in against if isinstance(value, str))]
        case _:
            return [None, "text", *(value for value in against if isinstance(value, str))]


def _numbers(item: Item, bounds: list[float], step: float) -> list[float]:
    low = item.min if isinstance(item.min, (int, float)) else -_FAR
    high = item.max if isinstance(item.max, (int, float)) else _FAR
    near = [math.floor(bound / step) * step + move * step for bound in bounds for move in (-1, 0, 1, 2)]
    rounded = {round(value, item.decimals) for value in [low, high, 0, *near]}
    return sorted(value for value in rounded if low <= value <= high)


def _sums(item: Item, bounds: list[float], questionnaire: Questionnaire) -> list[float]:
    """Give values that a sum may come to; between its least and its most, any value counts as possible."""
    assert isinstance(item.value, Sum)
    low = high = 0.0
    for term in item.value.terms:
        part = questionnaire.places[term.item].item
        least = part.min if isinstance(part.min, (int, float)) else -_FAR
        most = part.max if isinstance(part.max, (int, float)) else _FAR
        ends = sorted((float(least * term.times), float(most * term.times)))
        # A blank term adds nothing, as long as another has a value.
        low, high = low + min(ends[0], 0), high + max(ends[1], 0)
    near = [bound + move for bound in bounds for move in (-_SMALL, 0, _SMALL)]
    return sorted({value for value in (low, high, 0.0, *near) if low <= value <= high})
