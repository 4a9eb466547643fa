"""The parts of the results as pages, browser and core read them, each checked to have something to show."""

from __future__ import annotations

from collections.abc import Iterable

from questionnaire_site.definition import ids
from questionnaire_site.definition.entries_parts import EntriesParts
from questionnaire_site.definition.items import ItemWriter
from questionnaire_site.definition.outline import Outline
from questionnaire_site.definition.references import References
from questionnaire_site.plain import Json
from questionnaire_site.reading.codes import Code
from questionnaire_site.reading.nodes import Mapping
from questionnaire_site.reading.scalars import truth
from questionnaire_site.reading.written import needed_at, text_at, texts_at, value_at

_NAMED: dict[str, tuple[str, Code]] = {
    "items": ("item", "unknown-item"),
    "sections": ("section", "unknown-name"),
    "parts": ("report part", "unknown-name"),
}
"""Keys that hold ids: what they are ids of, and the code for one that leads nowhere."""


class ReportWriter:
    def __init__(self, outline: Outline, references: References, items: ItemWriter) -> None:
        self.outline = outline
        self.references = references
        self.source = outline.source
        self.items = items
        self.entries = EntriesParts(references, items.rules)

    def views(self) -> list[Json]:
        """Write the shorter copies of the report, each of parts that there are."""
        known = [_with_id(node).text("id") or "" for node in self.outline.root.mappings("report")]
        views = ids.unique(self.source, self.outline.root.mappings("report_views"), "report view")
        return [
            {
                "id": node.text("id"),
                "title": needed_at(node, "title"),
                "parts": self.named(node, "parts", known),
                "most": value_at(node, "most"),
            }
            for node in views
        ]

    def named(self, node: Mapping, key: str, known: Iterable[str]) -> list[str]:
        what, code = _NAMED[key]
        names = node.scalars(key)
        return [found for name in names if (found := self.references.one_of(name, known, code, what))]

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
                told = {"kinds": texts_at(node, "kinds"), "empty": text_at(node, "empty"), "suggest": suggest}
                return {**told, "dismiss": self.entries.dismissed(node)}
            case "result-grid":
                return {"grid": text_at(node, "grid"), "empty": text_at(node, "empty")}
            case "answers":
                items = dict.fromkeys(item.id for item in self.outline.items.values())
                sections = [section.id for section in self.outline.sections]
                return {
                    "items": self.named(node, "items", items),
                    "sections": self.named(node, "sections", sections),
                }
            case "changes":
                return self.entries.done(node)
            case "entries" | "grid" | "pathways" | "list":
                return self.entries.part(node, kind)
            case "glance":
                if not any(truth(item.node.scalar("glance")) for item in self.outline.items.values()):
                    self.empty(
                        node, "part", "no item has glance: true", "put glance: true on the items to show"
                    )
                return {}
            case _:
                return {}

    def check_source(self, node: Mapping, kind: str, has_scoring: bool) -> None:
        """Tell of a part whose content nothing makes."""
        if has_scoring or kind not in ("conclusion", "findings", "scores", "result-grid"):
            return
        has_points = any(
            "points" in option for item in self.outline.items.values() for option in item.options
        )
        made = {"findings": "findings", "result-grid": "grids"}.get(kind)
        if made is not None:
            why = f"there is no scoring.py to make {made}"
            self.empty(node, "part", why, "write scoring.py beside this file", of_absence=False)
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

    def empty(self, node: Mapping, key: str, why: str, fix: str, *, of_absence: bool = True) -> None:
        message = f'the report part "{node.text("part")}" has nothing to show: {why}'
        self.source.report("nothing-to-show", node.get(key) or node, message, fix, of_absence=of_absence)


def _with_id(node: Mapping) -> Mapping:
    """Give a part without an id the name of its kind, at the same place."""
    part = node.scalar("part")
    if "id" in node or part is None:
        return node
    return Mapping(node.place, node.path, {**node.values, "id": part}, node.keys)
