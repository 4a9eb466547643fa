"""How messages put words together: the right article, keys that are no nouns in quotes, words in a row."""

from __future__ import annotations

_NO_NOUNS = (
    "is", "not", "all", "any", "all_of", "answered", "set", "use", "omit", "own", "before", "optional",
    "later", "of", "where", "from", "to", "show", "sort", "dismiss", "settles", "sets_status", "take_from",
    "options_from", "options_from_text",
)  # fmt: skip


def value_of_key(key: str, what: str) -> str:
    """Name a key's value in a sentence: option id; but "is" of a condition."""
    return f'"{key}" of {with_article(what)}' if key in _NO_NOUNS else f"{what} {key}"


def with_article(what: str) -> str:
    """Put a or an before a word, unless it stands for several."""
    if what.endswith("labels"):
        return what
    return f"an {what}" if what[0] in "aeio" else f"a {what}"


def listed(words: tuple[str, ...]) -> str:
    """Put words in a row: choice, choices or yes-no."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
