"""What a service map shows: the help that is there, what is missing, and what nobody has said yet.

Read it aloud. Each rule asks something of every service, and each service answers yes, no or not known: an
answer is missing, or is "don't know". One yes is enough, and the rule is covered. A no from all is a gap, but
only once every core sector is settled. Until then, and wherever a not known might still be a yes, the finding
is unknown. So a gap is always a confirmed absence, and one more usable service never makes one.

One long file, because the page is handed one: read a rule at a time, each stands alone.
The rules and their limits are this project's own. Lists and limits are `settings` in questionnaire.yml.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from questionnaire_core import Classification, Entry, Finding, Grid, Reason, Response, Result

type Fact = bool | None  # Yes, no, or not known.

# The title of each finding. {} is what it is about: a level, an age at a level, a group, a service.
TITLES = {
    "R1 gap": "{}: no service in this core sector",
    "R1 unknown": "Core sectors that are not settled",
    "R1 covered": "Core sectors with help",
    "R2 gap": "{}: no relationship support",
    "R2 partial": "{}: relationship support only in part",
    "R2 unknown": "Relationship support by level",
    "R2 covered": "Levels with relationship support",
    "R3 gap": "{}: no relationship support",
    "R3 unknown": "Relationship support by age and level",
    "R3 covered": "Ages with relationship support",
    "R4 gap": "Worry about the relationship is nowhere enough by itself to get more than universal help",
    "R4 partial": "Worry about the relationship is enough by itself only for some districts or ages",
    "R4 unknown": "Whether worry about the relationship is enough by itself",
    "R4 covered": "Worry about the relationship is enough by itself",
    "R5 gap": "{}: no relationship support that is open to any parent and infant under two",
    "R5 unknown": "Levels where we cannot tell who is left out",
    "R5 covered": "Levels open to any parent and infant under two",
    "R6 gap": "{}: no service reaches them",
    "R6 unknown": "Groups that may not be reached",
    "R6 covered": "Groups that are reached",
    "R7 gap": "{}: no relationship support",
    "R7 unknown": "Relationship support by district",
    "R7 covered": "Districts with relationship support",
    "R8 partial": "{}: families cannot get help soon",
    "R8 unknown": "Waits that are not recorded",
    "R8 covered": "Services without long waits",
    "R9 gap": "{}: no route",
    "R9 partial": "{}: informal only",
    "R9 unknown": "Routes not found so far",
    "R9 covered": "Routes that are agreed",
    "R10 gap": "{}: the relationship is assessed nowhere",
    "R10 unknown": "Whether the relationship is assessed",
    "R10 covered": "The relationship is assessed",
    "R11 gap": "{}: none",
    "R11 unknown": "Help that NICE guidance speaks of, not found so far",
    "R11 covered": "Help that NICE guidance speaks of",
    "R12 gap": "There is no specialised parent-infant team",
    "R12 partial": "The specialised parent-infant team does not yet meet the whole definition",
    "R12 unknown": "Whether there is a specialised parent-infant team",
    "R12 covered": "There is a specialised parent-infant team",
    "R14 partial": "{}: funding at risk",
    "R14 unknown": "Funding that is not known",
    "R14 covered": "Services with recurrent funding",
    "R15 gap": "Staff of universal services have no route to consultation from the specialised team",
    "R15 unknown": "Whether staff of universal services can get consultation",
    "R15 covered": "Staff of universal services can get consultation",
    "R16 note": "{}: check for overlap",
    "R17 note": "{}: out of date",
    "R17 unknown": "Services without the date when they were checked",
    "R18 gap": "{}: no perinatal mental health help",
    "R18 unknown": "Perinatal mental health help by level",
    "R18 covered": "Levels with perinatal mental health help",
}

# How widely a finding is felt orders findings that are otherwise alike.
EVERYWHERE, SOME_FAMILIES, ONE_SERVICE = range(3)

WHOLE_AREA = ""  # Stands in for the districts of an area that lists none.
MOST_DISTRICTS = 100
MOST_SUBJECTS = 12  # A finding that gathers what is covered, or unknown, spells out so many.
MOST_NAMES = 3


def score(response: Response, today: date) -> Result:
    """Ask every rule, then put what they say into findings and grids."""
    area = Area(response, today)
    verdicts = [verdict for rule in RULES for verdict in rule(area)]
    findings = tuple(in_findings(verdicts))
    return Result(
        classification=where_it_stands(area, findings),
        findings=findings,
        grids=tuple(grids(area, verdicts)),
    )


# What the rules are made of.


def any_of(facts: Iterable[Fact]) -> Fact:
    """One yes is enough. Only a no from all is a no."""
    found = set(facts)
    return True if True in found else None if None in found else False


def all_of(*facts: Fact) -> Fact:
    """One no is enough. Only a yes from all is a yes."""
    return False if False in facts else None if None in facts else True


class Service:
    """One service, as the rules see it. It is taken to be open unless it says that it is paused."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.id = entry.id
        self.name = entry.title or "A service without a name"
        self.sector = entry.text("sector")
        self.levels = entry.ticked("levels")
        self.stages = entry.ticked("stages")
        self.limits = entry.ticked("limits")
        self.open = entry.answer("open-or-paused") != "paused"
        self.relates = self.known("focus", "main", "part")
        self.perinatal = self.known("perinatal", "yes")
        self.usable = all_of(self.open, self.relates)
        self.helps = any_of((self.relates, self.perinatal))
        self.districts = {slug(district) for district in entry.ticked("covered-districts")}

    def known(self, child: str, *wanted: str) -> Fact:
        """Whether the answer is one of those wanted."""
        answer = self.entry.answer(child)
        return None if answer in (None, "dont-know", "unknown") else answer in wanted

    def belongs_to(self, sector: str) -> Fact:
        return self.sector == sector if self.sector else None

    def says(self, child: str) -> Fact:
        return self.known(child, "yes")

    def at(self, *levels: str) -> Fact:
        return not self.levels.isdisjoint(levels) if self.levels else None

    def sees(self, *stages: str) -> Fact:
        return not self.stages.isdisjoint(stages) if self.stages else None

    def works_with(self, interventions: Iterable[str]) -> Fact:
        ticked = self.entry.ticked("interventions")
        return not ticked.isdisjoint(interventions) if ticked else None

    def reaches(self, district: str) -> Fact:
        """Whether it works in a district. Some districts that are not named may be any of them."""
        if self.entry.answer("coverage") != "some-districts":
            return self.known("coverage", "whole-area")
        return district in self.districts if self.districts or district == WHOLE_AREA else None

    @property
    def says_where(self) -> Fact:
        """Yes once it is known where it works. It is never a no."""
        return True if self.known("coverage", "whole-area") or self.districts else None

    def assesses(self, when: str, stages: tuple[str, ...]) -> Fact:
        """Whether it assesses the relationship. Nothing said is a no where it does not see that age."""
        said = self.known("relationship-assessed", when, "both")
        return False if said is None and self.sees(*stages) is False else said

    def path(self, child: str) -> str:
        return self.entry.path(child)


