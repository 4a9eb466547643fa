"""The questionnaire as pages, browser and core read it: groups applied, names resolved, every key present.

`page_of` carries the Markdown that only pages show; `definition_of` leaves it out. Names that lead nowhere
are told where they are met and left out, so that everything else can still be checked.
"""

from __future__ import annotations

from typing import Any

from questionnaire_site.catalogue import Catalogue
from questionnaire_site.definition import ids
from questionnaire_site.definition.items import ItemWriter
from questionnaire_site.definition.outline import Outline, Section
from questionnaire_site.definition.references import References
from questionnaire_site.definition.report import ReportWriter
from questionnaire_site.definition.start_from import StartFromWriter
from questionnaire_site.definition.workshop import WorkshopWriter
from questionnaire_site.plain import Json
from questionnaire_site.reading.keys import PAGE_KEYS
from questionnaire_site.reading.nodes import Mapping, Sequence
from questionnaire_site.reading.scalars import truth, value_of
from questionnaire_site.reading.written import needed_at, text_at, texts_at, value_at

_LABELS = ("section", "sections", "item", "items")
_NAMING = ("text", "choice", "yes-no", "number", "date")


def definition_of(page: Json) -> Json:
    """Leave out what only pages show."""
    return {key: _without_page_keys(value) for key, value in page.items() if key not in PAGE_KEYS}


def _without_page_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return definition_of(value)
    return [_without_page_keys(member) for member in value] if isinstance(value, list) else value


def in_full(page: Any, definition: Any) -> Any:
    """Write a page with every key of the definition, and what only pages show besides."""
    if isinstance(page, dict) and isinstance(definition, dict):
        shown = {key: value for key, value in page.items() if key in PAGE_KEYS}
        return {**{key: in_full(page.get(key), value) for key, value in definition.items()}, **shown}
    if isinstance(page, list) and isinstance(definition, list) and len(page) == len(definition):
        return [in_full(*pair) for pair in zip(page, definition, strict=True)]
    return definition


def page_of(outline: Outline, catalogue: Catalogue, has_scoring: bool) -> Json:
    """Write the whole questionnaire, with its Markdown."""
    source, root = outline.source, outline.root
    references = References(outline)
    labels = root.mapping("labels") or Mapping(root.place, ())
    headings = root.mapping("findings_labels") or Mapping(root.place, ())
    private = ids.unique(source, root.mappings("private"), "private kind")
    private_ids = [node.text("id") or "" for node in private]
    writer = ItemWriter(references, private_ids, catalogue)
    report = ReportWriter(outline, references, writer)
    dated = references.of_type(root.scalar("date_from"), ("date",), "date_from")
    named = [references.of_type(name, _NAMING, "name_from") for name in root.scalars("name_from")]
    return {
        "id": needed_at(root, "id"),
        "title": needed_at(root, "title"),
        "revision": value_at(root, "revision", 1),
        "language": catalogue.language,
        "summary": needed_at(root, "summary"),
        "step": _step(root),
        "labels": {**{key: needed_at(labels, key) for key in _LABELS}, "later": text_at(labels, "later")},
        "name_from": [item.path for item in named if item],
        "date_from": dated.path if dated else None,
        "start_from": StartFromWriter(references, writer.rules).start_from(root.mapping("start_from")),
        "workshop": WorkshopWriter(references).workshop(root.mapping("workshop")),
        "start": needed_at(root, "start"),
        "closing": text_at(root, "closing"),
        "private": [_private(node) for node in private],
        "settings": _settings(root.mapping("settings")),
        "sections": [_section(section, root, writer) for section in outline.sections],
        "bands": bands_of(outline, root),
        "advice": _advice(root.mapping("advice")),
        "findings_labels": {kind: text_at(headings, kind) for kind in headings.values},
        "report": report.parts(has_scoring),
        "report_views": report.views(),
        "has_scoring": has_scoring,
    }


def _private(node: Mapping) -> Json:
    return {
        "id": node.text("id"),
        "label": needed_at(node, "label"),
        "team_only": truth(node.scalar("team_only")),
    }


def bands_of(outline: Outline, node: Mapping) -> list[Json]:
    """Write the bands of the questionnaire or of a section."""
    bands = ids.unique(outline.source, node.mappings("bands"), "band")
    return [
        {
            "id": band.text("id"),
            "label": needed_at(band, "label"),
            "text": needed_at(band, "text"),
            "at_least": value_at(band, "at_least", 0),
        }
        for band in bands
    ]


def _section(section: Section, root: Mapping, writer: ItemWriter) -> Json:
    node = section.node
    return {
        "id": section.id,
        "code": text_at(node, "code"),
        "title": needed_at(node, "title"),
        "tag": text_at(node, "tag"),
        "prompts": text_at(node, "prompts"),
        "intro": text_at(node, "intro"),
        "step": _step(node, root),
        "place": text_at(node, "place") or "hub",
        "show_when": writer.rules.condition(node.get("show_when"), None),
        "items": [writer.item(item) for item in section.items if item.type],
        "bands": bands_of(writer.references.outline, node),
    }


def _settings(node: Mapping | None) -> Json:
    """Write what scoring goes by: single values as they are, lists as lists."""
    if node is None:
        return {}
    settings: Json = {}
    for name, value in node.values.items():
        values = [truth(each) if each.kind == "bool" else value_of(each) for each in node.scalars(name)]
        settings[name] = values if isinstance(value, Sequence) else values[0]
    return settings


def _step(*nodes: Mapping) -> str:
    return next((step for node in nodes if (step := text_at(node, "step"))), "item")


def _advice(node: Mapping | None) -> Json | None:
    return None if node is None else {"towards": texts_at(node, "towards"), "most": value_at(node, "most", 8)}
