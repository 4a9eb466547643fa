"""What `make serve` puts off is done in time, and what it does once is never out of date."""

from contextlib import suppress
from pathlib import Path
from unittest.mock import Mock
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from questionnaire_site.serving import Checks, made_when_asked
from site_tests.support.places import ROOT
from site_tests.support.small_site import build_site, write_site

WORKSHOP = (ROOT / "site_tests/fixtures/questionnaires/bike-workshop/questionnaire.yml").read_text()
PAGES = {
    "one.md": "# One\n\n[The inside](two.md#inside), and [nowhere](three.md).\n",
    "two.md": "# Two\n\n## Inside\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_site(tmp_path / "source", {"bike-workshop": WORKSHOP}, PAGES)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text() + "validation: {links: {anchors: warn}}\n")
    return folder


def test_markdown_is_converted_again_only_when_it_has_changed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def serve() -> tuple[set[str], str]:
        """The pages that were converted, and what was said."""
        converted.clear()
        caplog.clear()
        # Being strict, it stops in the end for what was said.
        with suppress(Abort):
            build_site(folder, tmp_path / "site", command="serve")
        return set(converted), caplog.text

    converted: list[str] = []
    convert = Page.render

    def noted(page: Page, config: MkDocsConfig, files: Files) -> None:
        converted.append(page.file.src_uri)
        convert(page, config, files)

    monkeypatch.setattr(Page, "render", noted)
    pages = {"index.md", "one.md", "two.md", "bike-workshop.md", "bike-workshop/booklet.md"}

    assert serve()[0] == pages
    first = (tmp_path / "site/two/index.html").read_text()
    again, said = serve()
    # Whatever a page has been told of is told each time.
    assert again == {"one.md"}
    assert "three.md" in said
    assert (tmp_path / "site/two/index.html").read_text() == first

    (folder / "content/one.md").write_text("# One\n\n[The inside](two.md#inside).\n")
    assert serve()[0] == {"one.md"}
    (folder / "content/two.md").write_text("# Two\n\n## Elsewhere\n")
    again, said = serve()
    assert again == {"two.md"}
    assert "does not contain an anchor '#inside'" in said
    (folder / "content/three.md").write_text("# Three\n")
    assert serve()[0] == {*pages, "three.md"}


def test_a_workbook_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    made: list[str] = []

    def make() -> bytes:
        made.append("blank.xlsx")
        return b"a workbook"

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        file = tmp_path / environ["PATH_INFO"].removeprefix("/base/")
        return [file.read_bytes()] if file.exists() else []

    serve = made_when_asked(app, tmp_path, lambda: {"assets/blank.xlsx": make})
    (tmp_path / "assets").mkdir()

    assert list(serve({"PATH_INFO": "/base/assets/other.xlsx"}, Mock())) == []
    assert made == []
    for _ in range(2):
        assert list(serve({"PATH_INFO": "/base/assets/blank.xlsx"}, Mock())) == [b"a workbook"]
    assert made == ["blank.xlsx"]


def test_served_pages_lead_to_the_workbook_that_is_made_when_asked(tmp_path: Path) -> None:
    folder = write_site(tmp_path / "source", {"bike-workshop": WORKSHOP})
    built = build_site(folder, tmp_path / "built")
    served = build_site(folder, tmp_path / "served", command="serve")

    [workbook] = built.rglob("*.xlsx")
    assert workbook.relative_to(built).as_posix() in (served / "bike-workshop/index.html").read_text()
    assert not list(served.rglob("*.xlsx"))


def test_examples_are_tried_beside_the_server(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "questionnaires/bike-workshop"
    (folder / "examples").mkdir(parents=True)
    (folder / "questionnaire.yml").write_text(WORKSHOP)
    wrong = "today: 2026-11-21\nexpect: {classification: open-up}\n"
    (folder / "examples/closed.yml").write_text(wrong)
    checks = Checks(tmp_path, tmp_path / "questionnaires")

    checks.start()
    assert checks.process is not None
    checks.process.wait()
    checks.stop()

    assert "[example-failed]" in capfd.readouterr().out
