"""What a questionnaire's reading rests on, as one digest: nothing is read again while that stays the same.

It may name more than a reading looks at, never less: a needless reading costs a second, a missed one shows an
author what is no longer so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from questionnaire_site.checks.conclusions import conclusions_of
from questionnaire_site.checks.links import headings_of
from questionnaire_site.folders import digest_of
from questionnaire_site.node import find_node

_THEME = Path(__file__).parents[2] / "theme"


class Surroundings:
    """What is around the questionnaires of a folder, looked at once for all of them."""

    def __init__(self, questionnaires: Path, *, tried: bool) -> None:
        """`tried`: examples and kept drafts are, which rests on more."""
        folder = questionnaires.resolve()
        self.names = sorted(file.parent.name for file in folder.glob("*/questionnaire.yml"))
        self.digest = digest_of(dict(_around(folder.parent / "content", tried)))

    def digest_for(self, folder: Path) -> str:
        """Return a digest of all that the reading of a questionnaire's folder depends on."""
        folder = folder.resolve()
        files = {str(path): path.read_bytes() for path in _beneath(folder)}
        others = repr((self.digest, self.names, list(self._looked_into(folder))))
        return digest_of({**files, "": others.encode()})

    def _looked_into(self, folder: Path) -> Iterator[object]:
        source = folder / "questionnaire.yml"
        text = source.read_text(encoding="utf-8", errors="replace") if source.exists() else ""
        # To take an answer from another questionnaire is to write its name, or characters by their numbers.
        if "take_from" in text or "\\" in text:
            for name in self.names:
                if name != folder.name and (name in text or "\\" in text):
                    known, bands = conclusions_of(folder.parent / name)
                    yield name, None if known is None else sorted(known), bands


def _around(content: Path, tried: bool) -> Iterator[tuple[str, bytes]]:
    # Links are held against pages and their headings.
    for path in sorted(content.rglob("*")):
        yield str(path), repr(headings_of(path)).encode() if path.suffix == ".md" else b""
    for path in (_THEME / "catalogue").glob("*.yml"):
        yield str(path), path.read_bytes()
    if tried:
        # Kept drafts are opened by the page's own scripts, where Node.js is.
        for path in (_THEME / "assets/js").rglob("*.js"):
            yield str(path), path.read_bytes()
        yield "node", repr(find_node()).encode()


def _beneath(folder: Path) -> Iterator[Path]:
    inside = (path for path in sorted(folder.rglob("*")) if "__pycache__" not in path.parts)
    yield from (path for path in inside if path.is_file())
