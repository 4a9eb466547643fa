"""Goldens: one YAML file each, with an author's files and everything that the checker says of them.

To add one, write `about` and `files`, then run `python -m site_tests.site.goldens NAME` and read what it
wrote: it is what an author will read. Files are named from the questionnaire's folder, so ../coffee/... is
another one beside it; content/... are named from the site's.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

from questionnaire_site.load import Loaded, load_questionnaire
from questionnaire_site.reading.diagnostics import render_all

FOLDER = Path(__file__).parent / "goldens"
QUESTIONNAIRE = "tea"


@dataclass(frozen=True)
class Golden:
    """A golden as it stands in its file."""

    path: Path
    about: str
    files: dict[str, str]
    output: str

    @classmethod
    def read(cls, path: Path) -> Golden:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(path, data["about"], data["files"], data.get("output", ""))

    def load(self, root: Path) -> Loaded:
        """Write the author's files beneath a folder, and read them."""
        folder = root / "questionnaires" / QUESTIONNAIRE
        for name, text in self.files.items():
            file = (root if name.startswith("content/") else folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            # A golden is UTF-8, so what is not has to be spelt.
            file.write_bytes(text.encode().replace(b"\\xe9", b"\xe9"))
        return load_questionnaire(folder)

    def found(self, root: Path) -> str:
        return render_all(self.load(root).problems, root) + "\n"


def all_goldens() -> list[Golden]:
    return [Golden.read(path) for path in sorted(FOLDER.glob("*.yml"))]


def write_output(path: Path) -> None:
    """Replace a golden's output by what the checker says now."""
    with tempfile.TemporaryDirectory() as folder:
        found = Golden.read(path).found(Path(folder))
    before = path.read_text(encoding="utf-8").partition("output: |\n")[0]
    lines = (f"  {line}".rstrip() for line in found.rstrip("\n").split("\n"))
    path.write_text(before + "output: |\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        write_output(FOLDER / f"{name}.yml")
