"""What a new draft carries over, from JSON."""

from typing import Any

from questionnaire_core.decode.fields import Fields
from questionnaire_core.decode.rules import RuleReader
from questionnaire_core.problems import Problem
from questionnaire_core.start_from import Carried, Offer, SomeEntries, StartFrom


class StartFromReader:
    """Reads what is carried over, noting problems in the list it is given."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.rules = RuleReader(problems)

    def start_from(self, data: Any, where: str) -> StartFrom:
        fields = Fields(data, where, self.problems)
        start_from = StartFrom(
            text=fields.text("text"),
            reminder=fields.optional_text("reminder"),
            carried=self.carried(fields),
            offer=fields.each("offer", self.offer),
        )
        fields.done()
        return start_from

    def offer(self, data: Any, where: str) -> Offer:
        fields = Fields(data, where, self.problems)
        offer = Offer(
            fields.text("id"), fields.text("label"), fields.optional_text("hint"), self.carried(fields)
        )
        fields.done()
        return offer

    def carried(self, fields: Fields) -> Carried:
        return Carried(
            keep=fields.texts("keep"),
            leave_out=fields.texts("leave_out"),
            entries=fields.each("entries", self.some_entries),
        )

    def some_entries(self, data: Any, where: str) -> SomeEntries:
        fields = Fields(data, where, self.problems)
        some = SomeEntries(fields.text("entries"), fields.optional("where", self.rules.condition))
        fields.done()
        return some
