"""The answers in a workbook that came back, and every cell that does not say one.

Owns finding the answers by the workbook's hidden marks, and putting them together; what a cell means is
`cell_meaning`'s. Nothing that a person wrote is dropped silently: what is not taken is listed with its
cell, its words and what to do.

Long, because forms and tables are read side by side into one account of what was taken and what was left.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.paths import entry_path, template_path
from questionnaire_core.sheets.cell_meaning import Meaning, NotUnderstood
from questionnaire_core.sheets.cells import Address, Book, Cell, Sheet, address_text
from questionnaire_core.sheets.labels import told_apart
from questionnaire_core.sheets.marks import ANSWER, LABEL, Key, Mark, parse_key, parse_mark
from questionnaire_core.sheets.plan import Given, given_labels, implied_answers, ticked_apart
from questionnaire_core.sheets.row_ids import RowIds
from questionnaire_core.texts import Texts
from questionnaire_core.values import SPACES, lines

_FARTHEST = 60
"""How far from the corner of a sheet its mark is looked for: rows and columns may have been put before it."""


class WrongWorkbook(Exception):
    """A workbook that holds no draft of this questionnaire: `reason` says which way, `other` whose it is."""

    def __init__(self, reason: str, other: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.other = other


class Left(NamedTuple):
    """A cell that was not taken."""

    sheet: str
    cell: str
    question: str
    says: str
    why: str


class Reading(NamedTuple):
    answers: dict[str, Any]
    entries: dict[str, list[str]]
    left: list[Left]
    is_earlier: bool = False
    """It is of an earlier revision: what was asked otherwise then is among what is left."""


class Said(NamedTuple):
    """A cell, where it stands and what it is to answer."""

    sheet: str
    address: Address
    cell: Cell

    @property
    def place(self) -> str:
        return address_text(self.address)


def read_workbook(questionnaire: Questionnaire, book: Book, texts: Texts) -> Reading:
    """Return what a workbook says; raises WrongWorkbook."""
    marked = [(sheet, corner, mark) for sheet in book.sheets for corner, mark in _marks(sheet)]
    _check(questionnaire, [mark for _, _, mark in marked])
    reader = _Reader(questionnaire, texts)
    # What entries were called and in which order they stood comes first: it is on the last sheet.
    for sheet, corner, mark in sorted(marked, key=lambda each: each[2].kind != "lists"):
        reader.read_sheet(sheet, corner, mark)
    known = {sheet.name for sheet, _, _ in marked}
    for sheet in book.sheets:
        if sheet.name not in known and sheet.cells:
            reader.leave_sheet(sheet)
    is_earlier = any(mark.revision < questionnaire.revision for _, _, mark in marked)
    return reader.reading()._replace(is_earlier=is_earlier)


def _marks(sheet: Sheet) -> Iterator[tuple[Address, Mark]]:
    """Yield the sheet's mark; a second one, in rows that were copied in, marks nothing."""
    for address, cell in sheet.cells.items():
        if max(address) < _FARTHEST and cell.kind == "text" and (mark := parse_mark(cell.shown)):
            yield address, mark
            return


def _check(questionnaire: Questionnaire, marks: Sequence[Mark]) -> None:
    if not marks:
        raise WrongWorkbook("not-ours")
    ours = [mark for mark in marks if mark.questionnaire == questionnaire.id]
    if len(ours) < len(marks):
        other = next(mark for mark in marks if mark.questionnaire != questionnaire.id)
        raise WrongWorkbook("other-questionnaire", other.title or other.questionnaire)
    if any(mark.revision > questionnaire.revision for mark in ours):
        raise WrongWorkbook("newer-revision")


