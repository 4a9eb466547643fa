"""Whether a condition holds for the answers at hand.

The same meaning is written in JavaScript; the vectors in site_tests/fixtures/vectors hold the two together.
"""

from collections.abc import Iterable
from typing import Protocol

from questionnaire_core.model import Item, Value
from questionnaire_core.paths import entry_path
from questionnaire_core.rules import (
    AllOf,
    AllTicked,
    Answered,
    AnyOf,
    AtLeast,
    Below,
    Condition,
    Is,
    IsNot,
    Not,
    Number,
    Scalar,
)
from questionnaire_core.values import all_ticked, measure


class Known(Protocol):
    """What conditions and computed values may ask: answers as they count, hidden ones and blanks left out."""

    def item(self, path: str) -> Item: ...
    def option_ids(self, path: str) -> Iterable[str]: ...
    def value(self, path: str) -> Value | None: ...
    def is_answered(self, path: str) -> bool: ...
    def entry_count(self, entries: str) -> int: ...


def holds(condition: Condition, known: Known, entry_id: str | None = None) -> bool:
    """Whether the condition holds; inside an entry, `*` in its paths stands for that entry."""
    match condition:
        case Is(item, values):
            return is_any(known.value(entry_path(item, entry_id)), values)
        case IsNot(item, values):
            value = known.value(entry_path(item, entry_id))
            return value is not None and not is_any(value, values)
        case AtLeast(item, threshold):
            measured, limit = _measured(known, entry_path(item, entry_id), threshold)
            return measured is not None and limit is not None and measured >= limit
        case Below(item, threshold):
            measured, limit = _measured(known, entry_path(item, entry_id), threshold)
            return measured is not None and limit is not None and measured < limit
        case Answered(item, expected):
            return known.is_answered(entry_path(item, entry_id)) == expected
        case AllTicked(item, expected):
            path = entry_path(item, entry_id)
            return all_ticked(known.option_ids(path), known.value(path)) == expected
        case AllOf(conditions):
            return all(holds(inner, known, entry_id) for inner in conditions)
        case AnyOf(conditions):
            return any(holds(inner, known, entry_id) for inner in conditions)
        case Not(inner):
            return not holds(inner, known, entry_id)


def is_any(value: Value | None, values: tuple[Scalar, ...]) -> bool:
    """Whether an answer is one of these values; of several ticks, whether any is."""
    if isinstance(value, tuple):
        return any(one in values for one in value)
    return value in values


def _measured(known: Known, path: str, threshold: Scalar) -> tuple[Number | None, Number | None]:
    item = known.item(path)
    return measure(item, known.value(path)), measure(item, threshold)
