"""What holds for every map that people could draw."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from questionnaire_core import Finding, Result
from site_tests.support.service_maps import (
    DISTRICTS,
    YES_NO,
    Map,
    Service,
    maps,
    read,
    respond,
    services,
    usable,
)

ABSENCE_RULES = ("R2", "R3", "R4", "R7")


def gaps(result: Result, *rules: str) -> set[str]:
    return {
        finding.id
        for finding in result.findings
        if finding.kind == "gap" and (not rules or finding.rule in rules)
    }


def covered_cells(result: Result) -> set[tuple[str, str, str]]:
    """The cells of the grids that say yes."""
    return {
        (grid.id, header, column)
        for grid in result.grids
        for header, cells in grid.rows
        for column, (_, state) in zip(grid.columns, cells, strict=True)
        if state == "yes"
    }


def covered_subjects(finding: Finding) -> set[str]:
    return {reason.text.split(":")[0] for reason in finding.reasons}


@given(maps(), st.dates())
def test_scoring_gives_a_sound_result_whatever_is_answered(drawn: Map, today: date) -> None:
    result = read(respond(*drawn), today)

    assert result.classification is not None


@given(maps(all_settled=False))
def test_nothing_is_a_gap_while_a_core_sector_is_not_settled(drawn: Map) -> None:
    result = read(respond(*drawn))

    assert gaps(result) == set()
    assert result.classification is not None
    assert result.classification.id == "not-settled"


@given(maps(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(drawn: Map, random: Any) -> None:
    answers, listed, steps = drawn
    shuffled, shuffled_steps = list(listed), list(steps)
    random.shuffle(shuffled)
    random.shuffle(shuffled_steps)

    assert read(respond(answers, shuffled, shuffled_steps)) == read(respond(answers, listed, steps))


@given(maps(), services(most=1), st.sampled_from(["main", "part"]))
def test_one_more_usable_service_never_makes_a_gap_or_undoes_cover(
    drawn: Map, more: list[Service], focus: str
) -> None:
    answers, listed, steps = drawn
    added = {**(more[0] if more else usable()), "id": "added", "focus": focus, "open-or-paused": "open"}
    before = read(respond(answers, listed, steps))
    after = read(respond(answers, [*listed, added], steps))

    assert gaps(after, *ABSENCE_RULES) <= gaps(before, *ABSENCE_RULES)
    assert covered_cells(before) <= covered_cells(after)
    for finding in before.findings:
        if finding.kind == "covered" and finding.rule in ("R2", "R4"):
            [same] = [other for other in after.findings if other.id == finding.id]
            assert covered_subjects(finding) <= covered_subjects(same)


@given(maps(all_settled=True), st.data())
def test_a_gap_stands_whichever_way_missing_answers_fall(drawn: Map, data: st.DataObject) -> None:
    """A gap is a confirmed absence: no answer that is still missing could undo it."""
    answers, drawn_services, steps = drawn
    listed = [{**service, "name": service["id"]} for service in drawn_services]
    before = read(respond(answers, listed, steps))
    filled = [data.draw(completed(service)) for service in listed]
    after = read(respond(answers, filled, steps))

    # R9 asks about routes, and what R10 leaves open is only asked of services that see families of that age.
    confirmed = {id_ for id_ in gaps(before) if not id_.startswith(("r9-", "r10-"))}
    assert confirmed <= gaps(after)


def completed(service: Service) -> st.SearchStrategy[Service]:
    """The service with an answer wherever there was none, or "don't know"."""
    levels = ["universal-level", "targeted-level", "specialist-level"]
    stages = ["pregnancy", "under-6-months", "6-to-12-months", "12-to-24-months"]
    yes_no = st.sampled_from(["yes", "no"])
    missing: dict[str, st.SearchStrategy[Any]] = {
        "sector": st.sampled_from(["maternity", "neonatal", "specialised-team", "early-help"]),
        "levels": st.lists(st.sampled_from(levels), min_size=1, unique=True),
        "stages": st.lists(st.sampled_from(stages), min_size=1, unique=True),
        "focus": st.sampled_from(["main", "part", "none"]),
        "perinatal": yes_no,
        "coverage": st.sampled_from(["whole-area", "some-districts"]),
        "covered-districts": st.lists(st.sampled_from(DISTRICTS), min_size=1, unique=True),
        "interventions": st.lists(st.sampled_from(["vig", "massage"]), min_size=1, unique=True),
        "relationship-assessed": st.sampled_from(["both", "neither"]),
        **dict.fromkeys(YES_NO, yes_no),
    }
    blank: tuple[Any, ...] = (None, [], "dont-know", "unknown")
    still_open = {child: answer for child, answer in missing.items() if service.get(child) in blank}
    return st.fixed_dictionaries(still_open).map(lambda answers: {**service, **answers})
