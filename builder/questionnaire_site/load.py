"""The door to an author's folder: what the build needs of one questionnaire, or everything wrong with it.

Never raises for what an author wrote: mistakes come back as problems, all at once and in file order.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.encode import encode_questionnaire
from questionnaire_core.model import Questionnaire
from questionnaire_core.problems import DecodeError
from questionnaire_site import ids, yaml_source
from questionnaire_site.catalogue import Catalogue
from questionnaire_site.conclusions import check_advice, check_grids, check_taken
from questionnaire_site.cycles import check_cycles, check_titles
from questionnaire_site.definition import definition_of, in_full, page_of
from questionnaire_site.diagnostics import Problem, did_you_mean, has_errors, in_order
from questionnaire_site.examples import ReadExample, read_examples, run_examples
from questionnaire_site.expand import expand
from questionnaire_site.links import check_links
from questionnaire_site.nodes import Mapping
from questionnaire_site.outline import Outline
from questionnaire_site.points import check_points
from questionnaire_site.reachable import check_conditions
from questionnaire_site.scoring_check import read_scoring
from questionnaire_site.scoring_names import check_names
from questionnaire_site.shape import check_shape
from questionnaire_site.source import Source
from questionnaire_site.statuses import check_statuses

QUESTIONNAIRE_FILE = "questionnaire.yml"
SCORING_FILE = "scoring.py"
USUAL_LANGUAGE = "en-GB"
THEME = Path(__file__).parents[2] / "theme"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A questionnaire's folder, read and checked."""

    id: str
    folder: Path
    definition: dict[str, Any] | None
    """What the core and the browser read: groups applied, references resolved. None when there are errors."""
    page: dict[str, Any] | None
    """The definition with the Markdown and other text that only pages show."""
    scoring_source: str | None
    """The text of scoring.py; None when the questionnaire has none."""
    examples: tuple[ReadExample, ...]
    """Every example whose answers can be used."""
    problems: list[Problem]
    files: tuple[Path, ...]
    """The author's files: a change in any of them asks for a new build."""

    @property
    def ok(self) -> bool:
        """Whether the questionnaire can be built. Warnings do not stop it."""
        return not has_errors(self.problems)

    @property
    def example(self) -> dict[str, Any] | None:
        """The example that is offered to people: a plain response with title, text and today."""
        shown = next((example for example in self.examples if example.title), None)
        if shown is None:
            return None
        return {"title": shown.title, "text": shown.text, "today": shown.today, **shown.response}


def load_all(root: Path) -> list[Loaded]:
    """Read every folder of a `questionnaires/` folder that holds a questionnaire, in order of name."""
    return [load_questionnaire(file.parent) for file in sorted(root.glob(f"*/{QUESTIONNAIRE_FILE}"))]


def load_questionnaire(folder: Path) -> Loaded:
    """Read and check one questionnaire's folder, and run its examples."""
    return _Folder(folder).load()


class _Folder:
    """The files of one questionnaire, each with what is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.source = yaml_source.read(folder / QUESTIONNAIRE_FILE)
        self.scoring = Source(folder / SCORING_FILE)
        self.scoring_text: str | None = None
        self.scoring_tree: ast.Module | None = None
        if self.scoring.file.exists():
            self.scoring, self.scoring_text, self.scoring_tree = read_scoring(self.scoring.file)
        self.example_sources, self.examples = read_examples(folder)

    def load(self) -> Loaded:
        root = check_shape(self.source, "questionnaire")
        page = None if root is None else self.page(root)
        definition = None
        examples: tuple[ReadExample, ...] = ()
        if page is not None and not has_errors(self.source.problems):
            questionnaire = decode_questionnaire(definition_of(page))
            definition = encode_questionnaire(questionnaire)
            page = in_full(page, definition)
            examples = self.run(questionnaire)
        problems = in_order(problem for source in self.sources for problem in source.problems)
        sound = not has_errors(problems)
        return Loaded(
            id=self.folder.name,
            folder=self.folder,
            definition=definition if sound else None,
            page=page if sound else None,
            scoring_source=self.scoring_text,
            examples=examples,
            problems=problems,
            files=tuple(source.file for source in self.sources if source.file.exists()),
        )

    @property
    def sources(self) -> list[Source]:
        return [self.source, self.scoring, *self.example_sources]

    def page(self, root: Mapping) -> dict[str, Any]:
        """Write the page, checking on the way everything that one part says of another."""
        ids.check_folder(self.source, root)
        outline = expand(self.source, root)
        steps = ids.check_steps(outline)
        page = page_of(outline, self.catalogue(root), self.scoring.file.exists())
        check_titles(outline)
        check_statuses(outline)
        check_points(outline, self.scoring.file.exists())
        questionnaires = self.folder.resolve().parent
        if self.scoring_tree is not None or not self.scoring.file.exists():
            check_advice(outline, self.scoring_tree)
            check_grids(outline, self.scoring_tree)
        check_taken(outline, questionnaires)
        check_links(outline, steps, questionnaires.parent / "content", questionnaires)
        if self.scoring_tree is not None:
            check_names(self.scoring, self.scoring_tree, outline)
        self.check_rules(outline, page)
        return page

    def check_rules(self, outline: Outline, page: dict[str, Any]) -> None:
        """Check conditions against each other, as far as what they stand on can be read."""
        try:
            questionnaire = decode_questionnaire(definition_of(page))
        except DecodeError:
            # What the core cannot read has been told above, in the author's terms.
            if not has_errors(self.source.problems):
                raise
            return
        if not check_cycles(outline, questionnaire):
            check_conditions(outline, questionnaire)

    def catalogue(self, root: Mapping) -> Catalogue:
        language = root.scalar("language")
        known = sorted(file.stem for file in (THEME / "catalogue").glob("*.yml"))
        if language is not None and language.raw not in known:
            message = f'there is no catalogue for the language "{language.raw}"'
            fix = did_you_mean(language.raw, known)
            self.source.report("unknown-language", language, message, fix)
            language = None
        return Catalogue.load(THEME / "catalogue", language.raw if language else USUAL_LANGUAGE)

    def run(self, questionnaire: Questionnaire) -> tuple[ReadExample, ...]:
        return tuple(run_examples(self.examples, questionnaire, self.scoring_text, self.scoring))
