"""Text as a spreadsheet's cell can hold it: no letter that its XML refuses, and too long a text in pieces."""

import re
from collections.abc import Iterator

MOST = 32_767
"""What a cell of Excel's holds, counted as it counts: a letter beyond the first 65,536 is two."""

_LINE_END = r"\r\n?"
_NOT_TEXT = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]"
_HALF_LETTER = r"[\ud800-\udfff]"
_FORMULA_START = r"[=+\-@\t\uff1d\uff0b\uff0d\uff20]"


def clean(text: str) -> str:
    """Return the text without control characters, which say nothing and are refused."""
    return re.sub(_HALF_LETTER, "\ufffd", re.sub(_NOT_TEXT, "", re.sub(_LINE_END, "\n", text)))


def looks_like_formula(text: str) -> bool:
    """Return whether a spreadsheet might take it for one as soon as somebody edits it."""
    return re.match(_FORMULA_START, text) is not None


def pieces(text: str, goes_on: str, went_on: str) -> list[str]:
    """Return a text in as many pieces as it needs cells, each marked as going on or having gone on."""
    if length(text) <= MOST:
        return [text]
    room = MOST - length(goes_on) - length(went_on)
    parts = list(cut(text, room))
    last = len(parts) - 1
    return [
        (went_on if number > 0 else "") + part + (goes_on if number < last else "")
        for number, part in enumerate(parts)
    ]


def length(text: str) -> int:
    """Return how long Excel takes it to be."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


def shortened(text: str, most: int) -> str:
    """Return as much of its beginning as Excel takes to be no longer than this."""
    return next(cut(text, most), "")


def cut(text: str, most: int = MOST) -> Iterator[str]:
    """Yield a text in pieces that Excel takes to be no longer than this."""
    start = 0
    used = 0
    for index, letter in enumerate(text):
        size = 2 if letter > "\uffff" else 1
        if used + size > most:
            yield text[start:index]
            start, used = index, 0
        used += size
    if start < len(text):
        yield text[start:]