class Area:
    """The whole map, read once, its services in the order of their names."""

    def __init__(self, response: Response, today: date) -> None:
        self.response = response
        self.today = today
        self.settings = response.settings
        self.levels: tuple[str, ...] = self.settings["levels"]
        self.universal, self.higher, self.highest = self.levels[0], self.levels[1:], self.levels[-1]
        self.stages: tuple[str, ...] = self.settings["stages"]
        listed = [Service(entry) for entry in response.entries("services") if has_begun(entry)]
        self.services = sorted(listed, key=lambda service: (service.name, service.id))
        named = {slug(line): line.strip() for line in response.text("districts").split("\n") if slug(line)}
        self.districts = dict(list(named.items())[:MOST_DISTRICTS])
        self.unsettled = tuple(
            f"{sector}/status"
            for sector in self.settings["core_sectors"]
            if response.answer(f"{sector}/status") not in ("all-listed", "no-service")
        )

    def label(self, child: str, option_id: str) -> str:
        option = self.response.item(f"services/*/{child}").option(option_id)
        return option.label if option else option_id

    def kind(self, fact: Fact, some: Fact = False) -> str:
        """Covered where the fact holds. If all is known and it does not, partial if some does, else a gap."""
        if fact:
            return "covered"
        if fact is None or some is None or self.unsettled:
            return "unknown"
        return "partial" if some else "gap"

    def reached_by(self, service: Service) -> str:
        """The service's name, and in brackets the districts that it reaches."""
        reached = [line for district, line in self.districts.items() if district in service.districts]
        return f"{service.name} ({listed(reached)})" if reached else service.name

    def everywhere(self, services: Iterable[tuple[Service, Fact]]) -> Fact:
        """Whether each district is reached by a service that fits."""
        known = [(service, fits) for service, fits in services if fits is not False]
        return all_of(
            *(
                any_of(all_of(fits, service.reaches(district)) for service, fits in known)
                for district in self.districts or (WHOLE_AREA,)
            )
        )


