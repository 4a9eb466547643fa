"""What people read about the service map: words with one meaning, pages that agree with the questionnaire."""

import re
from pathlib import Path

import pytest

from questionnaire_core.model import Item
from questionnaire_site.load import load_questionnaire
from site_tests.support.service_maps import (
    FOLDER,
    core_sectors,
    questionnaire,
    read,
    respond,
    settled,
    usable,
)

CONTENT = FOLDER.parents[1] / "content"
PAGES = [CONTENT / "service-map-guide.md", *sorted((CONTENT / "workshop-pack").glob("*.md"))]

# It is a level or a team. Never on its own, and never a verb.
BARE = re.compile(r"\btarget(?!ed[ \n]+(level|team)|ed-(level|criteria|age))\w*", re.IGNORECASE)


def bare(text: str) -> list[str]:
    return [found[0] for found in BARE.finditer(text)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_page_uses_the_word_for_a_level_alone(page: Path) -> None:
    assert bare(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "file", [FOLDER / "questionnaire.yml", *sorted(FOLDER.glob("*.py"))], ids=lambda file: file.name
)
def test_neither_questions_nor_rules_use_the_word_for_a_level_alone(file: Path) -> None:
    assert bare(file.read_text(encoding="utf-8")) == []


def test_no_finding_uses_the_word_for_a_level_alone() -> None:
    for services in ([], [usable()], [usable(levels=["targeted-level"], focus="part")]):
        result = read(respond({**settled(), "team-type": "targeted-age-and-criteria"}, services))
        for finding in result.findings:
            assert bare(finding.title) == []
            assert [bare(reason.text) for reason in finding.reasons if bare(reason.text)] == []
        assert [bare(text) for grid in result.grids for text in grid.columns if bare(text)] == []


def test_labels_that_two_questions_share_are_the_same() -> None:
    places = questionnaire().places
    sectors = {option.id: option.label for option in places["services/*/sector"].item.options}

    assert {
        section.id: section.title for section in questionnaire().sections if section.id in sectors
    } == sectors


def test_the_self_audit_can_be_taken_over_whole() -> None:
    """Every team type of the self-audit is among the answers."""
    self_audit = (FOLDER.parent / "self-audit" / "scoring.py").read_text(encoding="utf-8")
    types = set(re.findall(r'"(cannot-say|not-yet|specialised|targeted-[a-z-]+)"', self_audit))
    item: Item = questionnaire().places["team-type"].item

    assert types
    assert types <= {option.id for option in item.options}


def test_every_agency_has_a_card_with_the_prompts_of_its_sector() -> None:
    cards = (CONTENT / "workshop-pack" / "agency-cards.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+?) \{", cards, re.MULTILINE)
    sectors = [option.label for option in questionnaire().places["services/*/sector"].item.options]
    page = load_questionnaire(FOLDER).page or {}
    prompts = [section["prompts"] for section in page["sections"] if section["prompts"]]

    assert headings == sectors
    assert len(prompts) == len(sectors)
    # A card says what such a team is in a sentence of its own, and begins it with a capital.
    assert [prompt for prompt in prompts if f"{prompt[1:]}." not in cards] == []
    assert cards.count("This is a **core sector**") == len(core_sectors())


def test_nice_is_named_with_its_date_and_a_word_of_caution() -> None:
    yaml = (FOLDER / "questionnaire.yml").read_text(encoding="utf-8")
    cited = re.findall(r"\b(?:QS|NG|CG)\d+\b.*", yaml)

    assert cited
    assert [line for line in cited if not re.search(r"\((?:\w+ )?20\d\d|\(\w+ 20\d\d", line)] == []
    assert yaml.count("Check its current status.") + yaml.count("Check the current status") >= len(cited)
