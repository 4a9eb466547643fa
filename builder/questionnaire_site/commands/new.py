"""A new questionnaire: a small one that works, for an author to change."""

from __future__ import annotations

import re
from pathlib import Path

from questionnaire_site.commands import CannotRun
from questionnaire_site.reading.scalars import ID, LONGEST_ID, suggested_id

_STARTER = Path(__file__).parent / "starter"


def start_questionnaire(questionnaires: Path, name: str) -> Path:
    """Write the folder of a new questionnaire, and give the file to edit first; raises CannotRun."""
    if not re.fullmatch(ID, name) or len(name) > LONGEST_ID:
        suggestion = suggested_id(name)
        hint = f", such as {suggestion}" if suggestion else ""
        raise CannotRun(f'"{name}" cannot be a name: use lower-case words joined by hyphens{hint}.')
    folder = questionnaires / name
    if folder.exists():
        raise CannotRun(f"{folder.name} is there already. Choose another name.")
    for file in sorted(_STARTER.rglob("*.yml")):
        text = file.read_text(encoding="utf-8")
        title = name.replace("-", " ").capitalize()
        # Quoted, because a name of digits alone would be a number.
        text = text.replace("id: ID\n", f'id: "{name}"\n').replace("title: TITLE\n", f'title: "{title}"\n')
        target = folder / file.relative_to(_STARTER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder / "questionnaire.yml"