@dataclass(frozen=True)
class Verdict:
    """What a rule says of one subject. `first` goes before others: specialist level, or people left out."""

    rule: str
    subject: str
    name: str
    kind: str
    reasons: tuple[Reason, ...]
    breadth: int = EVERYWHERE
    first: bool = False
    private: str | None = None


def verdict(
    area: Area,
    rule: str,
    subject: str,
    name: str,
    fits: Iterable[tuple[Service, Fact]],
    needs: tuple[str, ...],
    breadth: int = EVERYWHERE,
    *,
    first: bool = False,
    kind: str | None = None,
    lacking: Iterable[Reason] = (),
    otherwise: str = "No relationship support that is open is listed",
) -> Verdict:
    """Covered if a service fits, else a gap or unknown. `needs` are the answers that decide if one fits.

    A gap says what is lacking or comes nearest; `otherwise` is said where nothing comes near.
    """
    known = list(fits)
    fit = [service for service, fact in known if fact]
    perhaps = [service for service, fact in known if fact is None]
    kind = kind or area.kind(any_of(fact for _, fact in known))
    if kind == "covered":
        reasons = about("", fit, needs[0])
    elif kind in ("gap", "partial"):
        reasons = [*lacking] or [Reason(otherwise, ("services",))]
    elif perhaps:
        missing = (next((n for n in needs if service.known(n) is None), needs[0]) for service in perhaps)
        paths = tuple(
            service.path(child) for service, child in zip(perhaps[:MOST_NAMES], missing, strict=False)
        )
        reasons = [Reason(f"an answer is missing for {names(perhaps)}", paths)]
    else:
        reasons = [Reason("not found so far", area.unsettled[:1])]
    return Verdict(rule, subject, name, kind, tuple(reasons), breadth, first)


def of_one(
    area: Area, rule: str, service: Service, kind: str, *reasons: Reason, private: str | None = None
) -> Verdict:
    first = area.highest in service.levels
    return Verdict(rule, service.id, service.name, kind, reasons, ONE_SERVICE, first, private)


def not_placed(service: Service) -> Reason:
    """Some rules ask only of services that help, at a level: an answer that says so is still missing."""
    missing = [child for child in ("levels", "focus", "perinatal") if service.known(child) is None]
    return Reason("not fully placed yet", (service.path(missing[0]),))


def has_begun(entry: Entry) -> bool:
    """An entry that was added and left empty says nothing."""
    return any(entry.is_answered(child) for child in ("name", "levels", "stages", "focus", "perinatal"))


def slug(district: str) -> str:
    """The name of a district as part of an id. Two that differ only in capitals and signs are one."""
    return "-".join("".join(c if c.isalnum() else " " for c in district.lower()).split())[:60]


def names(services: list[Service]) -> str:
    return listed([service.name for service in services])


def listed(texts: list[str]) -> str:
    more = len(texts) - MOST_NAMES
    shown = ", ".join(texts[:MOST_NAMES])
    return f"{shown} and {more} more" if more > 0 else shown


def at_hand(here: list[Service]) -> list[Reason]:
    """Services in the right place that give no relationship support, and why not."""
    return [
        *about("No relationship focus", [s for s in here if s.relates is False], "focus"),
        *about("Paused", [s for s in here if s.relates and not s.open], "open-or-paused"),
    ]


