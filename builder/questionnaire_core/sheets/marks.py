"""What the hidden cells of a workbook say, so that reading it rests on no label, place or sheet's name.

The first row and the first column of each sheet are hidden. Where they meet is the sheet's mark: whose
sheet it is and what it holds. The row names what its columns hold, the column names its rows:

    form     a row holds one answer: "details/team", or "training/parts=every-one", a tick for one option
    table    a column holds one answer of each entry, "services/*/name"; a row may name its entry by its id
    start    says how to fill in the others
    lists    a column of ids and one of labels, under the path of their entries

"#2" at the end is the second piece of a text that is too long for one cell.
"""

import json
from typing import Literal, NamedTuple

ANSWER = "answer"
LABEL = "label"
"""In place of a key: the row or column holds our own words."""

type SheetKind = Literal["start", "form", "table", "lists"]


class Mark(NamedTuple):
    kind: SheetKind
    questionnaire: str
    title: str
    revision: int
    entries: str | None = None
    view: str | None = None
    """The view of the entries whose `where` every row of the table answers."""


class Key(NamedTuple):
    path: str
    option: str | None = None
    part: int = 1

    def __str__(self) -> str:
        option = "" if self.option is None else f"={self.option}"
        return f"{self.path}{option}" if self.part == 1 else f"{self.path}{option}#{self.part}"


def mark_text(mark: Mark) -> str:
    return json.dumps({"questionnaire_sheet": mark._asdict()}, ensure_ascii=False)


def parse_mark(text: str) -> Mark | None:
    """Return the mark that a cell holds; None when it holds anything else."""
    if not text.startswith('{"questionnaire_sheet"'):
        return None
    try:
        mark = Mark(**json.loads(text)["questionnaire_sheet"])
    except (ValueError, TypeError, KeyError):
        return None
    texts = (mark.questionnaire, mark.title, mark.entries or "", mark.view or "")
    sound = all(isinstance(each, str) for each in texts) and type(mark.revision) is int
    return mark if sound and mark.kind in ("start", "form", "table", "lists") else None


def parse_key(text: str) -> Key:
    """Return the key that a hidden cell holds: what is no key names no item."""
    rest, _, part = text.partition("#")
    path, _, option = rest.partition("=")
    return Key(path, option or None, int(part) if part.isdecimal() and len(part) < 5 else 1)
