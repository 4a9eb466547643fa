"""Results, advice and report blocks to JSON: each dataclass as an object with its fields."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from questionnaire_core.advice import Advice
from questionnaire_core.blocks import Bars, Block, FindingBlock, Heading, Lines, Note, Paragraph, Table
from questionnaire_core.encode.questionnaire import Json
from questionnaire_core.result import Result

BLOCK_TYPES: dict[type, str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Note: "note",
    Lines: "list",
    Table: "table",
    Bars: "figure",
    FindingBlock: "finding",
}


def encode_result(result: Result) -> dict[str, Json]:
    plain: dict[str, Json] = _plain(result)
    return plain


def encode_advice(advice: Advice | None) -> Json:
    """The classification that would be reached, by its id and title, and the changes that lead to it."""
    if advice is None:
        return None
    return {
        "reaches": {"id": advice.reaches.id, "title": advice.reaches.title},
        "changes": [
            {"path": change.path, "from": _plain(change.from_value), "to": _plain(change.to_value)}
            for change in advice.changes
        ],
    }


def encode_parts(parts: Mapping[str, Sequence[Block]]) -> dict[str, Json]:
    return {
        part_id: [{"type": BLOCK_TYPES[type(block)], **_plain(block)} for block in blocks]
        for part_id, blocks in parts.items()
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _field_names(type(value))}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    return value


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
