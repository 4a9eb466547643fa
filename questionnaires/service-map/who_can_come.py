"""Who can get relationship support: out of worry alone, any parent and infant, groups often left out."""

from collections.abc import Iterator

from .area import Area, all_of, any_of
from .verdicts import SOME_FAMILIES, Verdict, about, at_hand, verdict


def r4_worry_is_enough(area: Area) -> Iterator[Verdict]:
    """Above universal level, worry about the relationship must be enough: in each district, at each age."""
    needs = ("relationship-enough", "levels", "focus", "stages", "coverage", "covered-districts")
    above = [(s, all_of(s.usable, s.at(*area.higher))) for s in area.services]
    takes = [(s, all_of(fact, s.says("relationship-enough"))) for s, fact in above]
    by_age = (area.everywhere((s, all_of(fact, s.sees(age))) for s, fact in takes) for age in area.stages)
    kind = area.kind(all_of(*by_age), any_of(fact for _, fact in takes))
    lacking = [
        *about("Enough by itself only here", [s for s, fact in takes if fact], needs[0]),
        *about(
            "Not enough by itself", [s for s, fact in above if fact and s.says(needs[0]) is False], needs[0]
        ),
    ] or at_hand([s for s in area.services if s.at(*area.higher)])
    fits = ((s, all_of(fact, s.says_where, s.sees(*s.stages))) for s, fact in takes)
    yield verdict(
        area,
        "R4",
        "worry",
        "Worry about the relationship",
        fits,
        needs,
        first=True,
        kind=kind,
        lacking=lacking,
        otherwise="No service is listed above universal level",
    )


def r5_open_to_any(area: Area) -> Iterator[Verdict]:
    """Every level needs something that is open to any parent and infant under two."""
    for level in area.levels:
        here = [(s, all_of(s.usable, s.at(level))) for s in area.services]
        fits = ((s, all_of(fact, s.says("open-to-any"))) for s, fact in here)
        limits = area.response.item("services/*/limits").options
        lacking = [
            reason
            for limit in limits
            for reason in about(
                limit.label, [s for s, fact in here if fact and limit.id in s.limits], "limits"
            )
        ]
        unsaid = [s for s, fact in here if fact and s.says("open-to-any") is False and not s.limits]
        lacking += about("Not open to everyone, and its limits are not recorded", unsaid, "limits")
        lacking = lacking or at_hand([s for s in area.services if s.at(level)])
        name, needs = area.label("levels", level), ("open-to-any", "levels", "focus")
        otherwise = "No service is listed at this level"
        yield verdict(area, "R5", level, name, fits, needs, first=True, lacking=lacking, otherwise=otherwise)


def r6_groups(area: Area) -> Iterator[Verdict]:
    """Each group must be reached by a usable service. Where there is none at all, R2 says so."""
    usable = [service for service in area.services if service.usable is not False]
    certain = any(service.usable for service in usable)
    for group in area.settings["groups"] if usable else ():
        fits = ((s, all_of(s.usable, s.says(group)) if certain else None) for s in usable)
        lacking = about("Not reached by", [s for s in usable if s.says(group) is False], group)
        name = area.response.item(f"services/*/{group}").title
        yield verdict(
            area, "R6", group, name, fits, (group, "focus"), SOME_FAMILIES, first=True, lacking=lacking
        )
