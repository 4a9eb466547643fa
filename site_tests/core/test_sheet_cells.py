"""What people do to a workbook: other kinds of cells, moved rows, renamed sheets; and files that do harm.

Long: a list of cases, each a few lines.
"""

import datetime
import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from questionnaire_core.inputs.workbook_cells import UnreadableWorkbook, read_cells
from questionnaire_core.outputs.cell_text import MOST
from questionnaire_core.sheets.account import Reading
from questionnaire_core.sheets.cells import address_text
from questionnaire_core.sheets.reading import WrongWorkbook
from site_tests.fixtures import bicycle_workshop, street_tools
from site_tests.support.sheets import TEXTS, Filling, decoded, made, read

WORKSHOP = decoded(bicycle_workshop.DEFINITION)
ABOUT, KIT, SAFETY = "About the workshop", "K Kit", "S Safety"
DAY = datetime.date(2026, 4, 3)


@pytest.fixture
def blank() -> Filling:
    return Filling(made(WORKSHOP))


def reading_of(filling: Filling) -> Reading:
    return read(WORKSHOP, filling.content)


@pytest.mark.parametrize(
    ("question", "written", "path", "answer"),
    [
        ("Volunteers", " 1,234 ", "volunteers", 1234),
        ("Volunteers", "1\u00a0234", "volunteers", 1234),
        ("Volunteers", 12.0, "volunteers", 12),
        ("Trained mechanics", ".5", "mechanics", 0.5),
        ("Date of the visit", DAY, "visited", "2026-04-03"),
        ("Date of the visit", datetime.datetime(2026, 4, 3, 14, 5), "visited", "2026-04-03"),
        ("Date of the visit", "3/4/2026", "visited", "2026-04-03"),
        ("Date of the visit", "03.04.26", "visited", "2026-04-03"),
        ("Date of the visit", "2026-04-03", "visited", "2026-04-03"),
        ("Date of the visit", "Friday, 3rd of April 2026", "visited", "2026-04-03"),
        ("Date of the visit", "3 Apr 2026", "visited", "2026-04-03"),
        ("Date of the visit", "April 3, 2026", "visited", "2026-04-03"),
        ("Name", 2026, "name", "2026"),
        ("Name", "  =cmd|' /C calc'!A0 ", "name", "  =cmd|' /C calc'!A0 "),
        ("Name", "\u202eright to left", "name", "\u202eright to left"),
    ],
)
def test_what_can_mean_one_thing_is_understood(
    blank: Filling, question: str, written: Any, path: str, answer: Any
) -> None:
    cell = blank.form_cell(ABOUT, question)
    cell.value = written
    if isinstance(written, str):
        cell.data_type = "s"
    elif question == "Name":
        cell.number_format = "General"

    reading = reading_of(blank)

    assert reading.answers == {path: answer}
    assert reading.left == []


@pytest.mark.parametrize(
    ("question", "written", "why"),
    [
        ("Volunteers", "about 12", "core.sheet_not_a_number"),
        ("Volunteers", "1,5", "core.sheet_not_a_number"),
        ("Volunteers", True, "core.sheet_not_a_number"),
        ("Volunteers", "=6*2", "core.sheet_formula"),
        ("Volunteers", "#REF!", "core.sheet_error"),
        ("Date of the visit", "31/2/2026", "core.sheet_not_a_day"),
        ("Date of the visit", "4/13/2026", "core.sheet_not_a_day"),
        ("Date of the visit", "April 2026", "core.sheet_not_a_day"),
        ("Date of the visit", 2026, "core.sheet_not_a_day"),
    ],
)
def test_what_cannot_is_left_with_its_cell_its_words_and_the_reason(
    blank: Filling, question: str, written: Any, why: str
) -> None:
    cell = blank.form_cell(ABOUT, question)
    cell.value = written
    if question == "Date of the visit":
        cell.number_format = "General"
    [left] = reading_of(blank).left

    assert (left.sheet, left.cell, left.question) == (ABOUT, cell.coordinate, question)
    assert left.says == str(written).upper() if written is True else str(written)
    assert left.why == TEXTS.text(why)


@pytest.mark.parametrize("written", ["yes", " TRUE", "x", "✓", True, 1])
def test_a_tick_has_many_forms(blank: Filling, written: Any) -> None:
    blank.form_cell(KIT, "A tall one").value = written
    blank.form_cell(KIT, "A low one").value = "No"

    assert reading_of(blank).answers == {"stands/parts": ["tall"]}


