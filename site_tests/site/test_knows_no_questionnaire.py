"""Nothing in builder/ or theme/ knows a questionnaire of ours: no id, no title and no word of its field.

Sought are ids of several words, titles of three words or more, and words of the field, in comments too. Ids
and titles of fewer words are everybody's: "status", "Action plan". The starter is a questionnaire of its own.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from site_tests.support.places import ROOT

# Those that ship. Others may be put beside them, whose ids are nobody's business here.
QUESTIONNAIRES = [ROOT / "questionnaires" / name for name in ("self-audit", "service-map")]
CODE = {
    file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
    for folder in ("builder", "theme")
    for suffix in ("py", "js", "mjs", "html", "yml", "scss")
    for file in (ROOT / folder).rglob(f"*.{suffix}")
    if "starter" not in file.parts
}

# What stands in both for a reason of the code's own.
SHARED = {
    "dont-know",  # An answer to every question of the type yes-no.
    "set-aside",  # Findings that a person dismissed, in any questionnaire.
    "Findings set aside",
    "finding set aside",
}
WORDS = ("sector", "perinatal", "antenatal", "maternity", "infant", "specialised", "commissioner", "THRIVE")


def written(value: Any, keys: tuple[str, ...]) -> Iterator[str]:
    """What stands under these keys, however deep."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key in keys and isinstance(each, str):
                yield each
            yield from written(each, keys)
    elif isinstance(value, list):
        for each in value:
            yield from written(each, keys)


def names_of(questionnaire: dict[str, Any]) -> set[str]:
    parts = {key: questionnaire[key] for key in ("sections", "groups", "option_sets") if key in questionnaire}
    ids = {id_ for id_ in written(questionnaire, ("id",)) if "-" in id_}
    settings = {name for name in questionnaire.get("settings", {}) if "_" in name}
    titles = {title for title in written(parts, ("title", "label", "singular")) if len(title.split()) > 2}
    return ids | settings | titles


def found(pattern: str) -> list[str]:
    """Where the code says so."""
    sought = re.compile(pattern)
    return [f"{file}: {match[0]}" for file, code in CODE.items() for match in sought.finditer(code)]


@pytest.mark.parametrize("folder", QUESTIONNAIRES, ids=lambda folder: folder.name)
def test_neither_builder_nor_theme_names_what_a_questionnaire_holds(folder: Any) -> None:
    names = names_of(yaml.safe_load((folder / "questionnaire.yml").read_text(encoding="utf-8")))

    assert len(names) > 100
    any_name = "|".join(re.escape(name) for name in sorted(names - SHARED, key=len, reverse=True))
    assert found(rf"(?<![\w-])(?:{any_name})(?![\w-])") == []


def test_neither_builder_nor_theme_speaks_of_the_field() -> None:
    told = "".join((folder / "questionnaire.yml").read_text(encoding="utf-8") for folder in QUESTIONNAIRES)

    assert [word for word in WORDS if word.lower() not in told.lower()] == []
    assert found(f"(?i:{'|'.join(WORDS)})") == []
