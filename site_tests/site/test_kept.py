"""What is kept from one build to the next is never out of date."""

import shutil
from pathlib import Path

import pytest

from questionnaire_site import kept
from site_tests.support.places import ROOT
from site_tests.support.small_site import build_site, write_site

FIXTURES = ROOT / "site_tests/fixtures/questionnaires"

# Each file, what stands in it and what is to stand there instead. What has most made anew comes first: what
# it leaves out of date is then still so at the end.
CHANGES = [
    ("mkdocs.yml", "/some/where/", "/else/where/"),
    ("mkdocs.yml", "A small site", "A smaller site"),
    ("theme/catalogue/en-GB.yml", "continue: Continue", "continue: Go on"),
    ("theme/partials/question.html", "app-question__clear", "app-question__empty"),
    ("theme/booklet.html", "app-booklet", "app-leaflet"),
    ("content/index.md", "# Home", "# Home and away"),
    ("questionnaires/open-day/scoring.py", "What is missing", "What is still missing"),
    ("questionnaires/open-day/questionnaire.yml", "title: Plan an open day", "title: An open day"),
    ("questionnaires/bike-workshop/examples/open.yml", "title: The Spoke", "title: The Wheel"),
    ("questionnaires/bike-workshop/questionnaire.yml", "title: Is your community", "title: Is our community"),
    ("questionnaires/bike-workshop/questionnaire.yml", "title: Tools", "title: All tools"),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = write_site(tmp_path / "source", {})
    shutil.copytree(FIXTURES, folder / "questionnaires")
    shutil.copytree(ROOT / "theme", folder / "theme")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace(str(ROOT / "theme"), str(folder / "theme")))
    return folder


def test_no_change_leaves_anything_out_of_date(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(kept_in: str) -> str:
        monkeypatch.setattr(kept, "FOLDER", tmp_path / kept_in)
        # Every file with its hash.
        return (build_site(source, tmp_path / "site") / "release.json").read_text(encoding="utf-8")

    before = build("kept")
    for path, old, new in CHANGES:
        file = source / path
        text = file.read_text(encoding="utf-8")
        assert old in text, path
        file.write_text(text.replace(old, new), encoding="utf-8")
        after = build("kept")
        assert after != before, path
        before = after

    assert after == build("nothing")


def test_code_and_packages_count_among_what_anything_is_made_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = []
    monkeypatch.setattr(kept, "_BUILDER", tmp_path / "builder")
    monkeypatch.setattr("sysconfig.get_path", lambda name: str(tmp_path / name))
    for path in ("builder/questionnaire_core/model.py", "purelib/jinja2-3.1.6.dist-info/METADATA"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("one")
        digests.append(kept.made_with.__wrapped__())
    (tmp_path / "builder/questionnaire_core/model.py").write_text("two")
    digests.append(kept.made_with.__wrapped__())
    (tmp_path / "purelib/jinja2-3.1.6.dist-info").rename(tmp_path / "purelib/jinja2-3.1.7.dist-info")
    digests.append(kept.made_with.__wrapped__())

    assert len(set(digests)) == len(digests)


def test_what_is_damaged_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FOLDER", tmp_path)

    assert kept.kept("words", ["a"], lambda: "made") == "made"
    assert kept.kept("words", ["a"], lambda: "again") == "made"
    [file] = (tmp_path / "words").iterdir()
    file.write_bytes(file.read_bytes()[:-3])
    assert kept.kept("words", ["a"], lambda: "again") == "again"


def test_what_another_build_was_writing_may_be_gone_when_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    (tmp_path / "words").mkdir()
    (tmp_path / "words/temporary").symlink_to("gone")

    assert kept.kept("words", ["a"], lambda: "made") == "made"
