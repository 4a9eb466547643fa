"""The code of every problem that an author can be told of.

Each has a heading in content/authors/errors.md and a golden in site_tests/site/goldens/. A test keeps the
three sets alike.
"""

from typing import Literal, get_args

Code = Literal[
    # Files
    "file-unreadable",
    "yaml-syntax",
    "yaml-alias",
    "yaml-tag",
    "yaml-too-deep",
    "yaml-number",
    "duplicate-key",
    # Keys and values
    "missing-key",
    "unknown-key",
    "empty",
    "not-text",
    "option-id-not-text",
    "wrong-type",
    "not-one-of",
    "out-of-range",
    "too-long",
    # Ids and names
    "bad-id",
    "duplicate-id",
    "reserved-id",
    "id-not-folder",
    "unknown-name",
    "unknown-item",
    "unknown-child",
    "unknown-option",
    "unknown-conclusion",
    "unknown-language",
    "wrong-item-type",
    "inside-entries",
    "options-twice",
    "status-twice",
    "set-without-use",
    "unused",
    # Conditions and computed values
    "bad-condition",
    "bad-value",
    "condition-never",
    "cycle",
    # Points, report and links
    "bands-without-points",
    "band-never",
    "bands-gap",
    "nothing-to-show",
    "broken-link",
    # Revisions
    "not-published",
    "published-damaged",
    "revision-not-raised",
    "id-gone",
    "id-reused",
    "type-changed",
    "bad-replaces",
    "bad-retired",
    "kept-draft-failed",
    # Scoring
    "scoring-syntax",
    "scoring-import",
    "scoring-impure",
    "scoring-no-score",
    "scoring-unknown-name",
    "scoring-failed",
    "scoring-endless",
    # Examples
    "example-answer",
    "example-failed",
    "example-shown-twice",
]

CODES: tuple[str, ...] = get_args(Code)

LOSE_PARTS = frozenset[Code](
    {
        "yaml-syntax",
        "yaml-alias",
        "duplicate-key",
        "missing-key",
        "unknown-key",
        "empty",
        "wrong-type",
        "not-one-of",
        "duplicate-id",
        "unknown-name",
    }
)
"""Mistakes by which a part of the questionnaire may not have been understood."""
