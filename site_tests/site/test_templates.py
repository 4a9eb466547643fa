"""Templates: what is kept of them from one build to the next is never out of date."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.structure.files import Files

from questionnaire_site import templates


def rendered(text: str, **names: Any) -> str:
    env = Environment(loader=DictLoader({"page.html": text}))
    return templates.prepare(env, Files([]), names).get_template("page.html").render()


def test_a_changed_template_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "CACHE", tmp_path)

    assert rendered("{{ word }} one", word="<b>") == "&lt;b&gt; one"
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert rendered("{{ word }} one", word="again") == "again one"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == kept
    assert rendered("{{ word }} two", word="again") == "again two"
