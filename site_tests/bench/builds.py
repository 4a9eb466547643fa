"""Sites to build for a figure: copies of this project, and bare ones: one template, no plugins."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from site_tests.bench.measuring import Figures
from site_tests.support.places import ROOT

CODE = ("builder", "theme", "package-lock.json")
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


def copy_project(folder: Path, *names: str) -> Path:
    """Copy what builds a site, and what else is named: emptying its cache empties nobody else's."""
    folder.mkdir()
    for name in (*CODE, *names):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=IGNORED)
        else:
            shutil.copy(source, folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def write_bare(folder: Path, pages: Mapping[str, str], more_config: str = "") -> Path:
    """Write a bare site with these pages in Markdown, by their paths."""
    for path, text in pages.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # Their templates are the site's own; bare MkDocs has one.
        file.write_text(without_front_matter(text), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(BARE_CONFIG + more_config, encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text(BARE_TEMPLATE, encoding="utf-8")
    return folder


def without_front_matter(text: str) -> str:
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def as_paragraphs(sources: Mapping[str, str]) -> dict[str, str]:
    """What is made of questionnaires for search, in Markdown as somebody would write it."""
    return {path: re.sub(r"^ {4}(.+)$", r"\1\n", text, flags=re.MULTILINE) for path, text in sources.items()}


def environment(project: Path) -> dict[str, str]:
    """What makes a process use the code of a copy of this project."""
    return os.environ | {"PYTHONPATH": str(project / "builder")}


def build(folder: Path, builder: Path | None = None) -> Figures:
    """Build a site, by the code of its own folder or of another, into `site`."""
    return run(folder, "mkdocs", "build", "--quiet", "--site-dir", "site", builder=builder)


def run(folder: Path, *module: str, builder: Path | None = None) -> Figures:
    """Run a module in a folder: seconds by the clock and of the processor, and the most memory at once.

    What it starts counts too: its seconds, and its memory when it takes more.
    """
    command = [sys.executable, "-m", *module]
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment(builder or folder), stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    assert process.returncode == 0, command
    return {"s": seconds, "cpu": usage.ru_utime + usage.ru_stime, "MB": usage.ru_maxrss / 1000}
