"""Reading an author's YAML so that nothing is lost: every key and value keeps its place.

Owns what can keep a file from being read at all. Knows nothing of questionnaires.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from questionnaire_site.reading.diagnostics import Place, split_lines
from questionnaire_site.reading.source import Source
from questionnaire_site.reading.yaml_tree import TreeBuilder

# What YAML forbids and the parser reports without a line.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# The parser speaks of its own insides; these say what usually lies behind its words.
_SYNTAX_FIXES = {
    "mapping values are not allowed": 'quote a text that holds ": "; start keys of a mapping in one column',
    "could not find expected ':'": "end a key with a colon and a space; start a text of several lines with |",
    "found character that cannot start": "indent with spaces; quote a text that starts with @, ` or %",
    "did not find expected '-' indicator": "start the members of one list in one column",
    "did not find expected key": "start the keys of a mapping in one column; quote all of a text or none",
    "found unexpected end of stream": "close the quotation mark that is opened here",
    "did not find expected ',' or": "close the bracket, or add the comma that is missing",
    "did not find expected node content": "close the bracket that is opened before this",
    "found unknown escape character": "use single quotes: in double quotes a backslash starts an escape",
}


def read(file: Path) -> Source:
    """Read a file into a tree with places. Whatever is wrong is in the source's problems."""
    try:
        content = file.read_bytes()
    except OSError as error:
        source = Source(file)
        source.report("file-unreadable", Place(file), f"the file cannot be read: {error.strerror}")
        return source
    source = _read(file, content)
    # What the checks find is of this reading alone; the tree is never changed.
    return replace(source, problems=list(source.problems))


# `make serve` reads the same few files again and again, and one questionnaire looks into another's.
@lru_cache(maxsize=16)
def _read(file: Path, content: bytes) -> Source:
    source = Source(file)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file, error.object[: error.start].count(b"\n") + 1)
        fix = 'save the file again with the encoding "UTF-8"'
        source.report("file-unreadable", place, "the file is not text in UTF-8", fix)
        return source
    source.lines = split_lines(text)
    for number, line in enumerate(source.lines, 1):
        if found := _FORBIDDEN.search(line):
            place = Place(file, number, found.start() + 1)
            message = f"the character U+{ord(found[0]):04X} cannot stand in YAML"
            source.report("yaml-syntax", place, message, "delete the invisible character under the caret")
            return source
    try:
        TreeBuilder(source).build(text)
    except yaml.MarkedYAMLError as error:
        _report_syntax(source, error)
    return source


def _report_syntax(source: Source, error: yaml.MarkedYAMLError) -> None:
    problem = error.problem or "this cannot be read"
    opened = error.context_mark if "end of stream" in problem else None
    mark = opened or error.problem_mark
    # At the end of a file the parser points past its last line.
    line = min(mark.line + 1, len(source.lines)) if mark else 1
    column = mark.column + 1 if mark else 1
    while line > 1 and not source.lines[line - 1].strip():
        line -= 1
        column = len(source.lines[line - 1])
    fix = next((fix for words, fix in _SYNTAX_FIXES.items() if words in problem), "")
    source.report("yaml-syntax", Place(source.file, line, column), f"this is not YAML: {problem}", fix)
