"""The words that the core puts into reports, from the catalogue of one language."""

from collections.abc import Mapping, Sequence

type Entry = str | Mapping[str, str]


class Texts:
    """Catalogue entries by their keys; an entry with `one` and `other` is a plural, chosen by `count`."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries

    def text(self, key: str, **values: object) -> str:
        """The text with its {places} filled in. A missing one shows its key: no report is lost for a word."""
        entry = self._entries.get(key, key)
        if not isinstance(entry, str):
            entry = entry["one" if values["count"] == 1 else "other"]
        return entry.format_map(values) if values else entry

    def listed(self, parts: Sequence[str]) -> str:
        """Several things in one sentence: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        rest, last = self.text("core.list_comma").join(parts[:-1]), parts[-1]
        return self.text("core.list_and", rest=rest, last=last)
