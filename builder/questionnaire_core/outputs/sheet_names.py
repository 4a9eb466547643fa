"""Titles as names of sheets, as Excel allows them."""

import re
from collections.abc import Iterable

from questionnaire_core.outputs.cell_text import clean, length, shortened

MOST = 31

_FORBIDDEN = r"[\[\]:*?/\\\s]+"
# Excel keeps a sheet of this name for itself.
_TAKEN = ("history",)


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Return a name for each title: short, allowed and unlike every other."""
    names: list[str] = []
    taken = {*_TAKEN}
    for title in titles:
        name = _free(_allowed(title), taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _allowed(title: str) -> str:
    words = re.sub(_FORBIDDEN, " ", clean(title)).strip(" '")
    return words or "-"


def _free(words: str, taken: set[str]) -> str:
    name = _fitted(words, "")
    number = 2
    while name.casefold() in taken:
        name = _fitted(words, f" ({number})")
        number += 1
    return name


def _fitted(words: str, ending: str) -> str:
    return shortened(words, MOST - length(ending)).rstrip(" '") + ending
