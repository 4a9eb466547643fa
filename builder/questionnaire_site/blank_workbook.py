"""Each questionnaire as a blank workbook, for whoever would rather fill in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.outputs.questionnaire_workbook import questionnaire_workbook
from questionnaire_core.sheets.plan import section_key
from questionnaire_core.texts import Texts
from questionnaire_site.catalogue import Catalogue, Entry
from questionnaire_site.kept import kept
from questionnaire_site.load import Loaded
from questionnaire_site.markdown_text import plain

_IN_SECTIONS = ("intro",)
_IN_ITEMS = ("lead", "guidance")


@dataclass(frozen=True, slots=True)
class BlankWorkbook:
    """What a workbook is made of."""

    definition: dict[str, Any]
    guidance: dict[str, str]
    """What pages say of sections and items as plain text, by `section_key` and path."""
    words: Mapping[str, Entry]

    @classmethod
    def of(cls, loaded: Loaded, catalogues: Mapping[str, Catalogue]) -> BlankWorkbook:
        """Take what goes into a questionnaire's workbook; `catalogues` by their languages."""
        assert loaded.definition is not None
        assert loaded.page is not None
        catalogue = catalogues[loaded.page["language"]]
        guidance = {name: said for name, said in _guidance(loaded.page, catalogue) if said}
        return cls(loaded.definition, guidance, catalogue.for_python())

    def make(self) -> bytes:
        """Return the file. The same questionnaire gives the same bytes."""
        return kept("workbooks", [self.definition, self.guidance, self.words], self._make)

    def _make(self) -> bytes:
        return questionnaire_workbook(decode_questionnaire(self.definition), self.guidance, Texts(self.words))


def _guidance(page: dict[str, Any], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for section in page["sections"]:
        prompts = section.get("prompts")
        think_of = f"{catalogue.text('question.think_of')} {prompts}.\n" if prompts else ""
        yield section_key(section["id"]), (think_of + _said(section, _IN_SECTIONS)).strip()
        for item in section["items"]:
            yield item["path"], _said(item, _IN_ITEMS)
            for child in item.get("items") or []:
                yield child["path"], _said(child, _IN_ITEMS)


def _said(named: dict[str, Any], keys: tuple[str, ...]) -> str:
    return "\n".join(plain(named[key]) for key in keys if named.get(key))
