"""The files of an author's scoring: scoring.py, and those beside it that it imports from.

Owns which they are and in what order they are loaded. What each of them says is for scoring.py beside this.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

from questionnaire_site.checks.scoring import ScoringFile, check_score, nodes_of, place_of, read_scoring
from questionnaire_site.reading.diagnostics import did_you_mean

SCORING_FILE = "scoring.py"


def read_scoring_files(folder: Path) -> list[ScoringFile]:
    """Read a questionnaire's scoring, each file after those that it imports from: scoring.py is the last.

    An empty list when there is no scoring.py. What else lies in the folder is not looked at.
    """
    if not (folder / SCORING_FILE).exists():
        return []
    read = list(_Reading(folder).after_what_it_imports(SCORING_FILE))
    check_score(read[-1])
    return read


def texts_of(scoring: Sequence[ScoringFile]) -> dict[str, str]:
    """Give the text of each file by its name, as the core loads them."""
    return {file.source.file.name: file.text for file in scoring if file.text is not None}


class _Reading:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.begun: list[str] = []
        self.done: set[str] = set()

    def after_what_it_imports(self, name: str) -> Iterator[ScoringFile]:
        self.begun.append(name)
        file = read_scoring(self.folder / name)
        for node in nodes_of(file.tree, ast.ImportFrom) if file.tree else ():
            if node.level == 1 and node.module:
                wanted = f"{node.module}.py"
                if self.can_come_before(file, node, wanted) and wanted not in self.done:
                    yield from self.after_what_it_imports(wanted)
        self.begun.remove(name)
        self.done.add(name)
        yield file

    def can_come_before(self, file: ScoringFile, node: ast.ImportFrom, wanted: str) -> bool:
        beside = sorted(path.name for path in self.folder.glob("*.py"))
        if wanted not in beside:
            message = f"there is no {wanted} beside {SCORING_FILE}"
            others = [name for name in beside if name not in (SCORING_FILE, file.source.file.name)]
            fix = did_you_mean(wanted, others, "write it, or leave the import out")
        elif wanted in self.begun:
            around = self.begun[self.begun.index(wanted) :]
            message = f"each of these imports the next: {' -> '.join((*around, wanted))}"
            fix = "move what both need into a file of its own"
        else:
            return True
        file.source.report("scoring-import", place_of(file.source, node), message, fix)
        return False
