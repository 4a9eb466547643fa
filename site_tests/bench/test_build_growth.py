"""Building 10, 100 and 1,000 questionnaires, beside bare MkDocs with as many pages of the same size.

Each figure is of one build: the larger ones take minutes, in which a busy moment does not tell.
"""

import os
import shutil
from itertools import cycle
from pathlib import Path

from markdown import markdown

from questionnaire_site.load import load_questionnaire
from questionnaire_site.pages import page_sources
from site_tests.bench.builds import as_paragraphs, build, copy_project, without_front_matter, write_bare
from site_tests.bench.large_questionnaires import questionnaire
from site_tests.bench.measuring import Figures, Ratio, Report
from site_tests.support.places import ROOT
from site_tests.support.small_site import write_site

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "10 100 1000").split()]
SECTIONS = 10
ITEMS = 10
# No page is in the navigation, which each of them holds whole: that would grow with the square, in any theme.
HIDDEN = "\nnav: [index.md]\nnot_in_nav: /large-*\n"


def test_build_grows_with_what_is_built(tmp_path: Path, report: Report) -> None:
    project = copy_project(tmp_path / "project")
    # Scripts, styles and Python for the browser are the same however many questionnaires there are.
    build(_site(tmp_path / "first", project, 1), project)
    figures = {size: _measure(project, tmp_path / str(size), size) for size in SIZES}

    first = figures[SIZES[0]]
    rows = {
        f"{size:,}: {name}": [
            each["s"],
            each["cpu"],
            each["s"] / size * 1000,
            Ratio(each["s"] / measured["bare MkDocs"]["s"]),
            Ratio(each["s"] / size / (first[name]["s"] / SIZES[0])),
            each["MB"],
        ]
        for size, measured in figures.items()
        for name, each in measured.items()
    }
    columns = ("s", "of the processor", "ms each", "beside bare", "growth", "MB")
    report.table(f"Build: questionnaires of {SECTIONS * ITEMS} items, one build each", columns, rows)


def _site(folder: Path, project: Path, size: int) -> Path:
    sources = {f"large-{n}": questionnaire(f"large-{n}", sections=SECTIONS, items=ITEMS) for n in range(size)}
    site = write_site(folder, sources)
    config = site / "mkdocs.yml"
    # The theme is the copy's, as the code is: whoever edits theirs meanwhile changes nothing.
    text = config.read_text(encoding="utf-8").replace(str(ROOT / "theme"), str(project / "theme"))
    config.write_text(text, encoding="utf-8")
    return site


def _measure(project: Path, folder: Path, size: int) -> dict[str, Figures]:
    site = _site(folder / "site", project, size)
    shutil.rmtree(project / ".cache/kept", ignore_errors=True)
    measured = {"nothing kept": build(site, project), "nothing changed": build(site, project)}
    changed = site / "questionnaires/large-0/questionnaire.yml"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("What is true of 1-1", "What is not true of 1-1"), encoding="utf-8")
    measured["one item changed"] = build(site, project)
    assert "What is not true of 1-1" in (site / "site/large-0/index.html").read_text(encoding="utf-8")

    bare = write_bare(folder / "bare", _bare_pages(site, size), HIDDEN)
    measured["bare MkDocs"] = build(bare)
    assert abs(_size_of_pages(bare / "site") / _size_of_pages(site / "site") - 1) < 0.1
    shutil.rmtree(folder)
    return measured


def _bare_pages(site: Path, size: int) -> dict[str, str]:
    """Pages that become as large as the site's: a questionnaire's text in Markdown, as often as it takes."""
    page = load_questionnaire(site / "questionnaires/large-0").page
    assert page is not None
    paths = as_paragraphs(page_sources(page, page["title"]))
    [text] = [without_front_matter(source) for path, source in paths.items() if path.endswith("booklet.md")]
    pages = {path: _long_enough(text, _size_in((site / "site" / path).with_suffix(""))) for path in paths}
    all_ = {path.replace("large-0", f"large-{n}"): text for n in range(size) for path, text in pages.items()}
    return {"index.md": "# Home\n", **all_}


def _long_enough(text: str, size: int) -> str:
    """Repeat Markdown, paragraph by paragraph, until its HTML has so many bytes."""
    left = size * len(text.encode()) / len(markdown(text, extensions=["attr_list"]).encode())
    paragraphs = []
    for paragraph in cycle(text.strip().split("\n\n")):
        paragraphs.append(paragraph)
        left -= len(paragraph.encode()) + 2
        if left < 0:
            break
    return "\n\n".join(paragraphs)


def _size_in(folder: Path) -> int:
    """The bytes of a page, and of the views that it brings later."""
    return sum(file.stat().st_size for kind in ("index.html", "later-*.json") for file in folder.glob(kind))


def _size_of_pages(site: Path) -> int:
    return sum(_size_in(page.parent) for page in site.rglob("large-*/**/index.html"))
