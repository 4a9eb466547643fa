"""What cells of a workbook to fill in offer, take and say: drop-downs, bounds, a hint beside the cell.

A drop-down's words stand on a hidden sheet, since a drop-down itself has room for 255 letters.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.outputs.cell_text import clean, shortened
from questionnaire_core.outputs.excel import LONGEST_HELP, column_of
from questionnaire_core.sheets.answer_cells import EARLIEST
from questionnaire_core.sheets.labels import option_labels
from questionnaire_core.sheets.plan import Asked, options_elsewhere
from questionnaire_core.texts import Texts

type Cells = tuple[int, int, int, int]
"""First row and column, last row and column."""

_LONGEST_TITLE = 32
_LATEST = datetime.date(9999, 12, 31)


class OptionLists:
    """The hidden sheet of words that drop-downs offer. The row and the column before them hold its marks."""

    def __init__(self, name: str, write: Callable[[int, int, str], None]) -> None:
        self._name = name
        self._write = write
        self._places: dict[tuple[str, ...], str] = {}
        self._columns = 1

    def add_entries(self, path: str, labels: Mapping[str, str]) -> None:
        """Write what each entry is called beside its id, in their order, for whoever reads the file."""
        for words in (tuple(labels), tuple(labels.values())):
            self._write(0, self._columns, path)
            self._places[words] = self._new_column(words)

    def place_of(self, words: tuple[str, ...]) -> str:
        """Return where the words of a drop-down stand."""
        if words not in self._places:
            self._places[words] = self._new_column(words)
        return self._places[words]

    def _new_column(self, words: tuple[str, ...]) -> str:
        column = self._columns
        self._columns += 1
        for row, text in enumerate(words, start=1):
            self._write(row, column, text)
        return column_of(self._name, column, 1, len(words))


class CellRules:
    """The rules of the cells of one sheet, written once for all cells of which the same holds."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        entry_labels: Mapping[str, Mapping[str, str]],
        lists: OptionLists,
        texts: Texts,
    ) -> None:
        self._questionnaire = questionnaire
        self._entry_labels = entry_labels
        self._lists = lists
        self._texts = texts
        self._rules: dict[tuple[tuple[str, Any], ...], list[Cells]] = {}

    def add(self, cells: Cells, asked: Asked) -> None:
        """Offer the answers, or say which there can be, with the question's hint beside the cell."""
        rule = self._rule(asked)
        helps = self._help(asked)
        if rule["validate"] == "any" and not helps:
            return
        if helps:
            title = asked.option.label if asked.option else asked.item.title
            rule["input_title"] = shortened(clean(title), _LONGEST_TITLE)
            rule["input_message"] = shortened(clean(helps), LONGEST_HELP)
        self._rules.setdefault(tuple(sorted(rule.items())), []).append(cells)

    def write_to(self, sheet: Any) -> None:
        """Write them; nothing that is added later is written."""
        for rule, [first, *others] in self._rules.items():
            sheet.data_validation(*first, {**dict(rule), "other_cells": [list(each) for each in others]})

    def _help(self, asked: Asked) -> str:
        elsewhere = options_elsewhere(self._questionnaire, asked.item, self._texts)
        hint = asked.option.hint if asked.option else asked.item.hint
        return "\n".join(each for each in (elsewhere, hint) if each)

    def _rule(self, asked: Asked) -> dict[str, Any]:
        item, text = asked.item, self._texts.text
        if asked.option is not None:
            tick = text("core.sheet_tick")
            return self._choice((tick,), text("core.sheet_not_a_tick", tick=tick))
        if labels := self._entry_labels.get(item.options_from or ""):
            # Entries that were added since are to be named too.
            rule = self._choice(tuple(labels.values()), text("core.sheet_not_listed_yet"))
            return {**rule, "error_type": "information"}
        if item.options:
            return self._choice(tuple(option_labels(item).values()), text("core.sheet_choose"))
        if item.type == "number":
            kind = "decimal" if item.decimals else "integer"
            return _bounds(kind, item, (-1e9, 1e9), text("core.sheet_not_a_number"))
        if item.type == "date":
            return _bounds("date", item, (EARLIEST, _LATEST), text("core.sheet_not_a_day"))
        return {"validate": "any"}

    def _choice(self, words: tuple[str, ...], wrong: str) -> dict[str, Any]:
        message = shortened(wrong, LONGEST_HELP)
        return {"validate": "list", "source": self._lists.place_of(words), "error_message": message}


def _bounds(kind: str, item: Item, usual: tuple[Any, Any], wrong: str) -> dict[str, Any]:
    low, high = (
        given if own is None else own for own, given in zip((item.min, item.max), usual, strict=True)
    )
    if item.type == "date":
        low, high = (datetime.date.fromisoformat(str(each)) for each in (low, high))
    message = shortened(wrong, LONGEST_HELP)
    within = {"criteria": "between", "minimum": low, "maximum": high}
    return {"validate": kind, **within, "error_message": message}
