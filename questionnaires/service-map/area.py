"""The area and its services, as the rules see them.

Each service answers a rule yes, no or not known: an answer is missing, or is "don't know".
"""

from collections.abc import Iterable
from datetime import date

from questionnaire_core import Entry, Response

type Fact = bool | None  # Yes, no, or not known.
WHOLE_AREA = ""  # Stands in for the districts of an area that lists none.
MOST_DISTRICTS = 100
MOST_NAMES = 3


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
