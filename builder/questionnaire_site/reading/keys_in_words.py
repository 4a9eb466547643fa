"""What keys/ says, in the words of messages: how a mapping is written, what is no key, where one belongs."""

from __future__ import annotations

import re
from functools import cache

from questionnaire_site.reading.keys import SHAPES
from questionnaire_site.reading.kinds import Forms, Shape, Table, Typed
from questionnaire_site.reading.nodes import Node, Scalar
from questionnaire_site.reading.phrases import with_article


def how_written(shape: Shape, what: str, *, at_top: bool) -> tuple[str, str]:
    """Say what is expected where something else than a mapping of this shape stands, and how to write it."""
    if isinstance(shape, Forms):
        return with_article(shape.what), shape.example
    required = [key.name for key in shape.keys if key.required] if isinstance(shape, Table) else []
    written = ", ".join(f"{name}: ..." for name in required)
    brief = 0 < len(required) < 4 and not at_top
    fix = f"write {{{written}}}" if brief else "write key: value, one to a line"
    return f"a mapping with the keys of {with_article(what)}", fix


def unknown_key(name: str, value: Node | None) -> str | None:
    """Say how to mend what YAML took for a key and the author did not mean as one."""
    before, colon, after = name.partition(":")
    if colon:
        return f"put a space after the colon: {before}: {after}"
    if name != name.strip():
        return "a space beside it is not an ordinary one: delete it, and type it again with the space bar"
    if isinstance(value, Scalar) and value.kind == "null" and not re.fullmatch("[a-z_]+", name):
        return "if it belongs to the text before it, put quotation marks around all of that text"
    return None


@cache
def dependent_keys(by: str) -> set[str]:
    """Give every key that some type has, even one that cannot stand here."""
    shapes = [shape for shape in SHAPES.values() if isinstance(shape, Typed) and shape.by == by]
    return {key.name for shape in shapes for keys in shape.types.values() for key in keys}


@cache
def belonging(shape: str) -> dict[str, str]:
    """Say of every key of a shape that depends on the type which types have it."""
    typed = SHAPES[shape]
    assert isinstance(typed, Typed)
    kinds: dict[str, list[str]] = {}
    for name, keys in typed.types.items():
        for key in keys:
            kinds.setdefault(key.name, []).append(name)
    belonging = {name: f"{name} belongs to {typed.by}: {' or '.join(of)}" for name, of in kinds.items()}
    return belonging | typed.elsewhere