def about(
    text: str, services: list[Service], child: str, called: Callable[[Service], str] = attrgetter("name")
) -> list[Reason]:
    """A reason that names these services, if there are any."""
    paths = tuple(service.path(child) for service in services[:MOST_NAMES])
    said = listed([called(service) for service in services])
    return [Reason(f"{text}: {said}" if text else said, paths)] if services else []


# The rules.


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


def r9_routes(area: Area) -> Iterator[Verdict]:
    """Families need a way in, up, and down or out. A missing one is a gap only once all routes are listed.

    A service at universal level is for every family, and so is not asked for a way in.
    """
    forms: dict[tuple[str, str], set[str]] = {}
    wanted: set[tuple[str, str]] = set()
    unclear: list[tuple[str, str, str, str]] = []
    for step in area.response.entries("pathway-steps"):
        said = {child: step.text(child) for child in ("from", "to", "kind", "form")}
        start, end, kind, form = said.values()
        if form == "none":
            wanted |= {(start, kind), (end, "way-in")}
            continue
        if all(said.values()) and start != end:
            forms.setdefault((start, kind), set()).add(form)
            forms.setdefault((end, "way-in"), set()).add(form)
        elif start == end:  # One of the two is wrong, and nobody knows which.
            unclear.append(("", "", kind, step.path("to" if end else "from")))
        else:
            unclear.append((start, end, kind, step.path(next(c for c in said if not said[c]))))
    complete = not area.unsettled and area.response.answer("all-routes") == "all-listed"

    def perhaps(service: Service, kinds: tuple[str, ...]) -> list[str]:
        """Where to complete the pathway steps that may turn out to be this route."""
        return [
            path
            for start, end, kind, path in unclear
            for here, other in [(end, start) if kinds == ("way-in",) else (start, end)]
            if here in ("", service.id) and other != service.id
            if kinds == ("way-in",) or kind in ("", *kinds)
        ]

    def route(
        service: Service, kinds: tuple[str, ...], name: str, path: str, *, referred: bool = False
    ) -> Verdict:
        agreed = {form for kind in kinds for form in forms.get((service.id, kind), ())}
        if "written" in agreed or referred:
            kind, reason = "covered", Reason("agreed", (path,))
        elif service.helps is None:
            kind, reason = "unknown", not_placed(service)
        elif not complete:
            said = "not every route and core sector is settled"
            kind, reason = "unknown", Reason(said, (*area.unsettled[:1], "all-routes"))
        elif to_complete := sorted(perhaps(service, kinds)):
            said = "a pathway step that may be this one is not complete"
            kind, reason = "unknown", Reason(said, tuple(to_complete[:1]))
        elif agreed:
            kind, reason = "partial", Reason("It works because people know each other", (path,))
        else:
            kind, reason = "gap", Reason(nearest(service, kinds), (path,))
        subject, first = f"{service.id}-{kinds[0]}", area.highest in service.levels
        return Verdict("R9", subject, f"{service.name} ({name})", kind, (reason,), ONE_SERVICE, first)

    def nearest(service: Service, kinds: tuple[str, ...]) -> str:
        if any((service.id, kind) in wanted for kind in kinds):
            return "It is wanted, and there is none yet"
        if kinds == ("way-in",):
            return "It is not said who can refer, and no step leads to it"
        kinds_of_step = area.response.item("pathway-steps/*/kind").options
        others = [option.label for option in kinds_of_step if (service.id, option.id) in forms]
        return f"No such step leads from it, only: {listed(others)}" if others else "No step leads from it"

    for service in area.services:
        if service.helps is False or not service.open:
            continue
        if not service.levels:
            yield of_one(area, "R9", service, "unknown", not_placed(service))
        if service.at(area.universal):
            yield route(service, ("step-up",), "step up", "pathway-steps")
        if service.at(area.highest):
            yield route(service, ("step-down", "step-out"), "step down or out", "pathway-steps")
        if service.at(*area.higher) and not service.at(area.universal):
            path, referred = service.path("who-can-refer"), bool(service.entry.ticked("who-can-refer"))
            yield route(service, ("way-in",), "way in", path, referred=referred)


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


