"""The words of the interface in one language, read from theme/catalogue/<language>.yml.

Owns finding an entry, filling its {places} and choosing its plural. Scripts get the same entries: those that
the first scripts of a page say are in the page, the others in a file that comes with the later scripts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

type Entry = str | dict[str, str]

# A key stands in a script as a literal text.
_NAMED_IN_SCRIPT = re.compile(r"""["'`]([a-z_]+(?:\.[a-z_]+)+)["'`]""")
# Scripts hand these on to Python whole.
_FOR_PYTHON = "core."


@dataclass(frozen=True)
class Catalogue:
    """Entries by dotted key: a text, or a plural's two texts."""

    language: str
    entries: Mapping[str, Entry]

    @classmethod
    def load(cls, folder: Path, language: str) -> Catalogue:
        """Read one language's file."""
        return _read(language, (folder / f"{language}.yml").read_bytes())

    @cached_property
    def digest(self) -> str:
        """A digest of all entries."""
        return hashlib.sha256(repr(self.entries).encode()).hexdigest()

    def text(self, key: str, **values: object) -> str:
        """Return the text of a key with its places filled in."""
        entry = self.entries[key]
        if isinstance(entry, dict):
            entry = entry["one" if values["count"] == 1 else "other"]
        return entry.format_map(values) if values else entry

    def starting_with(self, prefix: str) -> dict[str, Entry]:
        """Return the entries of one part of the catalogue."""
        return {key: entry for key, entry in self.entries.items() if key.startswith(prefix)}

    def named_in(self, script: str) -> dict[str, Entry]:
        """Return the entries that a script says."""
        named = set(_NAMED_IN_SCRIPT.findall(script))
        return {key: entry for key, entry in self.entries.items() if key in named}

    def for_python(self) -> dict[str, Entry]:
        """Return the entries that the core says."""
        return {key: entry for key, entry in self.entries.items() if key.startswith(_FOR_PYTHON)}


# Each questionnaire asks for one of a few.
@lru_cache(maxsize=8)
def _read(language: str, content: bytes) -> Catalogue:
    return Catalogue(language, dict(_flatten(yaml.load(content, Loader=yaml.CSafeLoader))))


def _flatten(nested: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Entry]]:
    for name, value in nested.items():
        key = f"{prefix}{name}"
        if not isinstance(value, Mapping):
            yield key, str(value)
        elif value.keys() == {"one", "other"}:
            yield key, {"one": str(value["one"]), "other": str(value["other"])}
        else:
            yield from _flatten(value, f"{key}.")
