"""Paths: how an item of the questionnaire and an answer in a response name each other.

An item stands at "item" or "group/child", a child of entries at "entries/*/child"; its answer in one entry is
at "entries/<entry id>/child".
"""


def template_path(path: str) -> str:
    """The path in the questionnaire of a path in a response: "actions/e1/what" is "actions/*/what"."""
    parts = path.split("/")
    return f"{parts[0]}/*/{parts[2]}" if len(parts) == 3 else path


def holder_path(path: str) -> str:
    """The path of the group or entry that holds an item; an item that stands by itself holds itself."""
    return path.rpartition("/")[0] or path


def entry_path(path: str, entry_id: str | None) -> str:
    """The path in a response of a path in the questionnaire, within one entry."""
    return path if entry_id is None else path.replace("*", entry_id)


def child_path(entries: str, child_id: str) -> str:
    """The path in the questionnaire of a child of entries."""
    return f"{entries}/*/{child_id}"
