"""Questionnaires to JSON, in full: every key of a type is present, absent values as null, [] or false.

What `decode` reads, this writes: encode(decode(x)) == x for a definition written in full.
"""

from typing import Any

from questionnaire_core.model import (
    AllOf,
    AllTicked,
    Answered,
    AnyOf,
    AtLeast,
    Band,
    Below,
    Cases,
    Computed,
    Condition,
    Count,
    Is,
    IsNot,
    Item,
    ItemType,
    Not,
    Option,
    PartType,
    Questionnaire,
    ReportPart,
    Section,
    Suggest,
    Sum,
)

Json = Any

TYPE_KEYS: dict[ItemType, tuple[str, ...]] = {
    "choice": ("options", "best"),
    "choices": ("options", "best"),
    "yes-no": ("options", "best"),
    "number": ("unit", "min", "max", "decimals"),
    "date": ("min", "max"),
    "text": ("max_length",),
    "long-text": (),
    "group": ("items",),
    "entries": ("items", "entry_title", "entry_summary", "singular", "min", "max", "suggest"),
    "computed": ("value", "unit", "options"),
}
PART_KEYS: dict[PartType, tuple[str, ...]] = {
    "conclusion": ("reveal", "caveat"),
    "scores": (),
    "findings": ("kinds", "empty", "suggest"),
    "glance": (),
    "answers": ("items", "sections"),
    "entries": ("entries",),
    "changes": (),
}


def encode_questionnaire(questionnaire: Questionnaire) -> dict[str, Json]:
    labels, advice = questionnaire.labels, questionnaire.advice
    return {
        "id": questionnaire.id,
        "title": questionnaire.title,
        "revision": questionnaire.revision,
        "language": questionnaire.language,
        "step": questionnaire.step,
        "labels": {
            "section": labels.section,
            "sections": labels.sections,
            "item": labels.item,
            "items": labels.items,
        },
        "name_from": list(questionnaire.name_from),
        "date_from": questionnaire.date_from,
        "private": [{"id": private.id, "label": private.label} for private in questionnaire.private],
        "sections": [_section(section) for section in questionnaire.sections],
        "bands": [_band(band) for band in questionnaire.bands],
        "advice": None if advice is None else {"towards": list(advice.towards), "most": advice.most},
        "findings_labels": dict(questionnaire.findings_labels),
        "report": [_report_part(part) for part in questionnaire.report],
        "has_scoring": questionnaire.has_scoring,
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "code": section.code,
        "title": section.title,
        "step": section.step,
        "place": section.place,
        "show_when": _optional_condition(section.show_when),
        "items": [_item(item) for item in section.items],
        "bands": [_band(band) for band in section.bands],
    }


def _band(band: Band) -> Json:
    return {"id": band.id, "label": band.label, "text": band.text, "at_least": band.at_least}


def _item(item: Item) -> Json:
    return {
        "id": item.id,
        "path": item.path,
        "type": item.type,
        "title": item.title,
        "code": item.code,
        "hint": item.hint,
        "optional": item.optional,
        "private": item.private,
        "show_when": _optional_condition(item.show_when),
        "warn": [{"when": _condition(warn.when), "text": warn.text} for warn in item.warn],
        "fold": item.fold,
        "glance": item.glance,
        "overview": item.overview,
        "replaces": list(item.replaces),
        **{key: _item_value(item, key) for key in TYPE_KEYS[item.type]},
    }


def _item_value(item: Item, key: str) -> Json:
    match getattr(item, key):
        case tuple() as values if key == "options":
            return [_option(option) for option in values]
        case tuple() as values if key == "items":
            return [_item(child) for child in values]
        case tuple() as values:
            return list(values)
        case Suggest(kinds, most, into):
            return {"kinds": list(kinds), "most": most, "into": into}
        case Sum() | Cases() | Count() as computed:
            return _computed(computed)
        case plain:
            return plain


def _option(option: Option) -> Json:
    return {
        "id": option.id,
        "label": option.label,
        "hint": option.hint,
        "points": option.points,
        "replaces": list(option.replaces),
    }


def _report_part(part: ReportPart) -> Json:
    common: dict[str, Json] = {"id": part.id, "part": part.part, "title": part.title, "private": part.private}
    for key in PART_KEYS[part.part]:
        value = getattr(part, key)
        common[key] = list(value) if isinstance(value, tuple) else value
    return common


def _optional_condition(condition: Condition | None) -> Json:
    return None if condition is None else _condition(condition)


def _condition(condition: Condition) -> Json:
    match condition:
        case Is(item, values):
            return {"item": item, "is": list(values)}
        case IsNot(item, values):
            return {"item": item, "not": list(values)}
        case AtLeast(item, threshold):
            return {"item": item, "at_least": threshold}
        case Below(item, threshold):
            return {"item": item, "below": threshold}
        case Answered(item, expected):
            return {"item": item, "answered": expected}
        case AllTicked(item, expected):
            return {"item": item, "all_of": expected}
        case AllOf(conditions):
            return {"all": [_condition(inner) for inner in conditions]}
        case AnyOf(conditions):
            return {"any": [_condition(inner) for inner in conditions]}
        case Not(inner):
            return {"not": _condition(inner)}


def _computed(computed: Computed) -> Json:
    match computed:
        case Sum(terms):
            return {"sum": [{"item": term.item, "times": term.times} for term in terms]}
        case Cases(cases, otherwise):
            return {
                "cases": [{"when": _condition(case.when), "value": case.value} for case in cases],
                "otherwise": otherwise,
            }
        case Count(entries):
            return {"count": entries}
