"""The pages around the questionnaires: their links lead somewhere, and their picture is of the real thing."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from questionnaire_core.model import Questionnaire

LINK = re.compile(r"\]\(([^)\s]+)\)")


def front_matter(page: Path) -> dict[str, Any]:
    _, head, _ = page.read_text(encoding="utf-8").split("---\n", 2)
    found: dict[str, Any] = yaml.safe_load(head)
    return found


def test_links_between_pages_lead_somewhere(content: Path, folder: Path) -> None:
    names = [made.parent.name for made in folder.parent.glob("*/questionnaire.yml")]
    made = {content / f"{name}{end}" for name in names for end in (".md", "/booklet.md")}
    for page in content.rglob("*.md"):
        prose = re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
        for target in LINK.findall(prose):
            path = urlsplit(target).path
            if urlsplit(target).scheme or not path:
                continue
            found = (page.parent / path).resolve()
            assert found in made or found.is_file(), f"{page.name} links to {target}"


def test_the_questionnaires_own_links_lead_to_pages(content: Path, folder: Path) -> None:
    targets = LINK.findall((folder / "questionnaire.yml").read_text("utf-8"))

    assert targets
    for target in targets:
        assert (content / target).is_file(), target


@pytest.fixture(scope="session")
def example(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder / "examples" / "worked-example.yml").read_text("utf-8"))
    return found


def test_the_picture_on_the_home_page_is_part_of_the_example(
    audit: Questionnaire, content: Path, example: dict[str, Any]
) -> None:
    picture = front_matter(content / "index.md")["picture"]
    by_title = {place.item.title: place.item for place in audit.places.values() if place.item.type == "group"}

    assert picture["title"] in example["show"]["title"]
    for row in picture["rows"]:
        item = by_title[row["label"]]
        rating = next(child for child in item.items if child.id == "rating")
        given = example["answers"].get(rating.path)
        if item.id == "age-accepted":
            assert (example["answers"]["age-accepted/upper-age"], row["value"]) == ("eighteen-months", 0)
            continue
        option = rating.option(given)
        assert option is not None
        assert row["value"] == option.points
        assert option.label == (
            picture["unsure"] if row["value"] is None else picture["columns"][row["value"]]
        )
    assert set(picture["actions"]) <= {action["what"] for action in example["entries"]["actions"]}


def test_the_example_is_plainly_invented(example: dict[str, Any]) -> None:
    assert "invented" in example["show"]["text"]
    for detail in ("team", "host-organisation", "area"):
        assert "(invented)" in example["answers"][detail]


def test_the_key_characteristics_are_the_domains_of_the_definition(
    audit: Questionnaire, content: Path
) -> None:
    page = front_matter(content / "key-characteristics.md")

    assert page["questionnaire"] == audit.id
    assert page["sections"] == [
        section.id for section in audit.sections if section.code in ("A", "B", "C", "D")
    ]
