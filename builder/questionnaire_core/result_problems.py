"""What may be wrong with a result: scoring code is an author's, so its answer is looked over first."""

from collections.abc import Callable, Iterator
from functools import partial

from questionnaire_core.model import FINDING_KINDS, Questionnaire
from questionnaire_core.problems import Problem, shown
from questionnaire_core.result import CELL_STATES, Classification, Finding, Grid, Reason, Result, Score
from questionnaire_core.values import as_number


def result_problems(result: object, questionnaire: Questionnaire) -> list[Problem]:
    """Values of the wrong type, ids that the questionnaire does not have, findings or grids with one id."""
    if not isinstance(result, Result):
        return [Problem("result", "a Result", shown(result))]
    return [*_Check(questionnaire).result(result)]


NAMES: dict[type, str] = {
    Score: "a Score",
    Classification: "a Classification",
    Finding: "a Finding",
    Grid: "a Grid",
    Reason: "a Reason",
    tuple: "a tuple",
    str: "text",
}


class _Check:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.private_ids = tuple(private.id for private in questionnaire.private)

    def result(self, result: Result) -> Iterator[Problem]:
        yield from self.each("scores", result.scores, Score, self.score)
        if result.classification is not None:
            yield from self.one("classification", result.classification, Classification, self.classification)
        yield from self.each("findings", result.findings, Finding, self.finding)
        yield from self.each("grids", result.grids, Grid, self.grid)
        yield from self.repeated("findings", result.findings)
        yield from self.repeated("grids", result.grids)

    def repeated(self, where: str, values: object) -> Iterator[Problem]:
        seen: set[str] = set()
        for index, value in enumerate(sequence(values)):
            id_ = getattr(value, "id", None)
            if isinstance(id_, str):
                if id_ in seen:
                    yield Problem(f"{where}[{index}].id", "ids used once", f"{shown(id_)} twice")
                seen.add(id_)

    def each[T](
        self, where: str, values: object, kind: type[T], check: Callable[[str, T], Iterator[Problem]]
    ) -> Iterator[Problem]:
        if not isinstance(values, (tuple, list)):
            yield Problem(where, f"a tuple, each member {NAMES[kind]}", shown(values))
        for index, value in enumerate(sequence(values)):
            yield from self.one(f"{where}[{index}]", value, kind, check)

    def one[T](
        self, where: str, value: object, kind: type[T], check: Callable[[str, T], Iterator[Problem]]
    ) -> Iterator[Problem]:
        if isinstance(value, kind):
            yield from check(where, value)
        else:
            yield Problem(where, NAMES[kind], shown(value))

    def score(self, where: str, score: Score) -> Iterator[Problem]:
        if score.section is not None and self.questionnaire.section(score.section) is None:
            yield Problem(f"{where}.section", "the id of a section", shown(score.section))
        for name, number in (("number", score.number), ("maximum", score.maximum)):
            if number is not None:
                yield from self.number(f"{where}.{name}", number)
        yield from self.number(f"{where}.answered", score.answered)
        yield from self.number(f"{where}.of", score.of)
        yield from self.optional_text(f"{where}.label", score.label)
        yield from self.each(f"{where}.counts", score.counts, tuple, self.count)

    def count(self, where: str, count: tuple[object, ...]) -> Iterator[Problem]:
        if len(count) != 2:
            yield Problem(where, "a label and a number", shown(count))
        else:
            yield from self.text(f"{where}[0]", count[0])
            yield from self.number(f"{where}[1]", count[1])

    def classification(self, where: str, classification: Classification) -> Iterator[Problem]:
        yield from self.text(f"{where}.id", classification.id)
        yield from self.text(f"{where}.title", classification.title)
        yield from self.text(f"{where}.text", classification.text)
        yield from self.each(f"{where}.reasons", classification.reasons, Reason, self.reason)
        for name, number in (("settled", classification.settled), ("of", classification.of)):
            if number is not None:
                yield from self.number(f"{where}.{name}", number)

    def finding(self, where: str, finding: Finding) -> Iterator[Problem]:
        yield from self.text(f"{where}.id", finding.id)
        yield from self.text(f"{where}.title", finding.title)
        if finding.kind not in FINDING_KINDS:
            yield Problem(f"{where}.kind", f"one of {', '.join(FINDING_KINDS)}", shown(finding.kind))
        yield from self.number(f"{where}.rank", finding.rank)
        yield from self.private(where, finding.private)
        yield from self.optional_text(f"{where}.rule", finding.rule)
        yield from self.each(f"{where}.reasons", finding.reasons, Reason, self.reason)

    def grid(self, where: str, grid: Grid) -> Iterator[Problem]:
        for name in ("id", "title", "row_header"):
            yield from self.text(f"{where}.{name}", getattr(grid, name))
        yield from self.each(f"{where}.columns", grid.columns, str, self.text)
        width = len(sequence(grid.columns))
        yield from self.each(f"{where}.rows", grid.rows, tuple, partial(self.row, width))

    def row(self, width: int, where: str, row: tuple[object, ...]) -> Iterator[Problem]:
        if len(row) != 2 or len(sequence(row[1])) != width:
            yield Problem(where, f"a header and a tuple of {width} cells, one for each column", shown(row))
        else:
            yield from self.text(f"{where}[0]", row[0])
            yield from self.each(f"{where}[1]", row[1], tuple, self.cell)

    def cell(self, where: str, cell: tuple[object, ...]) -> Iterator[Problem]:
        if len(cell) != 2 or cell[1] not in CELL_STATES:
            states = ", ".join(state for state in CELL_STATES if state)
            yield Problem(where, f"a text and one of {states} or nothing", shown(cell))
        else:
            yield from self.text(f"{where}[0]", cell[0])

    def reason(self, where: str, reason: Reason) -> Iterator[Problem]:
        yield from self.text(f"{where}.text", reason.text)
        yield from self.private(where, reason.private)
        yield from self.each(f"{where}.paths", reason.paths, str, self.path)

    def path(self, where: str, path: str) -> Iterator[Problem]:
        if self.questionnaire.place(path) is None:
            yield Problem(where, "the path of an item", shown(path))

    def private(self, where: str, private: object) -> Iterator[Problem]:
        if private is not None and private not in self.private_ids:
            yield Problem(f"{where}.private", "a kind named under private", shown(private))

    def text(self, where: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(where, "text", shown(value))

    def optional_text(self, where: str, value: object) -> Iterator[Problem]:
        if value is not None:
            yield from self.text(where, value)

    def number(self, where: str, value: object) -> Iterator[Problem]:
        if as_number(value) is None:
            yield Problem(where, "a number", shown(value))


def sequence(values: object) -> tuple[object, ...]:
    return tuple(values) if isinstance(values, (tuple, list)) else ()
