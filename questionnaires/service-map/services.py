"""What is worth knowing of each service by itself: waits, funding, overlap, and when it was last checked."""

from collections.abc import Iterator
from datetime import date

from questionnaire_core import Reason

from .area import WHOLE_AREA, Area, Service
from .verdicts import SOME_FAMILIES, Verdict, about, not_placed, of_one


def r8_waits(area: Area) -> Iterator[Verdict]:
    """Families should not wait long for a first contact or for treatment, nor find a service paused."""
    for service in area.services:
        reasons = (
            [] if service.open else [Reason("Paused: no new families now", (service.path("open-or-paused"),))]
        )
        missing = []
        for child, what in (("weeks-to-contact", "first contact"), ("weeks-to-treatment", "treatment")):
            weeks, limit = service.entry.number(child), area.settings[child.replace("-", "_")]
            if weeks is None:
                missing.append(service.path(child))
            elif weeks > limit:
                reasons.append(Reason(f"{weeks:g} weeks to {what}, over {limit:g}", (service.path(child),)))
        if service.helps is False:
            continue
        if reasons and service.helps is None:
            yield of_one(area, "R8", service, "unknown", not_placed(service))
        elif reasons:
            yield of_one(area, "R8", service, "partial", *reasons)
        elif not missing:
            yield of_one(
                area,
                "R8",
                service,
                "covered",
                Reason("within the limits", (service.path("weeks-to-contact"),)),
            )
        elif service.at(*area.higher) is not False:  # Help for every family seldom has a waiting list.
            yield of_one(area, "R8", service, "unknown", Reason("not recorded", tuple(missing)))


def r14_funding(area: Area) -> Iterator[Verdict]:
    """Funding that is not recurrent, or that ends within 12 months, is at risk."""
    for service in (service for service in area.services if service.helps is not False):
        path, end = service.path("funding"), service.entry.date("funding-end")
        recurrent = service.known("funding", "recurrent")
        ends = "Ended" if end and end < area.today else "Ends"
        ending = (
            [Reason(f"{ends} on {end.day} {end:%B %Y}", (service.path("funding-end"),), "funding-dates")]
            if end
            else []
        )
        soon = end is not None and not is_later(end, area.today, area.settings["months_of_funding"])
        if service.helps is None and (soon or recurrent is False):
            yield of_one(area, "R14", service, "unknown", not_placed(service))
        elif recurrent is False:
            yield of_one(area, "R14", service, "partial", Reason("For a fixed term", (path,)), *ending)
        elif soon:
            yield of_one(area, "R14", service, "partial", *ending, private="funding-dates")
        elif recurrent:
            yield of_one(area, "R14", service, "covered", Reason("recurrent", (path,)))
        else:
            yield of_one(area, "R14", service, "unknown", Reason("not known", (path,)))


def r16_overlap(area: Area) -> Iterator[Verdict]:
    """Two services that do the same, for the same ages, at the same level, in the same district."""
    alike: dict[tuple[str, str, str], list[Service]] = {}
    for service in (service for service in area.services if service.usable):
        for intervention in service.entry.ticked("interventions").difference(
            area.settings["never_an_overlap"]
        ):
            for level in service.levels:
                for stage in service.stages:
                    alike.setdefault((intervention, level, stage), []).append(service)
    overlapping: dict[str, set[str]] = {}
    for (intervention, _, _), services in alike.items():
        overlapping.setdefault(intervention, set()).update(in_one_district(services))
    for intervention in sorted(overlapping):
        found = [service for service in area.services if service.id in overlapping[intervention]]
        name = area.label("interventions", intervention)
        for reason in about("The same ages, level and district", found, "interventions"):
            yield Verdict("R16", intervention, name, "note", (reason,), SOME_FAMILIES, private="overlaps")


def in_one_district(services: list[Service]) -> Iterator[str]:
    """The ids of those that share a district with another of them, for sure."""
    whole = [service.id for service in services if service.known("coverage", "whole-area")]
    by_district: dict[str, list[str]] = {WHOLE_AREA: whole}
    for service in services:
        for district in service.districts:
            by_district.setdefault(district, [*whole]).append(service.id)
    return (id_ for together in by_district.values() if len(together) > 1 for id_ in together)


def r17_out_of_date(area: Area) -> Iterator[Verdict]:
    """What was checked over 12 months ago may no longer be so."""
    for service in area.services:
        checked, path = service.entry.date("checked"), (service.path("checked"),)
        if checked is None:
            yield of_one(area, "R17", service, "unknown", Reason("no date", path))
        elif is_later(area.today, checked, area.settings["months_since_checked"]):
            yield of_one(
                area, "R17", service, "note", Reason(f"Last checked on {checked.day} {checked:%B %Y}", path)
            )


def is_later(day: date, than: date, by_months: int) -> bool:
    """Whether a day comes more than so many months after another, reckoned without making a date."""
    return (day.year * 12 + day.month - by_months, day.day) > (than.year * 12 + than.month, than.day)
