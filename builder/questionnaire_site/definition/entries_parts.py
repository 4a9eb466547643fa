"""Parts of the report that show entries: every child that they name must be there, and of a fitting type."""

from __future__ import annotations

from questionnaire_core.structure import LISTS, TEXTS, WITH_OPTIONS
from questionnaire_site.definition.outline import Item
from questionnaire_site.definition.references import References
from questionnaire_site.definition.rules import Rules
from questionnaire_site.plain import Json
from questionnaire_site.reading.nodes import Mapping, Scalar
from questionnaire_site.reading.written import text_at


class EntriesParts:
    def __init__(self, references: References, rules: Rules) -> None:
        self.references = references
        self.source = references.source
        self.rules = rules

    def part(self, node: Mapping, kind: str) -> Json:
        """Write a part that shows entries: the list to be edited, a grid, pathways or a plain list."""
        if kind == "entries":
            shown = self.references.of_type(node.scalar("entries"), ("entries",), "the part entries")
            return {"entries": shown and shown.path}
        shown = self.references.of_type(node.scalar("entries"), LISTS, f"the part {kind}")
        holder = self.references.outline.entries_of(shown)
        common = {"entries": shown and shown.path, "empty": text_at(node, "empty")}
        match kind:
            case "pathways":
                ends = {end: self.id_of(node.scalar(end), holder, ("choice",), end) for end in ("from", "to")}
                kinds = self.id_of(node.scalar("kind"), holder, ("choice", "yes-no"), "kind")
                lanes = self.lanes(node.scalar("lanes"), self.joined(node, holder))
                text = self.ids_of(node, "text", holder)
                is_open = self.condition(node, "open_when", holder)
                return {**common, **ends, "kind": kinds, "lanes": lanes, "text": text, "open_when": is_open}
            case "grid":
                sides = {side: self.side(node.scalar(side), holder, side) for side in ("rows", "columns")}
                cell = text_at(node, "cell") or "names"
                return {**common, "where": self.condition(node, "where", holder), **sides, "cell": cell}
            case _:
                show, sort = self.ids_of(node, "show", holder), self.id_of(node.scalar("sort"), holder)
                return {**common, "where": self.condition(node, "where", holder), "show": show, "sort": sort}

    def done(self, node: Mapping) -> Json:
        """Write which entries were to be done, and which of them are; one says nothing without the other."""
        for key, other in (("entries", "done_when"), ("done_when", "entries")):
            if key in node and other not in node:
                message = f'the part changes has "{key}" without "{other}"'
                self.source.report("missing-key", node.get(key) or node, message, f"add {other}:")
        listed = self.references.of_type(node.scalar("entries"), ("entries",), "the part changes")
        is_done = self.condition(node, "done_when", listed)
        return {"entries": listed and listed.path, "done_when": is_done}

    def joined(self, node: Mapping, holder: Item | None) -> Item | None:
        """Find the entries that the steps of a pathway lead from."""
        start = node.text("from")
        child = next((child for child in holder.children if child.id == start), None) if holder else None
        name = child.node.text("options_from") if child else None
        return self.references.outline.entries_of(self.references.outline.items.get(name or ""))

    def lanes(self, name: Scalar | None, joined: Item | None) -> str | None:
        if name is not None and joined is None:
            self.tell(name, '"lanes" is a child of the entries that "from" names, and "from" names none')
        return self.side(name, joined, "lanes")

    def condition(self, node: Mapping, key: str, holder: Item | None) -> Json | None:
        return self.rules.condition(node.get(key), holder) if holder else None

    def side(self, name: Scalar | None, holder: Item | None, side: str) -> str | None:
        """Give the child whose options are the rows or the columns: the same ones for every entry."""
        child = self.references.child_of_type(name, holder, WITH_OPTIONS, side)
        if name is None or child is None:
            return None
        if child.type == "computed" and not child.options:
            self.tell(name, f'"{child.id}" is a computed item without options, and {side} are options')
        elif child.differs_by_entry:
            self.tell(name, f'the options of "{child.id}" differ between entries, and {side} are for all')
        return child.id

    def dismissed(self, node: Mapping) -> str | None:
        """Give the entries that keep findings set aside: they need a place for finding and reason."""
        name = node.scalar("dismiss")
        entries = self.references.of_type(name, ("entries",), "dismiss")
        if name is None or entries is None:
            return None
        for wanted in ("finding", "reason"):
            child = next((child for child in entries.children if child.id == wanted), None)
            if child is None:
                fix = f"give it the question {{id: {wanted}, type: text, title: ...}}"
                self.source.report("unknown-child", name, f'"{entries.id}" has no child "{wanted}"', fix)
            elif child.type is not None and child.type not in TEXTS:
                self.tell(
                    name, f'"{entries.id}/*/{wanted}" is a {child.type} item, and dismiss needs text there'
                )
        return entries.path

    def ids_of(self, node: Mapping, key: str, holder: Item | None) -> list[str]:
        return [id_ for name in node.scalars(key) if (id_ := self.id_of(name, holder))]

    def id_of(
        self, name: Scalar | None, holder: Item | None, types: tuple[str, ...] = (), use: str = ""
    ) -> str | None:
        if name is None or holder is None:
            return None
        child = (
            self.references.child_of_type(name, holder, types, use)
            if types
            else self.references.child(name, holder)
        )
        return child.id if child else None

    def tell(self, at: Scalar, message: str) -> None:
        self.source.report("wrong-item-type", at, message, "name another child, or change its type")
