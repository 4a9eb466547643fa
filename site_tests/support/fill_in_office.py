"""Fills in a workbook as a person does, in LibreOffice itself. Run by the Python that LibreOffice brings.

    python3 fill_in_office.py PIPE BLANK.xlsx FILLED.xlsx < [[sheet, question, column, typed], ...]

A cell is found by the question beside it or above it. What is typed goes through LibreOffice's own reading of
numbers and days, as from the keyboard.
"""

import json
import sys
import time

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

WAITING = 60
ROWS, COLUMNS = 80, 120
FIRST_ROW = 5


def main() -> None:
    pipe, blank, filled = sys.argv[1:]
    office = connected(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    desktop = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
    document = desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(blank), "_blank", 0, (named("Hidden", True),)
    )
    for sheet, question, where, typed in json.load(sys.stdin):
        cell = answer_cell(document.Sheets.getByName(sheet), question, where)
        if cell.CellProtection.IsLocked:
            raise SystemExit(f"{sheet}, {question}: the cell is locked")
        cell.setFormula(typed)
    document.storeToURL(uno.systemPathToFileUrl(filled), (named("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    desktop.terminate()


def connected(address):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    until = time.monotonic() + WAITING
    while True:
        try:
            return resolver.resolve(address)
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def named(name, value):
    return PropertyValue(name, 0, value, 0)


def answer_cell(sheet, question, where):
    """The cell to the right of a question; or, of a table, the first empty one under a title."""
    if where == "beside":
        row = next(row for row in range(ROWS) if sheet.getCellByPosition(1, row).String == question)
        return sheet.getCellByPosition(2, row)
    column = next(
        column
        for row in (3, 4)
        for column in range(COLUMNS)
        if sheet.getCellByPosition(column, row).String == question
    )
    return sheet.getCellByPosition(column, FIRST_ROW)


main()
