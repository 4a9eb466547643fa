"""What the build is given of an author's folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.encode import encode_questionnaire
from questionnaire_site.diagnostics import render_all
from questionnaire_site.keys.items import ITEM
from questionnaire_site.load import Loaded, load_all, load_questionnaire

FIXTURES = Path(__file__).parents[1] / "fixtures" / "questionnaires"


@pytest.fixture(scope="module")
def workshop() -> Loaded:
    loaded = load_questionnaire(FIXTURES / "bike-workshop")
    assert not loaded.problems, render_all(loaded.problems)
    return loaded


def items(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    top = [item for section in data["sections"] for item in section["items"]]
    return {item["path"]: item for each in top for item in [each, *each.get("items", [])]}


def test_a_further_questionnaire_is_a_folder_with_every_type_of_item_and_no_python(workshop: Loaded) -> None:
    assert workshop.definition is not None
    assert {item["type"] for item in items(workshop.definition).values()} == set(ITEM.types)
    assert workshop.scoring_source is None
    assert [one.id for one in load_all(FIXTURES)] == ["bike-workshop"]


def test_the_definition_is_what_the_core_reads_in_full(workshop: Loaded) -> None:
    assert workshop.definition is not None
    assert encode_questionnaire(decode_questionnaire(workshop.definition)) == workshop.definition
    assert json.loads(json.dumps(workshop.definition)) == workshop.definition


def test_markdown_reaches_pages_and_not_the_definition(workshop: Loaded) -> None:
    assert workshop.page is not None
    assert workshop.page["start"].startswith("For the people who run a **community bike workshop**.")
    assert items(workshop.page)["tools"]["lead"] == "There are enough tools for every stand."
    definition = json.dumps(workshop.definition)
    for text in ("community bike workshop**", "enough tools for every stand", "Count them"):
        assert text not in definition


def test_pages_and_definition_differ_in_nothing_else(workshop: Loaded) -> None:
    assert workshop.page is not None
    assert workshop.definition is not None
    shown, read = items(workshop.page), items(workshop.definition)
    assert list(shown) == list(read)
    for path, item in read.items():
        # Children stand in the list themselves.
        assert {key: shown[path][key] for key in item if key != "items"} == {
            key: value for key, value in item.items() if key != "items"
        }


def test_a_group_is_applied_with_its_changes_in_their_places(workshop: Loaded) -> None:
    assert workshop.definition is not None
    found = items(workshop.definition)

    def children(path: str) -> list[str]:
        return [child["id"] for child in found[path]["items"]]

    assert children("tools") == ["parts", "rating", "value", "insured", "notes"]
    assert children("supervision") == ["rating", "notes"]
    assert found["safety/rating"]["title"] == "How safe is it?"
    assert found["supervision/rating"]["type"] == "computed"
    assert found["supervision/rating"]["warn"] == []
    assert found["tools/rating"]["warn"][0]["when"]["all"][0]["item"] == "tools/rating"


def test_names_are_resolved_to_full_paths(workshop: Loaded) -> None:
    assert workshop.definition is not None
    found = items(workshop.definition)

    assert workshop.definition["name_from"] == ["workshop"]
    assert found["helpers/*/course"]["show_when"] == {"item": "helpers/*/skill", "is": ["trained"]}
    assert found["helper-count"]["value"] == {"count": "helpers"}


def test_yes_no_items_carry_the_words_of_their_language(workshop: Loaded) -> None:
    assert workshop.definition is not None
    options = items(workshop.definition)["children"]["options"]

    assert [option["id"] for option in options] == ["yes", "no", "dont-know"]
    assert options[0]["label"] == "Yes"


def test_the_shown_example_is_a_plain_response(workshop: Loaded) -> None:
    assert workshop.example is not None
    assert workshop.example["title"] == "The Spoke"
    assert workshop.example["today"] == "2026-11-21"
    assert workshop.example["entries"] == {"helpers": ["e1", "e2"]}
    assert workshop.example["answers"]["helpers/e1/course"] == "Wheel building"


def test_every_example_is_there_to_be_asked_elsewhere_too(workshop: Loaded) -> None:
    assert [example.name for example in workshop.examples] == ["closed", "open", "trial"]
    assert workshop.examples[2].response["answers"]["children"] == "no"


def test_a_watcher_knows_every_file_of_the_author(workshop: Loaded) -> None:
    names = {file.relative_to(workshop.folder).as_posix() for file in workshop.files}

    assert names == {"questionnaire.yml", "examples/closed.yml", "examples/open.yml", "examples/trial.yml"}


def test_nothing_is_built_from_a_questionnaire_with_errors(tmp_path: Path) -> None:
    folder = tmp_path / "tea"
    folder.mkdir()
    (folder / "questionnaire.yml").write_text("id: tea\n", encoding="utf-8")

    loaded = load_questionnaire(folder)

    assert not loaded.ok
    assert loaded.definition is None
    assert loaded.page is None
