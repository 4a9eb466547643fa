"""A small site with questionnaires of its own, built as `make site` builds the real one, as strictly too."""

import logging
from pathlib import Path
from typing import Literal

from mkdocs.commands.build import build
from mkdocs.config import load_config

from site_tests.support.places import ROOT

BASE = "/some/where/"

CONFIG = f"""
site_name: A small site
site_description: For tests
site_url: https://tests.example{BASE}
docs_dir: content
theme: {{name: null, custom_dir: '{ROOT / "theme"}', static_templates: [404.html], search_index_only: true}}
plugins:
  - search
  - questionnaires: {{folder: questionnaires}}
nav: [index.md]
validation: {{nav: {{omitted_files: warn}}}}
strict: true
"""


def write_site(folder: Path, questionnaires: dict[str, str], pages: dict[str, str] | None = None) -> Path:
    """Write the sources of a site: questionnaires by id, pages by path. Returns the site's folder."""
    pages = pages or {}
    not_in_nav = "".join(f"  /{path}\n" for path in pages)
    files = {"mkdocs.yml": f"{CONFIG}not_in_nav: |\n{not_in_nav}", "content/index.md": "# Home\n"}
    files |= {f"content/{path}": text for path, text in pages.items()}
    files |= {f"questionnaires/{id}/questionnaire.yml": text for id, text in questionnaires.items()}
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def link_questionnaire(site: Path, folder: Path) -> None:
    """Let a site have a questionnaire's whole folder: its examples, what was published, kept drafts."""
    (site / "questionnaires").mkdir(exist_ok=True)
    (site / "questionnaires" / folder.name).symlink_to(folder)


def build_site(folder: Path, site: Path, command: Literal["build", "serve"] = "build") -> Path:
    """Build the site of a folder into another, to be published or to be worked on."""
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command=command, dirty=False)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    build(config)
    return site
