"""Draft files made from the questionnaire's own examples, so that a test starts where its story starts."""

import json
from functools import cache
from typing import Any

import yaml

from site_tests.support.places import ROOT

type Answers = dict[str, Any]

EXAMPLES = ROOT / "questionnaires/self-audit/examples"
WRITTEN_AT = "2026-11-20T10:30:00.000Z"
EDITOR = "example"


@cache
def _example(name: str) -> Answers:
    answers: Answers = yaml.safe_load((EXAMPLES / f"{name}.yml").read_text(encoding="utf-8"))["answers"]
    return {path: str(value) if path == "date" else value for path, value in answers.items()}


def all_in_place(changes: Answers | None = None) -> Answers:
    """Answers with everything in place, but for what is changed; None takes an answer away."""
    answers = _example("all-in-place") | (changes or {})
    return {path: value for path, value in answers.items() if value is not None}


def draft_file(
    answers: Answers, entries: dict[str, list[Answers]] | None = None, **fields: Any
) -> dict[str, Any]:
    """A draft as the site would have saved it; `fields` replace what stands at its top."""
    stamped: dict[str, Any] = {}
    listed: dict[str, Any] = {}

    def stamp() -> dict[str, Any]:
        return {"stamp": [EDITOR, len(stamped) + sum(map(len, listed.values())) + 1], "at": WRITTEN_AT}

    for path, value in answers.items():
        stamped[path] = {"value": value, **stamp()}
    for item, rows in (entries or {}).items():
        listed[item] = {}
        for number, row in enumerate(rows, start=1):
            listed[item][f"e{number}"] = {"order": f"{number:04}1", **stamp(), "removed": False}
            for child, value in row.items():
                stamped[f"{item}/e{number}/{child}"] = {"value": value, **stamp()}

    name = ", ".join(str(answers[path]) for path in ("team", "area") if answers.get(path))
    count = len(stamped) + sum(map(len, listed.values()))
    return {
        "type": "questionnaire-draft",
        "draft_version": 2,
        "draft_id": "7d1f7f0e-3a52-4f5e-9a53-0c1f6d8a2b11",
        "name": name,
        "name_chosen": False,
        "questionnaire_id": "self-audit",
        "questionnaire_revision": 1,
        "parts": None,
        "started_from": None,
        "created_at": WRITTEN_AT,
        "saved_at": WRITTEN_AT,
        "editors": {EDITOR: ""},
        "seen": {EDITOR: count},
        "answers": stamped,
        "entries": listed,
    } | fields


def as_upload(draft: dict[str, Any] | str, name: str = "draft.json") -> dict[str, Any]:
    """The file as a browser's file input takes it."""
    text = draft if isinstance(draft, str) else json.dumps(draft)
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


# An audit with people's own words in it, as it is passed on to a colleague.
WRITTEN = {
    "clinical-supervision/notes": "Dr Okafor leads. Ring 07700 900123.",
    "dyadic-work/notes": "Log of sessions",
    # Its question applies only where somebody disagreed.
    "dyadic-work/disagreement": "Sarah did not think so",
}
PASSED_ON = draft_file(all_in_place(WRITTEN), {"actions": [{"what": "Ask", "owner": "Lead"}]})
