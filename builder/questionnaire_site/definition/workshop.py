"""What several people's answers are compared on, as an author names it: questions and their neighbours."""

from __future__ import annotations

from dataclasses import replace

from questionnaire_core.structure import TEXTS
from questionnaire_site.definition.outline import Item
from questionnaire_site.definition.references import References
from questionnaire_site.plain import Json
from questionnaire_site.reading.diagnostics import did_you_mean
from questionnaire_site.reading.nodes import Mapping, Scalar

_COMPARED = ("choice", "yes-no")


class WorkshopWriter:
    def __init__(self, references: References) -> None:
        self.references = references
        self.source = references.source

    def workshop(self, node: Mapping | None) -> Json | None:
        """Write each question that is compared, in the questionnaire's order, with its neighbours."""
        if node is None:
            return None
        named = {item.path for name in node.scalars("compare") for item in self.compared(name)}
        items = [item for path, item in self.references.outline.items.items() if path in named]
        minority = node.mapping("minority")
        tick = minority.mapping("tick") if minority else None
        why = self.beside(node.scalar("why"), items, TEXTS, "why")
        other = self.beside(minority.scalar("item") if minority else None, items, TEXTS, "minority")
        ticked = self.beside(tick.scalar("item") if tick else None, items, ("choices",), "tick")
        option = self.option(tick.scalar("option") if tick else None, ticked)
        return {
            "compared": [
                {
                    "question": item.path,
                    "why": _path(why.get(item.path)),
                    "minority": _path(other.get(item.path)),
                    "tick": {"item": ticked[item.path].path, "option": option}
                    if option and item.path in ticked
                    else None,
                }
                for item in items
            ]
        }

    def compared(self, name: Scalar) -> list[Item]:
        """Find the questions of a name: the one of that path, or each child of a group that is called so."""
        items = self.references.outline.items
        sole = items.get(name.raw)
        found = [sole] if sole else [item for item in items.values() if item.parent and item.id == name.raw]
        if not found:
            fix = did_you_mean(name.raw, dict.fromkeys(item.id for item in items.values()))
            self.source.report("unknown-item", name, f'there is no item or child "{name.raw}"', fix)
            return []
        outside = [item for item in found if not item.in_entries]
        if not outside:
            self.references.item(replace(name, raw=found[0].path))
            return []
        fitting = [item for item in outside if item.type in _COMPARED]
        if not fitting:
            self.references.fitting(name, outside[0], _COMPARED, "compare")
        return [item for item in fitting if self.has_same_options(name, item)]

    def has_same_options(self, name: Scalar, item: Item) -> bool:
        """Tell of a question whose options come from other answers: everybody has others."""
        if item.options_source is None:
            return True
        message = f'"{item.path}" takes its options from other answers, so people may have different ones'
        fix = "compare questions whose options are written in this file"
        self.source.report("wrong-item-type", name, message, fix)
        return False

    def beside(
        self, name: Scalar | None, compared: list[Item], types: tuple[str, ...], use: str
    ) -> dict[str, Item]:
        """Find the neighbour of that name beside each question; a question may have none."""
        if name is None or not compared:
            return {}
        holders = {item.path: item.parent for item in compared if item.parent}
        found = {
            path: child
            for path, holder in holders.items()
            for child in holder.children
            if child.id == name.raw
        }
        if not found:
            siblings = dict.fromkeys(child.id for holder in holders.values() for child in holder.children)
            message = f'no question that is compared has "{name.raw}" beside it'
            self.source.report("unknown-child", name, message, did_you_mean(name.raw, siblings))
        return {
            path: child for path, child in found.items() if self.references.fitting(name, child, types, use)
        }

    def option(self, name: Scalar | None, ticked: dict[str, Item]) -> str | None:
        """Check that the option is one of each question that is ticked."""
        if name is None:
            return None
        for item in ticked.values():
            if not self.references.one_of(name, item.option_ids, "unknown-option", "option"):
                return None
        return name.raw


def _path(item: Item | None) -> str | None:
    return item.path if item else None
