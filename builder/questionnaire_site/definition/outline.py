"""A questionnaire with its groups applied: sections, items and children, each with what was written of it.

Pure data. expand.py makes it; everything that checks one thing against another, or writes the definition,
reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from questionnaire_core.model import YES_NO_IDS
from questionnaire_site.reading.nodes import Mapping, Node, Scalar
from questionnaire_site.reading.source import Source


@dataclass(eq=False, slots=True)
class Item:
    node: Mapping
    """Its keys, those of the group's child and those set over them together."""
    id: str
    path: str
    type: str | None
    """None when the author's type is no type; what was wrong has been told."""
    section: Section
    parent: Item | None = None
    children: list[Item] = field(default_factory=list)
    options: list[Mapping] = field(default_factory=list)
    best: Node | None = None

    @property
    def option_ids(self) -> list[str]:
        """The ids that an answer may have; none for an item without options."""
        if self.type == "yes-no":
            return list(YES_NO_IDS)
        return [id_ for option in self.options if (id_ := option.text("id"))]

    @property
    def options_source(self) -> Scalar | None:
        """The name of what its options come from, where they are not written in the file."""
        return self.node.scalar("options_from") or self.node.scalar("options_from_text")

    @property
    def differs_by_entry(self) -> bool:
        """Whether its options come from the text of a neighbour in the same entry."""
        source, holder = self.options_source, self.parent
        return (
            source is not None and holder is not None and source.raw in (each.id for each in holder.children)
        )

    @property
    def in_entries(self) -> bool:
        return self.parent is not None and self.parent.type == "entries"


@dataclass(eq=False, slots=True)
class Section:
    node: Mapping
    id: str
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition that stands on its own, as written and as the definition has it."""

    node: Mapping
    resolved: dict[str, Any]


@dataclass(slots=True)
class Outline:
    source: Source
    root: Mapping
    sections: list[Section] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    """Every item by its path, in order."""
    rules: list[Rule] = field(default_factory=list)
    """Every condition whose names all lead somewhere; filled while the definition is written."""

    def entries_of(self, item: Item | None) -> Item | None:
        """The entries themselves, given them or a view of them; None where a view names none."""
        if item is not None and item.type == "entries-view":
            item = self.items.get(item.node.text("of") or "")
        return item if item is not None and item.type == "entries" else None
