"""Files of colleagues who went on from one draft, each on a computer of their own."""

from copy import deepcopy
from typing import Any

from site_tests.e2e.drafts import Answers, all_in_place, draft_file

NOON = "2026-11-21T12:00:00.000Z"


def changed_by(
    name: str,
    draft: dict[str, Any],
    answers: Answers,
    *,
    added: dict[str, str] | None = None,
    removed: tuple[str, ...] = (),
    at: str = NOON,
    **fields: Any,
) -> dict[str, Any]:
    """The draft as a colleague passes it on.

    `added` gives entries by path with their order, `removed` names entries by path.
    """
    editor = f"e-{name.lower()}"
    changed = deepcopy(draft)
    count = changed["seen"].get(editor, 0)
    for path, value in answers.items():
        count += 1
        changed["answers"][path] = {"value": value, "stamp": [editor, count], "at": at}
    for path in (*(added or {}), *removed):
        count += 1
        entries, entry = path.split("/")
        listed = changed["entries"].setdefault(entries, {})
        order = (added or {}).get(path) or listed[entry]["order"]
        listed[entry] = {"order": order, "stamp": [editor, count], "at": at, "removed": path in removed}
    changed["editors"][editor] = name
    changed["seen"][editor] = count
    return changed | {"saved_at": at} | fields


START = draft_file(
    all_in_place({"funding/notes": "Contract to March", "dyadic-work/notes": "Log"}),
    {"actions": [{"what": "Ask the commissioner", "owner": "Lead"}, {"what": "Write the report"}]},
)
LATER = "2026-11-21T15:30:00.000Z"
MINE = changed_by(
    "Mo",
    START,
    {"funding/rating": "planned", "funding/notes": "Ends in March", "outputs-and-outcomes/rating": "planned"},
    removed=("actions/e1",),
)
ANA = changed_by(
    "Ana",
    START,
    {
        "funding/rating": "embedded",
        "funding/notes": "Runs until 2028",
        "dyadic-work/notes": "Log of sessions",
        "births": 3100,
        "actions/e1/owner": "Ana",
        "actions/n1/what": "Write the report",
    },
    added={"actions/n1": "00031"},
    at=LATER,
)
BEN = changed_by("Ben", START, {"area": "Northtown", "funding/rating": "not-sure"})
