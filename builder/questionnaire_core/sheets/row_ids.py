"""Ids for the rows of a workbook, which a person adds without any.

An id is made of what its row holds, so that a file that is opened twice brings the same entries and no
second ones. Equal rows of a list are told apart by their number.
"""

import hashlib
import json
import re
from collections.abc import Sequence

_ID = r"[A-Za-z0-9_-]{1,64}"
_LENGTH = 20


class RowIds:
    def __init__(self) -> None:
        self._used: set[tuple[str, str]] = set()

    def id_of(self, entries: str, named: str, held: Sequence[tuple[str, str]]) -> str:
        """Return the id that a row names, unless another has it, or else one made of what the row holds."""
        if re.fullmatch(_ID, named) and self._take(entries, named):
            return named
        number = 1
        while True:
            text = json.dumps([entries, sorted(held), number])
            made = f"row-{hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]}"
            if self._take(entries, made):
                return made
            number += 1

    def _take(self, entries: str, id_: str) -> bool:
        is_free = (entries, id_) not in self._used
        self._used.add((entries, id_))
        return is_free
