"""Where there is relationship support: by level, by age, by district."""

from collections.abc import Iterator

from questionnaire_core import Reason

from .area import WHOLE_AREA, Area, all_of, any_of
from .verdicts import SOME_FAMILIES, Verdict, about, at_hand, verdict


def r2_levels(area: Area) -> Iterator[Verdict]:
    """Every level needs relationship support. Above universal: open, as a main focus, in every district."""
    needs = ("levels", "focus", "coverage", "covered-districts")
    for level in area.levels:
        here = [service for service in area.services if service.at(level) is not False]
        fits = [(s, all_of(s.usable, s.at(level))) for s in here]
        lacking, kind = at_hand(here), None
        if level != area.universal:
            main = [(s, all_of(s.open, s.known("focus", "main"), s.at(level))) for s in here]
            some = [(s, all_of(s.relates, s.at(level))) for s in here]
            kind = area.kind(area.everywhere(main), any_of(fact for _, fact in some))
            if kind == "partial":
                partly = [s for s in here if s.usable and s.known("focus", "part")]
                local = [s for s, fact in main if fact and s.reaches(WHOLE_AREA) is False]
                lacking = [
                    *about("Paused", [s for s in here if s.relates and not s.open], "open-or-paused"),
                    *about("Only part of what it does", partly, "focus"),
                    *about("Only in some districts", local, "coverage"),
                ]
            fits = [
                (s, None if part is None else all_of(whole, s.says_where))
                for (s, whole), (_, part) in zip(main, some, strict=True)
            ]
        name, first = area.label("levels", level), level == area.highest
        otherwise = "No service is listed at this level"
        yield verdict(
            area, "R2", level, name, fits, needs, first=first, kind=kind, lacking=lacking, otherwise=otherwise
        )


def r3_stages(area: Area) -> Iterator[Verdict]:
    """Every age, from pregnancy to under 24 months, needs relationship support at every level."""
    needs = ("levels", "focus", "stages")
    for level in area.levels:
        for stage in area.stages:
            fits = ((s, all_of(s.usable, s.at(level), s.sees(stage))) for s in area.services)
            age = area.label("stages", stage)
            yield verdict(
                area,
                "R3",
                f"{stage}-{level}",
                f"{area.label('levels', level)}, {age[:1].lower()}{age[1:]}",
                fits,
                needs,
                SOME_FAMILIES,
                first=level == area.highest,
                lacking=near_age(area, level, stage),
                otherwise="None is listed for this age at any level",
            )


def near_age(area: Area, level: str, stage: str) -> Iterator[Reason]:
    """What comes nearest to such support. A generator, so that it is only looked for where there is none."""
    here = [service for service in area.services if service.at(level)]
    usable = [service for service in area.services if service.usable]
    yield from at_hand([s for s in here if s.sees(stage)])
    yield from (
        about("Only for other ages", [s for s in usable if s.at(level)], "stages")
        or about("Only at another level", [s for s in usable if s.sees(stage)], "levels")
    )


def r7_districts(area: Area) -> Iterator[Verdict]:
    """Every district needs relationship support at every level."""
    needs = ("levels", "focus", "coverage", "covered-districts")
    if not area.districts:
        reason = Reason("no district is listed for the area", ("districts",))
        yield Verdict("R7", "districts", "Districts", "unknown", (reason,), SOME_FAMILIES)
    for level in area.levels:
        here = [(s, fact) for s in area.services if (fact := all_of(s.usable, s.at(level))) is not False]
        for district, line in area.districts.items():
            fits = ((s, all_of(fact, s.reaches(district))) for s, fact in here)
            yield verdict(
                area,
                "R7",
                f"{district}-{level}",
                f"{area.label('levels', level)}, {line}",
                fits,
                needs,
                SOME_FAMILIES,
                first=level == area.highest,
                lacking=near_district(area, level, district),
                otherwise="No service is listed there at this level",
            )


def near_district(area: Area, level: str, district: str) -> Iterator[Reason]:
    """What comes nearest to such support, looked for only where there is none."""
    here = [service for service in area.services if service.at(level)]
    local = [service for service in area.services if service.reaches(district)]
    yield from at_hand([s for s in here if s.reaches(district)])
    yield from (
        about("Only in other districts", [s for s in here if s.usable], "covered-districts", area.reached_by)
        or about("Only at another level", [s for s in local if s.usable], "levels")
    )
