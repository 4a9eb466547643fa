"""What every workbook of ours has in common: how it is opened, its letters, its paper, ways to its sheets."""

from typing import Any

from xlsxwriter.utility import xl_range_abs

from questionnaire_core.outputs.cell_text import clean, shortened

DATE = "d mmm yyyy"
FONT = {"font_name": "Arial", "font_size": 11, "valign": "top", "text_wrap": True}
LONGEST_HELP = 255
AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""How every workbook is opened: whatever a person wrote is text, and runs nothing."""

_A4 = 9
_LONGEST_HEADER = 200


def set_up_print(sheet: Any, title: str, page: str) -> None:
    """Put a sheet on A4, its title and name above it; `page` is the footer with {page} and {pages} in it."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    shown = shortened(clean(title).replace("\n", " "), _LONGEST_HEADER // 2)
    sheet.set_header(f"&L{shown.replace('&', '&&')}&R&A")
    sheet.set_footer("&R" + page.replace("{page}", "&P").replace("{pages}", "&N"))


def link_to(sheet_name: str, cell: str) -> str:
    """Return the address that leads to a cell of another sheet."""
    return f"internal:{_quoted(sheet_name)}!{cell}"


def column_of(sheet_name: str, column: int, first: int, count: int) -> str:
    """Return the source of a drop-down: so many cells of a column, from a row on."""
    return f"={_quoted(sheet_name)}!{xl_range_abs(first, column, first + count - 1, column)}"


def _quoted(sheet_name: str) -> str:
    return "'{}'".format(sheet_name.replace("'", "''"))
