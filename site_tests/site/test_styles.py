"""Styles: none is left over for something that no longer is on any page."""

import re
from pathlib import Path

THEME = Path(__file__).resolve().parents[2] / "theme"
CLASS = re.compile(r"\.(app-[\w-]+)")


def classes() -> set[str]:
    sheets = (sheet.read_text(encoding="utf-8") for sheet in (THEME / "assets/css").glob("*.scss"))
    return {name for sheet in sheets for name in CLASS.findall(re.sub(r"//.*", "", sheet))}


def test_every_class_that_has_a_style_is_given_to_something() -> None:
    files = [*THEME.rglob("*.html"), *THEME.rglob("*.svg"), *(THEME / "assets/js").rglob("*.js")]
    content = [*(THEME.parent / "content").rglob("*.md"), *(THEME.parent / "builder").rglob("*.py")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in [*files, *content])
    # What comes after these is put together: app-alert--${kind}.
    begun = tuple(re.findall(r"(app-[\w-]*(?:--|__|-))(?:\$\{|\{\{)", text))

    assert sorted(name for name in classes() if name not in text and not name.startswith(begun)) == []
