"""The bicycle workshop, read and ready to be asked."""

from pathlib import Path

import pytest
import yaml

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.model import Questionnaire
from questionnaire_core.scoring import Scoring, load_scoring
from questionnaire_core.texts import Entry, Texts
from site_tests.fixtures import bicycle_workshop

CATALOGUE = Path(__file__).parents[2] / "theme" / "catalogue" / "en-GB.yml"


@pytest.fixture(scope="session")
def workshop() -> Questionnaire:
    return decode_questionnaire(bicycle_workshop.DEFINITION)


@pytest.fixture(scope="session")
def scoring() -> Scoring:
    return load_scoring(bicycle_workshop.SCORING)


@pytest.fixture(scope="session")
def entries() -> dict[str, Entry]:
    """The catalogue's own words for the core, flat, as the page hands them over."""
    return dict(_flat(yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))["core"], "core."))


@pytest.fixture(scope="session")
def texts(entries: dict[str, Entry]) -> Texts:
    return Texts(entries)


def _flat(nested, prefix):
    for name, value in nested.items():
        if isinstance(value, str) or value.keys() == {"one", "other"}:
            yield f"{prefix}{name}", value
        else:
            yield from _flat(value, f"{prefix}{name}.")
