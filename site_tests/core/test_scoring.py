"""Scoring by points, and an author's scoring run safely: each mistake is told with its line."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from questionnaire_core import Classification, Finding, Reason, Response, Result, Score
from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.model import Questionnaire, Value
from questionnaire_core.scoring import Scoring, ScoringError, load_scoring, points_scoring, score_by_points
from site_tests.core.strategies import responses
from site_tests.fixtures import bicycle_workshop

TODAY = date(2026, 11, 21)
WORKSHOP = decode_questionnaire(bicycle_workshop.DEFINITION)

QUALITY = [
    {"id": "poor", "label": "Poor", "points": 0},
    {"id": "fair", "label": "Fair", "points": 1.5},
    {"id": "good", "label": "Good", "points": 3},
    {"id": "not-sure", "label": "Not sure"},
]
ALLOTMENT: dict[str, Any] = {
    "id": "allotment",
    "title": "Allotment",
    "language": "en-GB",
    "labels": {"section": "Bed", "sections": "Beds", "item": "Plant", "items": "Plants"},
    "bands": [
        {"id": "thriving", "label": "Thriving", "text": "Keep going.", "at_least": 6},
        {"id": "growing", "label": "Growing", "text": "Nearly there.", "at_least": 2},
    ],
    "sections": [
        {
            "id": "soil",
            "title": "Soil",
            "bands": [{"id": "fine", "label": "Fine soil", "text": "", "at_least": 1}],
            "items": [
                {"id": "soil-quality", "type": "choice", "title": "Quality", "options": QUALITY},
                {
                    "id": "compost",
                    "type": "choices",
                    "title": "Compost",
                    "optional": True,
                    "options": [
                        {"id": "leaves", "label": "Leaves", "points": 2},
                        {"id": "peelings", "label": "Peelings", "points": 1},
                        {"id": "plastic", "label": "Plastic", "points": -2},
                    ],
                },
            ],
        },
        {
            "id": "water",
            "title": "Water",
            "items": [
                {"id": "tap", "type": "yes-no", "title": "Is there a tap?"},
                {
                    "id": "butts",
                    "type": "group",
                    "title": "Water butts",
                    "show_when": {"not": {"item": "tap", "is": "yes"}},
                    "items": [{"id": "state", "type": "choice", "title": "State", "options": QUALITY}],
                },
            ],
        },
        {
            "id": "pests",
            "title": "Pests",
            "items": [
                {
                    "id": "seen",
                    "type": "entries",
                    "title": "Seen",
                    "items": [{"id": "harm", "type": "choice", "title": "Harm", "options": QUALITY}],
                }
            ],
        },
    ],
}


@pytest.fixture(scope="session")
def allotment() -> Questionnaire:
    return decode_questionnaire(ALLOTMENT)


def test_points_add_up_by_section_and_in_all(allotment: Questionnaire) -> None:
    answers: dict[str, Value] = {
        "soil-quality": "fair",
        "compost": ("leaves", "peelings"),
        "butts/state": "good",
    }

    result = score_by_points(Response(allotment, answers))

    assert result.scores == (
        Score("soil", number=4.5, maximum=6, answered=2, of=2, label="Fine soil"),
        Score("water", number=3, maximum=3, answered=1, of=1),
        Score(None, number=7.5, maximum=9, answered=3, of=3, label="Thriving"),
    )
    assert result.classification == Classification("thriving", "Thriving", "Keep going.", settled=3, of=3)


def test_unanswered_and_unsure_lower_coverage_and_not_points(allotment: Questionnaire) -> None:
    result = score_by_points(Response(allotment, {"soil-quality": "good", "butts/state": "not-sure"}))

    assert result.scores == (
        Score("soil", number=3, maximum=6, answered=1, of=1, label="Fine soil"),
        Score("water", number=0, maximum=3, answered=0, of=1),
        Score(None, number=3, maximum=9, answered=1, of=2, label="Growing"),
    )
    assert result.classification == Classification("growing", "Growing", "Nearly there.", settled=1, of=2)


def test_hidden_items_and_entries_earn_nothing(allotment: Questionnaire) -> None:
    answers: dict[str, Value] = {"tap": "yes", "butts/state": "good", "seen/e1/harm": "good"}

    result = score_by_points(Response(allotment, answers, {"seen": ["e1"]}))

    assert result.scores == (
        Score("soil", number=0, maximum=6, answered=0, of=1),
        Score(None, number=0, maximum=6, answered=0, of=1),
    )


def test_no_conclusion_without_an_answer_or_below_every_band(allotment: Questionnaire) -> None:
    assert score_by_points(Response(allotment, {})).classification is None
    assert score_by_points(Response(allotment, {"soil-quality": "poor"})).classification is None


def test_a_questionnaire_without_points_has_no_scores() -> None:
    no_points = {**ALLOTMENT, "sections": [{**ALLOTMENT["sections"][1], "items": []}]}

    assert score_by_points(Response(decode_questionnaire(no_points), {})) == Result()


@given(responses(decode_questionnaire(ALLOTMENT)))
def test_points_scoring_never_raises_and_stays_within_its_maximum(plain: dict[str, Any]) -> None:
    result = points_scoring().result(decode_response(decode_questionnaire(ALLOTMENT), plain), TODAY)

    for score in result.scores:
        assert score.number is not None
        assert score.maximum is not None
        assert score.number <= score.maximum
        assert 0 <= score.answered <= score.of


def load_error(source: str) -> str:
    with pytest.raises(ScoringError) as raised:
        load_scoring({"scoring.py": source})
    return str(raised.value)


def run_error(body: str) -> str:
    """What is told of a scoring function with this body, its first line being line 4 of the file."""
    source = "from questionnaire_core import *\n\ndef score(response, today):\n" + body
    with pytest.raises(ScoringError) as raised:
        load_scoring({"scoring.py": source}).result(Response(WORKSHOP, {}), TODAY)
    return str(raised.value)


def test_scoring_that_cannot_be_loaded() -> None:
    assert load_error("def score(response today):\n") == "scoring.py:1: SyntaxError: invalid syntax"
    assert load_error("\nimport nothing_of_this_name\n") == (
        "scoring.py:2: ModuleNotFoundError: No module named 'nothing_of_this_name'"
    )
    assert load_error("a = 1\n") == "scoring.py: expected a function score(response, today)"
    assert load_error("raise SystemExit(3)") == "scoring.py:1: SystemExit: 3"


SEVERAL = {
    "words.py": "GOOD = 'Good'\n",
    "rules.py": "from .words import GOOD as said\n\ndef rule():\n    return said\n",
    "scoring.py": "from questionnaire_core import *\nfrom .rules import *\n\n"
    "def score(response, today):\n    return Result((), Classification('it', rule()))\n",
}


def test_scoring_in_several_files() -> None:
    scoring = load_scoring(SEVERAL)
    load_scoring({**SEVERAL, "words.py": "GOOD = 'Better'\n"})

    # What has files of the same names is another's.
    assert scoring.result(Response(WORKSHOP, {}), TODAY).classification == Classification("it", "Good")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("def rule():\n    return 1 / 0\n", "rules.py:2: ZeroDivisionError: division by zero"),
        ("def rule(:\n", "rules.py:1: SyntaxError: invalid syntax"),
        ("\nfrom .work import it\n", "rules.py:2: ImportError: there is no work.py to import from"),
    ],
)
def test_the_file_that_breaks_is_named(text: str, told: str) -> None:
    with pytest.raises(ScoringError) as raised:
        load_scoring({**SEVERAL, "rules.py": text}).result(Response(WORKSHOP, {}), TODAY)

    assert str(raised.value) == told


def test_scoring_that_raises_is_told_by_its_own_line() -> None:
    assert run_error("    return response.answer('stand/state')\n") == (
        "scoring.py:4: UnknownPathError: no item at 'stand/state'"
    )
    assert run_error("    def add():\n        return 1 / 0\n    return add()\n") == (
        "scoring.py:5: ZeroDivisionError: division by zero"
    )
    assert run_error("    return score(response, today)\n").startswith("scoring.py:4: RecursionError: ")
    assert run_error("    exit()\n").startswith("scoring.py:4: ")


def test_a_result_that_is_not_sound_is_told_in_full() -> None:
    assert run_error("    pass\n") == "scoring.py: result: expected a Result, found nothing"
    assert run_error(
        """\
    return Result(
        scores=(Score('attic', number=float('nan'), counts=(('Yes',), (1, 'two'))), 3),
        classification='fine',
        findings=[
            Finding('a', 'bad', 'A', (Reason('because', 'stands/state'),)),
            Finding('a', 'gap', None, (Reason(4, ('nowhere',), private='secret'), 'text'), rank='high'),
        ],
    )
