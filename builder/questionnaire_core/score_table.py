"""Scores as a table, and the same as bars."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from questionnaire_core.blocks import Bars, Block, Cell, Column, Mark, Note, Table
from questionnaire_core.model import Questionnaire
from questionnaire_core.result import Score
from questionnaire_core.rules import Number
from questionnaire_core.texts import Texts


def score_blocks(questionnaire: Questionnaire, scores: Sequence[Score], texts: Texts) -> Iterator[Block]:
    """A row for each score, and a bar for each section's."""
    if not scores:
        yield Note(texts.text("core.scores.none"))
        return
    table = _ScoreTable(questionnaire, scores, texts)
    yield table.table()
    yield from table.bars()


class _ScoreTable:
    def __init__(self, questionnaire: Questionnaire, scores: Sequence[Score], texts: Texts) -> None:
        self.questionnaire = questionnaire
        self.scores = scores
        self.texts = texts
        self.counted = tuple(dict.fromkeys(label for score in scores for label, _ in score.counts))

    def table(self) -> Table:
        columns = list(self.columns())
        rows = []
        for score in self.scores:
            cells = [Cell(said(score)) for _, said in columns]
            rows.append((Cell(self.heading(score), header=True), *cells))
        first = Column(self.questionnaire.labels.section)
        caption = self.texts.text("core.scores.caption")
        return Table(caption, (first, *(column for column, _ in columns)), tuple(rows))

    def columns(self) -> Iterator[tuple[Column, Callable[[Score], str]]]:
        """Each column, and what a score says in it; only those that any score has something for."""
        for label in self.counted:
            yield Column(label, numeric=True), partial(self.count, label)
        if any(score.number is not None for score in self.scores):
            yield Column(self.texts.text("core.scores.points"), numeric=True), self.points
        if any(score.label for score in self.scores):
            yield Column(self.texts.text("core.scores.band")), lambda score: score.label or ""
        if any(score.of for score in self.scores):
            answered = Column(self.texts.text("core.scores.answered"), numeric=True)
            yield answered, lambda score: self.part_of(score.answered, score.of)

    def heading(self, score: Score) -> str:
        section = None if score.section is None else self.questionnaire.section(score.section)
        return self.texts.text("core.scores.total") if section is None else section.heading

    def count(self, label: str, score: Score) -> str:
        return str(dict(score.counts).get(label, ""))

    def points(self, score: Score) -> str:
        if score.number is None:
            return ""
        return str(score.number) if score.maximum is None else self.part_of(score.number, score.maximum)

    def part_of(self, number: Number, of: Number) -> str:
        return self.texts.text("core.scores.part_of", number=number, of=of)

    def bars(self) -> Iterator[Bars]:
        """The first of the counts where there are any, else the points."""
        measured = ((score, self.measured(score)) for score in self.scores if score.section is not None)
        marks = tuple(
            Mark(self.heading(score), *measure, self.part_of(*measure))
            for score, measure in measured
            if measure
        )
        if marks:
            what = self.counted[0] if self.counted else self.texts.text("core.scores.points")
            said = [self.texts.text("core.scores.bar", label=mark.label, value=mark.text) for mark in marks]
            title = self.texts.text("core.scores.bars", what=what)
            yield Bars(title, marks, self.texts.text("core.list_semicolon").join(said))

    def measured(self, score: Score) -> tuple[Number, Number] | None:
        """How much of how much."""
        if self.counted:
            counts = dict(score.counts)
            return counts.get(self.counted[0], 0), sum(counts.values())
        if score.number is None or score.maximum is None:
            return None
        return score.number, score.maximum
