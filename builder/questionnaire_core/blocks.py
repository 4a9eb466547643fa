"""Blocks: what a report is made of, before anyone has drawn it.

Owns the shapes. Text is always plain; paths are the answers that a text rests on; `private` names the kind of
answer that keeps a block or a line out of a copy to share.
"""

from dataclasses import dataclass

from questionnaire_core.model import FindingKind, Number


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    paths: tuple[str, ...] = ()
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 stands directly under the title of its part."""

    level: int
    text: str
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark beside what is said."""

    text: str
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    items: tuple[Line, ...]
    ordered: bool = False
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    text: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar: how much of how much, and the same in words."""

    label: str
    value: Number
    maximum: Number
    text: str


@dataclass(frozen=True, slots=True)
class Bars:
    title: str
    marks: tuple[Mark, ...]
    alternative: str
    kind: str = "bars"
    private: str | None = None


@dataclass(frozen=True, slots=True)
class FindingBlock:
    id: str
    kind: FindingKind
    title: str
    reasons: tuple[Line, ...]
    private: str | None = None


type Block = Heading | Paragraph | Note | Lines | Table | Bars | FindingBlock
