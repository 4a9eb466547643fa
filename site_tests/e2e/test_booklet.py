"""The blank copy: every question on paper, with room to write."""

import json
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from site_tests.e2e.words import words
from site_tests.support.places import BUILT_SITE
from site_tests.support.printing import assert_a4, page_texts


@pytest.mark.parametrize("questionnaire", ["self-audit", "service-map"])
def test_every_question_and_option_is_in_the_blank_copy_and_it_prints_on_a4(
    page: Page, questionnaire: str
) -> None:
    [path] = BUILT_SITE.glob(f"assets/questionnaires/*/{questionnaire}.json")
    definition = json.loads(path.read_text(encoding="utf-8"))
    page.goto(f"{questionnaire}/")
    page.get_by_role("link", name=words("start.booklet")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(definition["title"])

    page.emulate_media(media="print")
    printed = " ".join(page.get_by_role("main").inner_text().split())
    for section in definition["sections"]:
        assert section["title"] in printed
        for item in section["items"]:
            for question in [item, *(item.get("items") or [])]:
                if question["type"] == "computed":
                    continue
                assert " ".join(question["title"].split()) in printed, question["path"]
                for option in question.get("options") or []:
                    assert " ".join(option["label"].split()) in printed, option["label"]
    expect(page.get_by_text(words("booklet.online"))).to_be_hidden()
    assert page.locator("main input, main textarea, main button").count() == 0
    assert_a4(page)


def test_each_agency_has_a_sheet_of_its_own(page: Page) -> None:
    page.goto("workshop-pack/agency-cards/")
    cards = page.get_by_role("main").locator("h2.app-new-page").all_inner_texts()
    sheets = page_texts(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))))
    assert len(sheets) == 1 + len(cards)
    for sheet, card in zip(sheets[1:], cards, strict=True):
        assert sheet.startswith("".join(card.split()))


def test_the_key_characteristics_print_on_a4(page: Page) -> None:
    page.goto("key-characteristics/")
    for text in (
        "A1 Clinical supervision",
        "Every practitioner is offered it",
        "D1 Expert and champion locally",
    ):
        expect(page.get_by_role("main")).to_contain_text(text)
    assert_a4(page)
