"""Blocks: what a report is made of, before anyone has drawn it.

Owns the shapes, which go out as JSON just as they are. Text is always plain; paths are the answers that a
text rests on; `private` names the kind of answer that keeps a block or a line out of a copy to share.
"""

from typing import NamedTuple

from questionnaire_core.model import FindingKind
from questionnaire_core.rules import Number


class Line(NamedTuple):
    text: str
    paths: tuple[str, ...] = ()
    private: str | None = None


class Heading(NamedTuple):
    """Level 1 stands directly under the title of its part."""

    level: int
    text: str
    private: str | None = None
    type: str = "heading"


class Paragraph(NamedTuple):
    text: str
    private: str | None = None
    type: str = "paragraph"


class Note(NamedTuple):
    """A remark beside what is said."""

    text: str
    private: str | None = None
    type: str = "note"


class Lines(NamedTuple):
    items: tuple[Line, ...]
    ordered: bool = False
    private: str | None = None
    type: str = "list"


class Column(NamedTuple):
    text: str
    numeric: bool = False


class Cell(NamedTuple):
    text: str
    header: bool = False


class Table(NamedTuple):
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    private: str | None = None
    type: str = "table"


class GridCell(NamedTuple):
    """`state` says how the cell reads at a glance; empty where there is nothing to show."""

    text: str
    state: str


class GridRow(NamedTuple):
    header: str
    cells: tuple[GridCell, ...]


class GridBlock(NamedTuple):
    caption: str
    row_header: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    private: str | None = None
    type: str = "grid"


class Mark(NamedTuple):
    """One bar: how much of how much, and the same in words."""

    label: str
    value: Number
    maximum: Number
    text: str


class Bars(NamedTuple):
    title: str
    marks: tuple[Mark, ...]
    alternative: str
    kind: str = "bars"
    private: str | None = None
    type: str = "figure"


class FindingBlock(NamedTuple):
    """`set_aside` holds the reasons why a person set it aside; empty while it stands."""

    id: str
    kind: FindingKind
    title: str
    reasons: tuple[Line, ...]
    private: str | None = None
    rule: str | None = None
    set_aside: tuple[Line, ...] = ()
    type: str = "finding"


type Block = Heading | Paragraph | Note | Lines | Table | GridBlock | Bars | FindingBlock
