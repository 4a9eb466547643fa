"""Why the page's code does not open a draft, in words for whoever runs a command or a build.

The reasons are those of theme/assets/js/draft/file.js; the page says them in words of its catalogue.
"""

from __future__ import annotations

_WORDS = {
    "empty": "the file is empty",
    "too-large": "it is too large to be a draft",
    "not-a-draft": "it is not a draft that the website saved",
    "damaged": "part of it is missing or damaged",
    "other-questionnaire": "it belongs to another questionnaire",
    "newer-version": "a newer version of the website saved it",
    "newer-revision": "it was made with a newer revision of the questionnaire",
    "unreadable": "the file cannot be read",
}


def why_not_opened(reason: str) -> str:
    """Give the end of a sentence: "this draft cannot be opened: ..."."""
    return _WORDS.get(reason, reason)
