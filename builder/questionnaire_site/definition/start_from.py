"""What a new draft carries over from an earlier one, as an author names it: sections, items, some entries."""

from __future__ import annotations

from questionnaire_site.definition import ids
from questionnaire_site.definition.outline import Outline
from questionnaire_site.definition.references import References
from questionnaire_site.definition.rules import Rules
from questionnaire_site.plain import Json
from questionnaire_site.reading.diagnostics import did_you_mean
from questionnaire_site.reading.nodes import Mapping, Scalar
from questionnaire_site.reading.written import needed_at, text_at


class StartFromWriter:
    def __init__(self, references: References, rules: Rules) -> None:
        self.references = references
        self.source = references.source
        self.rules = rules
        self.names = _names(references.outline)

    def start_from(self, node: Mapping | None) -> Json | None:
        """Write what is carried over, and what is offered besides."""
        if node is None:
            return None
        offers = ids.unique(self.source, node.mappings("offer"), "offer")
        return {
            "text": needed_at(node, "text"),
            "reminder": text_at(node, "reminder"),
            **self.carried(node),
            "offer": [self.offer(offer) for offer in offers],
        }

    def offer(self, node: Mapping) -> Json:
        words = {
            "id": node.text("id"),
            "label": needed_at(node, "label"),
            "hint": text_at(node, "hint"),
        }
        return {**words, **self.carried(node)}

    def carried(self, node: Mapping) -> Json:
        some = [self.some_entries(entries) for entries in node.mappings("entries")]
        return {
            "keep": [name.raw for name in node.scalars("keep") if self.is_known(name)],
            "leave_out": [name.raw for name in node.scalars("leave_out") if self.is_known(name)],
            "entries": [entries for entries in some if entries],
        }

    def some_entries(self, node: Mapping) -> Json | None:
        holder = self.references.of_type(node.scalar("entries"), ("entries",), "entries of start_from")
        if holder is None:
            return None
        return {"entries": holder.path, "where": self.rules.condition(node.get("where"), holder)}

    def is_known(self, name: Scalar) -> bool:
        if name.raw in self.names:
            return True
        fix = did_you_mean(name.raw, self.names)
        self.source.report("unknown-item", name, f'there is no section, item or child "{name.raw}"', fix)
        return False


def _names(outline: Outline) -> list[str]:
    """Everything that can be named: sections, items by their paths, and children of groups by their ids."""
    sections = (section.id for section in outline.sections)
    items = (name for path, item in outline.items.items() if not item.in_entries for name in (path, item.id))
    return list(dict.fromkeys((*sections, *items)))
