"""The templates' environment: what MkDocs sets up, made safe and given this site's own functions."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

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
from questionnaire_site.kept import kept, made_with
from questionnaire_site.made import CACHE

_MACROS = "govuk_frontend_jinja"


def prepare(env: Environment, files: Files, names: Mapping[str, Any]) -> Environment:
    """Turn on escaping, add the GOV.UK macros, this site's filters and the names every template may use."""
    env.autoescape = True
    env.trim_blocks = True
    env.lstrip_blocks = True
    # The GOV.UK macros ask for parameters of parameters that were not given.
    env.undefined = ChainableUndefined
    macros = PrefixLoader({_MACROS: PackageLoader(_MACROS)})
    # Jinja compares an entry with its template's text; the folder stands for all else that goes into one.
    env.bytecode_cache = _compiled()
    env.loader = ChoiceLoader([env.loader, macros] if env.loader else [macros])
    # Before it is given names: a part has only those that it is called with.
    env.globals["part"] = _part(env.overlay(), files)
    env.globals = {**env.globals, **names}
    env.filters.update(
        markdown=_markdown_filter(files),
        folded=pages.folded,
        by_time=pages.by_time,
        choice_items=pages.choice_items,
        shows_entries=pages.shows_entries,
    )
    return env


def _compiled() -> FileSystemBytecodeCache:
    """Keep what templates compile to. Filters of constants are applied with it, so code counts too."""
    folder = CACHE / "templates" / made_with()
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _part(env: Environment, files: Files) -> Any:
    """Return what renders a template by itself, or gives what came of the same names before."""
    # Markdown leads to pages and to what authors put beside them; templates take from each other.
    authors = (file for file in files if file.is_documentation_page() or file.generated_by is None)
    addresses = [(file.src_uri, file.url) for file in authors]
    names = env.list_templates(filter_func=_is_own)
    sources = [env.loader.get_source(env, name)[0] for name in names] if env.loader else []
    common = hashlib.sha256(repr((addresses, sources)).encode()).hexdigest()

    @pass_context
    def part(context: Context, name: str, **given: Any) -> Markup:
        page, base_url, catalogue = context["page"], context["base_url"], context["catalogue"]

        def render() -> str:
            # The page is for the filters, which only ask where it is.
            return env.get_template(name).render(given, text=catalogue.text, page=page, base_url=base_url)

        return Markup(kept("parts", [name, common, page.url, catalogue.digest, given], render))

    return part


def _is_own(template: str) -> bool:
    return template.endswith(".html") and not template.startswith(_MACROS)


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
