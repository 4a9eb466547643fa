"""Whatever an author's scoring does, the author is told, and the next questionnaire is scored."""

import shutil
from pathlib import Path

import pytest

from questionnaire_site.examples import scoring_run
from questionnaire_site.load import Loaded, load_questionnaire

OPEN_DAY = Path(__file__).parents[1] / "fixtures" / "questionnaires" / "open-day"
START = "from questionnaire_core import Response, Result\n"
EXIT = 'getattr([kind for kind in object.__subclasses__() if kind.__name__ == "_wrap_close"][0], "__init__")'


def load(folder: Path, scoring: str) -> Loaded:
    copy = folder / "open-day"
    shutil.copytree(OPEN_DAY, copy)
    (folder / "bike-workshop").mkdir()
    (folder / "bike-workshop" / "questionnaire.yml").write_text("bands: [{id: trial}]", encoding="utf-8")
    text = (copy / "questionnaire.yml").read_text(encoding="utf-8")
    (copy / "questionnaire.yml").write_text(text.replace("grid: time,", "grid: any,"), encoding="utf-8")
    (copy / "scoring.py").write_text(START + '"any"\n' + scoring, encoding="utf-8")
    return load_questionnaire(copy)


@pytest.mark.parametrize(
    ("scoring", "line"),
    [
        ("while True: pass\ndef score(response, today): return Result()", 3),
        ("def score(response, today):\n    return Result(findings=list(iter(int, 1)))", 4),
        # Nothing within Python could interrupt these two.
        ("def score(response, today):\n    return sum(range(10**15))", 4),
        ("def score(response, today):\n    while True:\n        try: 1 / 0\n        except: pass", 6),
    ],
)
def test_scoring_that_does_not_end_is_stopped(
    scoring: str, line: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as quickly:
        quickly.setattr(scoring_run, "MOST_SECONDS", 0.5)
        problems = load(tmp_path, scoring).problems

    assert [problem.code for problem in problems] == ["scoring-endless"]
    assert problems[0].place.line in (line, line - 1)
    assert not load_questionnaire(OPEN_DAY).problems


def test_scoring_that_ends_python_is_told(tmp_path: Path) -> None:
    scoring = f'def score(response, today):\n    {EXIT}.__globals__["_exit"](3)'

    problems = load(tmp_path, scoring).problems

    assert [problem.code for problem in problems] == ["scoring-failed"]
    assert "ended Python" in problems[0].message
    assert not load_questionnaire(OPEN_DAY).problems


def test_each_example_that_scoring_fails_in_is_run(tmp_path: Path) -> None:
    scoring = 'def score(response, today):\n    print("{}")\n    return [][len(response.entries("stalls"))]'

    problems = load(tmp_path, scoring).problems

    # One place, so told once; what scoring prints is not taken for an answer.
    assert [problem.message for problem in problems] == [
        "scoring failed: IndexError: list index out of range"
    ]
    assert problems[0].place.line == 5
