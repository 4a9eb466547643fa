"""Scoring: from a response to a result, by points and bands or by an author's own function.

Owns loading and running that function safely: whatever it raises or hands back wrongly becomes a ScoringError
that names the file and the line. Knows nothing of wording.
"""

import builtins
import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import ModuleType, TracebackType

from questionnaire_core.findings import in_order
from questionnaire_core.model import Band, Item
from questionnaire_core.response import Response
from questionnaire_core.result import Classification, Result, Score
from questionnaire_core.result_problems import result_problems
from questionnaire_core.rules import Number
from questionnaire_core.values import add_up

type ScoreFunction = Callable[[Response, datetime.date], Result]


class ScoringError(Exception):
    """An author's scoring that cannot be loaded, raises, or gives something other than a sound result."""

    def __init__(self, filename: str, line: int | None, detail: str) -> None:
        self.filename = filename
        self.line = line
        self.detail = detail
        super().__init__(f"{filename}:{line}: {detail}" if line else f"{filename}: {detail}")


class Scoring:
    """A way to score, from an author's files or by points."""

    def __init__(self, score: ScoreFunction, filenames: Sequence[str]) -> None:
        """The function, and the files that it is in: what it hands back is put to the last of them."""
        self._score = score
        self._filenames = filenames

    def result(self, response: Response, today: datetime.date) -> Result:
        """The result, looked over and its findings in order."""
        result = self.unchecked(response, today)
        problems = result_problems(result, response.questionnaire)
        if problems:
            raise ScoringError(self._filenames[-1], None, "\n".join(str(problem) for problem in problems))
        return replace(result, scores=tuple(result.scores), findings=in_order(result.findings))

    def unchecked(self, response: Response, today: datetime.date) -> Result:
        """The result as it comes, for asking many times over."""
        try:
            return self._score(response, today)
        except (Exception, SystemExit) as error:
            raise _as_scoring_error(error, self._filenames) from error


def load_scoring(files: Mapping[str, str]) -> Scoring:
    """The scoring that the last of these files defines as `score(response, today)`.

    Files are texts by name. Each may import from those before it, as `from .services import Service`.
    """
    modules: dict[str, ModuleType] = {}

    def import_(
        name: str,
        globals_: Mapping[str, object] | None = None,
        locals_: Mapping[str, object] | None = None,
        wanted: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if not level:
            return builtins.__import__(name, globals_, locals_, wanted or (), level)
        if name not in modules:
            raise ImportError(f"there is no {name}.py to import from")
        return modules[name]

    # Python's own imports know one "services" for all questionnaires; these belong to one scoring.
    built_in = {**vars(builtins), "__import__": import_}
    filenames: list[str] = []
    for filename, source in files.items():
        filenames.append(filename)
        name = filename.removesuffix(".py")
        module = modules[name] = ModuleType(f"scoring.{name}")
        module.__dict__["__builtins__"] = built_in
        try:
            exec(compile(source, filename, "exec", dont_inherit=True), module.__dict__)
        except (Exception, SystemExit) as error:
            raise _as_scoring_error(error, filenames) from error
    score = getattr(module, "score", None)
    if not callable(score):
        raise ScoringError(filename, None, "expected a function score(response, today)")
    return Scoring(score, filenames)


def _as_scoring_error(error: BaseException, filenames: Sequence[str]) -> ScoringError:
    if isinstance(error, SyntaxError) and (filename := error.filename) and filename in filenames:
        return ScoringError(filename, error.lineno, f"SyntaxError: {error.msg}")
    filename, line = _reached(error.__traceback__, filenames) or (filenames[-1], None)
    return ScoringError(filename, line, f"{type(error).__name__}: {error}")


def _reached(traceback: TracebackType | None, filenames: Sequence[str]) -> tuple[str, int] | None:
    """The last line of the author's files that was reached: what it called is ours, not theirs."""
    reached = None
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if filename in filenames:
            reached = filename, traceback.tb_lineno
        traceback = traceback.tb_next
    return reached


def points_scoring() -> Scoring:
    """Scoring without Python: points and bands, as the questionnaire gives them."""
    return Scoring(lambda response, today: score_by_points(response), ["points"])


def score_by_points(response: Response) -> Result:
    """Add up the points of each section and of all; unanswered items lower coverage, not points.

    Entries earn nothing: a total must not grow with the length of a list.
    """
    questionnaire = response.questionnaire
    by_section: dict[str, list[str]] = {}
    for path in response.visible:
        place = questionnaire.place(path)
        if place and _earns(place.item) and (place.parent is None or place.parent.type == "group"):
            by_section.setdefault(place.section.id, []).append(path)
    scores = [
        _score(response, section.id, by_section[section.id], section.bands)
        for section in questionnaire.sections
        if section.id in by_section
    ]
    if not scores:
        return Result()
    every_path = [path for paths in by_section.values() for path in paths]
    total = _score(response, None, every_path, questionnaire.bands)
    return Result((*scores, total), _classification(total, questionnaire.bands))


def _earns(item: Item) -> bool:
    return any(option.points is not None for option in item.options)


def _score(response: Response, section: str | None, paths: list[str], bands: tuple[Band, ...]) -> Score:
    earned = {path: response.points(path) for path in paths}
    number = add_up(points for points in earned.values() if points is not None)
    required = [path for path in paths if not response.item(path).optional or earned[path] is not None]
    band = _band(number, bands)
    return Score(
        section=section,
        number=number,
        maximum=add_up(_most(response.item(path)) for path in paths),
        answered=sum(points is not None for points in earned.values()),
        of=len(required),
        label=None if band is None else band.label,
    )


def _most(item: Item) -> Number:
    points = [option.points for option in item.options if option.points is not None]
    if item.type == "choices":
        return add_up(each for each in points if each > 0) or 0
    return max(points)


def _band(number: Number | None, bands: tuple[Band, ...]) -> Band | None:
    """The highest band that the number reaches, in whatever order the author wrote them."""
    reached = [band for band in bands if number is not None and number >= band.at_least]
    return max(reached, key=lambda band: band.at_least, default=None)


def _classification(total: Score, bands: tuple[Band, ...]) -> Classification | None:
    """No conclusion is drawn from nothing: at least one answer must count."""
    band = _band(total.number, bands)
    if band is None or total.answered == 0:
        return None
    return Classification(band.id, band.label, band.text, settled=total.answered, of=total.of)
