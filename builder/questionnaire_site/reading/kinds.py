"""The kinds of value that a key may take: the words in which keys/ describes an author's files.

Pure data. shape.py checks files against it and schema.py turns it into a JSON Schema, so the two cannot
disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from questionnaire_site.reading.codes import Code


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, shown as it stands."""

    longest: int = 300


@dataclass(frozen=True, slots=True)
class Markdown:
    """Text that may hold headings, lists and links."""

    longest: int = 20_000


@dataclass(frozen=True, slots=True)
class Id:
    """A permanent name in kebab-case."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The id or path of something written elsewhere."""


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Number:
    whole: bool = False
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A day, as YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Plain:
    """An option id, a text or a number."""

    may_be_empty: bool = False
    may_be_flag: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    member: Kind
    least: int = 0


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One value, or a list of them."""

    member: Kind


@dataclass(frozen=True, slots=True)
class EitherOf:
    """The first where it fits, else the second: a scalar or a mapping, a number or a date."""

    first: Kind
    second: Kind


@dataclass(frozen=True, slots=True)
class MapOf:
    """Names of the author's own choosing, each with a value."""

    member: Kind
    names: Kind = Id()
    least: int = 0


@dataclass(frozen=True, slots=True)
class Use:
    """A shape of keys.SHAPES, by name: shapes may hold each other."""

    shape: str


Kind = (
    Text
    | Markdown
    | Id
    | Ref
    | Flag
    | Number
    | Date
    | Plain
    | OneOf
    | ListOf
    | OneOrMany
    | EitherOf
    | MapOf
    | Use
)


@dataclass(frozen=True, slots=True)
class Key:
    name: str
    kind: Kind
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with known keys."""

    what: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A mapping whose further keys depend on the value of one of them."""

    what: str
    by: str
    common: tuple[Key, ...]
    types: dict[str, tuple[Key, ...]]
    partial: bool = False
    """Only some keys are written here; the rest, and perhaps the type, come from elsewhere."""
    implied: tuple[str, str] | None = None
    """A key and the type that its presence implies."""
    instead: Key | None = None
    """A key that may stand alone, in place of all others."""
    elsewhere: dict[str, str] = field(default_factory=dict)
    """Keys that do not belong here, each with the words that say where it does."""


@dataclass(frozen=True, slots=True)
class Forms:
    """A mapping in exactly one of several forms, told apart by their keys."""

    what: str
    code: Code
    forms: tuple[tuple[Key, ...], ...]
    example: str


Shape = Table | Typed | Forms
