"""What several people's answers are compared on, so that a team can agree on one.

Owns the shapes. Drafts are the browser's: nothing here compares anything.
"""

from typing import NamedTuple


class Tick(NamedTuple):
    """An option that is ticked when another view is kept."""

    item: str
    option: str


class Compared(NamedTuple):
    """A question, and beside it where the reasons and the other view are written down."""

    question: str
    why: str | None = None
    minority: str | None = None
    tick: Tick | None = None


class Workshop(NamedTuple):
    compared: tuple[Compared, ...]
