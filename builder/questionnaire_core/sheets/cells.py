"""Cells as they come back from a workbook, whatever library read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from questionnaire_core.rules import Number

type CellKind = Literal["text", "number", "truth", "day", "formula", "error"]


class Cell(NamedTuple):
    """What a cell holds. `shown` is as a person reads it: a day as YYYY-MM-DD, a formula as it is written."""

    kind: CellKind
    shown: str
    number: Number | None = None
    """Of a number; of a truth 1 or 0."""
    result: str | None = None
    """Of a formula: what it showed when the file was saved."""


type Address = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    cells: Mapping[Address, Cell]
    """Those that hold something, row by row."""


@dataclass(frozen=True, slots=True)
class Book:
    sheets: tuple[Sheet, ...]


def address_text(address: Address) -> str:
    """Return an address as spreadsheets write it: "B7"."""
    row, column = address
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
