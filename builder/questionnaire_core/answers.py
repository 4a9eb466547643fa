"""The ways to read answers, the same for a whole response and for one entry of it.

A path that leads nowhere is a mistake, and said so at once.
"""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Collection

from questionnaire_core.model import Item, Value
from questionnaire_core.rules import Number
from questionnaire_core.values import all_ticked, measure


class UnknownPathError(LookupError):
    """A path, child, section or option id that the questionnaire does not have."""


class Answers(ABC):
    """Answers by their paths."""

    @abstractmethod
    def item(self, path: str) -> Item:
        """The question itself."""

    @abstractmethod
    def answer(self, path: str) -> Value | None:
        """The answer, or None while there is none."""

    @abstractmethod
    def option_ids(self, path: str) -> Collection[str]:
        """The ids of the options that there are to choose from now."""

    @abstractmethod
    def entry_title(self, entries: str, entry_id: str) -> str:
        """What the person called one of the entries that were listed."""

    def is_answered(self, path: str) -> bool:
        return self.answer(path) is not None

    def chose(self, path: str, *option_ids: str) -> bool:
        """Whether the answer is one of these options; of several ticks, whether any is."""
        item, value = self.item(path), self.answer(path)
        for option_id in option_ids:
            if item.options_source is None and item.option(option_id) is None:
                known = ", ".join(option.id for option in item.options)
                raise UnknownPathError(f"{item.path!a} has no option {option_id!a}, only {known}")
        return any(one in option_ids for one in (value if isinstance(value, tuple) else (value,)))

    def ticked(self, path: str) -> frozenset[str]:
        value = self.answer(path)
        return frozenset(value) if isinstance(value, tuple) else frozenset()

    def all_ticked(self, path: str) -> bool:
        return all_ticked(self.option_ids(path), self.answer(path))

    def number(self, path: str) -> Number | None:
        value = self.answer(path)
        return value if isinstance(value, (int, float)) else None

    def points(self, path: str) -> Number | None:
        """The points of the chosen option, or of all that are ticked together."""
        return measure(self.item(path), self.answer(path))

    def date(self, path: str) -> datetime.date | None:
        if self.item(path).type != "date" or not (value := self.text(path)):
            return None
        return datetime.date.fromisoformat(value)

    def text(self, path: str) -> str:
        """The answer as text; empty while there is none."""
        value = self.answer(path)
        return value if isinstance(value, str) else ""

    def labels(self, path: str) -> tuple[str, ...]:
        """The labels of what is chosen or ticked, in the order of the options."""
        item, chosen = self.item(path), self.answer(path)
        ids = chosen if isinstance(chosen, tuple) else (chosen,)
        if item.options_source is not None:
            return tuple(self._label_of(item, id_) for id_ in ids if isinstance(id_, str))
        return tuple(option.label for option in item.options if option.id in ids)

    def _label_of(self, item: Item, option_id: str) -> str:
        """The label of an option that comes from another answer: an entry's title, or the line itself."""
        return option_id if item.options_from is None else self.entry_title(item.options_from, option_id)

    def label(self, path: str) -> str:
        """The label of the chosen option; empty while there is none."""
        return ", ".join(self.labels(path))
