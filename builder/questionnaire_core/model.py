"""A questionnaire as its author wrote it: sections, items, options and the rules between them.

Owns the shapes and how to find an item by its path. Knows no answers, no wording and no JSON.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, get_args

ItemType = Literal[
    "choice", "choices", "yes-no", "number", "date", "text", "long-text", "group", "entries", "computed"
]
ITEM_TYPES: tuple[ItemType, ...] = get_args(ItemType)

PartType = Literal["conclusion", "scores", "findings", "glance", "answers", "entries", "changes"]
PART_TYPES: tuple[PartType, ...] = get_args(PartType)

FindingKind = Literal["gap", "partial", "unknown", "covered", "note"]
FINDING_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)

YES_NO_IDS = ("yes", "no", "dont-know")

type Number = int | float
type Scalar = str | Number
"""What a condition compares with, and what a computed item may hold."""
type Value = Scalar | tuple[str, ...]
"""An answer: an option id, several, a number, a date as YYYY-MM-DD, or text."""


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    label: str
    hint: str | None = None
    points: Number | None = None
    replaces: tuple[str, ...] = ()


# Conditions. Each holds or does not; an item that is hidden or blank counts as unanswered.


@dataclass(frozen=True, slots=True)
class Is:
    """The answer is one of these; of several ticks, any."""

    item: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class IsNot:
    """There is an answer, and it is none of these."""

    item: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number, or the points of the option, reach this number or the points of this option."""

    item: str
    threshold: Scalar


@dataclass(frozen=True, slots=True)
class Below:
    """The number, or the points of the option, stay under this number or the points of this option."""

    item: str
    threshold: Scalar


@dataclass(frozen=True, slots=True)
class Answered:
    item: str
    expected: bool


@dataclass(frozen=True, slots=True)
class AllTicked:
    """Every option is ticked; when not expected, at least one is not."""

    item: str
    expected: bool


@dataclass(frozen=True, slots=True)
class AllOf:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    condition: "Condition"


type Condition = Is | IsNot | AtLeast | Below | Answered | AllTicked | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Warn:
    """A gentle message, shown while its condition holds."""

    when: Condition
    text: str


# Computed values.


@dataclass(frozen=True, slots=True)
class SumTerm:
    item: str
    times: Number = 1


@dataclass(frozen=True, slots=True)
class Sum:
    terms: tuple[SumTerm, ...]


@dataclass(frozen=True, slots=True)
class Case:
    when: Condition
    value: Scalar | None


@dataclass(frozen=True, slots=True)
class Cases:
    """The value of the first case that holds."""

    cases: tuple[Case, ...]
    otherwise: Scalar | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries there are."""

    entries: str


type Computed = Sum | Cases | Count


@dataclass(frozen=True, slots=True)
class Suggest:
    """Findings of these kinds are offered as new entries, their title put into one child."""

    kinds: tuple[FindingKind, ...]
    most: int
    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question, a group of questions, entries, or a computed value.

    The fields after `replaces` depend on the type.
    """

    id: str
    path: str
    type: ItemType
    title: str
    code: str | None = None
    hint: str | None = None
    optional: bool = False
    private: str | None = None
    show_when: Condition | None = None
    warn: tuple[Warn, ...] = ()
    fold: str | None = None
    glance: bool = False
    overview: bool = False
    replaces: tuple[str, ...] = ()

    options: tuple[Option, ...] = ()
    best: str | tuple[str, ...] | None = None
    unit: str | None = None
    min: Scalar | None = None
    max: Scalar | None = None
    decimals: int = 0
    max_length: int | None = None
    items: tuple["Item", ...] = ()
    entry_title: str | None = None
    entry_summary: tuple[str, ...] = ()
    singular: str | None = None
    suggest: Suggest | None = None
    value: Computed | None = None

    @property
    def heading(self) -> str:
        """The title with its code before it: "A1 Clinical supervision"."""
        return f"{self.code} {self.title}" if self.code else self.title

    def option(self, option_id: object) -> Option | None:
        return next((option for option in self.options if option.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Band:
    """A named conclusion for a total of at least so many points."""

    id: str
    label: str
    text: str
    at_least: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    id: str
    title: str
    code: str | None = None
    step: Literal["item", "section"] = "item"
    place: Literal["hub", "results"] = "hub"
    show_when: Condition | None = None
    items: tuple[Item, ...] = ()
    bands: tuple[Band, ...] = ()

    @property
    def heading(self) -> str:
        return f"{self.code} {self.title}" if self.code else self.title


@dataclass(frozen=True, slots=True)
class Labels:
    """What this questionnaire calls its sections and items."""

    section: str
    sections: str
    item: str
    items: str


@dataclass(frozen=True, slots=True)
class PrivateKind:
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """The classifications that count as the goal, and how many changes to name at most."""

    towards: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPart:
    """One part of the report; the fields after `private` depend on the part."""

    id: str
    part: PartType
    title: str
    private: str | None = None

    reveal: str | None = None
    caveat: str | None = None
    kinds: tuple[FindingKind, ...] = ()
    empty: str | None = None
    suggest: bool = False
    items: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    entries: str | None = None


class Place(NamedTuple):
    """Where an item stands: its section and, for a child, the group or entries that holds it."""

    item: Item
    parent: Item | None
    section: Section


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    id: str
    title: str
    revision: int
    language: str
    step: Literal["item", "section"]
    labels: Labels
    name_from: tuple[str, ...] = ()
    date_from: str | None = None
    private: tuple[PrivateKind, ...] = ()
    sections: tuple[Section, ...] = ()
    bands: tuple[Band, ...] = ()
    advice: AdviceRule | None = None
    findings_labels: tuple[tuple[FindingKind, str], ...] = ()
    report: tuple[ReportPart, ...] = ()
    has_scoring: bool = False

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every item by its path, in document order; a child of entries stands at "entries/*/child"."""
        return {place.item.path: place for place in self._walk()}

    def _walk(self) -> Iterator[Place]:
        for section in self.sections:
            for item in section.items:
                yield Place(item, None, section)
                for child in item.items:
                    yield Place(child, item, section)

    def section(self, section_id: str) -> Section | None:
        return next((section for section in self.sections if section.id == section_id), None)

    def place(self, path: str) -> Place | None:
        """The place of a path as written in the questionnaire or in a response ("actions/e1/what")."""
        return self.places.get(path) or self.places.get(template_path(path))


def template_path(path: str) -> str:
    """The path in the questionnaire of a path in a response: "actions/e1/what" is "actions/*/what"."""
    parts = path.split("/")
    return f"{parts[0]}/*/{parts[2]}" if len(parts) == 3 else path


def holder_path(path: str) -> str:
    """The path of the group or entry that holds an item; an item that stands by itself holds itself."""
    return path.rpartition("/")[0] or path


def entry_path(path: str, entry_id: str | None) -> str:
    """The path in a response of a path in the questionnaire, within one entry."""
    return path if entry_id is None else path.replace("*", entry_id)
