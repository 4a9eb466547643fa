"""A questionnaire as a workbook to fill in. The same questionnaire and answers give the same bytes.

Owns how the sheets look and what is locked. What stands on them comes from `sheets`, what a cell offers from
`cell_rules`. Protection has no password: it guards against slips, and whoever wants to take it off can.

No cell is a formula. In a table the whole columns are open, so that rows never run out.
"""

import datetime
import io
from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook as Book

from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.outputs.cell_rules import CellRules, OptionLists
from questionnaire_core.outputs.cell_text import MOST, clean, looks_like_formula, shortened
from questionnaire_core.outputs.excel import AS_TEXT, DATE, FONT, LONGEST_HELP, link_to, set_up_print
from questionnaire_core.outputs.sheet_names import sheet_names
from questionnaire_core.sheets.answer_cells import CellValue
from questionnaire_core.sheets.marks import ANSWER, LABEL, Mark, SheetKind, mark_text
from questionnaire_core.sheets.plan import Asked, Form, Given, Line, Table, planned
from questionnaire_core.texts import Texts

NO_DAY = datetime.datetime(2000, 1, 1)
"""When a workbook says it was made: a real moment would change the bytes at every build."""
LAST_ROW = 2000
"""How far down drop-downs go in a table."""
TITLE, INTRO, QUESTION, OPTION, FIRST = 1, 2, 3, 4, 5
"""The rows of a table before its entries; the first of all is hidden."""
FORM_WIDTHS = (44, 46, 76)
"""Of a question, its answer and what helps to answer it."""
LINE_HEIGHT, HIGHEST, LINES_TO_WRITE = 15, 409, 4
COLUMNS_ON_PAPER = 14
PAPER, EDGE, LINK = "#F3F6EC", "#9AA39A", "#0B5D57"
"""Colours: of a cell to answer in, of its border, of a link to a sheet."""

_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": False},
    "intro": {"text_wrap": False},
    "header": {"bold": True, "bottom": 2},
    "section": {"bold": True, "font_size": 14, "top": 2},
    "heading": {"bold": True, "font_size": 12, "top": 1},
    "fold": {"italic": True},
    "question": {},
    "option": {"align": "left", "indent": 2},
    "guidance": {"font_color": "#404040"},
    "plain": {"text_wrap": False},
    "turned": {"text_wrap": True, "bottom": 1, "font_size": 10},
}


def questionnaire_workbook(
    questionnaire: Questionnaire, guidance: Mapping[str, str], texts: Texts, given: Given | None = None
) -> bytes:
    """Return the file: blank, or with the answers given so far."""
    buffer = io.BytesIO()
    with Book(buffer, AS_TEXT) as book:
        _Writer(book, questionnaire, guidance, texts, given or Given()).write()
    return buffer.getvalue()


