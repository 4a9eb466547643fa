"""Questionnaires from JSON, strictly: every problem is found in one pass.

An absent key means its default. Structure and references are checked; cycles are for
`references.find_cycles`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from questionnaire_core.decode.fields import Fields
from questionnaire_core.decode.items import ItemReader
from questionnaire_core.decode.report import ReportReader
from questionnaire_core.decode.start_from import StartFromReader
from questionnaire_core.decode.workshop import WorkshopReader
from questionnaire_core.model import (
    FINDING_KINDS,
    AdviceRule,
    Band,
    FindingKind,
    Labels,
    PrivateKind,
    Questionnaire,
    Section,
)
from questionnaire_core.problems import DecodeError, Problem, shown
from questionnaire_core.structure import structure_problems
from questionnaire_core.values import as_number


def decode_questionnaire(data: Mapping[str, Any]) -> Questionnaire:
    """The questionnaire that this definition describes; raises DecodeError with all its problems."""
    reader = _QuestionnaireReader()
    questionnaire = reader.questionnaire(data)
    problems = reader.problems or structure_problems(questionnaire)
    if problems:
        raise DecodeError(problems)
    return questionnaire


class _QuestionnaireReader:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.items = ItemReader(self.problems)
        self.report = ReportReader(self.problems)
        self.drafts = StartFromReader(self.problems)
        self.meetings = WorkshopReader(self.problems)

    def fields(self, data: Any, where: str) -> Fields:
        return Fields(data, where, self.problems)

    def questionnaire(self, data: Any) -> Questionnaire:
        fields = self.fields(data, "")
        questionnaire = Questionnaire(
            id=fields.text("id"),
            title=fields.text("title"),
            revision=fields.whole("revision", 1),
            language=fields.text("language"),
            step=fields.one_of("step", ("item", "section"), "item"),
            labels=self.labels(fields.inside("labels")),
            name_from=fields.texts("name_from"),
            date_from=fields.optional_text("date_from"),
            start_from=fields.optional("start_from", self.drafts.start_from),
            workshop=fields.optional("workshop", self.meetings.workshop),
            private=fields.each("private", self.private),
            settings=self.settings(fields.optional("settings", self.fields)),
            sections=fields.each("sections", self.section),
            bands=fields.each("bands", self.band),
            advice=fields.optional("advice", self.advice),
            findings_labels=fields.optional("findings_labels", self.findings_labels) or (),
            report=fields.each("report", self.report.part),
            report_views=fields.each("report_views", self.report.view),
            has_scoring=fields.flag("has_scoring"),
        )
        fields.done()
        return questionnaire

    def labels(self, fields: Fields) -> Labels:
        labels = Labels(
            section=fields.text("section"),
            sections=fields.text("sections"),
            item=fields.text("item"),
            items=fields.text("items"),
            later=fields.optional_text("later"),
        )
        fields.done()
        return labels

    def private(self, data: Any, where: str) -> PrivateKind:
        fields = self.fields(data, where)
        private = PrivateKind(fields.text("id"), fields.text("label"), fields.flag("team_only"))
        fields.done()
        return private

    def settings(self, fields: Fields | None) -> Mapping[str, Any]:
        """Plain values and lists of them, for nobody to change."""
        read = {key: self.setting(fields, key) for key in fields.data} if fields else {}
        return MappingProxyType(read)

    def setting(self, fields: Fields, key: str) -> Any:
        if isinstance(fields.raw(key), list):
            return fields.each(key, self.plain)
        return self.plain(fields.raw(key), fields.at(key))

    def plain(self, data: Any, where: str) -> Any:
        value = data if isinstance(data, (str, bool)) else as_number(data)
        if value is None:
            self.problems.append(
                Problem(where, "text, a number, true, false or a list of these", shown(data))
            )
        return value

    def section(self, data: Any, where: str) -> Section:
        fields = self.fields(data, where)
        section = Section(
            id=fields.text("id"),
            code=fields.optional_text("code"),
            title=fields.text("title"),
            tag=fields.optional_text("tag"),
            step=fields.one_of("step", ("item", "section"), "item"),
            place=fields.one_of("place", ("hub", "results"), "hub"),
            show_when=fields.optional("show_when", self.items.rules.condition),
            items=fields.each("items", self.items.item),
            bands=fields.each("bands", self.band),
        )
        fields.done()
        return section

    def band(self, data: Any, where: str) -> Band:
        fields = self.fields(data, where)
        band = Band(
            fields.text("id"),
            fields.text("label"),
            fields.optional_text("text") or "",
            fields.number("at_least", 0),
        )
        fields.done()
        return band

    def advice(self, data: Any, where: str) -> AdviceRule:
        fields = self.fields(data, where)
        advice = AdviceRule(fields.texts("towards"), fields.whole("most", 8))
        fields.done()
        return advice

    def findings_labels(self, data: Any, where: str) -> tuple[tuple[FindingKind, str], ...]:
        fields = self.fields(data, where)
        labels = tuple((kind, fields.text(kind)) for kind in FINDING_KINDS if fields.has(kind))
        fields.done()
        return labels
