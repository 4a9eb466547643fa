"""A questionnaire over the years: what was published is remembered, and old drafts find their place."""

import json
from pathlib import Path

import pytest

from questionnaire_site import kept
from questionnaire_site.__main__ import main
from questionnaire_site.load import load_questionnaire
from questionnaire_site.reading.diagnostics import render_all
from questionnaire_site.revisions import kept_drafts
from questionnaire_site.revisions.published import read_published
from site_tests.support.places import ROOT

WORKSHOP = ROOT / "site_tests/fixtures/questionnaires/bike-workshop"
TEA = """
id: tea
title: Tea
revision: {revision}
summary: Is the tea any good?
labels: {{section: Part, sections: Parts, item: Question, items: Questions}}
start: Taste it first.
sections:
- id: taste
  title: Taste
  items: [{items}]
"""
STRONG = '{id: strong, type: yes-no, title: "Is it strong?"}'
SWEET = "{id: sweet, type: text, title: How sweet is it?}"
BITTER = '{id: bitter, type: yes-no, title: "Is it bitter?", replaces: strong}'


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    folder = tmp_path / "tea"
    folder.mkdir()
    return folder


def write(tea: Path, revision: int, *items: str) -> None:
    text = TEA.format(revision=revision, items=", ".join(items))
    (tea / "questionnaire.yml").write_text(text, encoding="utf-8")


def run(tea: Path, *arguments: str) -> int:
    return main(["--questionnaires", str(tea.parent), *arguments])


def codes(tea: Path) -> list[str]:
    return [problem.code for problem in load_questionnaire(tea).problems]


def test_a_questionnaire_that_nobody_has_seen_may_change_as_it_likes(tea: Path) -> None:
    write(tea, 1, STRONG)
    assert codes(tea) == []
    write(tea, 1, SWEET)
    assert codes(tea) == []


def test_what_is_published_is_on_record_and_cannot_go_unsaid(tea: Path) -> None:
    write(tea, 1, STRONG, SWEET)
    assert run(tea, "publish", "tea") == 0
    assert codes(tea) == []

    write(tea, 2, BITTER)
    assert codes(tea) == ["not-published", "id-gone"]
    write(tea, 2, BITTER, SWEET)
    assert run(tea, "publish", "tea") == 0
    assert codes(tea) == []
    assert list(read_published(tea).revisions) == [1, 2]


def test_words_may_change_without_another_revision(tea: Path) -> None:
    write(tea, 1, STRONG)
    run(tea, "publish", "tea")
    write(tea, 1, STRONG.replace("Is it strong?", "Would you call it strong?"))

    assert codes(tea) == []


def test_nothing_goes_on_record_that_has_errors(tea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tea, 1, STRONG)
    run(tea, "publish", "tea")
    before = (tea / "published.json").read_text(encoding="utf-8")
    write(tea, 1, STRONG, SWEET)

    assert run(tea, "publish", "tea") == 1
    assert "[revision-not-raised]" in capsys.readouterr().err
    assert (tea / "published.json").read_text(encoding="utf-8") == before


def test_a_revision_that_reached_nobody_is_put_on_record_again(tea: Path) -> None:
    write(tea, 1, STRONG)
    run(tea, "publish", "tea")
    write(tea, 1, SWEET)

    assert run(tea, "publish", "tea", "--again") == 0
    assert list(read_published(tea).items) == ["sweet"]
    assert codes(tea) == []


def test_publishing_what_is_not_there_says_so(tea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tea, "publish", "coffee") == 1
    assert 'There is no questionnaire "coffee"' in capsys.readouterr().err


def test_the_record_of_a_new_revision_shows_what_it_changed(tea: Path) -> None:
    write(tea, 1, STRONG, SWEET)
    run(tea, "publish", "tea")
    write(tea, 2, BITTER, SWEET)
    run(tea, "publish", "tea")

    record = json.loads((tea / "published.json").read_text(encoding="utf-8"))

    assert record["revisions"][1]["items"].keys() == {"strong", "bitter"}
    assert record["revisions"][1]["items"]["strong"] is None
    assert record["revisions"][1]["sections"] == {}


def test_maps_lead_from_every_earlier_revision_to_this_one() -> None:
    loaded = load_questionnaire(WORKSHOP)
    assert loaded.revisions is not None
    maps = loaded.revisions["items"]

    assert loaded.revisions["revisions"] == [1, 2]
    assert maps["helpers/*/name"]["from"] == [
        {"path": "people/*/nickname", "revisions": [1], "values": {}},
        {"path": "mechanic", "revisions": [1], "values": {}},
        {"path": "people/*/name", "revisions": [2], "values": {}},
    ]
    assert maps["safety/rating"]["from"][0]["path"] == "risks/rating"
    assert maps["safety/rating"]["options"] == {"half-way": "under-way"}
    assert loaded.revisions["sections"] == {"kit": "ready"}
    assert loaded.revisions["was"]["opening"]["why"] == "The hours a week are asked instead."
    assert loaded.revisions["was"]["risks/rating"]["option_whys"] == {"spotless": "Ready is enough."}
    # What is as it was needs no map, and adds nothing to what a page may have to fetch.
    assert "stands" not in maps
    assert "jobs" not in maps


def test_a_questionnaire_without_an_earlier_revision_has_no_maps(tea: Path) -> None:
    write(tea, 1, STRONG)
    run(tea, "publish", "tea")

    assert load_questionnaire(tea).revisions is None


def test_kept_drafts_are_tried_anew_only_when_something_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    load_questionnaire(WORKSHOP)
    monkeypatch.setattr(kept_drafts, "find_node", lambda: pytest.fail("they were tried again"))

    assert load_questionnaire(WORKSHOP).ok


def test_without_node_an_author_is_told_that_kept_drafts_were_not_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    monkeypatch.setattr(kept_drafts, "find_node", lambda: None)
    loaded = load_questionnaire(WORKSHOP)

    assert loaded.ok
    assert "kept drafts were not tried, because Node.js was not found" in render_all(loaded.problems)


@pytest.mark.parametrize("questionnaire", ["self-audit", "service-map"])
def test_what_is_shipped_is_on_record_with_a_draft_that_is_tried(questionnaire: str) -> None:
    loaded = load_questionnaire(ROOT / "questionnaires" / questionnaire)

    assert loaded.problems == []
    assert list(read_published(loaded.folder).revisions)[-1] == (loaded.definition or {})["revision"]
    assert list((loaded.folder / "drafts").glob("*.json"))
