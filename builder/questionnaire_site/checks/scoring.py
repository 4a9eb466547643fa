"""A file of an author's scoring, read without running it: does it parse, and import only what it may?

The examples run it; scoring_names.py checks the names it asks for, scoring_files.py the files it imports.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import questionnaire_core
from questionnaire_site.reading.diagnostics import Place, did_you_mean, nearest
from questionnaire_site.reading.source import Source
from questionnaire_site.runtime.standard_library import FOR_SCORING

_CORE = "questionnaire_core"
_CLOCKS = ("today", "now", "utcnow")
_IMPURE = ("open", "input", "eval", "exec", "compile", "__import__", "breakpoint")


@dataclass(frozen=True, slots=True)
class ScoringFile:
    """A file as read, and what is wrong with it so far."""

    source: Source
    text: str | None = None
    """None when it is no text."""
    tree: ast.Module | None = None
    """None when it is no Python."""


def read_scoring(file: Path) -> ScoringFile:
    """Read a file of scoring, and check what can be told from it alone."""
    source = Source(file)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        source.report(
            "file-unreadable",
            Place(file),
            "the file is not text in UTF-8",
            'save it with the encoding "UTF-8"',
        )
        return ScoringFile(source)
    # Python knows fewer line ends than YAML.
    source.lines = re.split("\r\n|[\r\n]", text)
    try:
        tree = _parsed(text)
    except SyntaxError as error:
        line = min(error.lineno or 1, len(source.lines))
        length = (error.end_offset or 0) - (error.offset or 1) if error.end_lineno == error.lineno else 1
        place = Place(file, line, max(1, error.offset or 1), max(1, length))
        source.report("scoring-syntax", place, f"this is not Python: {error.msg}")
        return ScoringFile(source, text)
    except (ValueError, RecursionError, MemoryError) as error:
        source.report("scoring-syntax", Place(file), f"this is not Python: {error}")
        return ScoringFile(source, text)
    _check_imports(source, tree)
    _check_purity(source, tree)
    return ScoringFile(source, text, tree)


# While somebody works on it, most files of scoring stay as they are.
@lru_cache(maxsize=32)
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def nodes_of[Node: ast.AST](tree: ast.Module, kind: type[Node]) -> list[Node]:
    """Return every piece of a scoring file of one kind."""
    return cast(list[Node], _nodes_by_kind(tree).get(kind, []))


@lru_cache(maxsize=32)
def _nodes_by_kind(tree: ast.Module) -> dict[type[ast.AST], list[ast.AST]]:
    kinds: dict[type[ast.AST], list[ast.AST]] = {}
    for node in ast.walk(tree):
        kinds.setdefault(type(node), []).append(node)
    return kinds


def place_of(source: Source, node: ast.expr | ast.stmt) -> Place:
    """Say where a piece of Python stands, in characters."""
    line = source.lines[node.lineno - 1]
    column = len(line.encode()[: node.col_offset].decode(errors="ignore"))
    end = (
        len(line.encode()[: node.end_col_offset].decode(errors="ignore"))
        if node.end_lineno == node.lineno
        else len(line)
    )
    return Place(source.file, node.lineno, column + 1, max(1, end - column))


def _check_imports(source: Source, tree: ast.Module) -> None:
    for plain in nodes_of(tree, ast.Import):
        for alias in plain.names:
            _check_module(source, plain, alias.name)
    for node in nodes_of(tree, ast.ImportFrom):
        if node.level == 1 and node.module and "." not in node.module:
            continue  # A file beside it.
        _check_module(source, node, "." * node.level + (node.module or ""))
        for alias in node.names:
            if (
                node.module == _CORE
                and not node.level
                and alias.name not in (*questionnaire_core.__all__, "*")
            ):
                message = f"{_CORE} has no {alias.name}"
                fix = did_you_mean(alias.name, questionnaire_core.__all__)
                source.report("scoring-import", place_of(source, node), message, fix)


def _check_module(source: Source, node: ast.stmt, module: str) -> None:
    top = module.split(".")[0]
    if top != _CORE and top not in FOR_SCORING:
        message = f"scoring cannot import {module}: the browser may lack it, or it is not the same each time"
        fix = f"use only {_CORE} and {', '.join(FOR_SCORING[1:])}"
        if module.startswith("."):
            message = f"scoring imports {module}, which is no file beside it"
            fix = "write from .name import ..., for a file name.py in the same folder"
        source.report("scoring-import", place_of(source, node), message, fix)


def _check_purity(source: Source, tree: ast.Module) -> None:
    for node in nodes_of(tree, ast.Call):
        match node.func:
            case ast.Attribute(value=ast.Name(id="date" | "datetime") | ast.Attribute(), attr=attr) if (
                attr in _CLOCKS
            ):
                message, fix = "scoring reads the clock", "use the today that score is given"
            case ast.Name(id=name) if name in _IMPURE:
                message, fix = f"scoring calls {name}", "decide from response and today alone"
            case _:
                continue
        source.report("scoring-impure", place_of(source, node), message, fix)


def check_score(file: ScoringFile) -> None:
    """Tell of a scoring.py without a function that takes a response and a day."""
    source, tree = file.source, file.tree
    if tree is None:
        return
    fix = "write def score(response: Response, today: date) -> Result:"
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "score"]
    if not found:
        names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        alike = nearest("score", names)
        fix = f"rename {alike} to score" if alike else fix
        source.report("scoring-no-score", Place(source.file), "there is no function score", fix)
        return
    arguments = found[-1].args
    positional = [*arguments.posonlyargs, *arguments.args]
    needed = len(positional) - len(arguments.defaults)
    enough = needed <= 2 <= len(positional) or (needed <= 2 and arguments.vararg is not None)
    if not enough or len(arguments.kw_defaults) != sum(
        default is not None for default in arguments.kw_defaults
    ):
        place = Place(source.file, found[-1].lineno, found[-1].col_offset + 1, len("def score"))
        values = "1 value" if len(positional) == 1 else f"{len(positional)} values"
        message = f"score takes {values}, expected two: response and today"
        source.report("scoring-no-score", place, message, fix)
