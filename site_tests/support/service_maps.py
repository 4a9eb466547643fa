"""The service map as its author wrote it, and generated maps to try it on."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from questionnaire_core import Response, Result
from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.scoring import Scoring, load_scoring
from questionnaire_site.checks.scoring_files import read_scoring_files, texts_of
from questionnaire_site.load import load_questionnaire

FOLDER = Path(__file__).resolve().parents[2] / "questionnaires" / "service-map"
TODAY = date(2026, 11, 21)
DISTRICTS = ("North", "South")

YES_NO = (
    "open-to-any",
    "relationship-enough",
    "edge-of-care",
    "consultation",
    "fathers-and-partners",
    "carers",
    "young-parents",
    "minority-ethnic",
    "disabled",
)

type Service = dict[str, Any]
"""The answers about one service, by child id; None where there is none."""

type Map = tuple[dict[str, Any], list[Service], list[Service]]
"""Answers, services and pathway steps."""


@cache
def questionnaire() -> Questionnaire:
    loaded = load_questionnaire(FOLDER)
    assert loaded.definition is not None, loaded.problems
    return decode_questionnaire(loaded.definition)


@cache
def scoring() -> Scoring:
    return load_scoring(texts_of(read_scoring_files(FOLDER)))


def core_sectors() -> tuple[str, ...]:
    return tuple(section.id for section in questionnaire().sections if section.tag == "Core")


def respond(
    answers: dict[str, Any], services: list[Service] | None = None, steps: list[Service] | None = None
) -> Response:
    """The response that holds these answers; a service or a step names itself by its `id`."""
    plain = {path: value for path, value in answers.items() if value is not None}
    entries = {"services": services or [], "pathway-steps": steps or []}
    for name, members in entries.items():
        for member in members:
            for child, value in member.items():
                if child != "id" and value is not None:
                    plain[f"{name}/{member['id']}/{child}"] = value
    return decode_response(
        questionnaire(),
        {
            "questionnaire_id": "service-map",
            "questionnaire_revision": 1,
            "answers": plain,
            "entries": {name: [member["id"] for member in members] for name, members in entries.items()},
        },
    )


def read(response: Response, today: date = TODAY) -> Result:
    """What the map shows, refused when it is not a sound result."""
    return scoring().result(response, today)


def settled(*, routes: bool = True) -> dict[str, Any]:
    """Answers that settle every core sector."""
    statuses = {f"{sector}/status": "all-listed" for sector in core_sectors()}
    return {
        **statuses,
        "districts": "\n".join(DISTRICTS),
        "all-routes": "all-listed" if routes else "not-yet",
    }


def usable(**answers: Any) -> Service:
    """A service that closes every gap at universal level, unless told otherwise."""
    return {
        "id": "usable",
        "name": "Usable service",
        "sector": "early-help",
        "levels": ["universal-level"],
        "stages": ["pregnancy", "under-6-months", "6-to-12-months", "12-to-24-months"],
        "focus": "main",
        "perinatal": "no",
        "coverage": "whole-area",
        **answers,
    }


FULL = usable(
    **dict.fromkeys(YES_NO, "no"),
    **{"relationship-assessed": "neither", "interventions": ["massage"]},
)
"""A service that answers everything that an absence rests on, mostly with a no."""


def _answers_to(item: Item) -> st.SearchStrategy[Any]:
    """Any answer that a person can give to a question about a service."""
    options = [option.id for option in item.options]
    match item.type:
        case "choice" | "yes-no":
            return st.sampled_from(options)
        case "choices":
            return st.lists(st.sampled_from(options), unique=True)
        case "number":
            return st.integers(0, 520)
        case "date":
            return st.dates().map(date.isoformat)
        case _:
            return st.sampled_from(
                ["", "{}", "a", "Ünïcode 👶", "<script>", "=1+1", "\u202eright to left", "x" * 2000]
            )


@cache
def services(*, most: int = 4) -> st.SearchStrategy[list[Service]]:
    """Services: some have every answer that a rule reads, some none, each with a few answers of its own."""
    children = [
        child for child in questionnaire().places["services"].item.items if child.id != "covered-districts"
    ]
    answers = [st.tuples(st.just(child.id), st.none() | _answers_to(child)) for child in children]
    districts = st.lists(st.sampled_from(DISTRICTS), unique=True)
    answers.append(st.tuples(st.just("covered-districts"), districts))
    own = st.lists(st.one_of(answers), max_size=6).map(dict)
    members = st.builds(lambda full, own: {**(FULL if full else {}), **own}, st.booleans(), own)
    return st.lists(members, max_size=most).map(
        lambda found: [{**member, "id": f"s{number}"} for number, member in enumerate(found)]
    )


@cache
def _steps() -> st.SearchStrategy[list[tuple[int | None, int | None, str | None, str | None]]]:
    place = st.none() | st.integers(0, 3)
    kind = st.sampled_from([None, "step-up", "step-down", "step-out", "alongside"])
    return st.lists(
        st.tuples(place, place, kind, st.sampled_from([None, "written", "informal", "none"])), max_size=4
    )


@cache
def statuses(*, all_settled: bool | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """A status for each core sector: every one settled, at least one not, or any."""
    done, unsettled = ["all-listed", "no-service"], [None, "in-progress", "dont-know"]
    each = st.sampled_from(done if all_settled else done + unsettled)
    some: st.SearchStrategy[dict[str, Any]] = st.builds(
        dict, st.lists(st.tuples(st.sampled_from(core_sectors()), each), max_size=4)
    )
    left = st.tuples(st.sampled_from(core_sectors()), st.sampled_from(unsettled)).map(lambda one: dict([one]))
    exceptions = some if all_settled is not False else st.builds(dict.__or__, some, left)
    return st.builds(
        lambda usual, others: {f"{sector}/status": others.get(sector, usual) for sector in core_sectors()},
        st.sampled_from(done),
        exceptions,
    )


@cache
def maps(*, all_settled: bool | None = None) -> st.SearchStrategy[Map]:
    """Whole maps: answers, services and pathway steps."""
    about = st.fixed_dictionaries(
        {
            "districts": st.sampled_from([None, "North\nSouth", "North\n\nSouth\nnorth!\n★", "{}\n" * 3]),
            "all-routes": st.sampled_from([None, "all-listed", "not-yet"]),
            "team-type": st.none() | _answers_to(questionnaire().places["team-type"].item),
        }
    )
    return st.builds(_map, statuses(all_settled=all_settled), about, services(), _steps())


def _map(statuses: dict[str, Any], about: dict[str, Any], listed: list[Service], drawn: list[Any]) -> Map:
    def named(place: int | None) -> str | None:
        return listed[place % len(listed)]["id"] if listed and place is not None else None

    steps = [
        {"id": f"p{number}", "from": named(start), "to": named(end), "kind": kind, "form": form}
        for number, (start, end, kind, form) in enumerate(drawn)
    ]
    return {**statuses, **about}, listed, steps
