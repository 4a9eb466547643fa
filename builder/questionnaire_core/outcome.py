"""What comes of a response, as JSON: result, advice and report blocks, each an object with its fields."""

from collections.abc import Mapping, Sequence
from typing import Any

from questionnaire_core.advice import Advice
from questionnaire_core.blocks import Block
from questionnaire_core.result import Result

Json = Any


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
    return {part_id: [_plain(block) for block in blocks] for part_id, blocks in parts.items()}


def _plain(value: Any) -> Any:
    """Dataclasses and named tuples as objects, other sequences as lists."""
    names = value._fields if hasattr(value, "_fields") else getattr(value, "__dataclass_fields__", ())
    if names:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    return value
