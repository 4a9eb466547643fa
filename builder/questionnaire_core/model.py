"""A questionnaire as its author wrote it: sections, items, options, and what the report is to hold.

Owns the shapes and how to find an item by its path. Knows no answers, no wording and no JSON.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from questionnaire_core.paths import template_path
from questionnaire_core.rules import Computed, Condition, Number, Scalar, Warn
from questionnaire_core.start_from import StartFrom
from questionnaire_core.workshop import Workshop

QuestionType = Literal["choice", "choices", "yes-no", "number", "date", "text", "long-text"]
"""What a person answers."""
FrameType = Literal["group", "entries", "entries-view", "computed"]
"""What holds questions, shows them or is made from their answers."""
type ItemType = QuestionType | FrameType
ITEM_TYPES: tuple[ItemType, ...] = (*get_args(QuestionType), *get_args(FrameType))

ResultPartType = Literal["conclusion", "scores", "findings", "result-grid"]
"""Parts of a report that the core makes from a result."""
PagePartType = Literal["heading", "glance", "answers", "entries", "grid", "pathways", "list", "changes"]
"""Parts that the page makes from the answers alone."""
type PartType = ResultPartType | PagePartType
PART_TYPES: tuple[PartType, ...] = (*get_args(ResultPartType), *get_args(PagePartType))

FindingKind = Literal["gap", "partial", "unknown", "covered", "note"]
FINDING_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)

YES_NO_IDS = ("yes", "no", "dont-know")

type Value = Scalar | tuple[str, ...]
"""An answer: an option id, several, a number, a date as YYYY-MM-DD, or text."""


class Option(NamedTuple):
    id: str
    label: str
    hint: str | None = None
    points: Number | None = None
    settles: bool = False


class Suggest(NamedTuple):
    """Findings of these kinds are offered as new entries, their title put into one child."""

    kinds: tuple[FindingKind, ...]
    most: int
    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question, a group of questions, entries, a view of entries, or a computed value.

    The fields after `overview` depend on the type.
    """

    id: str
    path: str
    type: ItemType
    title: str
    code: str | None = None
    hint: str | None = None
    optional: bool = False
    later: bool = False
    private: str | None = None
    show_when: Condition | None = None
    warn: tuple[Warn, ...] = ()
    fold: str | None = None
    glance: bool = False
    overview: bool = False

    options: tuple[Option, ...] = ()
    options_from: str | None = None
    options_from_text: str | None = None
    best: str | tuple[str, ...] | None = None
    sets_status: bool = False
    take_from: str | None = None
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
    of: str | None = None
    where: tuple[tuple[str, Scalar], ...] = ()
    value: Computed | None = None

    @property
    def heading(self) -> str:
        """The title with its code before it: "A1 Opening hours"."""
        return f"{self.code} {self.title}" if self.code else self.title

    @property
    def options_source(self) -> str | None:
        """The path of the entries or the text that gives this item its options, where its author does not."""
        return self.options_from or self.options_from_text

    def option(self, option_id: object) -> Option | None:
        return next((option for option in self.options if option.id == option_id), None)


class Band(NamedTuple):
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
    tag: str | None = None
    step: Literal["item", "section"] = "item"
    place: Literal["hub", "results"] = "hub"
    show_when: Condition | None = None
    items: tuple[Item, ...] = ()
    bands: tuple[Band, ...] = ()

    @property
    def heading(self) -> str:
        return f"{self.code} {self.title}" if self.code else self.title


class Labels(NamedTuple):
    """What this questionnaire calls its sections and items, and what is wanted of an entry later."""

    section: str
    sections: str
    item: str
    items: str
    later: str | None = None


class PrivateKind(NamedTuple):
    """Left out of a copy to share, unless ticked; where it is for the team only, it cannot be."""

    id: str
    label: str
    team_only: bool = False


class AdviceRule(NamedTuple):
    """The classifications that count as the goal, and how many changes to name at most."""

    towards: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPart:
    """One part of the report; the fields after `private` depend on the part.

    `from_item` and `to_item` are written `from` and `to`. Children of `entries` are named by their ids.
    """

    id: str
    part: PartType
    title: str
    private: str | None = None

    reveal: str | None = None
    caveat: str | None = None
    kinds: tuple[FindingKind, ...] = ()
    empty: str | None = None
    suggest: bool = False
    dismiss: str | None = None
    grid: str | None = None
    items: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    entries: str | None = None
    where: Condition | None = None
    rows: str | None = None
    columns: str | None = None
    cell: Literal["names", "count"] = "names"
    from_item: str | None = None
    to_item: str | None = None
    kind: str | None = None
    lanes: str | None = None
    """A child of the entries that `from` and `to` name."""
    text: tuple[str, ...] = ()
    open_when: Condition | None = None
    """Entries for which this holds are ways that are not there yet."""
    done_when: Condition | None = None
    """Entries for which this holds are done."""
    show: tuple[str, ...] = ()
    sort: str | None = None


class ReportView(NamedTuple):
    """A shorter copy of the report: these parts of it, in this order, at most so many findings in each."""

    id: str
    title: str
    parts: tuple[str, ...]
    most: int | None = None


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
    start_from: StartFrom | None = None
    workshop: Workshop | None = None
    private: tuple[PrivateKind, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What the scoring goes by, for an author to name and change: texts, numbers, flags, tuples of them."""
    sections: tuple[Section, ...] = ()
    bands: tuple[Band, ...] = ()
    advice: AdviceRule | None = None
    findings_labels: tuple[tuple[FindingKind, str], ...] = ()
    report: tuple[ReportPart, ...] = ()
    report_views: tuple[ReportView, ...] = ()
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
