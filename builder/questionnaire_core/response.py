"""A response: the answers that count.

What is hidden, blank or broken is left out here, and computed values are put in, so that nobody downstream
need think of any of it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from questionnaire_core.answers import Answers, UnknownPathError
from questionnaire_core.model import Item, Place, Questionnaire, Section, Value
from questionnaire_core.paths import child_path
from questionnaire_core.visibility import Visibility

__all__ = ["Answers", "Entry", "Response", "UnknownPathError"]


class Entry(Answers):
    """One of the entries that a person listed: its children are read by their ids."""

    def __init__(self, response: "Response", entries: Item, entry_id: str) -> None:
        self.id = entry_id
        self._response = response
        self._entries = entries
        self._path = f"{entries.path}/{entry_id}/"

    def path(self, path: str) -> str:
        """The full path of a child, for a Reason to rest on."""
        return self._path + path

    def item(self, path: str) -> Item:
        return self._response.item(child_path(self._entries.path, path))

    def answer(self, path: str) -> Value | None:
        return self._response.answer(self.path(path))

    def option_ids(self, path: str) -> Collection[str]:
        return self._response.option_ids(self.path(path))

    def entry_title(self, entries: str, entry_id: str) -> str:
        return self._response.entry_title(entries, entry_id)

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
            raise _unknown(path)
        return place

    def item(self, path: str) -> Item:
        return self.place(path).item

    def answer(self, path: str) -> Value | None:
        try:
            return self._visibility.value(path)
        except KeyError:
            raise _unknown(path) from None

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
            raise _unknown(path) from None

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
        """One of the entries that were listed, such as the one that an answer names."""
        holder = self._entries_item(entries)
        if entry_id not in self._visibility.entry_ids(entries):
            raise UnknownPathError(f"no entry {entry_id!a} in {entries!a}")
        return Entry(self, holder, entry_id)

    def entry_title(self, entries: str, entry_id: str) -> str:
        return self.entry(entries, entry_id).title

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


def _unknown(path: str) -> UnknownPathError:
    return UnknownPathError(f"no item at {path!a}")
