"""Putting a revision on record before it goes out, so that what it asks is never forgotten."""

from __future__ import annotations

from pathlib import Path

from questionnaire_site.commands import CannotRun
from questionnaire_site.load import load_questionnaire
from questionnaire_site.reading.diagnostics import render_all
from questionnaire_site.revisions.published import read_published, snapshot_of, write_published


def publish(folder: Path, *, again: bool) -> int:
    """Put the present revision on record, and give its number; raises CannotRun for one with errors.

    `again` puts the newest revision on record anew, as if it had not been there.
    """
    published = read_published(folder)
    if again:
        published.revisions.pop(published.latest, None)
    loaded = load_questionnaire(folder, published)
    if loaded.definition is None:
        errors = [problem for problem in loaded.problems if problem.severity == "error"]
        raise CannotRun(f"{render_all(errors)}\n\nNothing was put on record.")
    revision: int = loaded.definition["revision"]
    write_published(published, revision, snapshot_of(loaded.definition))
    return revision
