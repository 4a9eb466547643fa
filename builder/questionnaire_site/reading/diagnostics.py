"""Problems in an author's files: what is wrong, where, and what to do about it.

Owns the shape of a problem and the text an author reads. Knows nothing of YAML or of questionnaires.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from questionnaire_site.reading.codes import LOSE_PARTS, Code

Severity = Literal["error", "warning"]

# YAML 1.1 and Python agree on these line ends; str.splitlines knows more, and would shift the excerpt.
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_LONGEST_EXCERPT = 160


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of a file. Lines and columns count from 1."""

    file: Path
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing for the author to look at."""

    code: Code
    place: Place
    message: str
    severity: Severity = "error"
    trail: str = ""
    """Where in the questionnaire, in its own words: `section "team" > item "rating"`."""
    fix: str = ""
    also: tuple[tuple[str, Place], ...] = ()
    """Other places that belong to it, each with a word: ("first written at", Place(...))."""
    excerpt: str = field(default="", compare=False)
    """The line of the file that the place points into."""
    of_absence: bool = field(default=False, compare=False)
    """Told because something is not there, which may only be because another part was not understood."""

    def render(self, root: Path | None = None) -> str:
        """Show the problem as text: place, message, the line with a caret, where it is in, and the fix."""
        place = self.place
        head = f"{_where(place, root)}: {self.severity}: {self.message} [{self.code}]"
        lines = [head]
        if self.excerpt:
            lines += _excerpt(self.excerpt, place)
        if self.trail:
            lines.append(f"  in   {self.trail}")
        lines += [f"  {word}  {_where(other, root)}" for word, other in self.also]
        if self.fix:
            first, *more = self.fix.split("\n")
            lines += [f"  fix  {first}", *(f"       {line}" if line else "" for line in more)]
        return "\n".join(lines)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Put problems in file order, each cause once: what a group says is not repeated for each use of it."""
    first_last = reversed(list(problems))
    unique = {(problem.place, problem.code, problem.message): problem for problem in first_last}
    return [unique[key] for key in sorted(unique)]


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what may only follow from a part that was not understood; to follow its fix would do harm."""
    told = list(problems)
    if not any(problem.code in LOSE_PARTS for problem in told):
        return told
    return [problem for problem in told if not problem.of_absence]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of them must stop the build."""
    return any(problem.severity == "error" for problem in problems)


def render_all(problems: Iterable[Problem], root: Path | None = None) -> str:
    """Show all problems, with a blank line between them."""
    return "\n\n".join(problem.render(root) for problem in problems)


def split_lines(text: str) -> list[str]:
    """Split text into lines the way a YAML parser counts them."""
    return _LINE_END.split(text)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that a misspelt one was most likely meant to be."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def did_you_mean(word: str, known: Iterable[str], none: str = "") -> str:
    """Suggest the nearest known word, else list what there is; `none` when there is nothing."""
    known = list(dict.fromkeys(known))
    if near := nearest(word, known):
        return f"did you mean {near}?"
    if not known:
        return none
    return "use one of: " + ", ".join(known[:12]) + (", …" if len(known) > 12 else "")


def _where(place: Place, root: Path | None) -> str:
    file = place.file
    if root is not None and file.is_relative_to(root):
        file = file.relative_to(root)
    return f"{file.as_posix()}:{place.line}:{place.column}"


def _excerpt(line: str, place: Place) -> list[str]:
    # A very long line is cut around the place, so that the caret stays beneath what it points at.
    start = max(0, place.column - 1 - _LONGEST_EXCERPT // 2) if len(line) > _LONGEST_EXCERPT else 0
    shown = line[start : start + _LONGEST_EXCERPT].rstrip()
    offset = place.column - 1 - start
    # Tabs stay tabs, so that the caret lines up however wide the terminal draws them.
    padding = "".join("\t" if char == "\t" else " " for char in shown[:offset]).ljust(offset)
    carets = "^" * max(1, min(place.length, len(shown) - offset))
    return [f"{place.line:>5} | {shown}", f"      | {padding}{carets}"]
