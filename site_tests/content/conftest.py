"""The self-audit as its author wrote it, read the way the build reads it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from questionnaire_core import Response, Result
from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.model import Questionnaire
from questionnaire_core.scoring import load_scoring
from questionnaire_site.checks.scoring_files import read_scoring_files, texts_of
from questionnaire_site.load import Loaded, load_questionnaire

ROOT = Path(__file__).resolve().parents[2]

Score = Callable[[Response, date], Result]


@pytest.fixture(scope="session")
def content() -> Path:
    return ROOT / "content"


@pytest.fixture(scope="session")
def folder() -> Path:
    return ROOT / "questionnaires" / "self-audit"


@pytest.fixture(scope="session")
def loaded(folder: Path) -> Loaded:
    return load_questionnaire(folder)


@pytest.fixture(scope="session")
def audit(loaded: Loaded) -> Questionnaire:
    assert loaded.definition is not None

    return decode_questionnaire(loaded.definition)


@pytest.fixture(scope="session")
def score(folder: Path) -> Score:
    """The author's own scoring, which also refuses a result that is not sound."""
    return load_scoring(texts_of(read_scoring_files(folder))).result