class _Reader:
    def __init__(self, questionnaire: Questionnaire, texts: Texts) -> None:
        self.questionnaire = questionnaire
        self.texts = texts
        self.meaning = Meaning(texts)
        self.row_ids = RowIds()
        self.answers: dict[str, Any] = {}
        self.taken: dict[str, Said] = {}
        """The cell that each answer came from."""
        self.pieces: dict[str, dict[int, Said]] = {}
        self.waiting: list[tuple[str, Item, Said]] = []
        """What names other answers, which have to be known first."""
        self.entries: dict[str, list[str]] = {}
        self.order: dict[str, dict[str, str]] = {}
        """What the workbook itself calls the entries that it was made with, by path and id."""
        self.left: list[Left] = []

    def read_sheet(self, sheet: Sheet, corner: Address, mark: Mark) -> None:
        if mark.kind == "start":
            return
        rows: dict[int, dict[int, Said]] = {}
        for address, cell in sheet.cells.items():
            rows.setdefault(address[0], {})[address[1]] = Said(sheet.name, address, cell)
        top, side = corner
        keys = {column: said.cell.shown for column, said in rows.pop(top, {}).items() if column != side}
        if mark.kind == "lists":
            self.read_lists(keys, rows)
            return
        for row in rows.values():
            key = row.pop(side, None)
            name = "" if key is None else key.cell.shown
            if mark.kind == "form":
                self.read_line(name, keys, row)
            elif name != LABEL:
                self.read_row(name, keys, row, mark)

    def read_lists(self, keys: Mapping[int, str], rows: Mapping[int, Mapping[int, Said]]) -> None:
        columns: dict[str, list[int]] = {}
        for column, path in keys.items():
            columns.setdefault(path, []).append(column)
        for path, pair in columns.items():
            if len(pair) == 2:
                ids, labels = sorted(pair)
                both = [(row[ids], row[labels]) for row in rows.values() if ids in row and labels in row]
                self.order[path] = {id_.cell.shown: label.cell.shown for id_, label in both}

    def read_line(self, name: str, keys: Mapping[int, str], row: Mapping[int, Said]) -> None:
        for column, said in row.items():
            if keys.get(column) == ANSWER and name != LABEL:
                self.read_cell(parse_key(name) if name else None, None, said)
            elif keys.get(column) not in (LABEL, ANSWER):
                self.read_cell(None, None, said)

    def read_row(self, name: str, keys: Mapping[int, str], row: dict[int, Said], mark: Mark) -> None:
        """Read one entry. A row of which nothing is understood is no entry, but its words are listed."""
        holder = self.entries_item(mark.entries)
        filled = {column: said for column, said in row.items() if said.cell.shown.strip(SPACES)}
        was_there = holder is not None and name in self.order.get(holder.path, {})
        if holder is None or not (filled or was_there):
            for said in filled.values():
                self.read_cell(None, None, said)
            return
        held = [(keys.get(column, ""), said.cell.shown) for column, said in filled.items()]
        ids = self.entries.setdefault(holder.path, [])
        entry_id = self.row_ids.id_of(holder.path, name, held)
        before = len(self.taken) + len(self.pieces) + len(self.waiting)
        for column, said in filled.items():
            key = parse_key(keys[column]) if column in keys else None
            self.read_cell(key, (holder, entry_id), said)
        if was_there or len(self.taken) + len(self.pieces) + len(self.waiting) > before:
            ids.append(entry_id)
            self.imply(holder, self.view(mark, holder), entry_id)

    def entries_item(self, path: str | None) -> Item | None:
        place = self.questionnaire.places.get(path or "")
        return place.item if place is not None and place.item.type == "entries" else None

    def view(self, mark: Mark, holder: Item) -> Item | None:
        place = self.questionnaire.places.get(mark.view or "")
        return place.item if place is not None and place.item.of == holder.path else None

    def imply(self, holder: Item, view: Item | None, entry_id: str) -> None:
        """Give the answers that the table says by itself, unless the row says otherwise."""
        if view is None:
            return
        single = set(implied_answers(holder, view))
        for child_id, wanted in view.where:
            path = f"{holder.path}/{entry_id}/{child_id}"
            if child_id in single:
                self.answers.setdefault(path, wanted)
            elif wanted not in self.answers.setdefault(path, []):
                self.answers[path].append(wanted)

    def read_cell(self, key: Key | None, entry: tuple[Item, str] | None, said: Said) -> None:
        if not said.cell.shown.strip(SPACES):
            return
        item = None if key is None else self.item(key, entry)
        if key is None or item is None:
            self.leave(said, "", self.texts.text("core.sheet_not_asked" if key else "core.sheet_beside"))
            return
        path = entry_path(item.path, entry[1]) if entry else item.path
        try:
            self.take(path, item, key, said)
        except NotUnderstood as why:
            self.leave(said, self.title(item, key), str(why))

    def item(self, key: Key, entry: tuple[Item, str] | None) -> Item | None:
        place = self.questionnaire.places.get(key.path)
        if place is None or place.item.type in ("computed", "group", "entries", "entries-view"):
            return None
        of_entry = place.parent if place.parent is not None and place.parent.type == "entries" else None
        if of_entry is not (entry[0] if entry else None):
            return None
        if ticked_apart(place.item) != (key.option is not None):
            return None
        return place.item if key.option is None or place.item.option(key.option) else None

    def title(self, item: Item, key: Key) -> str:
        parent = self.questionnaire.places[item.path].parent
        group = parent.heading if parent is not None and parent.type == "group" else None
        option = item.option(key.option)
        return ": ".join(each for each in (group, item.heading, option and option.label) if each)

    def take(self, path: str, item: Item, key: Key, said: Said) -> None:
        """Take what a cell says, or keep it until what it names is known; raises NotUnderstood."""
        if said.cell.kind == "formula":
            raise self.meaning.wrong("core.sheet_formula")
        if said.cell.kind == "error":
            raise self.meaning.wrong("core.sheet_error")
        if key.option is not None:
            if self.meaning.ticked(said.cell):
                ticks = self.answers.setdefault(path, [])
                if key.option not in ticks:
                    ticks.append(key.option)
                self.taken.setdefault(path, said)
        elif item.options_source is not None:
            self.waiting.append((path, item, said))
        elif item.type in ("text", "long-text"):
            self.take_piece(path, key.part, said)
        else:
            self.take_value(path, self.meaning.answer(item, said.cell), said)

    def take_piece(self, path: str, part: int, said: Said) -> None:
        pieces = self.pieces.setdefault(path, {})
        if part in pieces and pieces[part].cell.shown != said.cell.shown:
            raise self.twice(pieces[part])
        pieces.setdefault(part, said)

    def take_value(self, path: str, value: Any, said: Said) -> None:
        if path in self.taken and self.answers[path] != value:
            raise self.twice(self.taken[path])
        self.answers[path] = value
        self.taken.setdefault(path, said)

    def twice(self, first: Said) -> NotUnderstood:
        return self.meaning.wrong("core.sheet_twice", cell=f"{first.sheet}, {first.place}")

    def leave(self, said: Said, question: str, why: str) -> None:
        says, result = said.cell.shown, said.cell.result
        if result is not None:
            says = self.texts.text("core.sheet_formula_shown", formula=says, shown=result)
        self.left.append(Left(said.sheet, said.place, question, says, why))

    def leave_sheet(self, sheet: Sheet) -> None:
        why = self.texts.text("core.sheet_foreign", count=len(sheet.cells))
        self.left.append(Left(sheet.name, "", "", "", why))

    def reading(self) -> Reading:
        for path, pieces in self.pieces.items():
            self.answers[path] = "".join(pieces[part].cell.shown for part in sorted(pieces))
        for path, ticks in self.answers.items():
            if isinstance(ticks, list):
                options = [
                    option.id for option in self.questionnaire.places[template_path(path)].item.options
                ]
                ticks.sort(key=options.index)
        self.put_in_order()
        labels = given_labels(self.questionnaire, Given(self.answers, self.entries))
        for path, item, said in self.waiting:
            try:
                value = self.named(path, item, said, labels)
                if value is not None:
                    self.take_value(path, value, said)
            except NotUnderstood as why:
                self.leave(said, item.heading, str(why))
        return Reading(self.answers, {path: ids for path, ids in self.entries.items() if ids}, self.left)

    def put_in_order(self) -> None:
        """Put entries that the workbook was made with into their order again: the sheets may part them."""
        for path, ids in self.entries.items():
            places = {id_: number for number, id_ in enumerate(self.order.get(path, ()))}
            ids.sort(key=lambda id_: places.get(id_, len(places)))

    def named(self, path: str, item: Item, said: Said, labels: Mapping[str, Mapping[str, str]]) -> Any:
        """Return the answer that names entries, or lines of another answer."""
        source = self.questionnaire.place(item.options_source or "")
        title = "" if source is None else source.item.heading
        known = self.known(path, item, labels)
        if item.type != "choices":
            return self.named_one(said.cell.shown, item, known, title)
        chosen: list[str] = []
        for line in lines(said.cell.shown):
            try:
                one = self.named_one(line, item, known, title)
            except NotUnderstood as why:
                self.left.append(Left(said.sheet, said.place, item.heading, line, str(why)))
            else:
                chosen.extend([] if one in chosen else [one])
        if not chosen:
            return None
        return chosen

    def named_one(self, text: str, item: Item, known: Mapping[str, str], title: str) -> str:
        """Return what a text names. Lines that stand in somebody else's workbook are taken on trust."""
        if not known and item.options_from is None:
            return text.strip(SPACES)
        return self.meaning.entry(text, known, title)

    def known(self, path: str, item: Item, labels: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
        """Return what can be named; no lines are known of a text that stands in another's workbook."""
        if item.options_from is None:
            entry_id = path.split("/")[1] if "*" in item.path else None
            text = self.answers.get(entry_path(item.options_from_text or "", entry_id))
            return {line: line for line in lines(text)} if isinstance(text, str) else {}
        here = labels.get(item.options_from, {})
        holder = self.questionnaire.places[item.options_from].item
        told = self.order.get(holder.of or holder.path, {})
        # The workbook's own names first: they tell apart what has the same title.
        return dict(zip(here, told_apart(told.get(id_, label) for id_, label in here.items()), strict=True))
