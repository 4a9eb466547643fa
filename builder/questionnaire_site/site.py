"""The site being built: its questionnaires, its words and what its pages load, read once for each build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from questionnaire_site import pages
from questionnaire_site.assets import Assets, build_assets
from questionnaire_site.catalogue import Catalogue
from questionnaire_site.load import Loaded, load_all
from questionnaire_site.pages import Item, Page
from questionnaire_site.policy import content_security_policy
from questionnaire_site.reading.diagnostics import in_order, render_all


class QuestionnaireProblems(Exception):
    """Questionnaires that cannot be built; the message is for their author."""


@dataclass(frozen=True)
class Site:
    """Everything that templates and pages are made from."""

    theme: Path
    address: str
    offline: bool
    """Whether browsers keep the site."""
    language: str
    policy: str
    questionnaires: Mapping[str, Loaded]
    catalogues: Mapping[str, Catalogue]
    """The catalogue of each language that a page is written in."""
    assets: Assets

    @classmethod
    def read(
        cls,
        *,
        root: Path,
        theme: Path,
        folder: Path,
        address: str,
        language: str,
        published_at: str,
        offline: bool,
        live_reload: bool,
    ) -> Site:
        """Read the questionnaires and make the assets, or raise everything that is wrong at once."""
        # While somebody works on it, `check` tries the examples beside the server.
        loaded = load_all(folder, tried=not live_reload)
        problems = [problem for one in loaded for problem in one.problems]
        if not all(one.ok for one in loaded):
            raise QuestionnaireProblems(render_all(in_order(problems), root))
        languages = {language, *(one.page["language"] for one in loaded if one.page is not None)}
        catalogues = {each: Catalogue.load(theme / "catalogue", each) for each in sorted(languages)}
        return cls(
            theme=theme,
            address=address,
            offline=offline and not live_reload,
            language=language,
            policy=content_security_policy(published_at, path=_path(address), live_reload=live_reload),
            questionnaires={one.id: one for one in loaded},
            catalogues=catalogues,
            assets=build_assets(theme, loaded, catalogues, version("questionnaire-site")),
        )

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Each questionnaire as pages show it, by its id."""
        return {one.id: one.page for one in self.questionnaires.values() if one.page is not None}

    def text(self, key: str) -> str:
        """Return a text of the catalogue in the site's own language."""
        return self.catalogues[self.language].text(key)

    def page_sources(self) -> dict[str, str]:
        """Return the sources of the pages that come from questionnaires."""
        sources: dict[str, str] = {}
        for page in self.pages.values():
            text = self.catalogues[page["language"]].text
            sources |= pages.page_sources(page, text("booklet.title", title=page["title"]))
        return sources

    def names(self) -> dict[str, Any]:
        """Return what every template may use."""
        return {
            "assets": self.assets,
            "catalogue": self.catalogues[self.language],
            "text": self.catalogues[self.language].text,
            "policy": self.policy,
            "questionnaires": self.pages,
            "offline": self.offline,
            "site_path": _path(self.address),
            "needed_for": self.needed_for,
        }

    def page_names(self, meta: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the templates of one page may use as well, from the page's front matter."""
        page = self.pages.get(meta.get("questionnaire", ""))
        if page is None:
            return {}
        steps = pages.steps_of(page)
        everything = [item for section in page["sections"] for item in section["items"]]
        return {
            **self.needed_for(page, everything),
            "catalogue": self.catalogues[page["language"]],
            "text": self.catalogues[page["language"]].text,
            "loaded": self.questionnaires[page["id"]],
            "questionnaire": page,
            "steps": steps,
            "hub_groups": pages.hub_groups(steps),
            "results": {
                "report_parts": pages.report_parts(page),
                "result_items": pages.result_items(page),
                "closing": page["closing"],
                **self.needed_for(page, pages.items_among_results(page)),
            },
            "count": max((step.number for step in steps), default=0),
        }

    def needed_for(self, page: Page, items: Sequence[Item]) -> dict[str, Any]:
        """Return what the templates of some items need to know besides them, and nothing that others need."""
        names = (item["take_from"] for item in pages.with_children(items) if item.get("take_from"))
        others = {name["questionnaire"] for name in names}
        return {
            "questionnaire": {"id": page["id"], "labels": page["labels"]},
            "named": pages.named_in(page, items),
            "taken": {other: self._to_take_from(other) for other in sorted(others)},
        }

    def _to_take_from(self, questionnaire: str) -> dict[str, str | None]:
        return {
            "title": self.pages[questionnaire]["title"],
            "definition": self.assets.of(questionnaire, "json"),
            "scoring": self.assets.of(questionnaire, "scoring.json"),
            "revisions": self.assets.of(questionnaire, "revisions.json"),
        }


def _path(address: str) -> str:
    return urlsplit(address).path or "/"