@pytest.mark.parametrize(
    ("written", "answer"),
    [("YES", "yes"), (False, "no"), ("DONT-KNOW", "dont-know"), ("dont-know", "dont-know")],
)
def test_labels_are_known_in_other_letters(blank: Filling, written: Any, answer: str) -> None:
    blank.form_cell(SAFETY, "Is there a first aid box?").value = written

    assert reading_of(blank).answers == {"first-aid": answer}


def test_an_answer_that_is_not_offered_names_those_that_are(blank: Filling) -> None:
    blank.form_cell(KIT, "What state is it in?").value = "so-so"
    [left] = reading_of(blank).left

    assert "Missing, There, but worn, Ready, Spotless and Not sure" in left.why


def test_a_cell_that_names_an_entry_says_where_the_names_are() -> None:
    book = Filling(made(decoded(street_tools.DEFINITION))).book
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]

    [said] = [rule.prompt for rule in rules if rule.promptTitle == "Give"]

    assert said == "Write it as under “Tools”."


def test_moved_rows_new_columns_and_other_names_of_sheets_change_nothing(blank: Filling) -> None:
    blank.form_cell(ABOUT, "Name").value = "Spoke Yard"
    blank.form_cell(ABOUT, "Volunteers").value = 3
    sheet = blank.book[ABOUT]
    sheet.title = "Renamed"
    sheet.move_range("A4:D5", rows=20)
    sheet.insert_cols(1, 2)
    sheet.insert_cols(5)
    sheet.insert_rows(1, 3)
    sheet["E9"] = "a thought"

    reading = reading_of(blank)

    assert reading.answers == {"name": "Spoke Yard", "volunteers": 3}
    assert [(left.cell, left.says) for left in reading.left] == [("E9", "a thought")]


def test_two_answers_to_one_question_leave_the_second(blank: Filling) -> None:
    blank.form_cell(ABOUT, "Volunteers").value = 3
    copy = blank.book.copy_worksheet(blank.book[ABOUT])
    next(row for row in copy.iter_rows() if row[1].value == "Volunteers")[2].value = 4

    reading = reading_of(blank)

    assert reading.answers == {"volunteers": 3}
    assert [left.says for left in reading.left] == ["4"]


def test_rows_have_ids_that_stay_and_no_two_are_the_same(blank: Filling) -> None:
    for row, what in enumerate(["Oil", "Oil", "Pump"], start=1):
        blank.table_cell("Jobs", row, "What").value = what
    first = reading_of(blank).entries["jobs"]
    blank.table_cell("Jobs", 3, "By when").value = DAY

    second = reading_of(blank).entries["jobs"]

    assert len({*first}) == 3
    assert first[:2] == second[:2]
    assert first[2] != second[2]


def test_days_are_right_in_a_workbook_that_counts_them_from_1904(blank: Filling) -> None:
    blank.book.epoch = CALENDAR_MAC_1904
    blank.form_cell(ABOUT, "Date of the visit").value = DAY

    assert reading_of(blank).answers == {"visited": "2026-04-03"}


def test_a_text_too_long_for_a_cell_comes_back_whole() -> None:
    text = "".join(f"Line {number}\n" for number in range(10_000))
    response = bicycle_workshop.response_data({"stands/notes": text, "jobs/j1/what": text}, {"jobs": ["j1"]})

    reading = read(WORKSHOP, made(WORKSHOP, response))

    assert len(text) > 2 * MOST
    assert reading.answers == response["answers"]
    assert reading.left == []


def test_words_on_another_sheet_are_told_of(blank: Filling) -> None:
    blank.book.create_sheet("My notes")["B2"] = "remember"
    [left] = reading_of(blank).left

    assert (left.sheet, left.why) == ("My notes", TEXTS.text("core.sheet_foreign", count=1))


def test_a_blank_one_has_no_answers_and_the_same_bytes_each_time(blank: Filling) -> None:
    assert reading_of(blank) == Reading({}, {}, [])
    assert made(WORKSHOP) == made(WORKSHOP)


