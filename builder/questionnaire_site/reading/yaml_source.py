"""Reading an author's YAML so that nothing is lost: every key and value keeps its place.

Owns what can keep a file from being read at all. Knows nothing of questionnaires.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from questionnaire_site.reading.diagnostics import Place, nearest, split_lines
from questionnaire_site.reading.source import Source
from questionnaire_site.reading.syntax import explained
from questionnaire_site.reading.yaml_tree import TreeBuilder

# What YAML forbids and the parser reports without a line.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# What other programs save under a name of the author's choosing: a Word document, and RTF.
_NOT_PLAIN = (b"PK\x03\x04", b"{\\rtf")


def read(file: Path) -> Source:
    """Read a file into a tree with places. Whatever is wrong is in the source's problems."""
    try:
        content = file.read_bytes()
    except OSError as error:
        source = Source(file)
        beside = [each.name for each in file.parent.glob("*") if each.is_file()]
        near = nearest(file.name, beside) if isinstance(error, FileNotFoundError) else None
        fix = f"rename {near} to {file.name}" if near else ""
        source.report("file-unreadable", Place(file), f"the file cannot be read: {error.strerror}", fix)
        return source
    source = _read(file, content)
    # What the checks find is of this reading alone; the tree is never changed.
    return replace(source, problems=list(source.problems))


# `make serve` reads the same few files again and again, and one questionnaire looks into another's.
@lru_cache(maxsize=16)
def _read(file: Path, content: bytes) -> Source:
    source = Source(file)
    if b"\0" in content or content.startswith(_NOT_PLAIN):
        fix = 'write it in a text editor, and save it as plain text with the encoding "UTF-8"'
        source.report("file-unreadable", Place(file), "the file is not plain text", fix)
        return source
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Most often it is this encoding of Windows, and then the caret stands under the very character.
        source.lines = split_lines(content.decode("cp1252", errors="replace"))
        column = error.start - content.rfind(b"\n", 0, error.start)
        place = Place(file, content.count(b"\n", 0, error.start) + 1, column)
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
        source.root = None
        stumble = explained(source.lines, error)
        place = Place(file, stumble.line, stumble.column)
        source.report("yaml-syntax", place, stumble.message, stumble.fix)
    return source
