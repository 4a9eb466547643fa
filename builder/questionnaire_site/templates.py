"""The templates' environment: what MkDocs sets up, made safe and given this site's own functions."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    PackageLoader,
    PrefixLoader,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.structure.files import Files

from questionnaire_site import markdown_text, pages
from questionnaire_site.folders import digest_of
from questionnaire_site.made import CACHE


def prepare(env: Environment, files: Files, names: Mapping[str, Any]) -> Environment:
    """Turn on escaping, add the GOV.UK macros, this site's filters and the names every template may use."""
    env.autoescape = True
    env.trim_blocks = True
    env.lstrip_blocks = True
    # The GOV.UK macros ask for parameters of parameters that were not given.
    env.undefined = ChainableUndefined
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    # Jinja compares an entry with its template's text; the folder stands for all else that goes into one.
    env.bytecode_cache = _compiled(env)
    env.loader = ChoiceLoader([env.loader, macros] if env.loader else [macros])
    env.globals.update(names)
    env.filters.update(
        markdown=_markdown_filter(files),
        folded=pages.folded,
        by_time=pages.by_time,
        choice_items=pages.choice_items,
        entries_item=pages.entries_item,
        item_at=pages.item_at,
        shows_entries=pages.shows_entries,
        items_asked_in=pages.items_asked_in,
    )
    return env


def _compiled(env: Environment) -> FileSystemBytecodeCache:
    """Keep what templates compile to. Filters of constants are applied with it, so code counts too."""
    versions = (jinja2.__version__, sys.version, sorted(env.extensions))
    code = {str(path): path.read_bytes() for path in Path(__file__).parent.rglob("*.py")}
    folder = CACHE / "templates" / digest_of({**code, "versions": repr(versions).encode()})
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _markdown_filter(files: Files) -> Any:
    @pass_context
    def markdown(context: Context, text: str | None) -> Markup:
        def resolve(target: str) -> str:
            # A step is told by its query alone, wherever the text that names it stands.
            address = f"{context['questionnaire']['id']}.md{target}" if target.startswith("?") else target
            path, *rest = re.split(r"(?=[?#])", address, maxsplit=1)
            file = files.get_file_from_path(path) if path else None
            return file.url_relative_to(context["page"].file) + "".join(rest) if file else target

        html = markdown_text.render(text or "", resolve)
        return Markup(markdown_text.scrollable_tables(html, context["text"]("page.table")))

    return markdown
