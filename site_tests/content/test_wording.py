"""What the self-audit and the pages around it say, and never say."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from questionnaire_core import Response
from questionnaire_core.model import Questionnaire, Value
from site_tests.content.conftest import Score

PAGES = ["index", "self-audit-guide", "key-characteristics", "privacy", "glossary", "accessibility", "about"]


@pytest.fixture(scope="session")
def texts(folder: Path, content: Path) -> dict[str, str]:
    """Everything a respondent may read, by file."""
    files = [folder / "questionnaire.yml", *folder.glob("*.py"), *(content / f"{page}.md" for page in PAGES)]
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def spoken(audit: Questionnaire, score: Score) -> Iterator[str]:
    """What scoring says, over all ages and criteria, with the core met and not."""
    for core in ("in-place", "planned", "not-sure"):
        for age in ("first-birthday", "eighteen-months", "second-birthday"):
            for criteria in ("in-place", "not-in-place"):
                answers: dict[str, Value] = {"age-accepted/upper-age": age}
                for path, place in audit.places.items():
                    if path.endswith("/rating") and place.item.type == "choice":
                        answers[path] = criteria if path.startswith("referral-criteria") else core
                    elif path.endswith("/parts"):
                        answers[path] = tuple(option.id for option in place.item.options)
                result = score(Response(audit, answers), date(2026, 11, 21))
                assert result.classification is not None
                yield result.classification.title
                yield result.classification.text
                for reason in result.classification.reasons:
                    yield reason.text
                for finding in result.findings:
                    yield from (finding.title, *(reason.text for reason in finding.reasons))


def test_nothing_is_called_certified_or_approved(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        assert not re.search(r"\b(certif\w+|accredit\w+)", text, re.IGNORECASE), name


def test_the_word_targeted_never_stands_alone(
    texts: dict[str, str], audit: Questionnaire, score: Score
) -> None:
    """A targeted team (few can get in) is not the targeted level (how much help there is)."""
    for name, text in texts.items():
        prose = re.sub(r"targeted-[a-z-]+", "", text)
        assert not re.search(r"targeted(?!\s+(team|level)\b)", prose, re.IGNORECASE), name
    for text in spoken(audit, score):
        assert not re.search(r"targeted(?! team\b)", text, re.IGNORECASE), text


def test_the_start_page_says_what_it_must(texts: dict[str, str]) -> None:
    start = " ".join(texts["questionnaire.yml"].split())

    for said in [
        "Rare Jewels",
        "UK's first definition",
        "action plan",
        "case for funding",
        "freedom of information",
        "Do not name babies, parents or staff",
        "Nothing is sent to us or to the Foundation",
        "has not endorsed",
        "are ours",
    ]:
        assert said in start


def test_the_pages_credit_the_foundation_and_claim_no_endorsement(content: Path) -> None:
    about = (content / "about.md").read_text(encoding="utf-8")

    assert "Parent-Infant Foundation's" in about
    assert "has not made, checked or endorsed" in about
    assert "Nothing you enter goes to the Foundation" in about
