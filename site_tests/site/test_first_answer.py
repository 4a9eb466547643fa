"""A first answer waits for no more than it needs, and what it does without is put in whole."""

import json
import re
from typing import Any

import pytest

from questionnaire_site.first_answer import first_part
from questionnaire_site.load import load_all
from questionnaire_site.node import ask_node, find_node
from site_tests.support.places import ROOT
from site_tests.support.small_site import build_site, write_site

VECTORS = ROOT / "site_tests/fixtures/vectors"
READER = ROOT / "site_tests/js/support/first-part.js"
WORKSHOP = (ROOT / "site_tests/fixtures/questionnaires/bike-workshop/questionnaire.yml").read_text()


def read_in_node(questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    node = find_node()
    assert node is not None
    asked = [{**question, "first": first_part(question["definition"])} for question in questions]
    answers: list[dict[str, Any]] = ask_node(node, READER, asked)
    return answers


@pytest.mark.parametrize("file", ["visibility", "computed"])
def test_the_first_part_alone_says_what_is_shown_and_what_is_computed(file: str) -> None:
    vectors = json.loads((VECTORS / f"{file}.json").read_text(encoding="utf-8"))

    for vector, answer in zip(vectors, read_in_node(vectors), strict=True):
        assert answer["visible"] == sorted(vector["visible"]), vector["name"]
        assert answer["computed"] == vector["computed"], vector["name"]


def test_the_whole_definition_is_there_once_the_rest_has_come() -> None:
    blank: dict[str, Any] = {"answers": {}, "entries": {}, "computed": {}}
    definitions = [one.definition for one in load_all(ROOT / "questionnaires") if one.definition is not None]

    answers = read_in_node([{**blank, "definition": definition} for definition in definitions])

    assert [answer["completed"] for answer in answers] == definitions


def test_only_views_and_blank_forms_that_need_scripts_leave_the_page(tmp_path) -> None:
    folder = write_site(tmp_path / "source", {"bike-workshop": WORKSHOP})
    page = build_site(folder, tmp_path / "site") / "bike-workshop/index.html"
    text = page.read_text(encoding="utf-8")
    (file,) = page.parent.glob("later-*.json")
    later = json.loads(file.read_text(encoding="utf-8"))

    assert f'data-later="{file.name}"' in text
    views = re.findall(r'<div data-view="(\w+)"( data-requires-js)?', later)
    assert {name for name, _ in views} >= {"check", "results", "open", "drafts", "share", "revision"}
    assert all(requires_scripts for _, requires_scripts in views)
    assert not any(f'data-view="{name}"' in text for name, _ in views)
    assert 'data-entry-blank="helpers"' in later
    assert "data-entry-blank" not in text
    assert "later-->" not in text + later