"""
    ).splitlines() == [
        "scoring.py: scores[0].section: expected the id of a section, found 'attic'",
        "scores[0].number: expected a number, found nan",
        "scores[0].counts[0]: expected a label and a number, found a list",
        "scores[0].counts[1][0]: expected text, found 1",
        "scores[0].counts[1][1]: expected a number, found 'two'",
        "scores[1]: expected a Score, found 3",
        "classification: expected a Classification, found 'fine'",
        "findings[0].kind: expected one of gap, partial, unknown, covered, note, found 'bad'",
        "findings[0].reasons[0].paths: expected a tuple, each member text, found 'stands/state'",
        "findings[1].title: expected text, found nothing",
        "findings[1].rank: expected a number, found 'high'",
        "findings[1].reasons[0].text: expected text, found 4",
        "findings[1].reasons[0].private: expected a kind named under private, found 'secret'",
        "findings[1].reasons[0].paths[0]: expected the path of an item, found 'nowhere'",
        "findings[1].reasons[1]: expected a Reason, found 'text'",
        "findings[1].id: expected ids used once, found 'a' twice",
    ]


def test_a_grid_that_is_not_sound_is_told_in_full() -> None:
    assert run_error(
        """\
    return Result(
        findings=(Finding('a', 'gap', 'A', rule=7),),
        grids=(
            Grid('g', None, 'Row', ('One', 'Two'), (('A', (('x', 'yes'),)), ('B', ('x', 'y')), 'C')),
            Grid('g', 'G', 'Row', ('One',), ((1, ((2, 'no'),)), ('D', (('x', 'red'),)), ('E', (('', ''),)))),
            'grid',
        ),
    )
