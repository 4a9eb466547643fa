"""The report: what a result says, as blocks for each part that the questionnaire's `report` names.

Owns the parts that rest on scoring: conclusion, scores, findings and grids. The page makes the others from
the answers alone.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from questionnaire_core.advice import Advice
from questionnaire_core.advice_lines import advice_blocks
from questionnaire_core.blocks import (
    Block,
    FindingBlock,
    GridBlock,
    GridCell,
    GridRow,
    Heading,
    Line,
    Lines,
    Note,
    Paragraph,
)
from questionnaire_core.findings import of_kinds
from questionnaire_core.model import ReportPart
from questionnaire_core.response import Response
from questionnaire_core.result import Classification, Finding, Grid, Reason, Result
from questionnaire_core.score_table import score_blocks
from questionnaire_core.texts import Texts


def report_parts(
    response: Response, result: Result, advice: Advice | None, texts: Texts
) -> dict[str, tuple[Block, ...]]:
    """The blocks of each part, by the part's id."""
    parts: dict[str, tuple[Block, ...]] = {}
    for part in response.questionnaire.report:
        match part.part:
            case "conclusion":
                conclusion = _conclusion(result.classification, part.caveat, texts)
                parts[part.id] = (*conclusion, *advice_blocks(response, advice, texts))
            case "scores":
                parts[part.id] = tuple(score_blocks(response.questionnaire, result.scores, texts))
            case "findings":
                parts[part.id] = tuple(_findings(part, response, result.findings, texts))
            case "result-grid":
                parts[part.id] = tuple(_grid(part, result.grids, texts))
    return parts


def _conclusion(classification: Classification | None, caveat: str | None, texts: Texts) -> Iterator[Block]:
    if classification is None:
        yield Paragraph(texts.text("core.conclusion.none"))
        return
    yield Heading(1, classification.title)
    if classification.text:
        yield Paragraph(classification.text)
    if classification.settled is not None and classification.of is not None:
        settled, of = classification.settled, classification.of
        yield Paragraph(texts.text("core.conclusion.settled", settled=settled, of=of))
    if classification.reasons:
        yield Heading(2, texts.text("core.conclusion.why"))
        yield from _reasons(classification.reasons)
    if caveat:
        yield Note(caveat)


def _reasons(reasons: Iterable[Reason]) -> Iterator[Block]:
    """A list for each run of reasons of one privacy: a private list can be left out whole."""
    for private, run in groupby(reasons, key=lambda reason: reason.private):
        yield Lines(tuple(map(_line, run)), private=private)


def _findings(
    part: ReportPart, response: Response, findings: Iterable[Finding], texts: Texts
) -> Iterator[Block]:
    """The findings that stand, then those that a person set aside, each with the reasons for it."""
    reasons = {} if part.dismiss is None else _dismissals(response, part.dismiss, texts)
    found = of_kinds(findings, part.kinds)
    standing = [finding for finding in found if finding.id not in reasons]
    set_aside = [finding for finding in found if finding.id in reasons]
    if not standing:
        yield Note(part.empty or texts.text("core.findings.none"))
    for finding in standing:
        yield _finding(finding)
    if set_aside:
        kinds = {finding.private for finding in set_aside}
        yield Heading(1, texts.text("core.findings.set_aside"), kinds.pop() if len(kinds) == 1 else None)
    for finding in set_aside:
        yield _finding(finding, tuple(reasons[finding.id]))


def _finding(finding: Finding, set_aside: tuple[Line, ...] = ()) -> FindingBlock:
    reasons = tuple(map(_line, finding.reasons))
    return FindingBlock(
        finding.id, finding.kind, finding.title, reasons, finding.private, finding.rule, set_aside
    )


def _dismissals(response: Response, entries: str, texts: Texts) -> dict[str, list[Line]]:
    """By the finding's id, why it was set aside; two people may have done so, each for their own reason."""
    reasons: dict[str, list[Line]] = {}
    for entry in response.entries(entries):
        told = entry.text("reason") or texts.text("core.findings.no_reason")
        line = Line(told, (entry.path("reason"),), entry.item("reason").private)
        reasons.setdefault(entry.text("finding"), []).append(line)
    return reasons


def _grid(part: ReportPart, grids: Iterable[Grid], texts: Texts) -> Iterator[Block]:
    grid = next((grid for grid in grids if grid.id == part.grid), None)
    if grid is None or not grid.rows:
        yield Note(part.empty or texts.text("core.grid.none"))
        return
    rows = tuple(GridRow(header, tuple(GridCell(*cell) for cell in cells)) for header, cells in grid.rows)
    yield GridBlock(grid.title, grid.row_header, tuple(grid.columns), rows)


def _line(reason: Reason) -> Line:
    return Line(reason.text, tuple(reason.paths), reason.private)
