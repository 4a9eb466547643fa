"""The answers in a workbook that came back, found by its hidden marks.

Owns which cell answers what. What a cell means is `cell_meaning`'s; what all of them come to, and which were
left, is `account`'s. Nothing that a person wrote is dropped silently.
"""

from collections.abc import Iterator, Mapping, Sequence

from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.paths import entry_path
from questionnaire_core.sheets.account import Account, Reading, Said
from questionnaire_core.sheets.cell_meaning import NotUnderstood
from questionnaire_core.sheets.cells import Address, Book, Sheet
from questionnaire_core.sheets.marks import ANSWER, LABEL, Key, Mark, parse_key, parse_mark
from questionnaire_core.sheets.plan import ticked_apart
from questionnaire_core.sheets.row_ids import RowIds
from questionnaire_core.texts import Texts
from questionnaire_core.values import SPACES

_FARTHEST = 60
"""How far from the corner of a sheet its mark is looked for: rows and columns may have been put before it."""


class WrongWorkbook(Exception):
    """A workbook that holds no draft of this questionnaire: `reason` says which way, `other` whose it is."""

    def __init__(self, reason: str, other: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.other = other


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
            reader.account.leave_sheet(sheet)
    is_earlier = any(mark.revision < questionnaire.revision for _, _, mark in marked)
    return reader.account.reading()._replace(is_earlier=is_earlier)


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
        self.account = Account(questionnaire, texts)
        self.row_ids = RowIds()

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
                self.account.order[path] = {id_.cell.shown: label.cell.shown for id_, label in both}

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
        was_there = holder is not None and name in self.account.order.get(holder.path, {})
        if holder is None or not (filled or was_there):
            for said in filled.values():
                self.read_cell(None, None, said)
            return
        held = [(keys.get(column, ""), said.cell.shown) for column, said in filled.items()]
        entry_id = self.row_ids.id_of(holder.path, name, held)
        named = (
            (parse_key(keys[column]) if column in keys else None, said) for column, said in filled.items()
        )
        understood = [self.read_cell(key, (holder, entry_id), said) for key, said in named]
        if was_there or any(understood):
            self.account.add_entry(holder, self.view(mark, holder), entry_id)

    def entries_item(self, path: str | None) -> Item | None:
        place = self.questionnaire.places.get(path or "")
        return place.item if place is not None and place.item.type == "entries" else None

    def view(self, mark: Mark, holder: Item) -> Item | None:
        place = self.questionnaire.places.get(mark.view or "")
        return place.item if place is not None and place.item.of == holder.path else None

    def read_cell(self, key: Key | None, entry: tuple[Item, str] | None, said: Said) -> bool:
        """Take what a cell says, or leave it; say whether it answers anything."""
        if not said.cell.shown.strip(SPACES):
            return False
        item = None if key is None else self.item(key, entry)
        if key is None or item is None:
            why = self.texts.text("core.sheet_not_asked" if key else "core.sheet_beside")
            self.account.leave(said, "", why)
            return False
        path = entry_path(item.path, entry[1]) if entry else item.path
        try:
            return self.account.take(path, item, key, said)
        except NotUnderstood as problem:
            self.account.leave(said, self.title(item, key), str(problem))
            return False

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
