"""What a team compares in a workshop, from JSON."""

from typing import Any

from questionnaire_core.decode.fields import Fields
from questionnaire_core.problems import Problem
from questionnaire_core.workshop import Compared, Tick, Workshop


class WorkshopReader:
    """Reads what is compared, noting problems in the list it is given."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def workshop(self, data: Any, where: str) -> Workshop:
        fields = Fields(data, where, self.problems)
        workshop = Workshop(fields.each("compared", self.compared))
        fields.done()
        return workshop

    def compared(self, data: Any, where: str) -> Compared:
        fields = Fields(data, where, self.problems)
        compared = Compared(
            question=fields.text("question"),
            why=fields.optional_text("why"),
            minority=fields.optional_text("minority"),
            tick=fields.optional("tick", self.tick),
        )
        fields.done()
        return compared

    def tick(self, data: Any, where: str) -> Tick:
        fields = Fields(data, where, self.problems)
        tick = Tick(fields.text("item"), fields.text("option"))
        fields.done()
        return tick
