"""The parts of the results as pages, browser and core read them, each checked to have something to show."""

from __future__ import annotations

from typing import Any

from questionnaire_site import ids
from questionnaire_site.item_definition import ItemWriter
from questionnaire_site.nodes import Mapping
from questionnaire_site.outline import Outline
from questionnaire_site.references import References
from questionnaire_site.scalars import truth
from questionnaire_site.written import needed_at, text_at, texts_at

Json = dict[str, Any]


class ReportWriter:
    def __init__(self, outline: Outline, references: References, items: ItemWriter) -> None:
        self.outline = outline
        self.references = references
        self.source = outline.source
        self.items = items

    def parts(self, has_scoring: bool) -> list[Json]:
        """Write the parts of the report, each with an id of its own."""
        nodes = [_with_id(node) for node in self.outline.root.mappings("report")]
        return [
            self.part(node, has_scoring)
            for node in ids.unique(self.source, nodes, "report part")
            if node.text("part")
        ]

    def part(self, node: Mapping, has_scoring: bool) -> Json:
        kind = node.text("part") or ""
        self.check_source(node, kind, has_scoring)
        common = {
            "id": node.text("id"),
            "part": kind,
            "title": needed_at(node, "title"),
            "intro": text_at(node, "intro"),
        }
        return {**common, "private": self.items.private(node), **self.of_kind(node, kind)}

    def of_kind(self, node: Mapping, kind: str) -> Json:
        match kind:
            case "conclusion":
                return {"reveal": text_at(node, "reveal"), "caveat": text_at(node, "caveat")}
            case "findings":
                suggest = truth(node.scalar("suggest"))
                if suggest and not any("suggest" in item.node for item in self.outline.items.values()):
                    fix = "give an entries item suggest: with kinds and into"
                    self.empty(node, "suggest", "no entries item takes findings", fix)
                return {"kinds": texts_at(node, "kinds"), "empty": text_at(node, "empty"), "suggest": suggest}
            case "answers":
                return {"items": self.item_ids(node), "sections": self.section_ids(node)}
            case "entries":
                name = node.scalar("entries")
                found = self.references.of_type(name, ("entries",), "the part entries") if name else None
                return {"entries": found.path if found else None}
            case "glance":
                if not any(truth(item.node.scalar("glance")) for item in self.outline.items.values()):
                    self.empty(
                        node, "part", "no item has glance: true", "put glance: true on the items to show"
                    )
                return {}
            case _:
                return {}

    def item_ids(self, node: Mapping) -> list[str]:
        known = dict.fromkeys(item.id for item in self.outline.items.values())
        names = node.scalars("items")
        return [id_ for name in names if (id_ := self.references.one_of(name, known, "unknown-item", "item"))]

    def section_ids(self, node: Mapping) -> list[str]:
        known = [section.id for section in self.outline.sections]
        names = node.scalars("sections")
        return [
            id_ for name in names if (id_ := self.references.one_of(name, known, "unknown-name", "section"))
        ]

    def check_source(self, node: Mapping, kind: str, has_scoring: bool) -> None:
        """Tell of a part whose content nothing makes."""
        if has_scoring or kind not in ("conclusion", "findings", "scores"):
            return
        has_points = any(
            "points" in option for item in self.outline.items.values() for option in item.options
        )
        if kind == "findings":
            self.empty(
                node, "part", "there is no scoring.py to make findings", "write scoring.py beside this file"
            )
        elif not has_points:
            self.empty(
                node,
                "part",
                "there are neither points nor a scoring.py",
                "give options points, or write scoring.py",
            )
        elif kind == "conclusion" and self.outline.root.lacks("bands"):
            self.empty(
                node,
                "part",
                "there are neither bands nor a scoring.py",
                "write bands: at the top, or scoring.py",
            )

    def empty(self, node: Mapping, key: str, why: str, fix: str) -> None:
        part = node.text("part")
        at = node.get(key) or node
        self.source.report("nothing-to-show", at, f'the report part "{part}" has nothing to show: {why}', fix)


def _with_id(node: Mapping) -> Mapping:
    """Give a part without an id the name of its kind, at the same place."""
    part = node.scalar("part")
    if "id" in node or part is None:
        return node
    return Mapping(node.place, node.path, {**node.values, "id": part}, node.keys)
