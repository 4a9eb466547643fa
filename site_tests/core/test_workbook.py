"""Workbooks: what goes in comes out of them again as what it was, whatever it was."""

import base64
import datetime
import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire_core.bridge import Bridge
from questionnaire_core.outputs.cell_text import MOST, clean, length, pieces
from questionnaire_core.outputs.sheet_names import sheet_names
from questionnaire_core.outputs.workbook import workbook_bytes
from site_tests.fixtures import workbook_content as made
from site_tests.support.excel import ExcelFile, read_excel

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.fixture(scope="module")
def workshop() -> ExcelFile:
    return read_excel(workbook_bytes(made.WORKSHOP))


def one_column(*texts: str) -> list[Any]:
    file = read_excel(workbook_bytes(made.content(made.texts(*texts))))
    return [cell for [cell] in file.rows("Notes")]


def test_texts_numbers_and_days_are_what_they_were(workshop: ExcelFile) -> None:
    assert workshop.rows("Jobs what's next") == [
        ["Job", "State", "Due", "Hours"],
        ["Oil the chain", "Ready", datetime.datetime(2026, 12, 1), 1.5],
        ["Mend the pump", "Worn, but safe", "soon", 0],
        ["Sell the penny-farthing", None, "1899-05-01", None],
    ]


def test_a_table_has_a_frozen_header_a_filter_and_a4_across(workshop: ExcelFile) -> None:
    sheet = workshop.sheet("Jobs what's next")

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D4"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet["C2"].number_format == "d mmm yyyy"
    assert sheet["A2"].alignment.wrap_text


def test_drop_downs_offer_every_choice_below_the_last_row_too(workshop: ExcelFile) -> None:
    [rule] = workshop.sheet("Jobs what's next").data_validations.dataValidation

    assert workshop.choices("Jobs what's next", "State") == made.STATES
    assert "B100" in rule.sqref
    assert rule.errorStyle == "warning"
    assert workshop.book["Lists"].sheet_state == "hidden"


def test_nothing_is_a_formula_or_a_foreign_link(workshop: ExcelFile) -> None:
    notes = workshop.rows("Notes")

    assert workshop.formulas == []
    assert [said for [said] in notes[1 : len(made.FORMULAS) + 3]] == [
        *made.FORMULAS,
        made.LOOKS_ESCAPED,
        made.LINK,
    ]
    assert workshop.sheet("Notes")["A2"].quotePrefix
    assert workshop.sheet("Results")["B2"].hyperlink.location == "'Jobs what''s next'!A1"
    assert all(cell.hyperlink is None for row in workshop.sheet("Notes") for cell in row)


def test_control_characters_go_and_lines_stay(workshop: ExcelFile) -> None:
    assert workshop.rows("Results")[2][1] == "abc\nd\ufffd"


def test_a_long_text_goes_on_below_whole_and_marked(workshop: ExcelFile) -> None:
    long = [said for [said] in workshop.rows("Notes") if said and said.endswith(("long ", "on]"))]

    assert all(len(said) <= MOST for said in long)
    words = "".join(said.removeprefix("[from] ").removesuffix(" [on]") for said in long[:4])
    assert words == "long " * 20_000


@given(st.lists(ANY_TEXT, min_size=1, max_size=5))
def test_any_text_comes_back_but_for_what_is_no_text(texts: list[str]) -> None:
    assert one_column(*texts, "end")[1:-1] == [clean(text) or None for text in texts]


@given(st.text(max_size=50), st.integers(1, 3_000))
def test_pieces_join_to_the_whole_and_fit(text: str, times: int) -> None:
    cut = pieces(text * times, ">", "<")

    assert all(length(each) <= MOST for each in cut)
    joined = (
        cut[0]
        if len(cut) == 1
        else "".join(
            each[number > 0 : len(each) - (number < len(cut) - 1)] for number, each in enumerate(cut)
        )
    )
    assert joined == text * times


@given(st.lists(st.one_of(ANY_TEXT, st.sampled_from(["History", "a" * 40, "A" * 40, "'", "[]"])), max_size=8))
def test_names_of_sheets_are_allowed_and_each_its_own(titles: list[str]) -> None:
    names = sheet_names(titles)

    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 0 < length(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'"
        assert name[-1] != "'"
        assert name.casefold() != "history"
        assert not any(unicodedata.category(letter) == "Cs" for letter in name)


def test_the_same_content_gives_the_same_bytes_dated_by_the_day_that_comes_with_it() -> None:
    content = workbook_bytes(made.WORKSHOP)
    properties = read_excel(content).book.properties

    assert workbook_bytes(made.WORKSHOP) == content
    assert properties.title == "Bicycles & more"
    assert properties.created == datetime.datetime(2026, 11, 21)
    assert not properties.creator
    assert not properties.lastModifiedBy


def test_the_bridge_makes_it_without_anything_loaded() -> None:
    request = json.dumps({"id": 3, "type": "workbook", "payload": made.WORKSHOP})
    reply = json.loads(Bridge().handle(request))

    assert reply["ok"], reply
    assert base64.b64decode(reply["result"]) == workbook_bytes(made.WORKSHOP)
