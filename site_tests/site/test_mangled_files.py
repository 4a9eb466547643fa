"""Whatever an author's editor does to a file, the author is told, and never sees a traceback."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire_core.decode import decode_questionnaire
from questionnaire_site.load import Loaded, load_questionnaire
from questionnaire_site.reading.codes import CODES
from questionnaire_site.reading.diagnostics import render_all

FIXTURES = Path(__file__).parents[1] / "fixtures" / "questionnaires"


def fixture(name: str) -> str:
    return (FIXTURES / name).read_text(encoding="utf-8")


YAML, EXAMPLE = fixture("bike-workshop/questionnaire.yml"), fixture("bike-workshop/examples/open.yml")
SCORING = """from datetime import date

from questionnaire_core import Classification, Reason, Response, Result, Score


def score(response: Response, today: date) -> Result:
    ready = [path for path in response.items_with("rating") if response.answer(path) == "ready"]
    reasons = tuple(Reason(response.title(path), (path,)) for path in ready)
    return Result((Score("ready", number=len(ready)),), Classification("open-up", "Open", reasons=reasons))
"""

# What trips YAML, this format and its readers.
TRAPS = [
    "no", "yes", "~", "", "010", "1:30", "1e999", "-0", "9" * 400, "0x1F", "2026-02-30", ".inf", ".nan",
    "null", "[]", "{}", "[[", "}}", "*facts", "&facts x", "!tag x", "<<", "? x", "|", ">-", "- ", ": ",
    "#", "'", '"', "\t", "%", "all", "*", "__proto__", "constructor", "a/b/c", "tools/*/x", "\u202e",
    "\u2028", "\x85", "é", "💡", "x" * 3000, "group", "entries", "computed", "choices", "yes-no",
    "entries-view", "stalls", "stalls/bees/hall", "barn-stalls", "hall", "{hall: barn}", "{item: stalls}",
    "check", "{item: rating, is: ready}", "{all: []}", "{sum: [{item: tools/rating}]}", "{count: jobs}",
    "{not: {item: stands, at_least: .5}}", "[a, [b], {c: d}]",
]  # fmt: skip

type Change = Callable[[str], str]


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """One thing that can happen to a text."""
    at, other = draw(st.floats(0, 1)), draw(st.floats(0, 1))
    what = draw(st.sampled_from(["delete", "repeat", "move", "indent", "value", "insert", "cut", "key"]))
    trap = draw(st.sampled_from(TRAPS))
    shift = draw(st.integers(-4, 4))

    def change(text: str) -> str:
        lines = text.split("\n")
        row = min(int(at * len(lines)), len(lines) - 1)
        line = lines[row]
        match what:
            case "delete":
                del lines[row]
            case "repeat":
                lines.insert(row, line)
            case "move":
                lines.insert(int(other * len(lines)), lines.pop(row))
            case "indent":
                lines[row] = " " * max(0, len(line) - len(line.lstrip()) + shift) + line.lstrip()
            case "value":
                lines[row] = f"{line.partition(': ')[0]}: {trap}"
            case "key":
                lines[row] = line.replace(line.strip().partition(":")[0] or "x", trap, 1)
            case "insert":
                column = int(other * len(line))
                lines[row] = line[:column] + trap + line[column:]
            case "cut":
                return text[: int(at * len(text))]
        return "\n".join(lines)

    return change


def mangled(text: str, some: list[Change]) -> str:
    for change in some:
        text = change(text)
    return text


def load(id_: str, files: dict[str, str]) -> tuple[Loaded, str]:
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "questionnaires"
        shutil.copytree(FIXTURES, folder)
        for name, text in files.items():
            (folder / id_ / name).write_text(text, encoding="utf-8", newline="")
        loaded = load_questionnaire(folder / id_)
        return loaded, render_all(loaded.problems, Path(root))


def assert_told(questionnaire: str, example: str = EXAMPLE, scoring: str | None = None) -> None:
    files = {"questionnaire.yml": questionnaire, "examples/open.yml": example}
    assert_all_told("bike-workshop", files if scoring is None else {**files, "scoring.py": scoring})


def assert_all_told(id_: str, files: dict[str, str]) -> None:
    loaded, said = load(id_, files)

    assert "Traceback" not in said
    assert {problem.code for problem in loaded.problems} <= set(CODES)
    assert all(problem.message and problem.place.line > 0 for problem in loaded.problems)
    # What is passed on can be read; what cannot be read is not passed on without a word.
    assert (loaded.definition is None) == (not loaded.ok)
    if loaded.definition is not None:
        decode_questionnaire(loaded.definition)


SOME = st.lists(changes(), min_size=1, max_size=4)
quick = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
thorough = settings(max_examples=5000, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(SOME)
def test_a_mangled_questionnaire(some: list[Change]) -> None:
    assert_told(mangled(YAML, some))


@quick
@given(SOME)
def test_a_mangled_example(some: list[Change]) -> None:
    assert_told(YAML, example=mangled(EXAMPLE, some))


@quick
@given(SOME)
def test_a_mangled_scoring(some: list[Change]) -> None:
    assert_told(YAML, scoring=mangled(SCORING, some))


@quick
@given(SOME)
def test_a_mangled_questionnaire_with_entries(some: list[Change]) -> None:
    text = mangled(fixture("open-day/questionnaire.yml"), some)
    assert_all_told("open-day", {"questionnaire.yml": text})


@quick
@given(
    SOME, st.sampled_from(["examples/full.yml", "examples/moved.yml", "examples/removed.yml", "scoring.py"])
)
def test_anything_mangled_beside_entries(some: list[Change], name: str) -> None:
    assert_all_told("open-day", {name: mangled(fixture(f"open-day/{name}"), some)})


@pytest.mark.long
@thorough
@given(SOME, st.sampled_from(["examples/full.yml", "scoring.py"]), SOME)
def test_entries_mangled_in_two_files(one: list[Change], name: str, two: list[Change]) -> None:
    files = {"questionnaire.yml": one, name: two}
    assert_all_told(
        "open-day", {each: mangled(fixture(f"open-day/{each}"), some) for each, some in files.items()}
    )


@pytest.mark.long
@thorough
@given(SOME, SOME, st.none() | SOME)
def test_everything_mangled_at_once(one: list[Change], two: list[Change], three: list[Change] | None) -> None:
    assert_told(mangled(YAML, one), mangled(EXAMPLE, two), None if three is None else mangled(SCORING, three))


@quick
@given(st.text())
def test_any_text_at_all(text: str) -> None:
    assert_told(text)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\x00" * 9, b"a: " + b"[" * 100_000, b"- " * 100_000])
def test_bytes_that_are_no_questionnaire(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "questionnaire.yml").write_bytes(content)

    loaded = load_questionnaire(tmp_path)

    assert loaded.problems
    assert loaded.definition is None
