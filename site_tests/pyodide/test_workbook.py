"""The shipped Pyodide writes the workbook that CPython writes, with the XlsxWriter that the site ships."""

import base64
import json

from questionnaire_core.outputs.workbook import workbook_bytes
from site_tests.fixtures.workbook_content import WORKSHOP
from site_tests.pyodide.shipped import WHOLE, XLSXWRITER, ask_pyodide
from site_tests.support.excel import members

REQUEST = json.dumps({"id": 1, "type": "workbook", "payload": WORKSHOP})


def test_the_shipped_pyodide_writes_the_same_workbook() -> None:
    [reply] = map(json.loads, ask_pyodide([REQUEST], (WHOLE, XLSXWRITER)))

    assert reply["ok"], reply
    assert members(base64.b64decode(reply["result"])) == members(workbook_bytes(WORKSHOP))


def test_without_its_library_the_answer_is_an_error() -> None:
    [reply] = map(json.loads, ask_pyodide([REQUEST], (WHOLE,)))

    assert not reply["ok"]
    assert "xlsxwriter" in reply["error"]["message"]