def r15_consultation(area: Area) -> Iterator[Verdict]:
    """Staff of universal services need somewhere to turn for advice."""
    universal = [(s, all_of(s.open, s.at(area.universal))) for s in area.services]
    fits = ((s, all_of(fact, s.says("consultation"))) for s, fact in universal)
    without = [s for s, fact in universal if fact and s.says("consultation") is False]
    lacking, needs = about("No consultation", without, "consultation"), ("consultation", "levels")
    name, otherwise = "Staff of universal services", "No service that is open is listed at universal level"
    yield verdict(area, "R15", "consultation", name, fits, needs, lacking=lacking, otherwise=otherwise)


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


RULES = (
    r1_core_sectors, r2_levels, r3_stages, r4_worry_is_enough, r5_open_to_any, r6_groups, r7_districts,
    r8_waits, r9_routes, r10_assessment, r11_guidance, r12_specialised_team, r14_funding,
    r15_consultation, r16_overlap, r17_out_of_date, r18_perinatal,
)  # fmt: skip


# What comes of them.


def in_findings(verdicts: Iterable[Verdict]) -> Iterator[Finding]:
    """What needs doing is a finding each. What is covered, or unknown, is one finding for each rule."""
    gathered: dict[tuple[str, str], list[Verdict]] = {}
    for each in verdicts:
        if each.kind in ("covered", "unknown"):
            gathered.setdefault((each.rule, each.kind), []).append(each)
        else:
            id_, rank = f"{each.rule}-{each.subject}", each.breadth + (0 if each.first else ONE_SERVICE + 1)
            yield finding(each, id_, each.reasons, rank)
    for (rule, kind), together in gathered.items():
        yield finding(together[0], f"{kind}-{rule}", tuple(together_in_reasons(together)), rank=0)


def together_in_reasons(verdicts: list[Verdict]) -> Iterator[Reason]:
    """A reason for each subject. Services that are well just have their names listed."""
    if verdicts[0].kind == "covered" and verdicts[0].breadth == ONE_SERVICE:
        paths = tuple(path for each in verdicts for reason in each.reasons for path in reason.paths)
        yield Reason(listed([each.name for each in verdicts]), paths[:MOST_NAMES])
        return
    for each in verdicts[:MOST_SUBJECTS]:
        yield from (Reason(f"{each.name}: {reason.text}", reason.paths) for reason in each.reasons)
    if len(verdicts) > MOST_SUBJECTS:
        yield Reason(f"and {len(verdicts) - MOST_SUBJECTS} more")


def finding(of: Verdict, id_: str, reasons: tuple[Reason, ...], rank: int) -> Finding:
    title = TITLES[f"{of.rule} {of.kind}"].format(of.name)
    return Finding(id_.lower(), of.kind, title, reasons, rank, of.private, rule=of.rule)


def where_it_stands(area: Area, findings: tuple[Finding, ...]) -> Classification:
    """How much is settled, and what that means for reading the rest."""
    response, of = area.response, len(area.settings["core_sectors"])
    set_aside = {entry.text("finding") for entry in response.entries("dismissed-findings")}
    kinds = [finding.kind for finding in findings if finding.id not in set_aside]
    gaps, partly = kinds.count("gap"), kinds.count("partial")
    id_, title = (
        "settled",
        f"{gaps} {'gap' if gaps == 1 else 'gaps'}, and {partly} more where something is partly there",
    )
    text = f"All {of} core sectors are settled, so what is missing counts as a gap."
    if area.unsettled:
        id_, title = "not-settled", "Not every core sector is settled yet"
        done = of - len(area.unsettled)
        text = (
            f"{done} of the {of} core sectors {'is' if done == 1 else 'are'} settled. "
            "Until all are, nothing counts as a gap: what is missing is only not found so far."
        )
    reasons = tuple(
        Reason(
            f"{area.label('sector', path.split('/')[0])}: {response.label(path) or 'Not started'}", (path,)
        )
        for path in area.unsettled
    )
    return Classification(id_, title, text, reasons)


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
