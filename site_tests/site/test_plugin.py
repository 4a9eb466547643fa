"""The plugin: a build that stops says everything at once; one that succeeds says it the same way twice."""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from mkdocs.structure.files import Files

import questionnaire_site
from questionnaire_site import templates
from site_tests.support.markup import read_page
from site_tests.support.places import ROOT
from site_tests.support.small_site import build_site, write_site

WORKSHOP = (ROOT / "site_tests/fixtures/questionnaires/bike-workshop/questionnaire.yml").read_text()

BROKEN = "id: {id}\ntitle: no\nrevision: one\n"

# What MkDocs documents for plugins. Where properdocs stands in for it, these modules have the same names.
MAY_IMPORT = ("mkdocs.plugins", "mkdocs.config", "mkdocs.structure.files", "mkdocs.exceptions")
MODULES = sorted(Path(questionnaire_site.__file__).parent.rglob("*.py"))


def build_as_a_command(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder / "site")]
    environment = {**os.environ, "PYTHONWARNINGS": "default"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)


def test_a_build_stops_with_all_problems_and_no_traceback(tmp_path):
    folder = write_site(tmp_path, {"one": BROKEN.format(id="one"), "two": BROKEN.format(id="two")})

    finished = build_as_a_command(folder)

    assert finished.returncode == 1
    assert "questionnaires/one/questionnaire.yml:3:" in finished.stderr
    assert "questionnaires/two/questionnaire.yml:3:" in finished.stderr
    assert "Traceback" not in finished.stderr + finished.stdout


def test_a_mistake_in_the_theme_is_told_by_its_line_alone(tmp_path):
    folder = write_site(tmp_path, {"bike-workshop": WORKSHOP})
    theme = shutil.copytree(ROOT / "theme", folder / "theme")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace(f"'{ROOT / 'theme'}'", "theme"))
    with (theme / "assets/css/site.scss").open("a") as styles:
        styles.write("h1 { color: $unknown; }\n")

    finished = build_as_a_command(folder)

    assert finished.returncode == 1
    assert re.search(r"theme/assets/css/site\.scss \d+:13", finished.stderr)
    assert "    at " not in finished.stderr


def test_two_builds_have_the_same_bytes_on_any_day_and_in_any_folder(tmp_path, monkeypatch):
    folder = write_site(tmp_path / "source", {"bike-workshop": WORKSHOP})
    moved = write_site(tmp_path / "a/source/elsewhere", {"bike-workshop": WORKSHOP})

    first = build_site(folder, tmp_path / "first")
    # What MkDocs takes for the day.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    second = build_site(moved, tmp_path / "second")

    assert digests(first) == digests(second)


def test_a_site_that_does_without_removes_what_browsers_kept_of_it(tmp_path):
    folder = write_site(tmp_path / "source", {"bike-workshop": WORKSHOP})
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("questionnaires: {", "questionnaires: {offline: false, "))

    site = build_site(folder, tmp_path / "site")

    assert "unregister()" in (site / "sw.js").read_text()
    form = read_page(site / "bike-workshop/index.html").one("main", data_module="questionnaire")
    assert form.attributes["data-service-worker"] == ""


def test_a_site_that_is_being_worked_on_is_not_kept(tmp_path):
    folder = write_site(tmp_path / "source", {"bike-workshop": WORKSHOP})

    site = build_site(folder, tmp_path / "site", command="serve")

    assert "unregister()" in (site / "sw.js").read_text()
    form = read_page(site / "bike-workshop/index.html").one("main", data_module="questionnaire")
    assert form.attributes["data-service-worker"] == ""


def test_a_change_to_a_questionnaire_moves_its_own_files_and_no_others(tmp_path):
    before = build_site(write_site(tmp_path / "a", {"bike-workshop": WORKSHOP}), tmp_path / "before")
    changed = WORKSHOP.replace("title: Tools", "title: Tools and more")
    after = build_site(write_site(tmp_path / "b", {"bike-workshop": changed}), tmp_path / "after")

    assert folders(before, "questionnaires") != folders(after, "questionnaires")
    assert folders(before, "app") == folders(after, "app")
    assert folders(before, "runtime") == folders(after, "runtime")


def test_templates_escape_and_forgive_what_the_macros_expect_to_be_forgiven():
    page = "{% if true %}\n  {{ word }}{{ a.b.c }}\n{% endif %}\n"
    env = jinja2.Environment(loader=jinja2.DictLoader({"page.html": page}))

    templates.prepare(env, Files([]), {"word": "<b>"})

    assert env.get_template("page.html").render() == "  &lt;b&gt;\n"
    assert env.lstrip_blocks


def test_the_macros_of_govuk_frontend_escape_text():
    env = jinja2.Environment()
    templates.prepare(env, Files([]), {})
    page = env.from_string(
        "{% from 'govuk_frontend_jinja/components/radios/macro.html' import govukRadios %}"
        "{{ govukRadios({'name': 'a', 'items': [{'value': '\"x', 'text': '<i>'}]}) }}"
    )

    html = page.render()

    assert "&lt;i&gt;" in html
    assert 'value="&#34;x"' in html


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_only_documented_parts_of_mkdocs_are_imported(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {node.module or "" for node in run(tree) if isinstance(node, ast.ImportFrom)}

    others = {
        module for module in modules if module.startswith("mkdocs") and not module.startswith(MAY_IMPORT)
    }

    assert others == set()


def run(tree: ast.AST) -> Iterator[ast.AST]:
    """Everything in a module but what stands under `if TYPE_CHECKING:`, which is never run."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield node
            yield from run(node)


def digests(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def folders(site: Path, kind: str) -> list[str]:
    return [path.name for path in (site / "assets" / kind).iterdir()]
