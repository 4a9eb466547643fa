"""From the names an author writes to the items they mean.

An item is named by its path, or by its bare id from within the same group or entry. Section ids are no part
of a path.
"""

from __future__ import annotations

from collections.abc import Iterable

from questionnaire_site.definition.outline import Item, Outline
from questionnaire_site.reading.codes import Code
from questionnaire_site.reading.diagnostics import did_you_mean, nearest
from questionnaire_site.reading.nodes import Scalar
from questionnaire_site.reading.phrases import listed, with_article


class References:
    """Finds items by name, and tells of names that lead nowhere."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.source = outline.source

    def item(self, name: Scalar, holder: Item | None = None) -> Item | None:
        """Find the item that is meant, seen from within the group or entries that hold the name, if any."""
        found = self._sibling(name.raw, holder) or self.outline.items.get(name.raw)
        found = found or self._asked_for_each(name.raw, holder)
        if found is None:
            self.source.report(
                "unknown-item", name, f'there is no item "{name.raw}"', self._suggestion(name.raw, holder)
            )
        elif found.in_entries and found.parent is not holder:
            assert found.parent is not None
            entries = found.parent.id
            message = f'"{name.raw}" is asked for each of the entries "{entries}", so it has no one answer'
            fix = f'use an item outside "{entries}", or count its entries'
            self.source.report("inside-entries", name, message, fix)
            return None
        return found

    def of_type(
        self, name: Scalar | None, types: tuple[str, ...], use: str, holder: Item | None = None
    ) -> Item | None:
        """Find an item that must be of certain types; `use` says what for."""
        found = self.item(name, holder) if name else None
        return self.fitting(name, found, types, use)

    def child(self, name: Scalar, holder: Item) -> Item | None:
        """Find a child of a group or of entries by its id."""
        found = self._sibling(name.raw, holder)
        if found is None:
            fix = did_you_mean(name.raw, (child.id for child in holder.children))
            self.source.report("unknown-child", name, f'"{holder.id}" has no child "{name.raw}"', fix)
        return found

    def child_of_type(
        self, name: Scalar | None, holder: Item | None, types: tuple[str, ...], use: str
    ) -> Item | None:
        """Find a child that must be of certain types; `use` says what for."""
        found = self.child(name, holder) if name and holder else None
        return self.fitting(name, found, types, use)

    def fitting(
        self, name: Scalar | None, found: Item | None, types: tuple[str, ...], use: str
    ) -> Item | None:
        """Give what was found if its type is one of these."""
        if name is None or found is None or found.type is None:
            return None
        if found.type not in types:
            expected = listed(types)
            message = f'"{name.raw}" is {with_article(found.type)} item, and {use} takes {expected}'
            self.source.report("wrong-item-type", name, message, f"name an item of type {expected}")
            return None
        return found

    def one_of(self, name: Scalar, known: Iterable[str], code: Code, what: str, none: str = "") -> str | None:
        """Check a name against the names there are."""
        known = list(known)
        if name.raw in known:
            return name.raw
        self.source.report(
            code, name, f'there is no {what} "{name.raw}"', did_you_mean(name.raw, known, none)
        )
        return None

    def _sibling(self, name: str, holder: Item | None) -> Item | None:
        return next((child for child in holder.children if child.id == name), None) if holder else None

    def _asked_for_each(self, name: str, holder: Item | None) -> Item | None:
        """Find the question of other entries that was meant: by its id, or as if it were in a group."""
        inside = (
            item for item in self.outline.items.values() if item.in_entries and item.parent is not holder
        )
        return next((item for item in inside if name in (item.id, item.path.replace("/*", ""))), None)

    def _suggestion(self, name: str, holder: Item | None) -> str:
        paths = [path for path, item in self.outline.items.items() if not item.in_entries]
        after_section = name.partition("/")[2]
        if after_section in paths:
            return f"write {after_section}: section ids are no part of a path"
        inside = [path for path in paths if path.endswith(f"/{name}")]
        if inside:
            return f"write the whole path, such as {inside[0]}"
        siblings = [child.id for child in holder.children] if holder else []
        near = nearest(name, [*siblings, *paths])
        return f"did you mean {near}?" if near else "name an item by its id, or a child by item-id/child-id"
