"""The ways that families take: in, up, and down or out."""

from collections.abc import Iterator

from questionnaire_core import Reason

from .area import Area, Service, listed
from .verdicts import ONE_SERVICE, Verdict, not_placed, of_one


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
