"""What would change the conclusion: a short list of answers that would lead to the goal.

Found by asking the scoring about changed answers. It starts from the best case, in which every item has its
best answer, and drops whatever the goal can do without, until nothing more can go.
"""

import datetime
from collections.abc import Callable, Iterable
from typing import NamedTuple

from questionnaire_core.model import Item, Value
from questionnaire_core.paths import holder_path
from questionnaire_core.response import Response
from questionnaire_core.result import Classification
from questionnaire_core.scoring import Scoring
from questionnaire_core.values import measure

BUDGET = 200


class Change(NamedTuple):
    """One answer that would be another."""

    path: str
    from_value: Value | None
    to_value: Value


class Advice(NamedTuple):
    """The conclusion that these changes together would lead to; without any one of them it would not."""

    reaches: Classification
    changes: tuple[Change, ...]


class _Step(NamedTuple):
    """The least that can change: one answer, or one tick of an answer that takes several."""

    path: str
    value: str
    tick: bool | None = None


def what_would_change(
    response: Response, today: datetime.date, scoring: Scoring, budget: int = BUDGET
) -> Advice | None:
    """The changes that would lead to the goal; None where it is reached, out of reach, or nobody set one.

    `budget` is how many times the scoring may be asked. When it runs out, the list leads to the goal but may
    hold more than it needs.
    """
    rule = response.questionnaire.advice
    if rule is None:
        return None
    goal = _Goal(response, today, scoring, rule.towards, budget)
    best_case = _best_case(response)
    if goal.is_reached_by(()) or not goal.is_reached_by(best_case):
        return None
    steps = _fewest(best_case, goal)
    return Advice(goal.reached, _as_changes(response, steps)) if goal.reached else None


class _Goal:
    """Asks the scoring whether the goal is reached, and remembers the conclusion when it last was."""

    def __init__(
        self,
        response: Response,
        today: datetime.date,
        scoring: Scoring,
        towards: tuple[str, ...],
        budget: int,
    ) -> None:
        self._response = response
        self._today = today
        self._scoring = scoring
        self._towards = towards
        self._left = budget
        self.reached: Classification | None = None

    def is_reached_by(self, steps: Iterable[_Step]) -> bool:
        """Whether these steps reach the goal; with the budget spent, nothing more is found to."""
        if self._left <= 0:
            return False
        self._left -= 1
        response = _with_steps(self._response, steps)
        classification = self._scoring.unchecked(response, self._today).classification
        if classification is None or classification.id not in self._towards:
            return False
        self.reached = classification
        return True


def _best_case(response: Response) -> tuple[_Step, ...]:
    """Every item that is shown has its best answer, those included that only then are shown."""
    steps: list[_Step] = []
    looked_at: set[str] = set()
    while True:
        current = _with_steps(response, steps)
        fresh = [path for path in current.visible if path not in looked_at]
        if not fresh:
            return tuple(steps)
        looked_at.update(fresh)
        for path in fresh:
            steps += _towards_best(current.item(path), path, current.answer(path))


def _towards_best(item: Item, path: str, value: Value | None) -> list[_Step]:
    if item.best is None:
        return []
    if item.type == "choices":
        every = tuple(option.id for option in item.options)
        wanted = every if item.best == "all" else item.best
        ticked = value if isinstance(value, tuple) else ()
        return [_Step(path, id_, id_ in wanted) for id_ in every if (id_ in wanted) != (id_ in ticked)]
    best = str(item.best)
    earned, best_earns = measure(item, value), measure(item, best)
    if value == best or (earned is not None and best_earns is not None and earned >= best_earns):
        return []
    return [_Step(path, best)]


def _fewest(steps: tuple[_Step, ...], goal: _Goal) -> tuple[_Step, ...]:
    """Drop pieces while the goal is still reached, until no piece can go."""
    dropped = True
    while dropped:
        dropped = False
        for piece in _pieces(steps):
            fewer = tuple(step for step in steps if step not in piece)
            if len(fewer) < len(steps) and goal.is_reached_by(fewer):
                steps, dropped = fewer, True
    return steps


def _pieces(steps: tuple[_Step, ...]) -> list[frozenset[_Step]]:
    """What to try without: whole items first, because that is quick, then answers, then single ticks.

    The last come first, so that of two ways to the goal the earlier in the questionnaire stays.
    """
    keys: tuple[Callable[[_Step], object], ...] = (
        lambda step: holder_path(step.path),
        lambda step: step.path,
        lambda step: step,
    )
    pieces: dict[frozenset[_Step], None] = {}
    for key in keys:
        together: dict[object, list[_Step]] = {}
        for step in reversed(steps):
            together.setdefault(key(step), []).append(step)
        pieces |= dict.fromkeys(frozenset(piece) for piece in together.values())
    return list(pieces)


def _with_steps(response: Response, steps: Iterable[_Step]) -> Response:
    return response.with_answers(_values(response, steps))


def _values(response: Response, steps: Iterable[_Step]) -> dict[str, Value]:
    """The new answer at each path that the steps touch."""
    values: dict[str, Value] = {}
    for step in steps:
        if step.tick is None:
            values[step.path] = step.value
        else:
            ticked = values.get(step.path, response.given.get(step.path, ()))
            values[step.path] = _ticked(response.item(step.path), ticked, step)
    return values


def _ticked(item: Item, ticked: Value, step: _Step) -> tuple[str, ...]:
    before = ticked if isinstance(ticked, tuple) else ()
    return tuple(
        option.id
        for option in item.options
        if (step.tick if option.id == step.value else option.id in before)
    )


def _as_changes(response: Response, steps: Iterable[_Step]) -> tuple[Change, ...]:
    values = _values(response, steps)
    return tuple(Change(path, response.answer(path), values[path]) for path in _in_order(response, values))


def _in_order(response: Response, values: dict[str, Value]) -> list[str]:
    """The order of the questionnaire, so that a group's changes stand together."""
    best = response.with_answers(values)
    return [path for path in best.visible if path in values]
