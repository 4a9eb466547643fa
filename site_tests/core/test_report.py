"""What the report says, block by block, with the catalogue's own words."""

from datetime import date
from typing import Any

from questionnaire_core import Classification, Finding, Grid, Reason, Response, Result, Score
from questionnaire_core.advice import what_would_change
from questionnaire_core.blocks import (
    Bars,
    Block,
    Cell,
    Column,
    FindingBlock,
    GridBlock,
    GridCell,
    GridRow,
    Heading,
    Line,
    Lines,
    Mark,
    Note,
    Paragraph,
    Table,
)
from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.model import Questionnaire, Value
from questionnaire_core.report import report_parts
from questionnaire_core.scoring import Scoring
from questionnaire_core.texts import Texts
from site_tests.fixtures import street_tools
from site_tests.fixtures.bicycle_workshop import DEFINITION, OPEN

TODAY = date(2026, 11, 21)


def parts(
    workshop: Questionnaire, scoring: Scoring, texts: Texts, changed: dict[str, Value | None]
) -> dict[str, tuple[Block, ...]]:
    """The report of a workshop that could open but for these answers."""
    answers = {path: tuple(value) if isinstance(value, list) else value for path, value in OPEN.items()}
    response = Response(workshop, answers).with_answers(changed)
    result = scoring.result(response, TODAY)
    return report_parts(response, result, what_would_change(response, TODAY, scoring), texts)


def parts_of(questionnaire: Questionnaire, result: Result, texts: Texts) -> dict[str, tuple[Block, ...]]:
    return report_parts(Response(questionnaire, {}), result, None, texts)


def test_only_the_parts_that_rest_on_scoring_are_made(
    workshop: Questionnaire, scoring: Scoring, texts: Texts
) -> None:
    assert list(parts(workshop, scoring, texts, {})) == ["verdict", "counts", "to-do", "fine"]


def test_a_conclusion_says_why_and_what_would_change_it(
    workshop: Questionnaire, scoring: Scoring, texts: Texts
) -> None:
    changed: dict[str, Value | None] = {
        "stands/state": "worn",
        "stands/parts": ("tall",),
        "tools/parts": None,
        "first-aid": None,
        "insurance": "none",
        "turned-away": ("children", "strangers"),
    }

    assert parts(workshop, scoring, texts, changed)["verdict"] == (
        Heading(1, "Not ready to open"),
        Heading(2, "Why"),
        Lines(
            (
                Line("K1 Repair stands", ("stands/state", "stands/parts")),
                Line("K2 Hand tools", ("tools/state", "tools/parts")),
                Line("First aid box", ("first-aid",)),
                Line("Insurance", ("insurance",)),
                Line("Turned away", ("turned-away",)),
            )
        ),
        Note("Nobody has checked this."),
        Heading(2, "What would change this"),
        Paragraph("Your answers would suggest “Ready to open” if all of these were true:"),
        Lines(
            (
                Line(
                    "K1 Repair stands: “A low one” ticked; “Ready” instead of “There, but worn”",
                    ("stands/parts", "stands/state"),
                ),
                Line("K2 Hand tools: everything ticked under “What is there?”", ("tools/parts",)),
                Line("Is there a first aid box?: answered “yes”", ("first-aid",)),
            )
        ),
        Paragraph("And 2 more."),
    )


def test_one_change_is_told_in_the_singular(workshop: Questionnaire, scoring: Scoring, texts: Texts) -> None:
    blocks = parts(workshop, scoring, texts, {"turned-away": ("children", "strangers")})["verdict"]

    assert blocks[-2:] == (
        Paragraph("Your answers would suggest “Ready to open” if this were true:"),
        Lines((Line("Whom do you turn away?: “Children” and “Strangers” not ticked", ("turned-away",)),)),
    )


