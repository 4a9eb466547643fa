"""Which items are shown, and which answers therefore count.

Owns the meeting of conditions, computed values and options that come from other answers: an item's showing
may rest on a computed value, and that value on another item's showing, so all are worked out on demand and
remembered. The order of items plays no part.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from questionnaire_core.computed import compute
from questionnaire_core.conditions import holds, is_any
from questionnaire_core.model import Item, Place, Questionnaire, Value
from questionnaire_core.paths import entry_path
from questionnaire_core.values import answer_or_none, lines

type Positions = Mapping[str, int]
"""Ids in their order, each with its position."""


class Visibility:
    """What is shown and what counts, for one set of answers as given."""

    def __init__(
        self, questionnaire: Questionnaire, given: Mapping[str, Value], entry_ids: Mapping[str, Sequence[str]]
    ) -> None:
        self._places = questionnaire.places
        self._given = given
        self._given_entries = entry_ids
        self._shown: dict[str, bool] = {}
        self._values: dict[str, Value | None] = {}
        self._entries: dict[str, Positions] = {}
        self._lines: dict[str, Positions] = {}

    def shown_paths(self) -> Iterator[str]:
        """Every item that is shown, in document order; each entry has its own."""
        for path, place, entry_id in self._everywhere():
            if self._is_shown_at(path, place, entry_id):
                yield path

    def _everywhere(self) -> Iterator[tuple[str, Place, str | None]]:
        for path, place in self._places.items():
            item, parent, section = place
            if parent is None or parent.type != "entries":
                yield path, place, None
            if item.type == "entries":
                children = [Place(child, item, section) for child in item.items]
                for entry_id in self.entry_ids(path):
                    for child in children:
                        yield f"{path}/{entry_id}/{child.item.id}", child, entry_id

    def is_shown(self, path: str) -> bool:
        """Whether its section, the group or entries that hold it, and its own condition all show it."""
        shown = self._shown.get(path)
        return self._is_shown_at(path, *self._locate(path)) if shown is None else shown

    def _is_shown_at(self, path: str, place: Place, entry_id: str | None) -> bool:
        if path not in self._shown:
            # Checked questionnaires hold no cycles; in others an item asked about meanwhile counts as hidden.
            self._shown[path] = False
            self._shown[path] = self._find_shown(place, entry_id)
        return self._shown[path]

    def _find_shown(self, place: Place, entry_id: str | None) -> bool:
        item, parent, section = place
        if parent is not None:
            if not self.is_shown(parent.path):
                return False
        elif section.show_when is not None and not holds(section.show_when, self):
            return False
        return item.show_when is None or holds(item.show_when, self, entry_id)

    def value(self, path: str) -> Value | None:
        """The answer as it counts, or the computed value; None while hidden, blank or broken."""
        if path not in self._values:
            place, entry_id = self._locate(path)
            self._values[path] = None
            if self._is_shown_at(path, place, entry_id):
                self._values[path] = self._find_value(path, place.item, entry_id)
        return self._values[path]

    def _find_value(self, path: str, item: Item, entry_id: str | None) -> Value | None:
        if item.value is not None:
            return compute(item.value, self, entry_id)
        value = answer_or_none(self._given.get(path))
        if value is None or item.options_source is None:
            return value
        return _among(self._source_ids(item, entry_id), value)

    def is_answered(self, path: str) -> bool:
        if self.value(path) is not None:
            return True
        return self.item(path).type in ("entries", "entries-view") and self.entry_count(path) > 0

    def is_broken(self, path: str) -> bool:
        """Whether the answer names an option that is not there any more."""
        item, value = self.item(path), answer_or_none(self._given.get(path))
        given = item.options_source is not None and value is not None
        return given and self.is_shown(path) and self.value(path) is None

    def option_ids(self, path: str) -> Collection[str]:
        """The ids of the options that there are now."""
        place, entry_id = self._locate(path)
        if place.item.options_source is None:
            return [option.id for option in place.item.options]
        return self._source_ids(place.item, entry_id).keys()

    def _source_ids(self, item: Item, entry_id: str | None) -> Positions:
        if item.options_from is not None:
            return self._entry_positions(item.options_from)
        path = entry_path(item.options_from_text or "", entry_id)
        if path not in self._lines:
            text = self.value(path)
            self._lines[path] = _positions(lines(text) if isinstance(text, str) else ())
        return self._lines[path]

    def entry_ids(self, entries: str) -> Collection[str]:
        """The entries that were listed, or those of them that a view shows, in the person's order."""
        return self._entry_positions(entries).keys()

    def entry_count(self, entries: str) -> int:
        return len(self.entry_ids(entries))

    def _entry_positions(self, entries: str) -> Positions:
        if entries not in self._entries:
            self._entries[entries] = {}
            self._entries[entries] = _positions(self._find_entry_ids(entries))
        return self._entries[entries]

    def _find_entry_ids(self, entries: str) -> Iterable[str]:
        if not self.is_shown(entries):
            return ()
        item = self.item(entries)
        if item.of is None:
            return self._given_entries.get(entries, ())
        return [id_ for id_ in self.entry_ids(item.of) if self._is_in_view(item, f"{item.of}/{id_}")]

    def _is_in_view(self, view: Item, entry: str) -> bool:
        return all(is_any(self.value(f"{entry}/{child_id}"), (wanted,)) for child_id, wanted in view.where)

    def item(self, path: str) -> Item:
        return self._locate(path)[0].item

    def _locate(self, path: str) -> tuple[Place, str | None]:
        """The place of a path, and the entry that it lies in; raises KeyError where there is none."""
        place = self._places.get(path)
        if place is not None:
            return place, None
        parts = path.split("/")
        if len(parts) != 3:
            raise KeyError(path)
        return self._places[f"{parts[0]}/*/{parts[2]}"], parts[1]


def _positions(ids: Iterable[str]) -> Positions:
    return {id_: position for position, id_ in enumerate(ids)}


def _among(options: Positions, value: Value) -> Value | None:
    """An answer whose options are all there, its ticks in their order; None where one of them is gone."""
    if not isinstance(value, tuple):
        return value if value in options else None
    ticked = set(value)
    return tuple(sorted(ticked, key=options.__getitem__)) if ticked.issubset(options) else None
