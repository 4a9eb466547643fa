"""A response: the answers that count, and how to read them.

Owns reading. What is hidden or blank is left out here, and computed values are put in, so that nobody
downstream need think of either. A path that leads nowhere is a mistake, and said so at once.
"""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from questionnaire_core.model import Item, Place, Questionnaire, Section, Value
from questionnaire_core.paths import child_path
from questionnaire_core.rules import Number
from questionnaire_core.values import all_ticked, measure
from questionnaire_core.visibility import Visibility


class UnknownPathError(LookupError):
    """A path, child, section or option id that the questionnaire does not have."""


class Answers(ABC):
    """The ways to read answers, the same for a whole response and for one entry of it."""

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
    def entry(self, entries: str, entry_id: str) -> "Entry":
        """One of the entries that were listed, such as the one that an answer names."""

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
        return option_id if item.options_from is None else self.entry(item.options_from, option_id).title

    def label(self, path: str) -> str:
        """The label of the chosen option; empty while there is none."""
        return ", ".join(self.labels(path))


class Entry(Answers):
    """One of the entries that a person listed: its children are read by their ids."""

    def __init__(self, response: "Response", entries: Item, entry_id: str) -> None:
        self.id = entry_id
        self._response = response
        self._entries = entries

    def path(self, path: str) -> str:
        """The full path of a child, for a Reason to rest on."""
        return f"{self._entries.path}/{self.id}/{path}"

    def item(self, path: str) -> Item:
        return self._response.item(child_path(self._entries.path, path))

    def answer(self, path: str) -> Value | None:
        return self._response.answer(self.path(path))

    def option_ids(self, path: str) -> Collection[str]:
        return self._response.option_ids(self.path(path))

    def entry(self, entries: str, entry_id: str) -> "Entry":
        return self._response.entry(entries, entry_id)

    @property
    def title(self) -> str:
        """What the person called it; empty while it has no name."""
        naming = self._entries.entry_title
        if naming is None:
            return ""
        label = self.label(naming)
        return label if label or self.item(naming).options_from else self.text(naming)


class Response(Answers):
    """All answers of one questionnaire that count.

    `given` are the answers as they came: they stay at hand, since another answer may show what is hidden now.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        given: Mapping[str, Value],
        entry_ids: Mapping[str, Sequence[str]] | None = None,
        given_broken: Collection[str] = (),
    ) -> None:
        self.questionnaire = questionnaire
        self.given = given
        self.given_entries: Mapping[str, Sequence[str]] = entry_ids or {}
        self.given_broken = given_broken
        self._visibility = Visibility(questionnaire, given, self.given_entries)

    @cached_property
    def visible(self) -> tuple[str, ...]:
        """The paths of all items that are shown, in document order."""
        return tuple(self._visibility.shown_paths())

    @cached_property
    def answers(self) -> Mapping[str, Value]:
        """Every answer that counts by its path, computed values among them."""
        found = ((path, self._visibility.value(path)) for path in self.visible)
        return {path: value for path, value in found if value is not None}

    @cached_property
    def broken(self) -> tuple[str, ...]:
        """The paths of answers that name what is not there any more: they count as no answers."""
        return tuple(
            path
            for path in self.visible
            if self._visibility.is_broken(path) or (path in self.given_broken and path not in self.answers)
        )

    @property
    def settings(self) -> Mapping[str, Any]:
        """What the questionnaire's author set for the scoring to go by; lists are tuples."""
        return self.questionnaire.settings

    def with_answers(self, changes: Mapping[str, Value | None]) -> "Response":
        """The response as it would be with these answers; None clears one."""
        given = {**self.given, **changes}
        kept = {path: value for path, value in given.items() if value is not None}
        return Response(self.questionnaire, kept, self.given_entries, self.given_broken)

    def place(self, path: str) -> Place:
        place = self.questionnaire.place(path)
        if place is None:
            raise UnknownPathError(f"no item at {path!a}")
        return place

    def item(self, path: str) -> Item:
        return self.place(path).item

    def answer(self, path: str) -> Value | None:
        return self._found(self._visibility.value, path)

    def is_answered(self, path: str) -> bool:
        return self._found(self._visibility.is_answered, path)

    def is_visible(self, path: str) -> bool:
        return self._found(self._visibility.is_shown, path)

    def option_ids(self, path: str) -> Collection[str]:
        return self._found(self._visibility.option_ids, path)

    def _found[T](self, ask: Callable[[str], T], path: str) -> T:
        try:
            return ask(path)
        except KeyError:
            raise UnknownPathError(f"no item at {path!a}") from None

    def title(self, path: str) -> str:
        """What an answer is about: its group's heading, its entry's title, or else its own."""
        place = self.place(path)
        if place.parent is None:
            return place.item.heading
        if place.parent.type == "entries" and "*" not in path:
            entry_id = path.split("/")[1]
            return Entry(self, place.parent, entry_id).title or place.parent.heading
        return place.parent.heading

    def entries(self, path: str) -> tuple[Entry, ...]:
        """The entries that were listed, or those of them that a view shows, in the person's order."""
        holder = self._entries_item(path)
        return tuple(Entry(self, holder, entry_id) for entry_id in self._visibility.entry_ids(path))

    def entry(self, entries: str, entry_id: str) -> Entry:
        holder = self._entries_item(entries)
        if entry_id not in self._visibility.entry_ids(entries):
            raise UnknownPathError(f"no entry {entry_id!a} in {entries!a}")
        return Entry(self, holder, entry_id)

    def _entries_item(self, path: str) -> Item:
        """The item that holds these entries; for a view, the one that it is a view of."""
        item = self.item(path)
        if item.type not in ("entries", "entries-view"):
            raise UnknownPathError(f"{path!a} holds no entries")
        return item if item.of is None else self.item(item.of)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of which anything is shown."""
        shown = {self.place(path).section.id for path in self.visible}
        return tuple(section for section in self.questionnaire.sections if section.id in shown)

    def section(self, section_id: str) -> Section:
        section = self.questionnaire.section(section_id)
        if section is None:
            raise UnknownPathError(f"no section {section_id!a}")
        return section

    def items_with(self, child_id: str, section: str | None = None) -> tuple[str, ...]:
        """The paths of all groups' children of this id that are shown, in one section or in all."""
        section_id = None if section is None else self.section(section).id
        return tuple(
            path
            for path in self.visible
            if (place := self.place(path)).item.id == child_id
            and place.parent is not None
            and place.parent.type == "group"
            and section_id in (None, place.section.id)
        )
