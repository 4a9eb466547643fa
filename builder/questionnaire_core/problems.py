"""Problems found in data from outside: where each stands, what was expected and what was found.

These are for authors and developers. What a respondent reads comes from the catalogue.
"""

from collections.abc import Sequence
from typing import NamedTuple

LONGEST_SHOWN = 60


class Problem(NamedTuple):
    where: str
    expected: str
    found: str

    def __str__(self) -> str:
        told = f"expected {self.expected}, found {self.found}"
        return f"{self.where}: {told}" if self.where else told


class DecodeError(ValueError):
    """Data that does not have the shape it should: every problem at once, in order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shown(value: object) -> str:
    """A value in a problem: text is quoted and cut, anything that holds more is named by its kind."""
    match value:
        case None:
            return "nothing"
        case True | False:
            return str(value).lower()
        case str() | int() | float():
            # ascii() shows right-to-left marks and the like for what they are.
            text = ascii(value)
            return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
        case list() | tuple():
            return "a list"
        case dict():
            return "an object"
        case _:
            return type(value).__name__
