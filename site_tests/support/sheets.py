"""Workbooks to fill in: made, filled in by a test as a person would, and read back."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.inputs.workbook_cells import read_cells
from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.outputs.cell_text import clean
from questionnaire_core.outputs.questionnaire_workbook import questionnaire_workbook
from questionnaire_core.sheets.account import Reading
from questionnaire_core.sheets.plan import Given
from questionnaire_core.sheets.reading import read_workbook
from questionnaire_core.texts import Texts
from questionnaire_core.values import answer_or_none, lines
from questionnaire_site.catalogue import Catalogue
from site_tests.support.places import ROOT

TEXTS = Texts(Catalogue.load(ROOT / "theme/catalogue", "en-GB").for_python())


def made(questionnaire: Questionnaire, response: Mapping[str, Any] | None = None) -> bytes:
    """A workbook, blank or with these answers."""
    given = Given(response["answers"], response["entries"]) if response else None
    return questionnaire_workbook(questionnaire, {}, TEXTS, given)


def read(questionnaire: Questionnaire, content: bytes) -> Reading:
    return read_workbook(questionnaire, read_cells(content), TEXTS)


class Filling:
    """A workbook in a person's hands: cells are found by what stands beside and above them."""

    def __init__(self, content: bytes) -> None:
        self.book = load_workbook(BytesIO(content))

    def form_cell(self, sheet: str, question: str, after: str = "") -> Any:
        """The answer cell beside a question; the first below a heading where it is asked more than once."""
        rows = iter(self.book[sheet].iter_rows())
        if after:
            next(row for row in rows if row[1].value == after)
        return next(row[2] for row in rows if row[1].value == question)

    def table_cell(self, sheet: str, row: int, question: str, option: str | None = None) -> Any:
        """The cell of an entry, numbered from 1."""
        of = self.book[sheet]
        titles, options = of[4], of[5]
        column = next(cell.column for cell in titles if cell.value == question)
        while option is not None and options[column - 1].value != option:
            column += 1
        return of.cell(row=5 + row, column=column)

    @property
    def content(self) -> bytes:
        buffer = BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()


def answers_to_come_back(questionnaire: Questionnaire, response: Mapping[str, Any]) -> dict[str, Any]:
    """Those that say something, and name only what is there."""
    return {
        path: in_order(item, as_read(value))
        for path, value in response["answers"].items()
        if (item := item_at(questionnaire, path))
        and item.type != "computed"
        and answer_or_none(tuple(value) if isinstance(value, list) else as_read(value)) is not None
        and names_what_is_there(questionnaire, path, value, response)
    }


def item_at(questionnaire: Questionnaire, path: str) -> Item:
    place = questionnaire.place(path)
    assert place is not None
    return place.item


def in_order(item: Item, value: Any) -> Any:
    if not isinstance(value, list) or item.options_source:
        return value
    return [option.id for option in item.options if option.id in value]


def names_what_is_there(
    questionnaire: Questionnaire, path: str, value: Any, response: Mapping[str, Any]
) -> bool:
    item = item_at(questionnaire, path)
    named = value if isinstance(value, list) else [value]
    if item.options_from:
        holder = questionnaire.places[item.options_from].item
        return {*named} <= {*response["entries"].get(holder.of or holder.path, [])}
    if item.options_from_text:
        source = item.options_from_text.replace("*", path.split("/")[1] if "*" in item.path else "*")
        told = lines(response["answers"].get(source) or "")
        return not told or {*named} <= {*told}
    return True


def as_read(value: Any) -> Any:
    """A draft's answer as a workbook can hold it: without control characters."""
    if isinstance(value, str):
        return clean(value)
    return [clean(one) for one in value] if isinstance(value, list) else value


def decoded(definition: Mapping[str, Any]) -> Questionnaire:
    return decode_questionnaire(definition)
