"""Which sheets a questionnaire has, and what stands on each: questions, and answers where there are any.

A section's questions are a form, and each list of entries is a table. A section that shows a part of a
list has that part as a table of its own, by the section's name; the other questions of such sections
stand together on one form, since each has few. What the results fill in, findings that were set aside,
is there only when it holds something.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal, NamedTuple

from questionnaire_core.model import Item, Option, Questionnaire, Section
from questionnaire_core.paths import entry_path
from questionnaire_core.sheets.answer_cells import CellValue, cell_pieces
from questionnaire_core.sheets.labels import entry_labels
from questionnaire_core.sheets.marks import Key, Mark
from questionnaire_core.texts import Texts
from questionnaire_core.values import answer_or_none

type Look = Literal["section", "heading", "fold", "question", "option"]


class Asked(NamedTuple):
    """What one cell, or one column of a table, answers."""

    item: Item
    option: Option | None = None
    part: int = 1

    @property
    def key(self) -> Key:
        return Key(self.item.path, None if self.option is None else self.option.id, self.part)


class Line(NamedTuple):
    look: Look
    text: str
    guidance: str = ""
    asked: Asked | None = None
    value: CellValue = None


class Row(NamedTuple):
    entry_id: str
    values: Sequence[CellValue]


@dataclass(frozen=True, slots=True)
class Form:
    title: str
    mark: Mark
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    mark: Mark
    intro: str
    columns: list[Asked]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Given:
    """Answers to begin with, in the plain form of a draft: hidden ones too, and entries in their order."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    entries: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workbook:
    sheets: list[Form | Table]
    lists: dict[str, dict[str, str]]
    """By the path of entries, the label of each by its id, in their order."""


def planned(
    questionnaire: Questionnaire, guidance: Mapping[str, str], texts: Texts, given: Given
) -> Workbook:
    """Return the sheets. `guidance` has what pages alone show, as plain text by path or `section_key`."""
    return _Planner(questionnaire, guidance, texts, given).workbook()


