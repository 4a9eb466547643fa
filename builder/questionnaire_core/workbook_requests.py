"""What the browser asks of workbooks: to write one of a report, to write one to fill in, and to read that.

A file is bytes in base64: a JSON text holds no others. The library of each format is imported only where it
is used, since the browser fetches no other.
"""

import binascii
from typing import Any

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.sheets.plan import Given
from questionnaire_core.sheets.reading import WrongWorkbook, read_workbook
from questionnaire_core.texts import Texts


def answer(kind: str, payload: Any) -> Any:
    """Answer one request."""
    match kind:
        case "workbook":
            return _workbook(payload)
        case "questionnaire-workbook":
            return _questionnaire_workbook(payload)
        case _:
            return _read(payload)


def _workbook(content: Any) -> str:
    from questionnaire_core.outputs.workbook import workbook_bytes

    return _base64(workbook_bytes(content))


def _questionnaire_workbook(payload: Any) -> str:
    from questionnaire_core.outputs.questionnaire_workbook import questionnaire_workbook

    questionnaire = decode_questionnaire(payload["definition"])
    given = Given(payload["answers"], payload["entries"])
    guidance, texts = payload["guidance"], Texts(payload["texts"])
    return _base64(questionnaire_workbook(questionnaire, guidance, texts, given))


def _read(payload: Any) -> dict[str, Any]:
    """Return what a workbook says, or the reason why it cannot be read."""
    from questionnaire_core.inputs.workbook_cells import UnreadableWorkbook, read_cells

    questionnaire = decode_questionnaire(payload["definition"])
    try:
        book = read_cells(binascii.a2b_base64(payload["file"]))
        reading = read_workbook(questionnaire, book, Texts(payload["texts"]))
    except UnreadableWorkbook as refusal:
        return {"ok": False, "reason": str(refusal), "other": ""}
    except WrongWorkbook as refusal:
        return {"ok": False, "reason": refusal.reason, "other": refusal.other}
    left = [each._asdict() for each in reading.left]
    return {**reading._asdict(), "ok": True, "left": left}


def _base64(content: bytes) -> str:
    return binascii.b2a_base64(content, newline=False).decode()
