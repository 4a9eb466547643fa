"""The catalogue: every word is there that is asked for, and none that nobody asks for."""

import re
from pathlib import Path

import pytest

from questionnaire_site.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "theme/catalogue").glob("*.yml"))

# A key is written out wherever it is used, so that it can be found from the text and from the code.
ASKED_FOR = re.compile(r"""\btext\(\s*(['"])([a-z_]+(?:\.[a-z_]+)+)\1""")


def sources() -> str:
    files = [path for folder in ("theme", "builder") for path in (ROOT / folder).rglob("*.*")]
    code = [path for path in files if path.suffix in {".html", ".js", ".py"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in code)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    plural = {"one": "{count} step", "other": "{count} steps"}
    return Catalogue("en-GB", {"a.plain": "Saved at {time}", "a.many": plural})


def test_places_are_filled_in(catalogue):
    assert catalogue.text("a.plain", time="14:05") == "Saved at 14:05"


@pytest.mark.parametrize(("count", "text"), [(0, "0 steps"), (1, "1 step"), (2, "2 steps")])
def test_a_plural_is_chosen_by_count(catalogue, count, text):
    assert catalogue.text("a.many", count=count) == text


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_key_that_is_asked_for_is_there(path):
    entries = Catalogue.load(path.parent, path.stem).entries

    unknown = {key for _, key in ASKED_FOR.findall(sources())} - entries.keys()

    assert unknown == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_entry_is_left_over(path):
    text = sources()

    unused = [key for key in Catalogue.load(path.parent, path.stem).entries if key not in text]

    assert unused == []


def test_all_languages_have_the_same_keys():
    keys = {path.stem: Catalogue.load(path.parent, path.stem).entries.keys() for path in CATALOGUES}

    assert len({frozenset(each) for each in keys.values()}) == 1


def test_a_page_is_sent_what_its_scripts_say():
    entries = Catalogue("en-GB", {"start.begin": "Start now", "save.saved": "Saved", "core.why": "Why"})

    assert entries.named_in('a("save.saved");b(`save.saved_not`)') == {"save.saved": "Saved"}
    assert entries.for_python() == {"core.why": "Why"}
