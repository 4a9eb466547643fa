"""The names that scoring.py asks answers by: does each lead to an item, a section, an option that there is?

Follows texts written in the call, constants at the top of the file, and f-strings whose open parts may be
anything. What is worked out in other ways is left to the examples.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from questionnaire_core.response import Answers, Response
from questionnaire_core.structure import LISTS
from questionnaire_site.checks.scoring import nodes_of, place_of
from questionnaire_site.definition.outline import Outline
from questionnaire_site.reading.diagnostics import did_you_mean
from questionnaire_site.reading.source import Source

_BY_LIST = {"entries", "entry", "entry_title"}
_OTHER = {*_BY_LIST, "section", "items_with", "with_answers"}
# Every other public way to read an answer takes its path first.
_BY_PATH = {name for kind in (Answers, Response) for name in vars(kind) if not name.startswith("_")} - _OTHER


def check_names(source: Source, tree: ast.Module, outline: Outline) -> None:
    """Tell of every text by which nothing can be found."""
    _Names(source, tree, outline).check(tree)


class _Names:
    def __init__(self, source: Source, tree: ast.Module, outline: Outline) -> None:
        self.source = source
        self.items = outline.items
        self.sections = [section.id for section in outline.sections]
        self.entries = [item for item in outline.items.values() if item.type == "entries"]
        self.lists = [item.path for item in outline.items.values() if item.type in LISTS]
        settings = outline.root.mapping("settings")
        self.settings = list(settings.values) if settings else []
        self.grouped = {
            item.id: item for item in outline.items.values() if item.parent and not item.in_entries
        }
        self.constants = dict(_constants(tree))
        self.readers = dict(_readers(tree))

    def check(self, tree: ast.Module) -> None:
        for node in chain(*(nodes_of(tree, kind) for kind in (ast.Call, ast.Subscript, ast.Compare))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id=reader), attr=method), args=[first, *rest]
                ):
                    self.call(self.readers.get(reader, ""), method, first, rest)
                case ast.Subscript(
                    value=ast.Attribute(value=ast.Name(id=reader), attr="settings"), slice=name
                ) if self.readers.get(reader) == "Response":
                    none = "write it under settings: in questionnaire.yml"
                    self.known(name, self.settings, "setting", none)
                case ast.Compare(
                    left=ast.Call(func=ast.Attribute(attr="answer"), args=[path]), comparators=[other]
                ):
                    self.options(path, [other])
                case _:
                    pass

    def call(self, reader: str, method: str, first: ast.expr, rest: list[ast.expr]) -> None:
        if reader == "Entry" and (method in _BY_PATH or method == "path"):
            self.known(
                first, [child.id for item in self.entries for child in item.children], "child of entries"
            )
        if reader and method in _BY_LIST:
            self.known(first, self.lists, "entries item")
        if reader != "Response":
            return
        match method:
            case "section":
                self.known(first, self.sections, "section")
            case "items_with":
                self.known(first, self.grouped, "child of a group")
            case _ if method in _BY_PATH:
                self.known(first, self.items, "item")
        if method == "chose":
            self.options(first, rest)

    def known(self, node: ast.expr, names: Iterable[str], what: str, none: str = "") -> None:
        pattern, names = self.pattern(node), list(names)
        if pattern is None or any(pattern.fullmatch(name) for name in names):
            return
        written = self.text(node)
        if written is None:
            # Only the open part may be anything, so only what follows it can be misspelt.
            written, names = pattern.pattern, [f".+/{name.rpartition('/')[2]}" for name in names]
        place = place_of(self.source, node)
        shown, fix = (text.replace(".+", "…") for text in (written, did_you_mean(written, names, none)))
        self.source.report("scoring-unknown-name", place, f'there is no {what} "{shown}"', fix)

    def options(self, path: ast.expr, values: list[ast.expr]) -> None:
        item = self.items.get(self.text(path) or "")
        if item is None or not item.option_ids or item.type == "computed":
            return
        for value in values:
            for each in value.elts if isinstance(value, (ast.Tuple, ast.Set, ast.List)) else [value]:
                text = self.text(each)
                if text is not None and text not in item.option_ids:
                    message = f'"{text}" is no option of "{item.path}"'
                    fix = did_you_mean(text, item.option_ids)
                    self.source.report("scoring-unknown-name", place_of(self.source, each), message, fix)

    def text(self, node: ast.expr) -> str | None:
        """Give the text that a piece of Python stands for, where that is plain to see."""
        match node:
            case ast.Constant(value=str(text)):
                return text
            case ast.Name(id=name):
                return self.constants.get(name)
            case ast.JoinedStr(values=values):
                parts = [self.text(part) for part in values]
                return None if None in parts else "".join(part for part in parts if part)
            case ast.FormattedValue(value=value):
                return self.text(value)
            case _:
                return None

    def pattern(self, node: ast.expr) -> re.Pattern[str] | None:
        """Give what a text may look like; None when nothing can be said."""
        text = self.text(node)
        if text is not None:
            return re.compile(re.escape(text))
        if not isinstance(node, ast.JoinedStr):
            return None
        parts = [self.text(part) for part in node.values]
        return re.compile("".join(".+" if part is None else re.escape(part) for part in parts))


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text))):
                yield name, text
            case _:
                pass


def _readers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Give the names by which answers are read: by their annotation, else by custom."""
    yield from (("response", "Response"), ("entry", "Entry"))
    for node in nodes_of(tree, ast.arg):
        match node:
            case ast.arg(arg=name, annotation=ast.Name(id=("Response" | "Entry") as kind)):
                yield name, kind
            case _:
                pass
