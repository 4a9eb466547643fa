"""What scoring concludes: scores, a classification, findings and grids.

Owns the shapes that `scoring.py` hands back. Derived whenever wanted, never stored.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from questionnaire_core.model import FindingKind
from questionnaire_core.rules import Number

CellState = Literal["yes", "partial", "no", "unsure", ""]
"""How a cell of a grid reads at a glance; its text says the same. Empty: nothing to show."""
CELL_STATES: tuple[CellState, ...] = get_args(CellState)


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence, and the answers it rests on; `private` keeps it out of a copy to share."""

    text: str
    paths: tuple[str, ...] = ()
    private: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """What a section earns, or the whole questionnaire when `section` is None.

    `counts` are labelled numbers, for questionnaires without a total: (("Yes", 3), ("No", 1)).
    `answered` of `of` is the coverage. `label` names the band that the number reaches.
    """

    section: str | None = None
    number: Number | None = None
    maximum: Number | None = None
    answered: int = 0
    of: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Classification:
    """A named conclusion. `settled` of `of` says how much of what it needs is known."""

    id: str
    title: str
    text: str = ""
    reasons: tuple[Reason, ...] = ()
    settled: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to act on or be glad of. Lower ranks come first.

    The id stays the same while the finding is about the same, since a person sets it aside by its id. `rule`
    names the rule that found it.
    """

    id: str
    kind: FindingKind
    title: str
    reasons: tuple[Reason, ...] = ()
    rank: int = 0
    private: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows by columns: each row a header and its cells, each cell a text and how it reads at a glance."""

    id: str
    title: str
    row_header: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Result:
    scores: tuple[Score, ...] = ()
    classification: Classification | None = None
    findings: tuple[Finding, ...] = ()
    grids: tuple[Grid, ...] = ()
