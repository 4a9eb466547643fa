"""Rules between items, as an author wrote them: conditions, and how values are computed.

Owns the shapes. What they mean is in `conditions` and `computed`.
"""

from typing import NamedTuple

type Number = int | float
type Scalar = str | Number
"""What a condition compares with, and what a computed item may hold."""


# Conditions. Each holds or does not; an item that is hidden or blank counts as unanswered.


class Is(NamedTuple):
    """The answer is one of these; of several ticks, any."""

    item: str
    values: tuple[Scalar, ...]


class IsNot(NamedTuple):
    """There is an answer, and it is none of these."""

    item: str
    values: tuple[Scalar, ...]


class AtLeast(NamedTuple):
    """The number, or the points of the option, reach this number or the points of this option."""

    item: str
    threshold: Scalar


class Below(NamedTuple):
    """The number, or the points of the option, stay under this number or the points of this option."""

    item: str
    threshold: Scalar


class Answered(NamedTuple):
    item: str
    expected: bool


class AllTicked(NamedTuple):
    """Every option is ticked; when not expected, at least one is not."""

    item: str
    expected: bool


class AllOf(NamedTuple):
    conditions: tuple["Condition", ...]


class AnyOf(NamedTuple):
    conditions: tuple["Condition", ...]


class Not(NamedTuple):
    condition: "Condition"


type Condition = Is | IsNot | AtLeast | Below | Answered | AllTicked | AllOf | AnyOf | Not


class Warn(NamedTuple):
    """A gentle message, shown while its condition holds."""

    when: Condition
    text: str


# Computed values.


class SumTerm(NamedTuple):
    item: str
    times: Number = 1


class Sum(NamedTuple):
    terms: tuple[SumTerm, ...]


class Case(NamedTuple):
    when: Condition
    value: Scalar | None


class Cases(NamedTuple):
    """The value of the first case that holds."""

    cases: tuple[Case, ...]
    otherwise: Scalar | None = None


class Count(NamedTuple):
    """How many entries there are."""

    entries: str


type Computed = Sum | Cases | Count
