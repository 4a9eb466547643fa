"""What the documents for contributors name is there: whoever looks for it would lose time, and trust."""

import re

import pytest

from site_tests.support.places import ROOT

DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "site_tests/README.md",
    "site_tests/bench/README.md",
]
# Made by a build or a test, so that no clone has them.
MADE = {"release.json", "sw.js", "test-results/", ".cache/bench.json"}
NAME = re.compile(r"[\w./-]+(/|\.(py|js|mjs|json|yml|html|md|scss|sh))")


def files() -> set[str]:
    """Every file of the project and its folders, from the top."""
    top = ("builder", "content", "questionnaires", "site_tests", "theme", ".github")
    inside = [path for name in top for path in (ROOT / name).rglob("*")]
    beside = [path for path in ROOT.iterdir() if path.is_file()]
    return {f"/{path.relative_to(ROOT)}{'/' if path.is_dir() else ''}" for path in [*inside, *beside]}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_folder_that_is_named_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = {name for name in re.findall(r"`([^`\n]+)`", text) if NAME.fullmatch(name)} - MADE
    there = files()

    assert [name for name in sorted(named) if not any(path.endswith(f"/{name}") for path in there)] == []


@pytest.mark.parametrize("document", [*DOCUMENTS, "content/authors/index.md", "content/authors/publish.md"])
def test_every_command_of_make_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    there = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`|^SITE_URL=\S+ )make ([a-z-]+)", text, re.MULTILINE))

    assert named
    assert named <= there
