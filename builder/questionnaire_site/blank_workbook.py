"""Each questionnaire as a blank workbook, for whoever would rather fill in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.outputs.questionnaire_workbook import questionnaire_workbook
from questionnaire_core.sheets.plan import section_key
from questionnaire_core.texts import Texts
from questionnaire_site.catalogue import Catalogue
from questionnaire_site.markdown_text import plain

_IN_SECTIONS = ("intro",)
_IN_ITEMS = ("lead", "guidance")


def blank_workbook(definition: dict[str, Any], guidance: dict[str, str], catalogue: Catalogue) -> bytes:
    """Return the file. The same questionnaire gives the same bytes."""
    return questionnaire_workbook(decode_questionnaire(definition), guidance, Texts(catalogue.for_python()))


def guidance_of(page: dict[str, Any]) -> dict[str, str]:
    """Return what pages say of sections and items as plain text, by `section_key` and path."""
    return {name: said for name, said in _guidance(page) if said}


def _guidance(page: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for section in page["sections"]:
        yield section_key(section["id"]), _said(section, _IN_SECTIONS)
        for item in section["items"]:
            yield item["path"], _said(item, _IN_ITEMS)
            for child in item.get("items") or []:
                yield child["path"], _said(child, _IN_ITEMS)


def _said(named: dict[str, Any], keys: tuple[str, ...]) -> str:
    return "\n".join(plain(named[key]) for key in keys if named.get(key))
