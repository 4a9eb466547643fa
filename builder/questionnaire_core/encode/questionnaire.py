"""Questionnaires to JSON, in full: every key of a type is present, absent values as null, [] or false.

What `decode` reads, this writes: encode(decode(x)) == x for a definition written in full.
"""

from typing import Any

from questionnaire_core.encode.rules import encode_computed, encode_condition
from questionnaire_core.model import (
    Band,
    Item,
    ItemType,
    Option,
    PartType,
    Questionnaire,
    ReportPart,
    ReportView,
    Section,
    Suggest,
)
from questionnaire_core.start_from import Carried, StartFrom
from questionnaire_core.workshop import Workshop

Json = Any

OPTION_KEYS = ("options", "options_from", "options_from_text", "best")
TYPE_KEYS: dict[ItemType, tuple[str, ...]] = {
    "choice": (*OPTION_KEYS, "sets_status", "take_from"),
    "choices": OPTION_KEYS,
    "yes-no": ("options", "best"),
    "number": ("unit", "min", "max", "decimals"),
    "date": ("min", "max"),
    "text": ("max_length",),
    "long-text": (),
    "group": ("items",),
    "entries": ("items", "entry_title", "entry_summary", "singular", "min", "max", "suggest"),
    "entries-view": ("of", "where", "singular"),
    "computed": ("value", "unit", "options"),
}
PART_KEYS: dict[PartType, tuple[str, ...]] = {
    "heading": (),
    "conclusion": ("reveal", "caveat"),
    "scores": (),
    "findings": ("kinds", "empty", "suggest", "dismiss"),
    "result-grid": ("grid", "empty"),
    "glance": (),
    "answers": ("items", "sections"),
    "entries": ("entries",),
    "grid": ("entries", "where", "rows", "columns", "cell", "empty"),
    "pathways": ("entries", "from", "to", "kind", "lanes", "text", "open_when", "empty"),
    "list": ("entries", "where", "show", "sort", "empty"),
    "changes": ("entries", "done_when"),
}


def encode_questionnaire(questionnaire: Questionnaire) -> dict[str, Json]:
    advice = questionnaire.advice
    return {
        "id": questionnaire.id,
        "title": questionnaire.title,
        "revision": questionnaire.revision,
        "language": questionnaire.language,
        "step": questionnaire.step,
        "labels": questionnaire.labels._asdict(),
        "name_from": list(questionnaire.name_from),
        "date_from": questionnaire.date_from,
        "start_from": _start_from(questionnaire.start_from),
        "workshop": _workshop(questionnaire.workshop),
        "private": [private._asdict() for private in questionnaire.private],
        "settings": {key: _listed(value) for key, value in questionnaire.settings.items()},
        "sections": [_section(section) for section in questionnaire.sections],
        "bands": [_band(band) for band in questionnaire.bands],
        "advice": None if advice is None else {"towards": list(advice.towards), "most": advice.most},
        "findings_labels": dict(questionnaire.findings_labels),
        "report": [_report_part(part) for part in questionnaire.report],
        "report_views": [_report_view(view) for view in questionnaire.report_views],
        "has_scoring": questionnaire.has_scoring,
    }


def _start_from(start_from: StartFrom | None) -> Json:
    if start_from is None:
        return None
    words = {"text": start_from.text, "reminder": start_from.reminder}
    offers = [
        {"id": offer.id, "label": offer.label, "hint": offer.hint, **_carried(offer.carried)}
        for offer in start_from.offer
    ]
    return {**words, **_carried(start_from.carried), "offer": offers}


def _carried(carried: Carried) -> dict[str, Json]:
    return {
        "keep": list(carried.keep),
        "leave_out": list(carried.leave_out),
        "entries": [
            {"entries": some.entries, "where": encode_condition(some.where)} for some in carried.entries
        ],
    }


def _workshop(workshop: Workshop | None) -> Json:
    if workshop is None:
        return None
    compared = [
        {**one._asdict(), "tick": None if one.tick is None else one.tick._asdict()}
        for one in workshop.compared
    ]
    return {"compared": compared}


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "code": section.code,
        "title": section.title,
        "tag": section.tag,
        "step": section.step,
        "place": section.place,
        "show_when": encode_condition(section.show_when),
        "items": [_item(item) for item in section.items],
        "bands": [_band(band) for band in section.bands],
    }


def _band(band: Band) -> Json:
    return band._asdict()


def _item(item: Item) -> Json:
    return {
        "id": item.id,
        "path": item.path,
        "type": item.type,
        "title": item.title,
        "code": item.code,
        "hint": item.hint,
        "optional": item.optional,
        "later": item.later,
        "private": item.private,
        "show_when": encode_condition(item.show_when),
        "warn": [{"when": encode_condition(warn.when), "text": warn.text} for warn in item.warn],
        "fold": item.fold,
        "glance": item.glance,
        "overview": item.overview,
        **{key: _item_value(item, key) for key in TYPE_KEYS[item.type]},
    }


def _item_value(item: Item, key: str) -> Json:
    match key:
        case "options":
            return [_option(option) for option in item.options]
        case "items":
            return [_item(child) for child in item.items]
        case "take_from":
            return None if item.take_from is None else {"questionnaire": item.take_from}
        case "suggest":
            return _suggest(item.suggest)
        case "where":
            return dict(item.where)
        case "value":
            return encode_computed(item.value)
        case _:
            return _listed(getattr(item, key))


def _option(option: Option) -> Json:
    return option._asdict()


def _suggest(suggest: Suggest | None) -> Json:
    return None if suggest is None else {**suggest._asdict(), "kinds": list(suggest.kinds)}


def _report_part(part: ReportPart) -> Json:
    common: dict[str, Json] = {"id": part.id, "part": part.part, "title": part.title, "private": part.private}
    return common | {key: _part_value(part, key) for key in PART_KEYS[part.part]}


def _part_value(part: ReportPart, key: str) -> Json:
    match key:
        case "where":
            return encode_condition(part.where)
        case "open_when":
            return encode_condition(part.open_when)
        case "done_when":
            return encode_condition(part.done_when)
        case "from":
            return part.from_item
        case "to":
            return part.to_item
        case _:
            return _listed(getattr(part, key))


def _report_view(view: ReportView) -> Json:
    return {**view._asdict(), "parts": list(view.parts)}


def _listed(value: Any) -> Json:
    return list(value) if isinstance(value, tuple) else value