def test_a_conclusion_without_reasons_or_advice(
    workshop: Questionnaire, scoring: Scoring, texts: Texts
) -> None:
    assert parts(workshop, scoring, texts, {})["verdict"] == (
        Heading(1, "Ready to open"),
        Paragraph("Everything is there."),
        Note("Nobody has checked this."),
    )


def test_how_much_is_settled_and_private_reasons_apart(workshop: Questionnaire, texts: Texts) -> None:
    reasons = (Reason("Open"), Reason("Hidden", ("stands/notes",), "notes"), Reason("Open again"))
    result = Result(classification=Classification("x", "X", reasons=reasons, settled=3, of=10))

    assert parts_of(workshop, result, texts)["verdict"][1:5] == (
        Paragraph("3 of 10 settled"),
        Heading(2, "Why"),
        Lines((Line("Open"),)),
        Lines((Line("Hidden", ("stands/notes",), "notes"),), private="notes"),
    )


def test_no_conclusion(workshop: Questionnaire, texts: Texts) -> None:
    assert parts_of(workshop, Result(), texts)["verdict"] == (
        Paragraph("There is not enough here yet to say what your answers suggest."),
    )


def test_findings_of_the_kinds_that_a_part_asks_for(
    workshop: Questionnaire, scoring: Scoring, texts: Texts
) -> None:
    report = parts(workshop, scoring, texts, {"stands/state": "not-sure", "stands/notes": "Ask Jo's {name}"})

    assert report["to-do"] == (
        FindingBlock(
            "stands",
            "unknown",
            "K1 Repair stands",
            (
                Line("Nobody knows", ("stands/state",)),
                Line("Ask Jo's {name}", ("stands/notes",), private="notes"),
            ),
        ),
    )
    assert report["fine"] == (
        FindingBlock(
            "tools", "covered", "K2 Hand tools", (Line("Spotless", ("tools/state", "tools/parts")),)
        ),
    )


def test_a_part_without_findings_says_so(workshop: Questionnaire, texts: Texts) -> None:
    report = parts_of(workshop, Result(findings=(Finding("n", "note", "A note"),)), texts)

    assert report["to-do"] == (Note("There is nothing to show here."),)
    assert report["fine"] == (Note("Nothing yet."),)


def test_findings_set_aside_come_last_with_the_reasons_for_it(texts: Texts) -> None:
    street = decode_questionnaire(street_tools.DEFINITION)
    answers: dict[str, Value] = {
        "dismissed/d1/finding": "shed-house",
        "dismissed/d1/reason": "We have no house",
        "dismissed/d2/finding": "not a finding any more",
        "dismissed/d3/finding": "shed-house",
        "dismissed/d4/reason": "Of nothing",
    }
    response = Response(street, answers, {"dismissed": ["d1", "d2", "d3", "d4"]})
    findings = (
        Finding("shed-house", "gap", "House", (Reason("Empty"),), private="owners", rule="S1"),
        Finding("shed-garden", "gap", "Garden", rule="S1"),
        Finding("swap", "covered", "Swap"),
    )
    report = report_parts(response, Result(findings=findings), None, texts)

    assert report["missing"] == (
        FindingBlock("shed-garden", "gap", "Garden", (), rule="S1"),
        Heading(1, "Set aside", "owners"),
        FindingBlock(
            "shed-house",
            "gap",
            "House",
            (Line("Empty"),),
            private="owners",
            rule="S1",
            set_aside=(
                Line("We have no house", ("dismissed/d1/reason",), "owners"),
                Line("No reason is given.", ("dismissed/d3/reason",), "owners"),
            ),
        ),
    )
    assert report["there"] == (FindingBlock("swap", "covered", "Swap", ()),)


def test_when_all_findings_are_set_aside_none_stands(texts: Texts) -> None:
    street = decode_questionnaire(street_tools.DEFINITION)
    response = Response(street, {"dismissed/d/finding": "only"}, {"dismissed": ["d"]})
    result = Result(findings=(Finding("only", "unknown", "Only"),))

    blocks = report_parts(response, result, None, texts)["missing"]

    assert blocks[:2] == (Note("There is nothing to show here."), Heading(1, "Set aside"))