class _Writer:
    def __init__(
        self, book: Any, questionnaire: Questionnaire, guidance: Mapping[str, str], texts: Texts, given: Given
    ) -> None:
        self.book = book
        self.questionnaire = questionnaire
        self.texts = texts
        self.plan = planned(questionnaire, guidance, texts, given)
        titles = [texts.text("core.sheet_start"), *(sheet.title for sheet in self.plan.sheets)]
        *self.names, self.lists_name = sheet_names([*titles, texts.text("core.sheet_lists")])
        self.formats: dict[tuple[Any, ...], Any] = {}

    def write(self) -> None:
        self.book.set_properties({"title": clean(self.questionnaire.title), "created": NO_DAY})
        start, *sheets = [self.book.add_worksheet(name) for name in self.names]
        self.lists = self.write_lists()
        self.write_start(start)
        for sheet, plan in zip(sheets, self.plan.sheets, strict=True):
            if isinstance(plan, Form):
                self.write_form(sheet, plan)
            else:
                self.write_table(sheet, plan)

    def write_lists(self) -> OptionLists:
        sheet = self.book.add_worksheet(self.lists_name)
        sheet.very_hidden()
        self.write_text(sheet, 0, 0, self.mark("lists"), "plain")
        lists = OptionLists(
            self.lists_name, lambda row, column, text: self.write_text(sheet, row, column, text, "plain")
        )
        for path, labels in self.plan.lists.items():
            lists.add_entries(path, labels)
        return lists

    def rules(self) -> CellRules:
        return CellRules(self.questionnaire, self.plan.lists, self.lists, self.texts)

    def mark(self, kind: SheetKind) -> str:
        of = self.questionnaire
        return mark_text(Mark(kind, of.id, of.title, of.revision))

    def look(self, name: str, **more: Any) -> Any:
        key = (name, *sorted(more.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({**FONT, **_LOOKS[name], **more})
        return self.formats[key]

    def answer_look(self, item: Item, quoted: bool = False) -> Any:
        """Return how a cell to answer in looks. A short text is a text whatever is typed: "3/4" is no day."""
        more: dict[str, Any] = {"locked": False, "border": 1, "border_color": EDGE, "bg_color": PAPER}
        if item.type == "date":
            more |= {"num_format": DATE, "align": "left"}
        elif item.type == "number":
            more |= {"align": "left"}
        elif item.type == "text":
            more |= {"num_format": "@"}
        return self.look("question", **more, **({"quote_prefix": True} if quoted else {}))

    def write_text(self, sheet: Any, row: int, column: int, text: str, look: str, **more: Any) -> None:
        said = shortened(clean(text), MOST)
        quoted = {"quote_prefix": True} if looks_like_formula(said) else {}
        sheet.write_string(row, column, said, self.look(look, **more, **quoted))

    def write_answer(self, sheet: Any, row: int, column: int, item: Item, value: CellValue) -> None:
        match value:
            case None:
                sheet.write_blank(row, column, None, self.answer_look(item))
            case str():
                look = self.answer_look(item, looks_like_formula(value))
                sheet.write_string(row, column, value, look)
            case datetime.date():
                sheet.write_datetime(row, column, value, self.answer_look(item))
            case _:
                sheet.write_number(row, column, value, self.answer_look(item))

    def write_start(self, sheet: Any) -> None:
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 100)
        sheet.set_row(0, None, None, {"hidden": True})
        self.write_text(sheet, 0, 0, self.mark("start"), "plain")
        self.write_text(sheet, 1, 0, self.questionnaire.title, "title")
        how = self.texts.text("core.sheet_how", title=self.questionnaire.title).splitlines()
        for row, line in enumerate(how, start=2):
            self.write_text(sheet, row, 0, line, "question")
        top = len(how) + 3
        self.write_text(sheet, top, 0, self.texts.text("core.sheet_sheets"), "header")
        link = self.look("plain", font_color=LINK, underline=1)
        for row, (name, plan) in enumerate(zip(self.names[1:], self.plan.sheets, strict=True), start=top + 1):
            words = shortened(clean(plan.title).replace("\n", " "), LONGEST_HELP)
            sheet.write_url(row, 0, link_to(name, "B2"), link, words)
        sheet.protect()
        self.set_up_print(sheet)

    def write_form(self, sheet: Any, form: Form) -> None:
        self.begin(sheet, form)
        self.write_keys(sheet, {1: LABEL, 2: ANSWER, 3: LABEL})
        for column, width in enumerate(FORM_WIDTHS, start=1):
            sheet.set_column(column, column, width)
        header = ("core.sheet_question", "core.sheet_answer", "core.sheet_guidance")
        for column, key in enumerate(header, start=1):
            self.write_text(sheet, 2, column, self.texts.text(key), "header")
        rules = self.rules()
        for row, line in enumerate(form.lines, start=3):
            height = _height(line)
            if height > LINE_HEIGHT:
                sheet.set_row(row, height)
            self.write_text(sheet, row, 1, line.text, line.look)
            if line.guidance:
                self.write_text(sheet, row, 3, line.guidance, "guidance")
            key = LABEL if line.asked is None else str(line.asked.key)
            self.write_text(sheet, row, 0, key, "plain")
            if line.asked is not None:
                self.write_answer(sheet, row, 2, line.asked.item, line.value)
                rules.add((row, 2, row, 2), line.asked)
        for row in (1, 2):
            self.write_text(sheet, row, 0, LABEL, "plain")
        rules.write_to(sheet)
        sheet.freeze_panes(3, 2)
        sheet.repeat_rows(2)
        sheet.fit_to_pages(1, 0)

    def write_table(self, sheet: Any, table: Table) -> None:
        self.begin(sheet, table)
        # Its ids go with their rows when these are sorted or taken out.
        sheet.set_column(0, 0, None, self.look("plain", locked=False), {"hidden": True})
        self.write_text(sheet, INTRO, 1, table.intro.replace("\n", " "), "intro")
        keys = {number: str(asked.key) for number, asked in enumerate(table.columns, start=1)}
        self.write_keys(sheet, keys)
        for row, height in ((TITLE, 24), (INTRO, 18), (QUESTION, 48), (OPTION, 48)):
            sheet.set_row(row, height, self.look("plain"))
            self.write_text(sheet, row, 0, LABEL, "plain")
        rules = self.rules()
        for number, asked in enumerate(table.columns, start=1):
            sheet.set_column(number, number, _width(asked, number), self.answer_look(asked.item))
            rules.add((FIRST, number, LAST_ROW, number), asked)
        rules.write_to(sheet)
        self.write_headers(sheet, table.columns)
        for row, entry in enumerate(table.rows, start=FIRST):
            self.write_text(sheet, row, 0, entry.entry_id, "plain", locked=False)
            for column, (asked, value) in enumerate(zip(table.columns, entry.values, strict=True), start=1):
                if value is not None:
                    self.write_answer(sheet, row, column, asked.item, value)
        sheet.freeze_panes(FIRST, 2)
        sheet.repeat_rows(QUESTION, OPTION)
        sheet.repeat_columns(1)
        sheet.fit_to_pages(1 + len(table.columns) // COLUMNS_ON_PAPER, 0)

    def write_headers(self, sheet: Any, columns: list[Asked]) -> None:
        """Write each question over its columns, and its options below it."""
        first = 0
        while first < len(columns):
            item = columns[first].item
            last = first
            while last + 1 < len(columns) and columns[last + 1].item is item:
                last += 1
            title = f"{item.title} ({item.unit})" if item.unit else item.title
            if first < last:
                sheet.merge_range(QUESTION, first + 1, QUESTION, last + 1, "", self.look("header", border=1))
            self.write_text(sheet, QUESTION, first + 1, title, "header", border=1)
            for number in range(first, last + 1):
                option = columns[number].option
                words = self.texts.text("core.sheet_goes_on", title=title) if columns[number].part > 1 else ""
                self.write_text(sheet, OPTION, number + 1, option.label if option else words, "turned")
            first = last + 1

    def begin(self, sheet: Any, plan: Form | Table) -> None:
        sheet.hide_gridlines(2)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column(0, 0, None, None, {"hidden": True})
        self.write_text(sheet, 0, 0, mark_text(plan.mark), "plain")
        self.write_text(sheet, TITLE, 1, plan.title, "title")
        may = (
            "format_cells",
            "format_columns",
            "format_rows",
            "insert_rows",
            "delete_rows",
            "sort",
            "autofilter",
        )
        sheet.protect("", dict.fromkeys(may, True))
        self.set_up_print(sheet)

    def write_keys(self, sheet: Any, keys: Mapping[int, str]) -> None:
        for column, key in keys.items():
            self.write_text(sheet, 0, column, key, "plain")

    def set_up_print(self, sheet: Any) -> None:
        page = self.texts.text("core.sheet_page", page="{page}", pages="{pages}")
        set_up_print(sheet, self.questionnaire.title, page)


def _height(line: Line) -> float:
    """Return how high a line of a form is to be. LibreOffice does not find out before somebody types."""
    texts = zip((line.text, str(line.value or ""), line.guidance), FORM_WIDTHS, strict=True)
    most = max(sum(1 + int(len(part) / width) for part in text.split("\n")) for text, width in texts)
    is_long = line.asked is not None and line.asked.item.type == "long-text"
    return float(min(HIGHEST, LINE_HEIGHT * max(most, LINES_TO_WRITE if is_long else 1)))


def _width(asked: Asked, number: int) -> float:
    """Return how wide a column of a table is to be; the first says what the row is about."""
    if asked.option is not None:
        return 15
    kind = 46 if asked.item.type == "long-text" else 24
    return max(kind, 36) if number == 1 else kind
