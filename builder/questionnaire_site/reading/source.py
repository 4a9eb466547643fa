"""An author's file while it is checked: its lines, its tree, and what is wrong with it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from questionnaire_site.reading import nodes
from questionnaire_site.reading.codes import Code
from questionnaire_site.reading.diagnostics import Place, Problem, Severity
from questionnaire_site.reading.nodes import Node


@dataclass(slots=True)
class Source:
    """A file as read: its lines, its tree (None when it cannot be read) and what is wrong with it."""

    file: Path
    lines: list[str] = field(default_factory=list)
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)

    def whole_line(self, number: int) -> Place:
        """Give the place of a line's text, without the white space around it."""
        line = self.lines[number - 1] if number <= len(self.lines) else ""
        return Place(self.file, number, len(line) - len(line.lstrip()) + 1, max(1, len(line.strip())))

    def line_from(self, place: Place) -> str:
        """Give what stands in a line from a place on."""
        return self.lines[place.line - 1][place.column - 1 :] if place.line <= len(self.lines) else ""

    def report(
        self,
        code: Code,
        at: Node | Place,
        message: str,
        fix: str = "",
        *,
        severity: Severity = "error",
        also: tuple[tuple[str, Place], ...] = (),
        of_absence: bool = False,
    ) -> None:
        """Note a problem at a node, or at a place that no node has."""
        place, trail = (at, "") if isinstance(at, Place) else (at.place, nodes.trail(self.root, at.path))
        excerpt = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        self.problems.append(Problem(code, place, message, severity, trail, fix, also, excerpt, of_absence))
