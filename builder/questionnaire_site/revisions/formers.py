"""What each item was before: the published paths whose answers it takes over, as an author's `replaces` says.

A name without a slash is an earlier id in the same place: in the group or entries that hold the item, by any
name these had. With a slash it is an earlier path. Only paths that were published count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from questionnaire_site.definition import ids
from questionnaire_site.definition.outline import Item, Outline
from questionnaire_site.reading.nodes import Mapping, Scalar
from questionnaire_site.revisions.published import Published


@dataclass(frozen=True, slots=True)
class Former:
    """A published path whose answers an item takes over."""

    path: str
    values: dict[str, str] = field(default_factory=dict)
    """By option as it was: the option that stands for it now."""
    written: Mapping | None = None
    """Where the values are written."""


@dataclass
class Formers:
    outline: Outline
    published: Published
    by_path: dict[str, list[Former]] = field(default_factory=dict)
    """By path: what the item takes over, itself first. Where two have an answer, the first counts."""
    _names: dict[Scalar, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, outline: Outline, published: Published) -> Formers:
        """Read every `replaces` of a questionnaire's items."""
        formers = cls(outline, published)
        for path, item in outline.items.items():
            formers.by_path[path] = list(formers._of_item(item))
        return formers

    @property
    def unpublished(self) -> list[Scalar]:
        """Earlier ids that no revision had: a slip, most likely."""
        return [name for name, found in self._names.items() if not found]

    @cached_property
    def ever(self) -> set[str]:
        """Every path that was published."""
        return set(self.published.items)

    @property
    def taken_over(self) -> set[str]:
        """Every path whose answers have a place to go."""
        return {former.path for formers in self.by_path.values() for former in formers}

    def says_so(self, path: str) -> bool:
        """Whether an item names itself: its answers stay, though what it asks has changed."""
        item = self.outline.items[path]
        return any(name.raw in (item.id, path) for name in ids.replaced(item.node))

    def _of_item(self, item: Item) -> list[Former]:
        own, before = item.path.removesuffix(item.id), _prefixes_before(item)
        named: dict[str, Former] = {}
        for name, values in _replaced(item):
            found = self._named(name.raw, [own, *before], item)
            holds = item.type in ("group", "entries")
            below = any(path.startswith(f"{name.raw}/") for path in self.ever)
            self._names[name] = self._names.get(name, False) or bool(found) or (holds and below)
            pairs = values.values.items() if values else ()
            now = {old: new.raw for old, new in pairs if isinstance(new, Scalar)}
            named |= {path: Former(path, now, values) for path in found}
        here = [item.path] if item.path in self.ever else []
        moved = [path for prefix in before if (path := prefix + item.id) in self.ever]
        paths = dict.fromkeys([*here, *named, *moved])
        return [named.get(path) or Former(path) for path in paths]

    def _named(self, name: str, prefixes: list[str], item: Item) -> list[str]:
        """Give the published paths that an author may mean by a name."""
        if "/" in name:
            plain = name.replace("/*/", "/")
            return [path for path in self.ever if path.replace("/*/", "/") == plain]
        beside = [path for prefix in prefixes if (path := prefix + name) in self.ever]
        # One that moved into a group may have kept its id, and was published there since.
        elsewhere = all(path == item.path for path in beside) and name in self.ever
        return [*beside, name] if elsewhere and name not in beside else beside


def _prefixes_before(item: Item) -> list[str]:
    """Give what paths began with under the earlier ids of the group or the entries that hold an item."""
    if item.parent is None:
        return []
    return [
        prefix for name in ids.replaced(item.parent.node) for prefix in (f"{name.raw}/", f"{name.raw}/*/")
    ]


def _replaced(item: Item) -> list[tuple[Scalar, Mapping | None]]:
    values = {
        member.scalar("item"): member.mapping("values")
        for member in [*item.node.mappings("replaces"), item.node.mapping("replaces")]
        if member
    }
    return [(name, values.get(name)) for name in ids.replaced(item.node)]
