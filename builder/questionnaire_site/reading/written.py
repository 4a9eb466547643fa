"""Reading checked keys as plain values: texts trimmed, numbers as numbers, absent as None."""

from __future__ import annotations

from typing import Any

from questionnaire_site.reading.nodes import Mapping
from questionnaire_site.reading.scalars import value_of

# Stands for a text that an author still has to write, so that everything else can be checked meanwhile.
TO_WRITE = "…"


def text_at(node: Mapping, key: str) -> str | None:
    """Give a text without the white space around it."""
    text = node.text(key)
    return None if text is None else text.strip()


def needed_at(node: Mapping, key: str) -> str:
    """Give a text that has to be there."""
    return text_at(node, key) or TO_WRITE


def value_at(node: Mapping, key: str, default: Any = None) -> Any:
    """Give a number or text."""
    scalar = node.scalar(key)
    return default if scalar is None else value_of(scalar)


def texts_at(node: Mapping, key: str) -> list[str]:
    """Give the members of a list, or one value as a list of one."""
    return [scalar.raw for scalar in node.scalars(key)]