class _Planner:
    def __init__(
        self, questionnaire: Questionnaire, guidance: Mapping[str, str], texts: Texts, given: Given
    ) -> None:
        self.questionnaire = questionnaire
        self.guidance = guidance
        self.texts = texts
        self.given = given
        self.lists = given_labels(questionnaire, given)

    def workbook(self) -> Workbook:
        sheets: list[Form | Table] = []
        gathered: Form | None = None
        for section in self.questionnaire.sections:
            questions = list(self.section_lines(section))
            intro = self.guidance.get(section_key(section.id), "")
            if not any(item.type == "entries-view" for item in section.items):
                if questions:
                    first = [Line("question", "", intro)] if intro else []
                    sheets.append(Form(section.heading, self.mark("form"), [*first, *questions]))
            elif questions:
                if gathered is None:
                    gathered = Form(self.questionnaire.labels.sections, self.mark("form"), [])
                    sheets.append(gathered)
                gathered.lines.extend([Line("section", section.heading, intro), *questions])
            sheets.extend(self.tables(section))
        return Workbook(sheets, {path: labels for path, labels in self.lists.items() if labels})

    def mark(self, kind: Literal["form", "table"], **more: str) -> Mark:
        of = self.questionnaire
        return Mark(kind, of.id, of.title, of.revision, **more)

    def section_lines(self, section: Section) -> Iterator[Line]:
        for item in section.items:
            if item.type == "group":
                yield Line("heading", item.heading, self.said(item.path, item.hint))
                for fold, members in groupby(item.items, key=lambda child: child.fold):
                    if fold:
                        yield Line("fold", fold)
                    for child in members:
                        yield from self.question_lines(child)
            elif item.type not in ("entries", "entries-view"):
                yield from self.question_lines(item)

    def question_lines(self, item: Item) -> Iterator[Line]:
        if item.type == "computed":
            return
        value = answer_or_none(self.given.answers.get(item.path))
        title, guidance = self.question_title(item), self.question_guidance(item)
        if ticked_apart(item):
            yield Line("question", title, guidance)
            for option in item.options:
                [cell] = self.pieces(item, option, value)
                yield Line("option", option.label, option.hint or "", Asked(item, option), cell)
            return
        for part, cell in enumerate(self.pieces(item, None, value), start=1):
            goes_on = part > 1
            text = self.texts.text("core.sheet_goes_on", title=title) if goes_on else title
            yield Line("question", text, "" if goes_on else guidance, Asked(item, None, part), cell)

    def question_title(self, item: Item) -> str:
        title = f"{item.heading} ({item.unit})" if item.unit else item.heading
        return self.texts.text("core.sheet_optional", title=title) if item.optional else title

    def question_guidance(self, item: Item) -> str:
        """What helps to answer: the item's own hint and guidance, and what its options mean."""
        options = [f"{o.label}: {o.hint}" for o in item.options if o.hint and not ticked_apart(item)]
        sometimes = item.show_when and self.texts.text("core.sheet_sometimes")
        elsewhere = options_elsewhere(self.questionnaire, item, self.texts)
        said = (sometimes, item.hint, elsewhere, *options, self.guidance.get(item.path))
        return "\n".join(each for each in said if each)

    def said(self, path: str, hint: str | None) -> str:
        return "\n".join(each for each in (hint, self.guidance.get(path)) if each)

    def tables(self, section: Section) -> Iterator[Table]:
        set_aside = {part.dismiss for part in self.questionnaire.report}
        for item in section.items:
            if item.type == "entries-view":
                place = self.questionnaire.place(item.of or "")
                if place is not None:
                    yield self.table(
                        section.heading, self.said(section_key(section.id), item.hint), place.item, item
                    )
            elif item.type == "entries" and (item.path not in set_aside or self.given.entries.get(item.path)):
                yield self.table(item.heading, self.said(item.path, item.hint), item, None)

    def table(self, title: str, intro: str, holder: Item, view: Item | None) -> Table:
        implied = () if view is None else tuple(implied_answers(holder, view))
        children = [child for child in holder.items if child.type != "computed" and child.id not in implied]
        ids = [id_ for id_ in self.given.entries.get(holder.path, ()) if self.view_of(holder, id_) is view]
        columns: list[Asked] = []
        cells: dict[str, list[CellValue]] = {id_: [] for id_ in ids}
        for child in children:
            for option in child.options if ticked_apart(child) else (None,):
                pieces = {id_: self.pieces(child, option, self.entry_value(child, id_)) for id_ in ids}
                most = max((len(each) for each in pieces.values()), default=1)
                columns.extend(Asked(child, option, part) for part in range(1, most + 1))
                for id_, said in pieces.items():
                    cells[id_].extend([*said, *[None] * (most - len(said))])
        more = {"entries": holder.path} | ({} if view is None else {"view": view.path})
        rows = [Row(id_, values) for id_, values in cells.items()]
        return Table(title, self.mark("table", **more), intro, columns, rows)

    def entry_value(self, child: Item, entry_id: str) -> Any:
        return answer_or_none(self.given.answers.get(entry_path(child.path, entry_id)))

    def view_of(self, holder: Item, entry_id: str) -> Item | None:
        """Return the first view that an entry belongs to: its row stands there, or else with the list."""
        return next((view for view in self.views(holder) if self.is_in(holder, view, entry_id)), None)

    def views(self, holder: Item) -> Iterator[Item]:
        items = (item for section in self.questionnaire.sections for item in section.items)
        return (item for item in items if item.type == "entries-view" and item.of == holder.path)

    def is_in(self, holder: Item, view: Item, entry_id: str) -> bool:
        return all(
            wanted == value or (isinstance(value, list | tuple) and wanted in value)
            for child_id, wanted in view.where
            for value in [self.given.answers.get(f"{holder.path}/{entry_id}/{child_id}")]
        )

    def pieces(self, item: Item, option: Option | None, value: Any) -> list[CellValue]:
        if option is not None:
            ticked = isinstance(value, list | tuple) and option.id in value
            return [self.texts.text("core.sheet_tick") if ticked else None]
        return cell_pieces(item, value, self.lists)


def section_key(section_id: str) -> str:
    """Return the name of a section among guidance: an item may have the same id."""
    return f"section {section_id}"


def ticked_apart(item: Item) -> bool:
    """Whether each option has a cell to itself: a drop-down gives one answer."""
    return item.type == "choices" and item.options_source is None


def options_elsewhere(questionnaire: Questionnaire, item: Item, texts: Texts) -> str:
    """Return how to write an answer whose options come from another one; empty for other questions."""
    source = questionnaire.place(item.options_source or "")
    if source is None:
        return ""
    told = texts.text("core.sheet_options_elsewhere", title=source.item.title)
    return f"{told}\n{texts.text('core.sheet_one_each_line')}" if item.type == "choices" else told


def implied_answers(holder: Item, view: Item) -> Iterable[str]:
    """Return the children of which a table of this view says the answer by itself."""
    single = {child.id for child in holder.items if child.type in ("choice", "yes-no")}
    return (child_id for child_id, _ in view.where if child_id in single)


def given_labels(questionnaire: Questionnaire, given: Given) -> dict[str, dict[str, str]]:
    """Return what each entry is called, by the path of its entries or of a view of them, and by its id."""
    lists: dict[str, dict[str, str]] = {}
    items = [item for section in questionnaire.sections for item in section.items]
    holders = [item for item in items if item.type == "entries"]
    # Entries that are called by another list's come after it.
    for holder in sorted(holders, key=lambda item: _is_called_by_others(item)):
        ids = given.entries.get(holder.path, ())
        lists[holder.path] = entry_labels(holder, ids, given.answers, lists)
        lists |= {item.path: lists[holder.path] for item in items if item.of == holder.path}
    return lists


def _is_called_by_others(holder: Item) -> bool:
    return any(child.id == holder.entry_title and child.options_from is not None for child in holder.items)
