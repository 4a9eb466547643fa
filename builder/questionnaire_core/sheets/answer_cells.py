"""What a cell shows for an answer: a label, a number, a day or a text, in as many pieces as it takes."""

import datetime
from collections.abc import Mapping
from typing import Any

from questionnaire_core.model import Item
from questionnaire_core.outputs.cell_text import clean, cut
from questionnaire_core.rules import Number
from questionnaire_core.sheets.labels import option_labels

type CellValue = str | Number | datetime.date | None

EARLIEST = datetime.date(1900, 3, 1)
"""Before this Excel counts days wrongly, or not at all."""
MOST_DIGITS = 15
"""A number with more of them is kept as a text: a cell would round it."""


def cell_pieces(item: Item, value: Any, lists: Mapping[str, Mapping[str, str]]) -> list[CellValue]:
    """Return the cells of one answer; one empty cell where there is none.

    `lists` has the labels of entries, by their path and id. What the question cannot hold stands as a text.
    """
    match value:
        case None:
            return [None]
        case int() | float():
            exact = float(f"{value:.{MOST_DIGITS}g}") == float(value)
            return [value if item.type == "number" and exact else repr(value)]
        case list() | tuple():
            labels = _labels(item, lists)
            return _texts("\n".join(labels.get(str(one), str(one)) for one in value))
        case _ if item.type == "date":
            return [_day(str(value))]
        case _ if item.type in ("choice", "yes-no"):
            return _texts(_labels(item, lists).get(str(value), str(value)))
        case _:
            return _texts(str(value))


def _labels(item: Item, lists: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    return option_labels(item) if item.options_from is None else lists.get(item.options_from, {})


def _texts(text: str) -> list[CellValue]:
    return [*cut(clean(text))] or [None]


def _day(text: str) -> CellValue:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return clean(text)
    return day if day >= EARLIEST and day.isoformat() == text else clean(text)
