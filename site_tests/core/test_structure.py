"""The core stays what it is promised to be: standard library only, and blind to files, clock and chance."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import questionnaire_core

CORE = Path(questionnaire_core.__file__).parent
MODULES = sorted(CORE.rglob("*.py"))

# What the core may import: all of it standard, none of it reaching a file, the clock or chance by itself.
ALLOWED = {
    "abc",
    "collections",
    "dataclasses",
    "datetime",
    "functools",
    "itertools",
    "json",
    "math",
    "types",
    "typing",
}
# What one module alone may import: a format's library, and what files are made with.
OF_ITS_OWN = {
    "scoring.py": {"builtins"},
    "workbook_requests.py": {"binascii"},
    "outputs/cell_text.py": {"re"},
    "outputs/sheet_names.py": {"re"},
    "outputs/excel.py": {"xlsxwriter"},
    "outputs/workbook.py": {"io", "xlsxwriter"},
    "outputs/questionnaire_workbook.py": {"io", "xlsxwriter"},
    "inputs/workbook_cells.py": {"io", "openpyxl", "warnings", "zipfile"},
    "sheets/cell_meaning.py": {"re"},
    "sheets/labels.py": {"unicodedata"},
    "sheets/row_ids.py": {"hashlib", "re"},
}
# The clock hides in datetime, files among the built-in functions.
FORBIDDEN_NAMES = {"open", "input", "print", "now", "today", "utcnow", "fromtimestamp", "eval"}
# Only scoring may run an author's source, and give it imports of its own.
MAY_RUN_SOURCE = {"scoring.py"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "absolute imports only"
            yield node.module or ""


def called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_a_module_of_the_core_is_pure(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    allowed = ALLOWED | OF_ITS_OWN.get(path.relative_to(CORE).as_posix(), set()) | {"questionnaire_core"}
    foreign = {name for name in imported(tree) if name.split(".")[0] not in allowed}
    forbidden = set(called(tree)) & FORBIDDEN_NAMES
    runs_source = set(called(tree)) & {"exec", "compile", "__import__"}

    assert foreign == set()
    assert forbidden == set()
    assert not runs_source or path.name in MAY_RUN_SOURCE


def test_only_a_request_for_a_file_needs_the_library_of_its_format() -> None:
    for name in ("bridge.py", "workbook_requests.py"):
        tree = ast.parse((CORE / name).read_text(encoding="utf-8"))
        modules = {node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)}

        assert not [each for each in modules if each.startswith(("questionnaire_core.outputs.questionnaire",
            "questionnaire_core.outputs.workbook", "questionnaire_core.inputs"))]  # fmt: skip


def test_the_names_for_scoring_code_are_few_and_known() -> None:
    assert questionnaire_core.__all__ == [
        "Classification",
        "Entry",
        "Finding",
        "Grid",
        "Reason",
        "Response",
        "Result",
        "Score",
    ]
