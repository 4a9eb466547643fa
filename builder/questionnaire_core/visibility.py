"""Which items are shown, and which answers therefore count.

Owns the meeting of conditions and computed values: an item's showing may rest on a computed value, and that
value on another item's showing, so both are worked out on demand and remembered. The order of items plays no
part.
"""

from collections.abc import Iterator, Mapping, Sequence

from questionnaire_core.computed import compute
from questionnaire_core.conditions import holds
from questionnaire_core.model import Item, Place, Questionnaire, Value, template_path
from questionnaire_core.values import answer_or_none


class Visibility:
    """What is shown and what counts, for one set of answers as given."""

    def __init__(
        self, questionnaire: Questionnaire, given: Mapping[str, Value], entry_ids: Mapping[str, Sequence[str]]
    ) -> None:
        self._questionnaire = questionnaire
        self._given = given
        self._entry_ids = entry_ids
        self._shown: dict[str, bool] = {}
        self._values: dict[str, Value | None] = {}

    def shown_paths(self) -> Iterator[str]:
        """Every item that is shown, in document order; each entry has its own."""
        for path in self._every_path():
            if self.is_shown(path):
                yield path

    def _every_path(self) -> Iterator[str]:
        for path, (item, parent, _) in self._questionnaire.places.items():
            if parent is None or parent.type != "entries":
                yield path
            for entry_id in self.entry_ids(path) if item.type == "entries" else ():
                yield from (f"{path}/{entry_id}/{child.id}" for child in item.items)

    def is_shown(self, path: str) -> bool:
        """Whether its section, the group or entries that hold it, and its own condition all show it."""
        if path not in self._shown:
            place = self._place(path)
            # Checked questionnaires hold no cycles; in others an item asked about meanwhile counts as hidden.
            self._shown[path] = False
            self._shown[path] = self._find_shown(path, place)
        return self._shown[path]

    def _find_shown(self, path: str, place: Place) -> bool:
        item, parent, section = place
        if parent is not None:
            if not self.is_shown(parent.path):
                return False
        elif section.show_when is not None and not holds(section.show_when, self):
            return False
        return item.show_when is None or holds(item.show_when, self, _entry_id(path))

    def value(self, path: str) -> Value | None:
        """The answer as it counts: None while hidden or blank; computed where the item is computed."""
        if path not in self._values:
            item = self.item(path)
            self._values[path] = None
            self._values[path] = self._find_value(path, item)
        return self._values[path]

    def _find_value(self, path: str, item: Item) -> Value | None:
        if not self.is_shown(path):
            return None
        if item.value is None:
            return answer_or_none(self._given.get(path))
        return compute(item.value, self, _entry_id(path))

    def is_answered(self, path: str) -> bool:
        if self.item(path).type == "entries":
            return self.entry_count(path) > 0
        return self.value(path) is not None

    def entry_ids(self, entries: str) -> Sequence[str]:
        return self._entry_ids.get(entries, ()) if self.is_shown(entries) else ()

    def entry_count(self, entries: str) -> int:
        return len(self.entry_ids(entries))

    def item(self, path: str) -> Item:
        return self._place(path).item

    def _place(self, path: str) -> Place:
        """Raises KeyError for a path that the questionnaire does not have."""
        places = self._questionnaire.places
        return places.get(path) or places[template_path(path)]


def _entry_id(path: str) -> str | None:
    parts = path.split("/")
    return parts[1] if len(parts) == 3 else None
