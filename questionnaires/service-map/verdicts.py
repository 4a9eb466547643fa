"""What a rule says of one subject, such as a level or a service, and on what answers that rests."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from questionnaire_core import Reason

from .area import MOST_NAMES, Area, Fact, Service, any_of, listed, names

# How widely a finding is felt orders findings that are otherwise alike.
EVERYWHERE, SOME_FAMILIES, ONE_SERVICE = range(3)


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
