"""The workbooks of this site's questionnaires: laid out for people, and nothing lost on the way."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.sheets.account import Reading
from questionnaire_site.blank_workbook import BlankWorkbook
from questionnaire_site.catalogue import Catalogue
from questionnaire_site.load import load_all
from site_tests.core.strategies import responses
from site_tests.support.excel import read_excel
from site_tests.support.places import ROOT
from site_tests.support.sheets import Filling, answers_to_come_back, made, read

LOADED = {each.id: each for each in load_all(ROOT / "questionnaires")}
QUESTIONNAIRES = {id: decode_questionnaire(each.definition or {}) for id, each in LOADED.items()}
CATALOGUE = Catalogue.load(ROOT / "theme/catalogue", "en-GB")
# The two that ship: whoever writes a further one need not fill an example with it.
ids = pytest.mark.parametrize("id", ["self-audit", "service-map"])


def round_trip(id: str, response: dict[str, Any]) -> tuple[Reading, dict[str, Any]]:
    questionnaire = QUESTIONNAIRES[id]
    return read(questionnaire, made(questionnaire, response)), answers_to_come_back(questionnaire, response)


@ids
def test_no_answer_of_the_example_is_lost(id: str) -> None:
    example = LOADED[id].example
    assert example is not None

    reading, expected = round_trip(id, example)

    assert len(expected) > 80
    assert reading == Reading(expected, example["entries"], [])


@pytest.mark.long
@ids
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data())
def test_no_answer_is_lost_whatever_it_is(id: str, data: st.DataObject) -> None:
    reading, expected = round_trip(id, data.draw(responses(QUESTIONNAIRES[id])))

    assert {path: reading.answers.get(path) for path in expected} == expected


def test_the_map_has_a_sheet_for_each_sector_and_a_row_needs_no_sector() -> None:
    filling = Filling(made(QUESTIONNAIRES["service-map"]))
    filling.table_cell("10 Early help", 1, "Name of the service").value = "Puddle Lane"
    filling.table_cell("10 Early help", 1, "Level", "Specialist level").value = "Yes"
    filling.table_cell("Services", 40, "Name of the service").value = "Elsewhere"
    filling.table_cell("Services", 40, "Sector").value = "maternity"
    filling.table_cell("Pathway steps", 1, "From which service?").value = "puddle lane"
    filling.table_cell("Pathway steps", 1, "To which service?").value = "Nowhere"
    filling.form_cell(
        "Sectors", "How far have you got with this sector?", "10 Early help"
    ).value = "All listed"

    reading = read(QUESTIONNAIRES["service-map"], filling.content)

    elsewhere, lane = sorted(
        reading.entries["services"], key=lambda id: str(reading.answers[f"services/{id}/name"])
    )
    [step] = reading.entries["pathway-steps"]
    assert reading.answers == {
        f"services/{lane}/name": "Puddle Lane",
        f"services/{lane}/sector": "early-help",
        f"services/{lane}/levels": ["specialist-level"],
        f"services/{elsewhere}/name": "Elsewhere",
        f"services/{elsewhere}/sector": "maternity",
        f"pathway-steps/{step}/from": lane,
        "early-help/status": "all-listed",
    }
    assert [left.says for left in reading.left] == ["Nowhere"]
    # Whole columns are open: rows do not run out.
    assert not filling.book["10 Early help"].column_dimensions["B"].protection.locked


def test_the_audit_says_beside_each_question_what_helps() -> None:
    book = Filling(made(QUESTIONNAIRES["self-audit"])).book
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]

    assert "for everyone it should reach" in str(
        [[c.value for c in row] for row in book["C Clinical work"].iter_rows()]
    )
    assert {rule.type for rule in rules} >= {"list", "date", "decimal"}
    assert all(rule.formula1.startswith("'Lists'!") for rule in rules if rule.type == "list")


@ids
def test_what_a_section_says_first_stands_on_its_sheet(id: str) -> None:
    loaded = LOADED[id]
    content = BlankWorkbook.of(loaded, {CATALOGUE.language: CATALOGUE}).make()
    said = read_excel(content).said

    assert any(text.startswith("You give these details once.") for text in said)
    if id == "service-map":
        assert any(text.startswith("Think of: antenatal classes") for text in said)
    assert read(QUESTIONNAIRES[id], content) == Reading({}, {}, [])
