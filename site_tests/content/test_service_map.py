"""What the rules of the service map promise to the people who read them."""

import sys
from collections import Counter
from datetime import date

import pytest

from questionnaire_core import Finding, Result
from questionnaire_core.decode import decode_response
from questionnaire_site.load import load_questionnaire
from site_tests.support.service_maps import (
    FOLDER,
    core_sectors,
    questionnaire,
    read,
    respond,
    settled,
    usable,
)

RULES = [f"R{number}" for number in range(1, 19) if number != 13]


def found(result: Result, id_: str) -> Finding | None:
    return next((finding for finding in result.findings if finding.id == id_), None)


def kinds(result: Result, rule: str) -> set[str]:
    return {finding.kind for finding in result.findings if finding.rule == rule}


def test_it_loads_and_every_example_holds() -> None:
    loaded = load_questionnaire(FOLDER)

    assert loaded.ok, loaded.problems
    assert loaded.example is not None


@pytest.fixture(scope="module")
def examples() -> dict[str, Result]:
    """What each example shows."""
    return {
        example.name: read(
            decode_response(questionnaire(), example.response), date.fromisoformat(example.today)
        )
        for example in load_questionnaire(FOLDER).examples
    }


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_examples_that_fire_that_do_not_and_that_are_unknown(
    examples: dict[str, Result], rule: str
) -> None:
    seen: set[str] = set()
    for result in examples.values():
        seen |= kinds(result, rule) or {"silent"}

    fires = {"gap", "partial", "note"}
    assert seen & fires
    assert seen - fires - {"unknown"}
    # An overlap that is not certain is not spoken of.
    assert "unknown" in seen or rule == "R16"


def test_it_says_how_many_core_sectors_are_settled() -> None:
    def told(answers: dict[str, str]) -> str:
        classification = read(respond(answers)).classification
        assert classification is not None
        return classification.text

    assert told({}).startswith("0 of the 12 core sectors are settled.")
    assert told({"maternity/status": "no-service"}).startswith("1 of the 12 core sectors is settled.")
    assert told(settled()).startswith("All 12 core sectors are settled")


def test_core_sectors_are_those_with_the_tag() -> None:
    assert tuple(respond({}).settings["core_sectors"]) == core_sectors()


def test_every_sector_has_its_section_its_list_and_its_status() -> None:
    sectors = [option.id for option in questionnaire().places["services/*/sector"].item.options]
    sections = [section for section in questionnaire().sections if section.id in sectors]

    assert [section.id for section in sections] == sectors
    assert len(sectors) == 15
    for section in sections:
        assert [item.id for item in section.items if item.type == "entries-view"] == [
            f"{section.id}-services"
        ]
        assert f"{section.id}/status" in questionnaire().places


def test_four_answers_place_a_service_and_close_its_gaps() -> None:
    """Placing takes name, level, ages and focus. Universal help then counts at once."""
    placed = {
        key: usable()[key] for key in ("id", "name", "sector", "levels", "stages", "focus", "perinatal")
    }
    result = read(respond(settled(), [placed]))

    assert found(result, "r2-universal-level") is None
    assert found(result, "r3-pregnancy-universal-level") is None


def test_a_service_without_a_relationship_focus_closes_no_gap() -> None:
    none = usable(
        levels=["specialist-level"], focus="none", perinatal="yes", **{"relationship-enough": "yes"}
    )
    result = read(respond(settled(), [none]))

    for id_ in ("r2-specialist-level", "r3-pregnancy-specialist-level", "r4-worry"):
        finding = found(result, id_)
        assert finding is not None
        assert finding.kind == "gap"
    assert found(result, "r18-specialist-level") is None


def test_an_entry_that_was_added_and_left_empty_says_nothing() -> None:
    result = read(respond(settled(), [usable(), {"id": "empty", "sector": "neonatal"}]))

    assert result == read(respond(settled(), [usable()]))


def test_an_unfinished_service_keeps_findings_open_and_is_named() -> None:
    unfinished = {"id": "new", "name": "New team", "sector": "early-help"}
    finding = found(read(respond(settled(), [unfinished])), "unknown-r2")

    assert finding is not None
    assert any("New team" in reason.text for reason in finding.reasons)
    assert "services/new/levels" in finding.reasons[0].paths


def test_specialist_level_and_people_left_out_come_before_all_else() -> None:
    result = read(respond(settled(), []))
    order = [finding.id for finding in result.findings if finding.kind == "gap"]

    assert order[0] == "r2-specialist-level"
    assert order.index("r5-universal-level") < order.index("r2-universal-level")
    assert order.index("r2-universal-level") < order.index("r3-pregnancy-universal-level")


def test_a_gap_in_perinatal_mental_health_has_a_grid_of_its_own() -> None:
    grids = {grid.id: grid for grid in read(respond(settled(), [usable()])).grids}

    assert [state for _, cells in grids["perinatal"].rows for _, state in cells] == ["no", "no", "no"]
    assert [cells[0][1] for _, cells in grids["by-stage"].rows] == ["yes"] * 4


