"""Single values: is this text, an id, a number, a day, one of these words?

Here live the traps of YAML 1.1, in which a bare no is false, 1:30 is ninety and 010 is eight. A value that is
not what was expected is told with the line that mends it, and handed on as what was most likely meant, or as
None.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from questionnaire_site.reading.codes import Code
from questionnaire_site.reading.diagnostics import did_you_mean, nearest
from questionnaire_site.reading.kinds import Number, Plain
from questionnaire_site.reading.nodes import Node, Scalar
from questionnaire_site.reading.source import Source

ID = "[a-z0-9]+(-[a-z0-9]+)*"
LONGEST_ID = 60
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_LARGEST = 10**15
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def text(source: Source, node: Node, what: str, longest: int | None = None) -> Scalar | None:
    """Check that a value is text, not blank, and not too long."""
    if not _is_single(source, node, what, "text"):
        return None
    assert isinstance(node, Scalar)
    if node.kind == "null" or not node.raw.strip():
        fix = "write it, or delete the key"
        if source.line_from(node.place).lstrip().startswith("#"):
            fix = "put quotation marks around the text: a bare # begins a comment"
        source.report("empty", node, f"{what} is empty, expected text", fix)
        return None
    if node.kind != "str":
        return as_text(source, node, what)
    if longest is not None and len(node.raw) > longest:
        message = f"{what} has {len(node.raw)} characters, expected {longest} at most"
        source.report("too-long", node, message, "say it in fewer words")
    return node


def identifier(source: Source, node: Node, what: str) -> Scalar | None:
    """Check that a value is an id: lower-case words joined by hyphens."""
    scalar = text(source, node, what)
    if scalar is None or not isinstance(node, Scalar) or node.kind != "str":
        return scalar
    if not re.fullmatch(ID, scalar.raw):
        suggestion = suggested_id(scalar.raw)
        fix = (
            f"write {_line(scalar, suggestion)}"
            if suggestion
            else "use lower-case letters, digits and hyphens"
        )
        source.report(
            "bad-id", node, f"{what} is {node.shown}, expected lower-case words joined by hyphens", fix
        )
    elif len(scalar.raw) > LONGEST_ID:
        message = f"{what} has {len(scalar.raw)} characters, expected {LONGEST_ID} at most"
        source.report("too-long", node, message, "ids are for the machine: a word or two is enough")
    return scalar


def suggested_id(text: str) -> str:
    """Give the id that a text was most likely meant to be; empty when nothing in it can stand in one."""
    return "-".join(re.findall("[a-z0-9]+", text.lower()))[:LONGEST_ID].strip("-")


def number(source: Source, node: Node, what: str, kind: Number) -> Scalar | None:
    """Check that a value is a number, whole where it must be, within its bounds."""
    expected = "a whole number" if kind.whole else "a number"
    if not _is_single(source, node, what, expected):
        return None
    assert isinstance(node, Scalar)
    if node.kind not in ("int", "float"):
        fix = (
            f"write {_line(node, node.raw)} without quotes" if _NUMBER.fullmatch(node.raw) else "write digits"
        )
        source.report("wrong-type", node, f"{what} is {node.shown}, expected {expected}", fix)
        return None
    if not _NUMBER.fullmatch(node.raw):
        _report_number_trap(source, node, what)
        return None
    value = float(node.raw)
    if kind.whole and not value.is_integer():
        source.report(
            "wrong-type", node, f"{what} is {node.raw}, expected {expected}", "leave out the fraction"
        )
        return None
    least = -_LARGEST if kind.least is None else kind.least
    most = _LARGEST if kind.most is None else kind.most
    if not least <= value <= most:
        bound = f"{kind.least} or more" if value < least and kind.least is not None else f"{most} or less"
        bound = f"{-_LARGEST} or more" if value < -_LARGEST else bound
        source.report(
            "out-of-range",
            node,
            f"{what} is {node.raw[:40]}, expected {bound}",
            f"write a number that is {bound}",
        )
        return None
    return node


def plain(source: Source, node: Node, what: str, kind: Plain) -> Scalar | None:
    """Check that a value is a number or text. A bare day counts as text: it reads the same either way."""
    if isinstance(node, Scalar):
        if node.kind in ("int", "float"):
            return number(source, node, what, Number())
        if node.kind == "null" and kind.may_be_empty:
            return node
        if kind.may_be_flag and node.kind == "bool" and node.raw in ("true", "false"):
            return node
        if node.kind == "timestamp" and re.fullmatch(DAY, node.raw):
            return day(source, node, what)
    return text(source, node, what, 100_000)


def day(source: Source, node: Node, what: str) -> Scalar | None:
    """Check that a value is a day that exists."""
    if not _is_single(source, node, what, "a date"):
        return None
    assert isinstance(node, Scalar)
    try:
        if re.fullmatch(DAY, node.raw):
            date.fromisoformat(node.raw)
            return replace(node, kind="str")
        message = f"{what} is {node.shown}, expected a date"
    except ValueError:
        message = f"{what} is {node.raw}, and there is no such day"
    source.report("wrong-type", node, message, "write the year, month and day: 2026-03-31")
    return None


def one_of(source: Source, node: Node, what: str, values: tuple[str, ...]) -> Scalar | None:
    """Check that a value is one of a few words."""
    if not _is_single(source, node, what, f"one of {', '.join(values)}"):
        return None
    assert isinstance(node, Scalar)
    if node.raw in values:
        return node if node.kind == "str" else as_text(source, node, what)
    fix = did_you_mean(node.raw, values)
    source.report("not-one-of", node, f"{what} is {node.shown}, expected one of: {', '.join(values)}", fix)
    near = nearest(node.raw, values)
    return replace(node, raw=near) if near else None


def flag(source: Source, node: Node, what: str) -> Scalar | None:
    """Check that a value is true or false."""
    if not _is_single(source, node, what, "true or false"):
        return None
    assert isinstance(node, Scalar)
    if node.kind == "bool":
        return node
    source.report(
        "wrong-type",
        node,
        f"{what} is {node.shown}, expected true or false",
        "write true or false, without quotes",
    )
    return None


def value_of(scalar: Scalar) -> str | int | float | None:
    """Give the value of a checked scalar: a number where YAML sees one, else the text."""
    match scalar.kind:
        case "int":
            return int(scalar.raw)
        case "float":
            number = float(scalar.raw)
            return int(number) if number.is_integer() else number
        case "null":
            return None
        case _:
            return scalar.raw


def truth(scalar: Scalar | None) -> bool:
    """Give the value of a checked flag; false when it is not there."""
    return scalar is not None and scalar.shown == "true"


def _is_single(source: Source, node: Node, what: str, expected: str) -> bool:
    if isinstance(node, Scalar):
        return node.kind != "refused"
    code: Code = "not-text" if expected == "text" else "wrong-type"
    fix = (
        "write it on one line, or start several lines with |"
        if expected == "text"
        else "write a single value"
    )
    source.report(code, node, f"{what} is {node.shown}, expected {expected}", fix)
    return False


def as_text(source: Source, node: Scalar, what: str) -> Scalar:
    """Take a value that YAML made something else of for the text that was meant, and say how to quote it."""
    reading = {
        "bool": f"YAML reads a bare {node.raw} as {node.shown}",
        "timestamp": f"YAML reads a bare {node.raw} as a date",
    }.get(node.kind, f"YAML reads {node.raw} as {_number_read(node.raw)}")
    code: Code = "option-id-not-text" if what == "option id" else "not-text"
    fix = f"quote it: {_line(node, chr(34) + node.raw + chr(34))}  ({reading})"
    source.report(code, node, f"{what} is {node.shown}, expected text", fix)
    return replace(node, kind="str")


def _report_number_trap(source: Source, node: Scalar, what: str) -> None:
    reading = _number_read(node.raw)
    message = f"{what} is {node.raw}, which YAML reads as {reading}"
    source.report(
        "yaml-number",
        node,
        message,
        f'write plain digits, such as 90 or 1.5; for text, quote it: "{node.raw}"',
    )


def _number_read(raw: str) -> str:
    """Say what number YAML 1.1 takes some characters for."""
    bare = raw.replace("_", "").lstrip("+-")
    if ":" in bare:
        return f"a number in base sixty{_exactly(_base_sixty(bare))}"
    if re.fullmatch("0[0-7]+", bare):
        return f"a number in base eight{_exactly(int(bare, 8))}"
    if bare.startswith("0x"):
        return f"a number in base sixteen{_exactly(int(bare, 16))}"
    if bare.startswith("0b"):
        return f"a number in base two{_exactly(int(bare, 2))}"
    return "a number"


def _base_sixty(bare: str) -> int | None:
    parts = bare.split(":")
    if not all(part.isdigit() for part in parts):
        return None
    total = 0
    for part in parts:
        total = total * 60 + int(part)
    return total


def _exactly(value: int | None) -> str:
    return f", {value}" if value is not None and value < _LARGEST else ""


def _line(node: Scalar, value: str) -> str:
    """Write the value as the author would: after its key, where it has one."""
    if node.is_key:
        return f"{value}:"
    key = node.path[-1] if node.path else 0
    return f"{key}: {value}" if isinstance(key, str) else value
