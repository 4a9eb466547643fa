"""Building the site, beside the same pages in bare MkDocs: a theme of one template, and no plugins.

It builds copies, so that emptying the cache empties nobody else's.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaire_site.load import load_all
from questionnaire_site.pages import page_sources
from site_tests.bench.measuring import RUNS, Figures, Ratio, Report, in_turn, medians
from site_tests.support.places import ROOT

SOURCES = ("builder", "content", "questionnaires", "theme", "mkdocs.yml", "package-lock.json")
IGNORED = shutil.ignore_patterns("__pycache__", ".mypy_cache", "*.egg-info")

BARE_CONFIG = """
site_name: Bare
docs_dir: content
theme: {name: null, custom_dir: theme}
plugins: []
markdown_extensions: [admonition, attr_list, def_list, sane_lists, tables, toc]
"""
BARE_TEMPLATE = """<!doctype html>
<html lang="en">
<title>{{ page.title }}</title>
<nav>{% for item in nav.pages %}<a href="{{ item.url | url }}">{{ item.title }}</a> {% endfor %}</nav>
{{ page.content }}
</html>
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this project, with a cache of its own."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=IGNORED)
        else:
            shutil.copy(source, folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The same pages: the guidance as it is, and the Markdown that the plugin makes of the questionnaires."""
    folder = tmp_path / "bare"
    shutil.copytree(ROOT / "content", folder / "content")
    for path, text in _pages_of_questionnaires().items():
        file = folder / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for file in (folder / "content").rglob("*.md"):
        # Their templates are the site's own; bare MkDocs has one.
        file.write_text(_without_front_matter(file.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(BARE_CONFIG, encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text(BARE_TEMPLATE, encoding="utf-8")
    return folder


def test_build(project: Path, bare: Path, report: Report) -> None:
    def build_cold() -> Figures:
        shutil.rmtree(project / ".cache", ignore_errors=True)
        return _build(project)

    measures: dict[str, Callable[[], Figures]] = {
        "site, no cache": build_cold,
        "site": lambda: _build(project),
        "  of which `check`": lambda: _run(project, "questionnaire_site", "check"),
        "bare MkDocs": lambda: _build(bare),
        "  of which starting MkDocs": lambda: _run(bare, "mkdocs", "--version"),
    }
    figures = {name: medians(samples) for name, samples in in_turn(measures).items()}

    assert _pages(project) >= _pages(bare) > 0
    bare_time = figures["bare MkDocs"]["s"]
    rows = {name: [figure["s"], Ratio(figure["s"] / bare_time)] for name, figure in figures.items()}
    title = f"Build: {_pages(project)} pages, beside {_pages(bare)} in bare MkDocs, medians of {RUNS}, s"
    report.table(title, ("time", "beside bare"), rows)


def _build(folder: Path) -> Figures:
    return _run(folder, "mkdocs", "build", "--quiet", "--site-dir", "site")


def _run(folder: Path, *module: str) -> Figures:
    environment = os.environ | {"PYTHONPATH": str(folder / "builder")}
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", *module], cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return {"s": time.perf_counter() - began}


def _pages(folder: Path) -> int:
    return len(list((folder / "site").rglob("index.html")))


def _pages_of_questionnaires() -> dict[str, str]:
    sources: dict[str, str] = {}
    for loaded in load_all(ROOT / "questionnaires"):
        assert loaded.page is not None
        sources |= page_sources(loaded.page, loaded.page["title"])
    return sources


def _without_front_matter(text: str) -> str:
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text