def test_labels_are_locked_answers_are_not_and_there_is_no_password(blank: Filling) -> None:
    sheet = blank.book[ABOUT]
    answer = blank.form_cell(ABOUT, "Name")

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet.cell(row=answer.row, column=2).protection.locked
    assert not answer.protection.locked
    assert blank.book["Lists"].sheet_state == "veryHidden"
    assert not [
        cell for each in blank.book for row in each.iter_rows() for cell in row if cell.data_type == "f"
    ]


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A workbook with one of its parts replaced, or added."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, part)
    return buffer.getvalue()


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b0 "ha">'
    + b"".join(b'<!ENTITY b%d "%s">' % (n, b"&b%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]><sst><si><t>&b9;</t></si></sst>"
)


FAR_OUT = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    + b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(1, 3000))
    + b"</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 but no zip", "damaged"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "not-a-workbook"),
        (packed(xl__workbook=b"<workbook/>"), "damaged"),
        (packed(xl__bomb=bytes(40_000_000)), "too-large"),
        (packed(**{f"xl__{number}": b"" for number in range(3000)}), "too-large"),
        (with_part(made(WORKSHOP), "xl/worksheets/sheet2.xml", FAR_OUT), "too-large"),
        (made(WORKSHOP)[:-100], "damaged"),
        (with_part(made(WORKSHOP), "xl/sharedStrings.xml", LAUGHS), "damaged"),
        (with_part(made(WORKSHOP), "xl/worksheets/sheet2.xml", b"<worksheet><sheetData><row><c"), "damaged"),
    ],
    ids=[
        "empty",
        "no zip",
        "ods",
        "no workbook",
        "bomb",
        "many files",
        "wide rows",
        "cut off",
        "entities",
        "broken sheet",
    ],
)
def test_a_file_that_is_no_workbook_or_means_harm_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableWorkbook, match=reason):
        read_cells(content)


def test_macros_are_left_alone_and_far_cells_are_found(blank: Filling) -> None:
    blank.form_cell(ABOUT, "Name").value = "Spoke Yard"
    blank.book[ABOUT]["XFD4"] = "far"
    blank.book[ABOUT]["C1048576"] = "deep"
    content = with_part(blank.content, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 a macro")

    reading = read(WORKSHOP, content)

    assert reading.answers == {"name": "Spoke Yard"}
    assert [(left.cell, left.says) for left in reading.left] == [("XFD4", "far"), ("C1048576", "deep")]


def test_a_formula_shows_what_it_showed_and_is_no_answer() -> None:
    content = made(WORKSHOP, bicycle_workshop.response_data({"volunteers": 7}))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml")
    content = with_part(
        content, "xl/worksheets/sheet2.xml", sheet.replace(b"<v>7</v>", b"<f>3+4</f><v>7</v>")
    )

    reading = read(WORKSHOP, content)

    assert reading.answers == {}
    assert [left.says for left in reading.left] == ["=3+4 (showed: 7)"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"id": "other", "title": "Another"}, "other-questionnaire"), ({"revision": 3}, "newer-revision")],
)
def test_a_workbook_of_something_else_is_refused(changes: dict[str, Any], reason: str) -> None:
    content = made(decoded({**bicycle_workshop.DEFINITION, **changes}))

    with pytest.raises(WrongWorkbook) as refusal:
        read(WORKSHOP, content)

    assert refusal.value.reason == reason
    assert refusal.value.other == ("Another" if reason == "other-questionnaire" else "")


def test_a_workbook_of_an_earlier_revision_is_read_by_the_questions_of_today() -> None:
    earlier = Filling(made(decoded({**bicycle_workshop.DEFINITION, "revision": 1})))
    earlier.form_cell(ABOUT, "Volunteers").value = 3

    reading = reading_of(earlier)

    assert reading.is_earlier
    assert reading.answers == {"volunteers": 3}
    assert not reading_of(Filling(made(WORKSHOP))).is_earlier


def test_a_workbook_from_elsewhere_is_refused() -> None:
    buffer = io.BytesIO()
    Workbook().save(buffer)

    with pytest.raises(WrongWorkbook, match="not-ours"):
        read(WORKSHOP, buffer.getvalue())


@pytest.mark.parametrize(
    ("address", "text"), [((0, 0), "A1"), ((6, 25), "Z7"), ((0, 26), "AA1"), ((9, 702), "AAA10")]
)
def test_addresses_are_written_as_spreadsheets_do(address: tuple[int, int], text: str) -> None:
    assert address_text(address) == text
