"""Help that every area needs: in each core sector, of each kind that guidance speaks of."""

from collections.abc import Iterator

from questionnaire_core import Reason

from .area import Area, Fact, Service, all_of, any_of, names
from .verdicts import SOME_FAMILIES, Verdict, about, verdict


def r1_core_sectors(area: Area) -> Iterator[Verdict]:
    """A core sector with no service is a gap."""
    for sector in area.settings["core_sectors"]:
        facts = [(s, all_of(s.belongs_to(sector), s.helps)) for s in area.services]
        here, helps = [s for s, fact in facts if fact is not False], any_of(fact for _, fact in facts)
        path, kind = f"{sector}/status", "unknown"
        status = area.response.text(path)
        if status == "no-service" and helps is not False:
            text = f"marked No service, but perhaps there is {names(here)}"
        elif status == "no-service":
            told = area.response.text(f"{sector}/confirmed-by")
            kind, text = area.kind(False), f"No service{told and f', confirmed by {told}'}"
            text += "; there was one before" if area.response.answer(f"{sector}/ever") == "yes" else ""
            text += "; one is planned" if area.response.answer(f"{sector}/planned") == "yes" else ""
        elif status == "all-listed" and helps:
            kind, text = "covered", names(here)
        elif status == "all-listed":
            text = "marked All listed, but nothing listed here says that it helps"
        else:
            text = area.response.label(path) or "Not started"
        reasons = (Reason(text, (path,)),)
        yield Verdict("R1", sector, area.label("sector", sector), kind, reasons, SOME_FAMILIES)


def by_any(service: Service, fact: Fact) -> Fact:
    """Whatever its focus, an open service that does it counts; only of a usable one is the answer missed."""
    return all_of(service.open if fact else service.usable, fact)


def r10_assessment(area: Area) -> Iterator[Verdict]:
    """The relationship should be assessed before birth, and after it."""
    before, after = area.stages[:1], area.stages[1:]
    needs = ("relationship-assessed", "focus", "stages")
    for when, name, stages in (
        ("antenatally", "Before birth", before),
        ("postnatally", "After birth", after),
    ):
        fits = ((s, by_any(s, s.assesses(when, stages))) for s in area.services)
        seen = [s for s in area.services if s.relates and s.sees(*stages)]
        lacking = [
            *about(
                "Does not assess it",
                [s for s in seen if s.open and s.assesses(when, stages) is False],
                needs[0],
            ),
            *about(
                "Assesses it, but is paused",
                [s for s in seen if not s.open and s.assesses(when, stages)],
                needs[0],
            ),
        ]
        otherwise = f"No relationship support sees families {name.lower()}"
        yield verdict(area, "R10", when, name, fits, needs, lacking=lacking, otherwise=otherwise)


def r11_guidance(area: Area) -> Iterator[Verdict]:
    """Video feedback for under-twos above universal level, and help for families at risk of care."""
    seeing = [(s, all_of(s.relates, s.at(*area.higher), s.sees(*area.stages[1:]))) for s in area.services]
    video = [(s, all_of(fact, s.works_with(area.settings["video_feedback"]))) for s, fact in seeing]
    lacking = [
        *about("Paused", [s for s, fact in video if fact and not s.open], "open-or-paused"),
        *about(
            "Works in other ways",
            [s for (s, sees), (_, fact) in zip(seeing, video, strict=True) if sees and s.open and not fact],
            "interventions",
        ),
    ]
    yield verdict(
        area,
        "R11",
        "video-feedback",
        "Video feedback for under-twos",
        ((s, all_of(s.open, fact)) for s, fact in video),
        ("interventions", "levels", "stages", "focus"),
        lacking=lacking,
        otherwise="No relationship support above universal level sees children under two",
    )
    care = [(s, s.says("edge-of-care")) for s in area.services]
    lacking = [
        *about("Paused", [s for s, fact in care if fact and not s.open], "open-or-paused"),
        *about("No such help from", [s for s, fact in care if s.usable and fact is False], "edge-of-care"),
    ]
    yield verdict(
        area,
        "R11",
        "edge-of-care",
        "Help for families at risk of care",
        ((s, by_any(s, fact)) for s, fact in care),
        ("edge-of-care", "focus"),
        first=True,
        lacking=lacking,
    )


def r12_specialised_team(area: Area) -> Iterator[Verdict]:
    """There should be a specialised team, and its self-audit should say that it is one."""
    response, sector = area.response, area.settings["team_sector"]
    teams = [service for service in area.services if service.belongs_to(sector)]
    path, said = f"{sector}/status", response.text("team-type")
    if not teams:
        kind = area.kind(any_of(service.belongs_to(sector) for service in area.services))
        text = "No team is listed" if kind == "gap" else "not found so far"
    elif response.answer(path) == "no-service":
        kind, text = "unknown", f"marked No service, but listed here: {names(teams)}"
    else:
        path = "team-type"
        option = response.item(path).option(said)
        limit = f". {option.hint}" if option and option.hint else ""
        text = f"{names(teams)}: {option.label if option else 'its self-audit is not known'}{limit}"
        unsure = ("", "cannot-say", "no-self-audit")
        kind = "unknown" if said in unsure else "covered" if said == "specialised" else "partial"
        if kind == "covered" and all(team.usable is False for team in teams):
            kind, text = "partial", f"{text}. It is paused, or the relationship is not its focus"
    yield Verdict("R12", "team", "Specialised team", kind, (Reason(text, (path,)),), first=True)


def r15_consultation(area: Area) -> Iterator[Verdict]:
    """Staff of universal services need somewhere to turn for advice."""
    universal = [(s, all_of(s.open, s.at(area.universal))) for s in area.services]
    fits = ((s, all_of(fact, s.says("consultation"))) for s, fact in universal)
    without = [s for s, fact in universal if fact and s.says("consultation") is False]
    lacking, needs = about("No consultation", without, "consultation"), ("consultation", "levels")
    name, otherwise = "Staff of universal services", "No service that is open is listed at universal level"
    yield verdict(area, "R15", "consultation", name, fits, needs, lacking=lacking, otherwise=otherwise)


def r18_perinatal(area: Area) -> Iterator[Verdict]:
    """Every level needs perinatal mental health help. The relationship focus plays no part."""
    for level in area.levels:
        fits = ((s, all_of(s.open, s.perinatal, s.at(level))) for s in area.services)
        here = [service for service in area.services if service.at(level)]
        lacking = [
            *about("Paused", [s for s in here if s.perinatal and not s.open], "open-or-paused"),
            *about("No such help from", [s for s in here if s.perinatal is False], "perinatal"),
        ]
        name, first = area.label("levels", level), level == area.highest
        yield verdict(
            area,
            "R18",
            level,
            name,
            fits,
            ("perinatal", "levels"),
            first=first,
            lacking=lacking,
            otherwise="No service is listed at this level",
        )
