"""What a cell means as the answer to a question, whatever a spreadsheet or a person made of it.

A number may come as text with spaces and commas, a day in four ways, a label in other letters. Only what
can mean one thing is taken: 3/4/2026 is the third of April, as people write it in the UK; "1,5" is no
number, since it might be two.
"""

import datetime
import re
from collections.abc import Mapping

from questionnaire_core.model import Item
from questionnaire_core.rules import Number
from questionnaire_core.sheets.cells import Cell
from questionnaire_core.sheets.labels import folded, meant, option_labels
from questionnaire_core.texts import Texts
from questionnaire_core.values import SPACES, as_number

_THOUSANDS = r"[-+]?\d{1,3}([, ]\d{3})+(\.\d+)?"
_NUMBER = r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?"
_DAY_FIRST = r"(\d{1,2})[ ./-]+(\d{1,2})[ ./-]+(\d{4}|\d{2})"
_YEAR_FIRST = r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})([t ]\d\d:\d\d.*)?"
_DAY_AND_MONTH = r"(?:\w+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([^\W\d]+)\.?,?[ -](\d{4}|\d{2})"
_MONTH_AND_DAY = r"(?:\w+,? )?([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})"
_PLAUSIBLE_DAYS = range(20_000, 80_000)
"""The years 1954 to 2119, as spreadsheets count days: a number that was a day before its format was lost."""
_DAY_ZERO = datetime.date(1899, 12, 30)
_SHORTEST_MONTH = 3
_CENTURY = 2000


class NotUnderstood(Exception):
    """A cell that does not answer its question; the message says why, and how to mend it."""


class Meaning:
    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.yes = self._words("core.sheet_yes_words") | {folded(texts.text("core.sheet_tick"))}
        self.no = self._words("core.sheet_no_words")
        self.months = [folded(month) for month in texts.text("core.sheet_months").split(",")]

    def _words(self, key: str) -> set[str]:
        return {folded(word) for word in self.texts.text(key).split(",")}

    def ticked(self, cell: Cell) -> bool:
        """Return whether an option is ticked."""
        said = folded(cell.shown)
        if cell.kind == "truth" or (cell.kind == "number" and cell.number in (0, 1)):
            return cell.number == 1
        if said in self.yes or said in self.no:
            return said in self.yes
        raise self.wrong("core.sheet_not_a_tick", tick=self.texts.text("core.sheet_tick"))

    def answer(self, item: Item, cell: Cell) -> str | Number:
        """Return the answer that a cell gives to a question with one cell; raises NotUnderstood."""
        match item.type:
            case "number":
                return self.number(cell)
            case "date":
                return self.day(cell)
            case "choice" | "yes-no":
                return self.option(item, cell)
            case _:
                return cell.shown

    def number(self, cell: Cell) -> Number:
        if cell.kind == "number" and cell.number is not None:
            return cell.number
        said = _one_line(cell.shown)
        plain = re.sub("[, ]", "", said) if re.fullmatch(_THOUSANDS, said) else said
        number = as_number(float(plain)) if cell.kind == "text" and re.fullmatch(_NUMBER, plain) else None
        if number is None:
            raise self.wrong("core.sheet_not_a_number")
        return number

    def day(self, cell: Cell) -> str:
        """Return the day as YYYY-MM-DD."""
        if cell.kind == "day":
            return cell.shown
        if cell.kind == "number" and cell.number in _PLAUSIBLE_DAYS:
            return (_DAY_ZERO + datetime.timedelta(days=int(cell.number or 0))).isoformat()
        parts = self._day_parts(_one_line(cell.shown).lower()) if cell.kind == "text" else None
        try:
            year, month, day = parts or (0, 0, 0)
            return datetime.date(year, month, day).isoformat()
        except ValueError:
            raise self.wrong("core.sheet_not_a_day") from None

    def _day_parts(self, said: str) -> tuple[int, int, int] | None:
        if found := re.fullmatch(_DAY_FIRST, said):
            day, month, year = found.groups()
            return _year(year), int(month), int(day)
        if found := re.fullmatch(_YEAR_FIRST, said):
            return int(found[1]), int(found[2]), int(found[3])
        if found := re.fullmatch(_DAY_AND_MONTH, said):
            return _year(found[3]), self._month(found[2]), int(found[1])
        if found := re.fullmatch(_MONTH_AND_DAY, said):
            return int(found[3]), self._month(found[1]), int(found[2])
        return None

    def _month(self, word: str) -> int:
        """Return the number of a month by its name, or by as little of it as is usual; 0 for another word."""
        numbers = (number for number, name in enumerate(self.months, start=1) if name.startswith(word))
        return next(numbers, 0) if len(word) >= _SHORTEST_MONTH else 0

    def option(self, item: Item, cell: Cell) -> str:
        labels = option_labels(item)
        said = cell.shown
        found = meant(_one_line(said), labels) or meant(said, labels)
        if not found and folded(said) in (self.yes if "yes" in labels else ()):
            found = ["yes"]
        elif not found and folded(said) in (self.no if "no" in labels else ()):
            found = ["no"]
        if len(found) != 1:
            raise self.wrong("core.sheet_not_an_option", options=self.texts.listed(list(labels.values())))
        return found[0]

    def entry(self, cell_text: str, labels: Mapping[str, str], title: str) -> str:
        """Return which of some entries a text names."""
        found = meant(_one_line(cell_text), labels)
        if len(found) == 1:
            return found[0]
        key = "core.sheet_several_entries" if found else "core.sheet_not_an_entry"
        raise self.wrong(key, title=title)

    def wrong(self, key: str, **values: object) -> NotUnderstood:
        return NotUnderstood(self.texts.text(key, **values))


def _one_line(text: str) -> str:
    return " ".join(text.strip(SPACES).split())


def _year(text: str) -> int:
    return int(text) if len(text) > 2 else _CENTURY + int(text)
