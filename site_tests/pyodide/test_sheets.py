"""The shipped Pyodide makes the workbook to fill in that CPython makes, and reads from it the same."""

import base64
import json
from typing import Any

from questionnaire_core.bridge import Bridge
from questionnaire_site.catalogue import Catalogue
from site_tests.fixtures import bicycle_workshop
from site_tests.pyodide.shipped import OPENPYXL, WHOLE, XLSXWRITER, ask_pyodide
from site_tests.support.excel import members
from site_tests.support.places import ROOT
from site_tests.support.sheets import Filling, decoded, made

WORKSHOP = decoded(bicycle_workshop.DEFINITION)
GIVEN = bicycle_workshop.response_data(
    {
        "name": "Spoke Yard",
        "volunteers": 3,
        "visited": "2026-11-18",
        "stands/parts": ["tall"],
        "jobs/j1/what": "Oil",
    },
    {"jobs": ["j1"]},
)


def request(kind: str, **payload: Any) -> str:
    texts = Catalogue.load(ROOT / "theme/catalogue", "en-GB").for_python()
    common = {"definition": bicycle_workshop.DEFINITION, "texts": texts}
    return json.dumps({"id": 1, "type": kind, "payload": {**common, **payload}})


def test_it_makes_the_same_workbook() -> None:
    asked = request("questionnaire-workbook", guidance={}, answers=GIVEN["answers"], entries=GIVEN["entries"])
    [reply] = map(json.loads, ask_pyodide([asked], (WHOLE, XLSXWRITER)))

    assert reply["ok"], reply
    assert members(base64.b64decode(reply["result"])) == members(made(WORKSHOP, GIVEN))


def test_it_reads_the_same_answers_and_refusals() -> None:
    filling = Filling(made(WORKSHOP, GIVEN))
    filling.form_cell("About the workshop", "Volunteers").value = "three"
    files = [filling.content, b"PK no zip", made(decoded({**bicycle_workshop.DEFINITION, "id": "other"}))]
    asked = [request("read-workbook", file=base64.b64encode(each).decode()) for each in files]

    replies = [json.loads(reply) for reply in ask_pyodide(asked, (WHOLE, OPENPYXL))]

    assert replies == [json.loads(Bridge().handle(each)) for each in asked]
    assert [reply["result"]["ok"] for reply in replies] == [True, False, False]
