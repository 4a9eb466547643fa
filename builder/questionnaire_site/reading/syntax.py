"""What a YAML parser stumbled over, in an author's terms: where it began, what it is and how to mend it.

The parser says where it gave up, in words about its own insides. The cause is often a line earlier, or a
character that looks like another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

_OTHER_SPACE = "[\u00a0\u2000-\u200b\u202f\u3000\ufeff]"
# Slips that the eye passes over: what comes before the spot and the spot itself, what it is, how to mend it.
_SLIPS = (
    (r"^( *)\t", "a tab in the indentation", "indent with spaces"),
    (
        rf"^(\s*|.*: *){_OTHER_SPACE}",
        "a space that is not an ordinary one",
        "delete it, and type it again with the space bar",
    ),
    (r"^( *)[–—•] ", "the members of a list start with a hyphen", "write a hyphen in its place: -"),
    (r"^( *)-[\w\"'{]", "a hyphen without a space after it", "put a space after the hyphen"),
    (r"^( *(?:- )?[\w-]+):\S", "a colon without a space after it", "put a space after the colon"),
)
_QUOTE = "put quotation marks around the whole text"
_STRAIGHT = 'put straight quotation marks around the whole text: " and not “ or ”'
_ONE_COLUMN = "start the {} in one column"


@dataclass(frozen=True, slots=True)
class Stumble:
    """A spot in a file, counted from 1, with what is wrong there."""

    line: int
    column: int
    message: str
    fix: str


def explained(lines: Sequence[str], error: yaml.MarkedYAMLError) -> Stumble:
    """Say where the cause of a parser's error most likely is, and what to do about it."""
    problem = error.problem or "this cannot be read"
    mark = _began(error, problem)
    line, column = _within(lines, mark.line, mark.column) if mark else (0, 0)
    for number in _suspects(lines, line, column, problem):
        for pattern, message, fix in _SLIPS:
            if found := re.match(pattern, lines[number]):
                return Stumble(number + 1, found.end(1) + 1, message, fix)
    text = lines[line] if lines else ""
    return Stumble(line + 1, column + 1, *_told(problem, text[:column], text[column:]))


def _began(error: yaml.MarkedYAMLError, problem: str) -> yaml.Mark | None:
    """Choose between where the parser gave up and where what it was reading began."""
    start, end = error.context_mark, error.problem_mark
    if start is None or end is None:
        return end
    scanning = (error.context or "").startswith("while scanning") and "tab character" not in problem
    unclosed = "',' or" in problem and start.line != end.line
    return start if scanning or unclosed else end


def _within(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Give the place itself, or the end of the text where the parser points past it."""
    if line < len(lines) and lines[line].strip():
        return line, column
    line = min(line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    return line, max(0, len(lines[line].rstrip()) - 1)


def _suspects(lines: Sequence[str], line: int, column: int, problem: str) -> list[int]:
    """Give the lines in which a slip would explain the error: a text that goes on began before its line."""
    if not lines:
        return []
    before = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), None)
    goes_on = "mapping values" in problem and ": " not in lines[line][:column]
    return [line, before] if goes_on and before is not None else [line]


def _told(problem: str, before: str, after: str) -> tuple[str, str]:
    """Put the parser's words into plain ones, going by what stands before the spot and at it."""
    quote = _STRAIGHT if re.search("[“”]", before + after) else _QUOTE
    at_start, char = not before.strip(), after[:1]
    if "mapping values" in problem and ": " not in before:
        return "this line is indented further than the line before", _ONE_COLUMN.format("keys of a mapping")
    if "mapping values" in problem or ("',' or" in problem and char == ":"):
        return 'a second ": " in one text', quote
    if "expected ':'" in problem:
        return "a key without a colon", "end a key with a colon and a space; indent a text that follows |"
    if "cannot start" in problem:
        return f"no text can start with {char}", quote
    if "alphabetic or numeric" in problem:
        return f"no text can start like this: {char}", quote
    if at_start and ("expected key" in problem or "'-' indicator" in problem):
        what = "members of one list" if char == "-" else "keys of a mapping"
        return "this line starts in another column than the lines that it belongs with", _ONE_COLUMN.format(
            what
        )
    if char in ("]", "}"):
        return "a bracket closes that was not opened", "delete it, or open it where it belongs"
    if "expected key" in problem or "'-' indicator" in problem:
        apostrophe = before.endswith("'") and char.isalnum()
        fix = "put double quotation marks around a text that holds an apostrophe" if apostrophe else quote
        return "more text after the end of a quotation or a bracket", fix
    if "end of stream" in problem:
        return "a quotation mark that is not closed", (
            "close it with a straight one" if quote == _STRAIGHT else "close it at the end of the text"
        )
    if "',' or" in problem:
        return "a bracket that is not closed", "close it, or add the comma that is missing"
    if "node content" in problem:
        return "something is missing here", "write it, or delete the comma or bracket that is too many"
    if "escape" in problem:
        return "a backslash in double quotation marks", "use single ones"
    if "sequence entries" in problem:
        return "a list cannot start here", f"start each member on a line of its own, or {quote}"
    if "comment or line break" in problem:
        return f"text behind {char} on one line", f"start it on the next line, indented, or {quote}"
    return f"this is not YAML: {problem}", ""