def test_only_overlaps_and_funding_dates_are_kept_from_a_copy_to_share() -> None:
    two = [
        usable(id=id_, name=id_, interventions=["vig"], funding="recurrent", **{"funding-end": "2027-01-01"})
        for id_ in ("one", "two")
    ]
    result = read(respond(settled(), two))

    private = {finding.id: finding.private for finding in result.findings if finding.private}
    assert private == {"r16-vig": "overlaps", "r14-one": "funding-dates", "r14-two": "funding-dates"}


def step(**answers: str | None) -> dict[str, str | None]:
    """A pathway step from one service to another that is complete, unless told otherwise."""
    return {"id": "step", "from": "a", "to": "b", "kind": "step-down", "form": "written", **answers}


def reasons(result: Result, id_: str) -> list[str]:
    finding = found(result, id_)
    assert finding is not None, id_
    return [reason.text for reason in finding.reasons]


def test_a_step_that_is_not_complete_leaves_open_only_the_routes_that_it_may_be() -> None:
    teams = [usable(id=id_, name=id_, levels=["specialist-level"]) for id_ in ("a", "b")]

    def routes(*steps: dict[str, str | None]) -> list[str]:
        result = read(respond(settled(), teams, list(steps)))
        return [finding.id for finding in result.findings if finding.rule == "R9" and finding.kind == "gap"]

    a_down, a_in, b_down, b_in = "r9-a-step-down", "r9-a-way-in", "r9-b-step-down", "r9-b-way-in"
    assert routes() == [a_down, a_in, b_down, b_in]
    assert routes(step()) == [a_in, b_down]
    # Where it leads or begins is not said: only the other service may be meant.
    assert routes(step(to=None)) == [a_in, b_down]
    assert routes(step(**{"from": None})) == [a_in, b_down]
    # Its kind says that it is no step down; without one, it may be.
    assert routes(step(to=None, kind="alongside")) == [a_down, a_in, b_down]
    assert routes(step(kind=None)) == [a_in, b_down]
    # A step to itself may be meant for any service; one that is not there yet is no route of anybody's.
    assert routes(step(to="a")) == []
    assert routes(step(to=None, form="none")) == [a_down, a_in, b_down, b_in]


def test_a_gap_says_what_comes_nearest() -> None:
    paused = usable(id="paused", name="Paused one", **{"open-or-paused": "paused"})
    early = usable(
        id="early",
        name="Bump club",
        stages=["pregnancy"],
        coverage="some-districts",
        **{"covered-districts": ["North"], "relationship-assessed": "postnatally"},
    )
    result = read(respond(settled(), [paused, early]))

    assert reasons(result, "r3-12-to-24-months-universal-level") == [
        "Paused: Paused one",
        "Only for other ages: Bump club",
    ]
    assert reasons(result, "r3-pregnancy-specialist-level") == ["Only at another level: Bump club"]
    assert reasons(result, "r7-south-universal-level") == [
        "Paused: Paused one",
        "Only in other districts: Bump club (North)",
    ]
    assert reasons(result, "r7-north-specialist-level") == ["Only at another level: Bump club"]
    assert reasons(result, "r10-antenatally") == ["Does not assess it: Bump club"]
    assert reasons(result, "r3-under-6-months-specialist-level") == [
        "None is listed for this age at any level"
    ]


@pytest.mark.parametrize(("end", "says"), [("2026-11-20", "Ended on 20"), ("2026-11-21", "Ends on 21")])
def test_funding_that_has_ended_is_not_said_to_end(end: str, says: str) -> None:
    result = read(respond(settled(), [usable(funding="recurrent", **{"funding-end": end})]))

    assert reasons(result, "r14-usable") == [f"{says} November 2026"]


def test_every_reason_of_a_gap_or_a_partial_rests_on_answers(examples: dict[str, Result]) -> None:
    for result in examples.values():
        for finding in result.findings:
            if finding.kind in ("gap", "partial", "note"):
                assert finding.reasons, finding.id
                assert all(reason.paths for reason in finding.reasons), finding.id


def test_districts_that_differ_only_in_capitals_are_one() -> None:
    answers = {**settled(), "districts": "North\nSouth\n  NORTH  \n\n"}
    [grid] = [grid for grid in read(respond(answers, [])).grids if grid.id == "by-district"]

    assert [header for header, _ in grid.rows] == ["NORTH", "South"]


@pytest.mark.long
def test_three_hundred_services_are_read_with_work_that_grows_with_their_number() -> None:
    def calls(number: int) -> int:
        many = [
            usable(id=f"s{n}", name=f"Service {n}", interventions=["vig", "massage"]) for n in range(number)
        ]
        response = respond(settled(), many)
        # Calls of functions, counted: no clock says the same twice.
        counted: Counter[str] = Counter()
        sys.setprofile(lambda frame, event, arg: counted.update((event,)))
        try:
            read(response)
        finally:
            sys.setprofile(None)
        return counted["call"]

    assert calls(300) < 20 * calls(30)