"""
    ).splitlines() == [
        "scoring.py: findings[0].rule: expected text, found 7",
        "grids[0].title: expected text, found nothing",
        "grids[0].rows[0]: expected a header and a tuple of 2 cells, one for each column, found a list",
        "grids[0].rows[1][1][0]: expected a tuple, found 'x'",
        "grids[0].rows[1][1][1]: expected a tuple, found 'y'",
        "grids[0].rows[2]: expected a tuple, found 'C'",
        "grids[1].rows[0][0]: expected text, found 1",
        "grids[1].rows[0][1][0][0]: expected text, found 2",
        "grids[1].rows[1][1][0]: expected a text and one of yes, partial, no, unsure or nothing, "
        "found a list",
        "grids[2]: expected a Grid, found 'grid'",
        "grids[1].id: expected ids used once, found 'g' twice",
    ]


def test_findings_come_by_kind_then_rank_then_as_written() -> None:
    findings = (
        Finding("d", "covered", "D"),
        Finding("b", "gap", "B", rank=2),
        Finding("c", "unknown", "C"),
        Finding("a", "gap", "A", rank=1),
        Finding("e", "gap", "E", rank=2, reasons=(Reason("because"),)),
    )

    result = Scoring(lambda response, today: Result(findings=findings), ["scoring.py"]).result(
        Response(WORKSHOP, {}), TODAY
    )

    assert [finding.id for finding in result.findings] == ["a", "b", "e", "c", "d"]
