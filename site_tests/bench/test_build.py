"""Building the site, beside the same pages in bare MkDocs: a theme of one template, and no plugins."""

import shutil
from collections.abc import Callable
from pathlib import Path

from questionnaire_site.load import load_all
from questionnaire_site.pages import page_sources
from site_tests.bench.builds import as_paragraphs, build, copy_project, run, write_bare
from site_tests.bench.measuring import RUNS, Figures, Ratio, Report, in_turn, medians
from site_tests.support.places import ROOT


def test_build(tmp_path: Path, report: Report) -> None:
    project = copy_project(tmp_path / "project", "content", "questionnaires", "mkdocs.yml")
    bare = write_bare(tmp_path / "bare", _pages())

    def build_cold() -> Figures:
        shutil.rmtree(project / ".cache", ignore_errors=True)
        return build(project)

    measures: dict[str, Callable[[], Figures]] = {
        "site, no cache": build_cold,
        "site": lambda: build(project),
        "  of which `check`": lambda: run(project, "questionnaire_site", "check"),
        "bare MkDocs": lambda: build(bare),
        "  of which starting MkDocs": lambda: run(bare, "mkdocs", "--version"),
    }
    figures = {name: medians(samples) for name, samples in in_turn(measures).items()}

    assert _built(project) >= _built(bare) > 0
    bare_time = figures["bare MkDocs"]["s"]
    rows = {name: [each["s"], Ratio(each["s"] / bare_time), each["MB"]] for name, each in figures.items()}
    title = f"Build: {_built(project)} pages, beside {_built(bare)} in bare MkDocs, medians of {RUNS}, s"
    report.table(title, ("time", "beside bare", "MB"), rows)


def _built(folder: Path) -> int:
    return len(list((folder / "site").rglob("index.html")))


def _pages() -> dict[str, str]:
    """The same pages: the guidance as it is, and the Markdown that the plugin makes of the questionnaires."""
    content = ROOT / "content"
    pages = {
        path.relative_to(content).as_posix(): path.read_text(encoding="utf-8")
        for path in content.rglob("*.md")
    }
    for loaded in load_all(ROOT / "questionnaires"):
        assert loaded.page is not None
        pages |= as_paragraphs(page_sources(loaded.page, loaded.page["title"]))
    return pages
