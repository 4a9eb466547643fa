"""An author's file as a tree in which every key and value knows where it stands.

Owns the tree and the words for a spot in it. Knows nothing of how it was read, nor of what it should say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from questionnaire_site.reading.diagnostics import Place

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file."""

# Collections whose members are known by an id of their own; a trail names them so: item "rating".
_MEMBERS = {
    "sections": "section",
    "items": "item",
    "groups": "group",
    "option_sets": "option set",
    "report": "report part",
    "report_views": "report view",
    "set": "set",
    "offer": "offer",
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: text, number, true or false, a date, or nothing."""

    place: Place
    path: Path
    raw: str
    """The characters as they stand, without quotes."""
    kind: str
    """What YAML 1.1 makes of it: str, int, float, bool, null, timestamp, merge; refused if told already."""
    last_line: int = 0
    """Where a text of several lines ends."""
    is_key: bool = False

    @property
    def shown(self) -> str:
        """The value as a person should read it in a message."""
        match self.kind:
            case "bool":
                return "true" if self.raw.lower() in ("yes", "true", "on") else "false"
            case "null":
                return "empty"
            case "timestamp":
                return f"the date {self.raw}"
            case "int" | "float":
                return f"the number {self.raw}"
            case _:
                return f'"{shorten(self.raw)}"'


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order written. `keys` holds the place of each key."""

    place: Place
    path: Path
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)

    shown = "a mapping"

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def lacks(self, key: str) -> bool:
        """Say whether nobody wrote the key. One whose value was no use has been told of already."""
        return key not in self.keys and key not in self.values

    def get(self, key: str) -> Node | None:
        """Give the value of a key, if it is there."""
        return self.values.get(key)

    def scalar(self, key: str) -> Scalar | None:
        """Give a single value with its place, if the key is there."""
        value = self.values.get(key)
        return value if isinstance(value, Scalar) else None

    def text(self, key: str) -> str | None:
        """Give the characters of a single value, if the key is there."""
        value = self.scalar(key)
        return None if value is None else value.raw

    def mapping(self, key: str) -> Mapping | None:
        """Give a mapping, if the key is there."""
        value = self.values.get(key)
        return value if isinstance(value, Mapping) else None

    def list(self, key: str) -> tuple[Node, ...]:
        """Give the members of a list; none when the key is absent."""
        value = self.values.get(key)
        return value.items if isinstance(value, Sequence) else ()

    def mappings(self, key: str) -> Iterator[Mapping]:
        """Give the members of a list that are mappings."""
        return (node for node in self.list(key) if isinstance(node, Mapping))

    def scalars(self, key: str) -> Iterator[Scalar]:
        """Give the single values of a list, or the one value that stands in place of a list."""
        value = self.values.get(key)
        members = value.items if isinstance(value, Sequence) else (value,)
        return (node for node in members if isinstance(node, Scalar))


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    place: Place
    path: Path
    items: tuple[Node, ...] = ()

    shown = "a list"


Node = Scalar | Mapping | Sequence


def trail(root: Node | None, path: Path) -> str:
    """Say where a path leads, by ids where there are any: `section "team" > item "size" > options[0].id`."""
    segments: list[str] = []
    plain = ""
    node = root
    position = 0
    while position < len(path):
        step = path[position]
        below = _member(node, step)
        word = _MEMBERS.get(step) if isinstance(step, str) else None
        if word and position + 1 < len(path):
            member = path[position + 1]
            inner = _member(below, member)
            name = (
                member
                if isinstance(member, str)
                else inner.text("id")
                if isinstance(inner, Mapping)
                else None
            )
            if name:
                segments += [plain, f'{word} "{shorten(name)}"']
                plain, node, position = "", inner, position + 2
                continue
        plain += f"[{step}]" if isinstance(step, int) else f".{step}" if plain else step
        node, position = below, position + 1
    return " > ".join(segment for segment in [*segments, plain] if segment)


def shorten(text: str, longest: int = 60) -> str:
    """Put a text on one line, cut when long, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _member(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
