"""A workbook for Excel, made of sheets that are described as plain data. The same data gives the same bytes.

Owns what the format needs: cells by their kinds, drop-downs, names, print set-up. What a sheet holds, and
what may leave in it, is decided by whoever asks.

    content = {
        "title": "...", "today": "2026-11-21",
        "words": {"goes_on", "went_on", "see_sheet", "lists", "choose", "page"},
        "sheets": [{
            "title": "...",
            "columns": [{"text": "Due", "kind": "date", "options": null, "width": null}, ...],
            "is_table": true,      # a header, a filter, and room to add rows
            "rows": [{"look": null, "cells": [...]}, ...],
        }, ...],
    }

A cell is null, a text, a number, {"date": "2026-11-21"}, or {"sheet": 3}, which leads to another sheet.
"""

import datetime
import io
from typing import Any

from xlsxwriter import Workbook

from questionnaire_core.outputs.cell_text import MOST, clean, looks_like_formula, pieces, shortened
from questionnaire_core.outputs.excel import (
    AS_TEXT,
    DATE,
    FONT,
    LONGEST_HELP,
    column_of,
    link_to,
    set_up_print,
)
from questionnaire_core.outputs.sheet_names import sheet_names
from questionnaire_core.sheets.answer_cells import EARLIEST

LOOKS: dict[str | None, dict[str, Any]] = {
    None: {},
    "title": {"bold": True, "font_size": 16, "text_wrap": False},
    "heading": {"bold": True, "font_size": 13, "text_wrap": False},
    "label": {"bold": True},
    "note": {"italic": True},
    "header": {"bold": True, "bottom": 2},
}
NARROWEST, WIDEST = 10, 60
ROOM_TO_ADD = 200
"""How many rows under the last have its drop-downs as well."""


def workbook_bytes(content: dict[str, Any]) -> bytes:
    """Return the file."""
    buffer = io.BytesIO()
    with Workbook(buffer, AS_TEXT) as book:
        _Writer(book, content).write()
    return buffer.getvalue()


class _Writer:
    def __init__(self, book: Any, content: dict[str, Any]) -> None:
        self.book = book
        self.content = content
        self.words = content["words"]
        self.sheets = content["sheets"]
        *self.names, self.lists_name = sheet_names([*(s["title"] for s in self.sheets), self.words["lists"]])
        self.formats: dict[tuple[str | None, bool, bool], Any] = {}
        self.lists: dict[tuple[str, ...], str] = {}
        self.lists_sheet: Any = None

    def write(self) -> None:
        created = datetime.datetime.fromisoformat(self.content["today"])
        self.book.set_properties({"title": clean(self.content["title"]), "created": created})
        written = [self.book.add_worksheet(name) for name in self.names]
        for sheet, data in zip(written, self.sheets, strict=True):
            self.fill(sheet, data)
            set_up_print(sheet, self.content["title"], self.words["page"])
            sheet.fit_to_pages(1, 0)
            if data["is_table"]:
                sheet.repeat_rows(0)

    def format(self, look: str | None, *, date: bool = False, quoted: bool = False) -> Any:
        key = (look, date, quoted)
        if key not in self.formats:
            more = {"num_format": DATE, "align": "left"} if date else {}
            # Editing such a cell leaves it a text: without this Excel would then take it for a formula.
            self.formats[key] = self.book.add_format(
                {**FONT, **LOOKS[look], **more, "quote_prefix": quoted},
            )
        return self.formats[key]

    def fill(self, sheet: Any, data: dict[str, Any]) -> None:
        columns = data["columns"]
        for number, column in enumerate(columns):
            is_date = column["kind"] == "date"
            sheet.set_column(number, number, width(data, number), self.format(None, date=is_date))
        row = 0
        if data["is_table"]:
            row = self.write_row(sheet, 0, "header", [column["text"] for column in columns])
        first = row
        for each in data["rows"]:
            row = self.write_row(sheet, row, each["look"], each["cells"])
        if data["is_table"]:
            sheet.freeze_panes(first, 0)
            sheet.autofilter(0, 0, max(row - 1, 0), len(columns) - 1)
            for number, column in enumerate(columns):
                if column["options"]:
                    self.offer(sheet, (first, number, row + ROOM_TO_ADD, number), column["options"])

    def write_row(self, sheet: Any, row: int, look: str | None, cells: list[Any]) -> int:
        """Write the cells, a text too long for one on into the rows below, and return the next row."""
        following = row + 1
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                said = pieces(clean(cell), self.words["goes_on"], self.words["went_on"])
                for number, piece in enumerate(said):
                    self.write_text(sheet, row + number, column, look, piece)
                following = max(following, row + len(said))
            elif cell is not None:
                self.write_other(sheet, row, column, look, cell)
        return following

    def write_text(self, sheet: Any, row: int, column: int, look: str | None, text: str) -> None:
        if text:
            sheet.write_string(row, column, text, self.format(look, quoted=looks_like_formula(text)))

    def write_other(self, sheet: Any, row: int, column: int, look: str | None, cell: Any) -> None:
        if not isinstance(cell, dict):
            sheet.write_number(row, column, cell, self.format(look))
        elif "sheet" in cell:
            name = self.names[cell["sheet"]]
            says = self.words["see_sheet"].replace("{sheet}", name)
            sheet.write_url(row, column, link_to(name, "A1"), self.format("note"), says)
        else:
            self.write_date(sheet, row, column, look, cell["date"])

    def write_date(self, sheet: Any, row: int, column: int, look: str | None, text: str) -> None:
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            day = datetime.date.min
        if day < EARLIEST:
            self.write_text(sheet, row, column, look, clean(text))
        else:
            sheet.write_datetime(row, column, day, self.format(look, date=True))

    def offer(self, sheet: Any, cells: tuple[int, int, int, int], options: list[str]) -> None:
        """Offer a choice, and let other words stand when the person says so: this is their file."""
        rule = {
            "validate": "list",
            "source": self.list_of(tuple(options)),
            "error_type": "warning",
            "error_message": shortened(self.words["choose"], LONGEST_HELP),
        }
        sheet.data_validation(*cells, rule)

    def list_of(self, options: tuple[str, ...]) -> str:
        """Return where the options stand: a drop-down itself has room for 255 letters and no comma."""
        if options not in self.lists:
            if self.lists_sheet is None:
                self.lists_sheet = self.book.add_worksheet(self.lists_name)
                self.lists_sheet.hide()
            column = len(self.lists)
            for row, option in enumerate(options):
                self.lists_sheet.write_string(row, column, shortened(clean(option), MOST))
            self.lists[options] = column_of(self.lists_name, column, 0, len(options))
        return self.lists[options]


def width(data: dict[str, Any], number: int) -> float:
    """Return how wide a column is to be: as its longest line, within bounds."""
    column = data["columns"][number]
    if column["width"] is not None:
        return float(column["width"])
    longest = len(column["text"]) + 3
    for row in data["rows"]:
        cell = row["cells"][number] if number < len(row["cells"]) else None
        if isinstance(cell, str):
            longest = max(longest, *(len(line) for line in cell[:1000].split("\n")))
        elif isinstance(cell, dict):
            longest = max(longest, len("21 November 2026"))
    return min(max(longest * 1.1, NARROWEST), WIDEST)
