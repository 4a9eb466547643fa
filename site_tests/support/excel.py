"""Workbooks, read back by openpyxl, which had no part in writing them."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class ExcelFile:
    book: Any

    @property
    def names(self) -> list[str]:
        """Of the sheets that are shown."""
        return [sheet.title for sheet in self.book if sheet.sheet_state == "visible"]

    def sheet(self, name: str) -> Worksheet:
        return self.book[name]

    def rows(self, name: str) -> list[list[Any]]:
        """What stands in the cells: texts, numbers, moments; None where nothing does."""
        return [list(row) for row in self.sheet(name).iter_rows(values_only=True)]

    def records(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table, by its header."""
        header, *rows = self.rows(name)
        return [dict(zip(header, row, strict=True)) for row in rows]

    def choices(self, name: str, title: str) -> list[str]:
        """What the drop-downs under a title offer."""
        sheet = self.sheet(name)
        [column] = [cell.column_letter for cell in sheet[1] if cell.value == title]
        [rule] = [each for each in sheet.data_validations.dataValidation if f"{column}2" in each.sqref]
        lists, cells = rule.formula1.rsplit("!", 1)
        return [cell.value for [cell] in self.book[lists.strip("'")][cells.replace("$", "")]]

    @property
    def said(self) -> list[str]:
        """Every text in every sheet, hidden ones too."""
        cells = (cell for sheet in self.book for row in sheet.iter_rows(values_only=True) for cell in row)
        return [cell for cell in cells if isinstance(cell, str)]

    @property
    def formulas(self) -> list[str]:
        cells = (cell for sheet in self.book for row in sheet.iter_rows() for cell in row)
        return [cell.value for cell in cells if cell.data_type == "f"]


def read_excel(content: bytes) -> ExcelFile:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
    return ExcelFile(load_workbook(BytesIO(content)))


def members(content: bytes) -> dict[str, tuple[bytes, tuple[int, ...]]]:
    """The file's parts and their times: two builds of zlib may compress the same bytes differently."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {each.filename: (archive.read(each), each.date_time) for each in archive.infolist()}
