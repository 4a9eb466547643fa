"""Files of colleagues who went on from one draft, each on a computer of their own."""

from copy import deepcopy
from typing import Any

from site_tests.e2e.drafts import Answers

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
