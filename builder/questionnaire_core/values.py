"""Answers as plain values: what counts as blank, as a number, as points."""

import math
from collections.abc import Iterable

from questionnaire_core.model import Item, Value
from questionnaire_core.rules import Number

# Beyond this, a JavaScript number and a Python integer may differ.
LARGEST_EXACT = 2**53
# What JavaScript's trim() takes away, so that both sides agree on what is blank.
SPACES = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)


def answer_or_none(value: Value | None) -> Value | None:
    """Blank text and no ticks are no answer."""
    if isinstance(value, str):
        return value if value.strip(SPACES) else None
    return None if value == () else value


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that say something, each once."""
    stripped = (line.strip(SPACES) for line in text.split("\n"))
    return tuple(dict.fromkeys(line for line in stripped if line))


def as_number(value: object) -> Number | None:
    """A finite number, whole where it is whole (JSON knows one kind of number); anything else is None."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) <= LARGEST_EXACT else number


def add_up(numbers: Iterable[Number]) -> Number | None:
    """Numbers added as JavaScript adds them here, carrying what each step rounds away (Neumaier's sum).

    Not the built-in sum: what that carries differs between versions of Python, and the two sides must agree
    to the last bit, or a threshold could be met on one and missed on the other.
    """
    total = lost = 0.0
    for number in map(float, numbers):
        following = total + number
        larger, smaller = (total, number) if abs(total) >= abs(number) else (number, total)
        lost += (larger - following) + smaller
        total = following
    return as_number(total + lost)


def all_ticked(option_ids: Iterable[str], value: Value | None) -> bool:
    return isinstance(value, tuple) and all(option_id in value for option_id in option_ids)


def measure(item: Item, value: Value | None) -> Number | None:
    """What an answer amounts to: a number itself, an option its points, ticks their points together."""
    match value:
        case int() | float():
            return value
        case str():
            option = item.option(value)
            return None if option is None else option.points
        case tuple():
            ticked = [option.points for option in item.options if option.id in value]
            points = [each for each in ticked if each is not None]
            return add_up(points) if points else None
        case None:
            return None
