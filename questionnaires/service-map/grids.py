"""What the rules say, by level, as tables."""

from collections.abc import Iterable, Iterator

from questionnaire_core import Grid

from .area import Area, all_of
from .verdicts import Verdict, verdict


def grids(area: Area, verdicts: list[Verdict]) -> Iterator[Grid]:
    """The same verdicts by level. Each cell says in words what its colour shows."""
    states = {"covered": "yes", "partial": "partial", "gap": "no", "unknown": "unsure"}
    words = {"partial": "In part", "gap": "None", "unknown": "Not known"}
    said = {(each.rule, each.subject): each for each in verdicts}

    def row(header: str, cells: Iterable[Verdict]) -> tuple[str, tuple[tuple[str, str], ...]]:
        return header, tuple(
            (words.get(each.kind) or each.reasons[0].text, states[each.kind]) for each in cells
        )

    def rows(
        rule: str, headers: Iterable[tuple[str, str]]
    ) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        return tuple(
            row(label, (said[rule, f"{id_}-{level}"] for level in area.levels)) for id_, label in headers
        )

    def who(child: str) -> Iterator[Verdict]:
        for level in area.levels:
            fits = ((s, all_of(s.usable, s.at(level), s.says(child))) for s in area.services)
            yield verdict(area, "", level, level, fits, (child, "levels", "focus"))

    columns = tuple(area.label("levels", level) for level in area.levels)
    stages = rows("R3", [(stage, area.label("stages", stage)) for stage in area.stages])
    yield Grid("by-stage", "Relationship support by age and level", "Age", columns, stages)
    districts = rows("R7", area.districts.items())
    yield Grid("by-district", "Relationship support by district and level", "District", columns, districts)
    asked = {
        "open-to-any": "Any parent and infant under two",
        "relationship-enough": "Worry about the relationship is enough",
        "edge-of-care": "Families at risk of care",
        **{group: area.response.item(f"services/*/{group}").title for group in area.settings["groups"]},
    }
    people = tuple(row(header, who(child)) for child, header in asked.items())
    yield Grid("who-can-come", "Who can get relationship support", "Families", columns, people)
    help_ = (row("Perinatal mental health", (said["R18", level] for level in area.levels)),)
    yield Grid("perinatal", "Perinatal mental health by level", "Help", columns, help_)
