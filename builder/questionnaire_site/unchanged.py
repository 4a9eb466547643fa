"""What a questionnaire's reading rests on, as one digest: nothing is read again while that stays the same.

For `make serve`, which builds again and again in one process. It may name more than a reading looks at, never
less: a needless reading costs a second, a missed one shows an author what is no longer so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from questionnaire_site.folders import digest_of
from questionnaire_site.node import find_node

_THEME = Path(__file__).parents[2] / "theme"
_SEEN_BY_OTHERS = ("questionnaire.yml", "scoring.py")


def digest_of_inputs(folder: Path) -> str:
    """Return a digest of all that the reading of a questionnaire's folder depends on."""
    folder = folder.resolve()
    files = {str(path): path.read_bytes() for path in _inputs(folder) if path.is_file()}
    # Links are held against the pages and questionnaires there are; kept drafts are tried where Node.js is.
    present = sorted(str(path) for path in (*_pages(folder), *folder.parent.glob("*/questionnaire.yml")))
    return digest_of({**files, "present": repr((present, find_node())).encode()})


def _inputs(folder: Path) -> Iterator[Path]:
    yield from _beneath(folder)
    yield from (page for page in _pages(folder) if page.suffix == ".md")
    yield from (_THEME / "catalogue").glob("*.yml")
    yield from (_THEME / "assets/js").rglob("*.js")
    source = folder / "questionnaire.yml"
    text = source.read_text(encoding="utf-8", errors="replace") if source.exists() else ""
    for other in folder.parent.glob("*/"):
        # To take an answer from another questionnaire is to write its name.
        if other != folder and (other.name in text or "\\" in text):
            yield from (other / name for name in _SEEN_BY_OTHERS)


def _pages(folder: Path) -> Iterable[Path]:
    return sorted((folder.parent.parent / "content").rglob("*"))


def _beneath(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if "__pycache__" not in path.parts)
