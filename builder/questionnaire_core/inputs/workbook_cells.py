"""The cells of an Excel workbook, read and never run. The only module that knows openpyxl.

Refuses what is no workbook, and what would take more time or memory than any filled-in one: how much is
inside is asked of the file's own table of contents, and no more than that is ever unpacked. Macros,
links and drawings are not looked at. What a formula last showed is shown beside it and is no answer.

openpyxl and not calamine, which is quicker: that gives what a formula showed as if somebody had typed it.
"""

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from questionnaire_core.sheets.cells import Address, Book, Cell, Sheet

MOST_BYTES = 30_000_000
MOST_FILES = 2_000
MOST_SHEETS = 200
MOST_CELLS = 300_000
MOST_PASSED = 20_000_000
"""Places that are looked at, empty ones before a cell that stands far out among them."""


class UnreadableWorkbook(Exception):
    """A file that cannot be read as a workbook; the message is the reason, for the page to put into words."""


def read_cells(content: bytes) -> Book:
    """Return what the cells hold; raises UnreadableWorkbook."""
    _look_inside(content)
    try:
        # It warns of what it leaves out, such as drawings: none of that is an answer.
        with warnings.catch_warnings(action="ignore"):
            return Book(tuple(_all_sheets(content)))
    except UnreadableWorkbook:
        raise
    except Exception as problem:
        # openpyxl has no error of its own for what is wrong inside a file: it may be anything.
        raise UnreadableWorkbook("damaged") from problem


def _all_sheets(content: bytes) -> list[Sheet]:
    sheets = list(_sheets(_opened(content)))
    if not any(cell.kind == "formula" for sheet in sheets for cell in sheet.cells.values()):
        return sheets
    shown = _sheets(_opened(content, data_only=True))
    return [_with_shown(*pair) for pair in zip(sheets, shown, strict=True)]


def _opened(content: bytes, *, data_only: bool = False) -> Any:
    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False, data_only=data_only)
    if len(book.worksheets) > MOST_SHEETS:
        raise UnreadableWorkbook("too-large")
    return book


def _look_inside(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise UnreadableWorkbook("damaged") from None
    if len(inside) > MOST_FILES or sum(each.file_size for each in inside) > MOST_BYTES:
        raise UnreadableWorkbook("too-large")
    if not any(each.filename.startswith("xl/") for each in inside):
        raise UnreadableWorkbook("not-a-workbook")


def _sheets(book: Any) -> Iterator[Sheet]:
    passed = found = 0
    for sheet in book.worksheets:
        # What it says of its size may be wrong, and then hides cells.
        sheet.reset_dimensions()
        cells: dict[Address, Cell] = {}
        for number, row in enumerate(sheet.iter_rows()):
            passed += 1 + len(row)
            for column, each in enumerate(row):
                if each.value is not None and (cell := _cell(each)):
                    cells[number, column] = cell
            if passed > MOST_PASSED or found + len(cells) > MOST_CELLS:
                raise UnreadableWorkbook("too-large")
        found += len(cells)
        yield Sheet(sheet.title, cells)


def _with_shown(sheet: Sheet, shown: Sheet) -> Sheet:
    """Put beside each formula what it last showed."""
    return Sheet(sheet.name, {at: _showing(cell, shown.cells.get(at)) for at, cell in sheet.cells.items()})


def _showing(cell: Cell, shown: Cell | None) -> Cell:
    if cell.kind != "formula" or shown is None:
        return cell
    return cell._replace(result=shown.shown)


def _cell(each: Any) -> Cell | None:
    value = each.value
    if each.data_type == "f":
        return Cell("formula", str(getattr(value, "text", None) or value))
    if each.data_type == "e":
        return Cell("error", str(value))
    match value:
        case bool():
            return Cell("truth", str(value).upper(), int(value))
        case int() | float():
            return Cell("number", f"{value:.15g}", int(value) if float(value).is_integer() else value)
        case datetime.datetime() | datetime.date():
            return Cell("day", value.isoformat()[:10])
        case datetime.time() | datetime.timedelta():
            return Cell("text", str(value))
        case _:
            text = str(value).replace("_x000D_", "").replace("\r\n", "\n")
            return Cell("text", text) if text else None