def test_a_grid_of_the_result(texts: Texts) -> None:
    street = decode_questionnaire(street_tools.DEFINITION)
    rows = (("Garden", (("2", "yes"), ("None", "no"))), ("House", (("Not known", "unsure"), ("", ""))))
    grid = Grid("uses", "Uses by kind", "Kind", ("Cut", "Fix"), rows)

    assert parts_of(street, Result(grids=(grid,)), texts)["uses-of-kinds"] == (
        GridBlock(
            "Uses by kind",
            "Kind",
            ("Cut", "Fix"),
            (
                GridRow("Garden", (GridCell("2", "yes"), GridCell("None", "no"))),
                GridRow("House", (GridCell("Not known", "unsure"), GridCell("", ""))),
            ),
        ),
    )
    empty = Grid("uses", "Uses by kind", "Kind", ("Cut",), ())
    assert parts_of(street, Result(grids=(empty,)), texts)["uses-of-kinds"] == (Note("No uses."),)
    assert parts_of(street, Result(), texts)["uses-of-kinds"] == (Note("No uses."),)


def test_counts_as_a_table_and_as_bars(workshop: Questionnaire, scoring: Scoring, texts: Texts) -> None:
    assert parts(workshop, scoring, texts, {"stands/state": "worn"})["counts"] == (
        Table(
            "Counted from your answers",
            (
                Column("Corner"),
                Column("Fine", numeric=True),
                Column("Not yet", numeric=True),
                Column("Answered", numeric=True),
            ),
            ((Cell("K Kit", header=True), Cell("1"), Cell("1"), Cell("2 of 2")),),
        ),
        Bars("How many: Fine", (Mark("K Kit", 1, 2, "1 of 2"),), "K Kit: 1 of 2"),
    )


def test_points_as_a_table_and_as_bars(workshop: Questionnaire, texts: Texts) -> None:
    scores = (
        Score("kit", number=4.5, maximum=6, answered=2, of=3, label="Good"),
        Score("safety", number=1, maximum=3),
        Score(None, number=5.5, maximum=9, answered=2, of=3, label="Fair"),
    )

    assert parts_of(workshop, Result(scores), texts)["counts"] == (
        Table(
            "Counted from your answers",
            (
                Column("Corner"),
                Column("Points", numeric=True),
                Column("Reached"),
                Column("Answered", numeric=True),
            ),
            (
                (Cell("K Kit", header=True), Cell("4.5 of 6"), Cell("Good"), Cell("2 of 3")),
                (Cell("S Safety", header=True), Cell("1 of 3"), Cell(""), Cell("0 of 0")),
                (Cell("All together", header=True), Cell("5.5 of 9"), Cell("Fair"), Cell("2 of 3")),
            ),
        ),
        Bars(
            "How many: Points",
            (Mark("K Kit", 4.5, 6, "4.5 of 6"), Mark("S Safety", 1, 3, "1 of 3")),
            "K Kit: 4.5 of 6; S Safety: 1 of 3",
        ),
    )


def test_nothing_to_count(workshop: Questionnaire, texts: Texts) -> None:
    assert parts_of(workshop, Result(), texts)["counts"] == (Note("There is nothing to count yet."),)


def test_a_questionnaire_may_have_no_report(texts: Texts) -> None:
    definition: dict[str, Any] = {**DEFINITION, "report": []}

    assert parts_of(decode_questionnaire(definition), Result(), texts) == {}


def test_several_things_make_a_sentence(texts: Texts) -> None:
    assert texts.listed([]) == ""
    assert texts.listed(["a"]) == "a"
    assert texts.listed(["a", "b"]) == "a and b"
    assert texts.listed(["a", "b", "c"]) == "a, b and c"


def test_a_word_that_is_missing_shows_its_key() -> None:
    assert Texts({}).text("core.scores.total") == "core.scores.total"
