"""What a report is to hold, from JSON: its parts, and the shorter copies made of them."""

from typing import Any

from questionnaire_core.decode.fields import Fields
from questionnaire_core.decode.rules import RuleReader
from questionnaire_core.model import FINDING_KINDS, PART_TYPES, ReportPart, ReportView
from questionnaire_core.problems import Problem


class ReportReader:
    """Reads parts and views, noting problems in the list it is given."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.rules = RuleReader(problems)

    def part(self, data: Any, where: str) -> ReportPart:
        fields = Fields(data, where, self.problems)
        part = fields.one_of("part", PART_TYPES)
        report_part = ReportPart(
            id=fields.text("id"),
            part=part,
            title=fields.text("title"),
            private=fields.optional_text("private"),
            **self.for_part(fields),
        )
        fields.done()
        return report_part

    def for_part(self, fields: Fields) -> dict[str, Any]:
        """The fields that only this part of a report has."""
        match fields.data.get("part"):
            case "conclusion":
                return {"reveal": fields.optional_text("reveal"), "caveat": fields.optional_text("caveat")}
            case "findings":
                return {
                    "kinds": fields.texts_of("kinds", FINDING_KINDS),
                    "empty": fields.optional_text("empty"),
                    "suggest": fields.flag("suggest"),
                    "dismiss": fields.optional_text("dismiss"),
                }
            case "result-grid":
                return {"grid": fields.text("grid"), "empty": fields.optional_text("empty")}
            case "answers":
                return {"items": fields.texts("items"), "sections": fields.texts("sections")}
            case "entries":
                return {"entries": fields.text("entries")}
            case "grid":
                return {
                    **self.chosen_entries(fields),
                    "rows": fields.text("rows"),
                    "columns": fields.text("columns"),
                    "cell": fields.one_of("cell", ("names", "count"), "names"),
                }
            case "pathways":
                return {
                    "entries": fields.text("entries"),
                    "from_item": fields.text("from"),
                    "to_item": fields.text("to"),
                    "kind": fields.optional_text("kind"),
                    "lanes": fields.optional_text("lanes"),
                    "text": fields.texts("text"),
                    "open_when": fields.optional("open_when", self.rules.condition),
                    "empty": fields.optional_text("empty"),
                }
            case "list":
                return {
                    **self.chosen_entries(fields),
                    "show": fields.texts("show"),
                    "sort": fields.optional_text("sort"),
                }
            case "changes":
                return {
                    "entries": fields.optional_text("entries"),
                    "done_when": fields.optional("done_when", self.rules.condition),
                }
            case _:
                return {}

    def chosen_entries(self, fields: Fields) -> dict[str, Any]:
        return {
            "entries": fields.text("entries"),
            "where": fields.optional("where", self.rules.condition),
            "empty": fields.optional_text("empty"),
        }

    def view(self, data: Any, where: str) -> ReportView:
        fields = Fields(data, where, self.problems)
        view = ReportView(
            fields.text("id"), fields.text("title"), fields.texts("parts"), fields.optional_whole("most")
        )
        fields.done()
        return view
