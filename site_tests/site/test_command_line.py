"""The author's commands, run as an author runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from questionnaire_site.__main__ import main

FIXTURES = Path(__file__).parents[1] / "fixtures" / "questionnaires"
PLAIN = {
    "questionnaire_id": "bike-workshop",
    "questionnaire_revision": 2,
    "answers": {"children": "no", "tools/rating": "ready"},
    "entries": {},
}
STAMP = {"stamp": ["e", 1], "at": "2026-11-21T10:00:00Z"}
DRAFT = {
    "type": "questionnaire-draft",
    "draft_version": 1,
    "draft_id": "00000000-0000-4000-8000-000000000000",
    "name": "",
    "questionnaire_id": "bike-workshop",
    "questionnaire_revision": 2,
    "created_at": "2026-11-21T10:00:00Z",
    "saved_at": "2026-11-21T10:00:00Z",
    "editors": {"e": ""},
    "seen": {"e": 1},
    "answers": {
        "children": {"value": "no", **STAMP},
        "tools/rating": {"value": "ready", **STAMP},
        # Given before children was answered; hidden since, so it must not count.
        "supervision/notes": {"value": "two grown-ups", **STAMP},
    },
    "entries": {},
}


def run(*arguments: str, questionnaires: Path = FIXTURES) -> int:
    return main(["--questionnaires", str(questionnaires), *arguments])


def test_check_says_so_when_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert capsys.readouterr().out == "2 questionnaires, 0 errors, 0 warnings.\n"


def test_check_prints_every_problem_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tea").mkdir()
    (tmp_path / "tea" / "questionnaire.yml").write_text("id: tea\ntitel: Tea\n", encoding="utf-8")

    assert run("check", questionnaires=tmp_path) == 1
    out = capsys.readouterr().out
    assert "questionnaire.yml:2:1: error: a questionnaire has no key titel [unknown-key]" in out
    assert out.endswith("6 errors, 0 warnings.\n")


def test_check_of_a_questionnaire_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "open-dya") == 1
    assert "did you mean open-day?" in capsys.readouterr().err


def test_files_under_names_that_are_not_read_are_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Otherwise a questionnaire would not be on the website, and an example would prove nothing."""
    for id_ in ("tea", "coffee"):
        run("new", id_, questionnaires=tmp_path)
    (tmp_path / "tea" / "questionnaire.yml").rename(tmp_path / "tea" / "questionnaire.yaml")
    examples = tmp_path / "coffee" / "examples"
    (examples / "going-well.yml").rename(examples / "going-well.yml.txt")
    capsys.readouterr()

    assert run("check", questionnaires=tmp_path) == 1
    out = capsys.readouterr().out
    assert "rename questionnaire.yaml to questionnaire.yml" in out
    assert "rename it to going-well.yml" in out


def test_check_of_a_folder_without_questionnaires(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", questionnaires=tmp_path) == 1
    assert "Start one" in capsys.readouterr().err


def test_new_makes_a_questionnaire_that_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "waiting-room", questionnaires=tmp_path) == 0
    assert (tmp_path / "waiting-room" / "examples").is_dir()
    assert run("check", questionnaires=tmp_path) == 0
    assert capsys.readouterr().out.endswith("1 questionnaire, 0 errors, 0 warnings.\n")


@pytest.mark.parametrize("name", ["Waiting Room", "../elsewhere", "bike-workshop", ""])
def test_new_refuses_a_name_that_cannot_be(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(FIXTURES.parent.rglob("*"))

    assert run("new", name) == 1
    assert capsys.readouterr().err.strip().endswith(".")
    assert sorted(FIXTURES.parent.rglob("*")) == before


def test_a_plain_response_is_scored_as_the_browser_scores_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "response.json").write_text(json.dumps(PLAIN), encoding="utf-8")

    assert run("score", str(tmp_path / "response.json"), "--today", "2026-11-21") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["result"]["classification"]["id"] == "trial"
    assert answer["parts"].keys() >= {"conclusion", "scores"}
    assert answer["advice"] is not None


def test_a_draft_is_scored_without_what_is_hidden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "draft.json").write_text(json.dumps(DRAFT), encoding="utf-8")
    (tmp_path / "response.json").write_text(json.dumps(PLAIN), encoding="utf-8")

    assert run("score", str(tmp_path / "draft.json"), "--today", "2026-11-21") == 0
    from_draft = capsys.readouterr().out
    run("score", str(tmp_path / "response.json"), "--today", "2026-11-21")
    assert from_draft == capsys.readouterr().out


def test_a_draft_of_an_earlier_revision_is_carried_over_before_it_is_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {"children": {"value": "none", **STAMP}, "tools/rating": {"value": "ready", **STAMP}}
    draft = {**DRAFT, "questionnaire_revision": 1, "answers": answers}
    (tmp_path / "draft.json").write_text(json.dumps(draft), encoding="utf-8")

    assert run("score", str(tmp_path / "draft.json"), "--today", "2026-11-21") == 0
    assert json.loads(capsys.readouterr().out)["result"]["classification"]["id"] == "trial"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a draft"),
        ("[1]", "not a draft"),
        ('{"questionnaire_id": "../tea"}', 'no questionnaire "../tea"'),
        (json.dumps({**DRAFT, "draft_version": 99}), "newer version"),
        (json.dumps({**DRAFT, "questionnaire_revision": 99}), "newer revision"),
        (json.dumps({**PLAIN, "answers": {"tools/rating": "perfect"}}), "expected one of"),
    ],
)
def test_score_says_why_a_file_cannot_be_scored(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file.json").write_text(text, encoding="utf-8")

    assert run("score", str(tmp_path / "file.json"), "--today", "2026-11-21") == 1
    assert said in capsys.readouterr().err


def test_score_says_when_node_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft.json").write_text(json.dumps(DRAFT), encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))

    assert run("score", str(tmp_path / "draft.json"), "--today", "2026-11-21") == 1
    assert "needs Node.js" in capsys.readouterr().err


def test_a_command_that_is_not_understood_exits_with_two() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "questionnaire_site", "score", "draft.json", "--today", "tomorrow"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "builder")},
        check=False,
    )

    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_a_fault_of_our_own_is_owned_up_to_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(folder: Path, names: list[str]) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr("questionnaire_site.__main__.load_named", break_down)

    assert run("check") == 1
    err = capsys.readouterr().err
    assert "not in your files" in err
    assert "Traceback" not in err
