"""What the build is given of an author's folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.encode import encode_questionnaire
from questionnaire_site.load import Loaded, load_all, load_questionnaire
from questionnaire_site.reading.diagnostics import render_all
from questionnaire_site.reading.keys.items import ITEM

FIXTURES = Path(__file__).parents[1] / "fixtures" / "questionnaires"


@pytest.fixture(scope="module")
def workshop() -> Loaded:
    loaded = load_questionnaire(FIXTURES / "bike-workshop")
    assert not loaded.problems, render_all(loaded.problems)
    return loaded


@pytest.fixture(scope="module")
def open_day() -> Loaded:
    loaded = load_questionnaire(FIXTURES / "open-day")
    assert not loaded.problems, render_all(loaded.problems)
    return loaded


def items(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    top = [item for section in data["sections"] for item in section["items"]]
    return {item["path"]: item for each in top for item in [each, *each.get("items", [])]}


def test_a_further_questionnaire_is_a_folder_with_every_type_of_item_and_no_python(workshop: Loaded) -> None:
    assert workshop.definition is not None
    types = {item["type"] for item in items(workshop.definition).values()}
    assert types == set(ITEM.types) - {"entries-view"}
    assert workshop.scoring is None
    assert [one.id for one in load_all(FIXTURES)] == ["bike-workshop", "open-day"]


def test_the_definition_is_what_the_core_reads_in_full(workshop: Loaded, open_day: Loaded) -> None:
    for loaded in (workshop, open_day):
        assert loaded.definition is not None
        assert encode_questionnaire(decode_questionnaire(loaded.definition)) == loaded.definition
        assert json.loads(json.dumps(loaded.definition)) == loaded.definition


def test_markdown_reaches_pages_and_not_the_definition(workshop: Loaded) -> None:
    assert workshop.page is not None
    assert workshop.page["start"].startswith("For the people who run a **community bike workshop**.")
    assert items(workshop.page)["tools"]["lead"] == "There are enough tools for every stand."
    definition = json.dumps(workshop.definition)
    for text in ("community bike workshop**", "enough tools for every stand", "Count them"):
        assert text not in definition


def test_pages_and_definition_differ_in_nothing_else(workshop: Loaded, open_day: Loaded) -> None:
    for loaded in (workshop, open_day):
        assert loaded.page is not None
        assert loaded.definition is not None
        shown, read = items(loaded.page), items(loaded.definition)
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

    assert workshop.definition["name_from"] == ["place"]
    assert workshop.definition["start_from"] == {
        "text": "The name of the workshop is carried over.",
        "reminder": None,
        "keep": ["place"],
        "leave_out": [],
        "entries": [],
        "offer": [
            {
                "id": "notes",
                "label": "Your notes too",
                "hint": None,
                "keep": ["notes"],
                "leave_out": [],
                "entries": [],
            }
        ],
    }
    assert workshop.definition["workshop"]["compared"] == [
        {"question": "children", "why": None, "minority": None, "tick": None},
        *(
            {"question": f"{check}/rating", "why": f"{check}/notes", "minority": None, "tick": None}
            for check in ("tools", "safety")
        ),
    ]
    assert found["helpers/*/course"]["show_when"] == {"item": "helpers/*/skill", "is": ["trained"]}
    assert found["helper-count"]["value"] == {"count": "helpers"}


def test_lists_are_seen_from_other_places(open_day: Loaded) -> None:
    assert open_day.definition is not None
    found = items(open_day.definition)

    assert found["barn-stalls"] | {"of": "stalls", "where": {"hall": "barn"}} == found["barn-stalls"]
    assert found["tent-stalls"]["singular"] == "tent stall"
    assert found["barn-count"]["value"] == {"count": "barn-stalls"}
    assert found["barn-best"]["options_from"] == "barn-stalls"
    assert found["main-gate"]["options_from_text"] == "gates"
    # A neighbour in the same entry comes before an item of the same name elsewhere.
    assert found["stalls/*/lead"]["options_from_text"] == "stalls/*/helpers"
    assert found["stalls/*/gate"]["options_from_text"] == "gates"
    assert found["stalls/*/minutes"]["later"]


def test_a_section_has_a_tag_and_a_status_that_options_settle(open_day: Loaded) -> None:
    assert open_day.definition is not None
    status = items(open_day.definition)["tent/status"]

    assert open_day.definition["labels"]["later"] == "Needed before the day"
    assert [section["tag"] for section in open_day.definition["sections"]][:3] == [None, "Core", "Core"]
    assert status["sets_status"]
    assert [option["settles"] for option in status["options"]] == [False, True, True]


def test_settings_keep_their_kinds(open_day: Loaded) -> None:
    assert open_day.definition is not None
    assert open_day.definition["settings"] == {
        "halls": ["barn", "tent"],
        "most_minutes": 10,
        "rain_plan_needed": True,
        "motto": "Come and see",
    }


def test_report_parts_name_children_and_views_name_parts(open_day: Loaded) -> None:
    assert open_day.definition is not None
    parts = {part["id"]: part for part in open_day.definition["report"]}

    assert parts["list"]["where"] == {"item": "stalls/*/power", "is": ["yes"]}
    assert (parts["list"]["show"], parts["list"]["sort"]) == (["hall", "socket"], "name")
    assert (parts["grid"]["cell"], parts["by-gate"]["cell"]) == ("count", "names")
    assert (parts["pathways"]["from"], parts["pathways"]["lanes"]) == ("from", "hall")
    assert parts["findings"]["dismiss"] == "set-aside"
    assert parts["result-grid"]["grid"] == "time"
    assert open_day.definition["report_views"][0]["parts"] == ["heading", "grid", "result-grid"]


def test_entries_of_an_example_can_be_named_and_changed(open_day: Loaded) -> None:
    full, moved, removed = (example.response for example in open_day.examples)

    assert full["entries"] == {"stalls": ["bees", "bikes", "bread"], "ways": ["e1", "over-the-yard"]}
    assert full["answers"]["stalls/bread/lead"] == "Bo"
    assert moved["answers"]["stalls/bees/hall"] == "tent"
    assert "stalls/bikes/hall" not in moved["answers"]
    # What was chosen before stays: a person's own choice would, and is found broken.
    assert removed["answers"]["ways/over-the-yard/to"] == "bread"
    assert "stalls/bees/minutes" not in removed["answers"]


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

    assert names >= {"questionnaire.yml", "examples/closed.yml", "examples/open.yml", "examples/trial.yml"}
    assert names >= {"published.json", "drafts/from-revision-1.json", "drafts/from-revision-1.yml"}


def test_nothing_is_built_from_a_questionnaire_with_errors(tmp_path: Path) -> None:
    folder = tmp_path / "tea"
    folder.mkdir()
    (folder / "questionnaire.yml").write_text("id: tea\n", encoding="utf-8")

    loaded = load_questionnaire(folder)

    assert not loaded.ok
    assert loaded.definition is None
    assert loaded.page is None
