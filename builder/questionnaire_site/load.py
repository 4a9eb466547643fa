"""The door to an author's folder: what the build needs of one questionnaire, or everything wrong with it.

Never raises for what an author wrote: mistakes come back as problems, all at once and in file order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from questionnaire_core.decode import decode_questionnaire
from questionnaire_core.encode import encode_questionnaire
from questionnaire_core.model import Questionnaire
from questionnaire_core.problems import DecodeError
from questionnaire_site.catalogue import Catalogue
from questionnaire_site.checks.conclusions import check_advice, check_grids, check_taken
from questionnaire_site.checks.cycles import check_cycles, check_titles
from questionnaire_site.checks.links import check_links
from questionnaire_site.checks.points import check_points
from questionnaire_site.checks.reachable import check_conditions
from questionnaire_site.checks.scoring_files import read_scoring_files, texts_of
from questionnaire_site.checks.scoring_names import check_names
from questionnaire_site.checks.statuses import check_statuses
from questionnaire_site.definition import ids
from questionnaire_site.definition.expand import expand
from questionnaire_site.definition.outline import Outline
from questionnaire_site.definition.questionnaire import definition_of, in_full, page_of
from questionnaire_site.examples.run import ReadExample, read_answers, read_examples, run_examples
from questionnaire_site.kept import kept
from questionnaire_site.reading import yaml_source
from questionnaire_site.reading.diagnostics import (
    Problem,
    did_you_mean,
    has_errors,
    in_order,
    without_consequences,
)
from questionnaire_site.reading.nodes import Mapping
from questionnaire_site.reading.shape import check_shape
from questionnaire_site.reading.source import Source
from questionnaire_site.revisions.check import check_revisions
from questionnaire_site.revisions.formers import Formers
from questionnaire_site.revisions.kept_drafts import read_kept_drafts, rehearse
from questionnaire_site.revisions.maps import revision_maps
from questionnaire_site.revisions.published import Published, read_published, snapshot_of
from questionnaire_site.revisions.retired import Retired
from questionnaire_site.unchanged import Surroundings

QUESTIONNAIRE_FILE = "questionnaire.yml"
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
    scoring: dict[str, str] | None
    """The texts of scoring.py and of what it imports, by name; None when the questionnaire has none."""
    examples: tuple[ReadExample, ...]
    """Every example whose answers can be used."""
    revisions: dict[str, Any] | None
    """What drafts of earlier revisions are carried over by; None when no earlier one is published."""
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


def load_all(root: Path, *, tried: bool = True) -> list[Loaded]:
    """Read every questionnaire of a `questionnaires/` folder, in order of name.

    `tried` as in `load_questionnaire`. What was read before, and nothing has changed for, is not read again.
    """
    return load_named(root, names_in(root), tried=tried)


def names_in(root: Path) -> list[str]:
    """Name the folders with a questionnaire, or what was meant to be one, such as questionnaire.yaml."""
    return sorted({file.parent.name for file in root.glob("*/[Qq]uestionnaire.y*ml*")})


def load_named(root: Path, names: Iterable[str], *, tried: bool = True) -> list[Loaded]:
    """Read the questionnaires of these names, as `load_all` does."""
    around = Surroundings(root, tried=tried)
    return [_load_if_changed(root / name, around, tried) for name in names]


def _load_if_changed(folder: Path, around: Surroundings, tried: bool) -> Loaded:
    read = partial(load_questionnaire, folder, tried=tried)
    # What went wrong may have been for lack of time, or of a program that is there the next time.
    made_of = [str(folder), around.digest_for(folder), tried]
    return kept("questionnaires", made_of, read, worth=lambda loaded: loaded.ok)


def load_questionnaire(folder: Path, published: Published | None = None, *, tried: bool = True) -> Loaded:
    """Read and check one questionnaire's folder, and run its examples.

    What is on record as published is read from the folder too, unless it is given. When it is not to be
    `tried`, nothing is run: no kept draft is opened, and of the examples only the one is read that is shown.
    """
    return _Folder(folder, published or read_published(folder), tried).load()


class _Folder:
    """The files of one questionnaire, each with what is wrong with it."""

    def __init__(self, folder: Path, published: Published, tried: bool) -> None:
        self.folder = folder
        self.tried = tried
        self.source = yaml_source.read(folder / QUESTIONNAIRE_FILE)
        self.scoring = read_scoring_files(folder)
        self.example_sources, self.examples = read_examples(folder, only_shown=not tried)
        self.published = published
        self.kept_drafts = read_kept_drafts(folder) if tried else []

    def load(self) -> Loaded:
        root = check_shape(self.source, "questionnaire")
        outline = None if root is None else expand(self.source, root)
        read = None if outline is None else self.read(outline)
        page = definition = revisions = None
        examples: tuple[ReadExample, ...] = ()
        if outline is not None and read is not None and not has_errors(self.source.problems):
            page, questionnaire = read
            definition = encode_questionnaire(questionnaire)
            page = in_full(page, definition)
            examples = self.run(questionnaire)
            revisions = self.revisions(outline, definition)
            rehearse(self.kept_drafts, definition, revisions)
        problems = in_order(each for source in self.sources for each in without_consequences(source.problems))
        sound = not has_errors(problems)
        return Loaded(
            id=self.folder.name,
            folder=self.folder,
            definition=definition if sound else None,
            page=page if sound else None,
            scoring=texts_of(self.scoring) or None,
            examples=examples,
            revisions=revisions,
            problems=problems,
            files=tuple(source.file for source in self.sources if source.file.exists()),
        )

    @property
    def sources(self) -> list[Source]:
        kept = [source for draft in self.kept_drafts for source in (draft.file, draft.expected)]
        scoring = [file.source for file in self.scoring]
        return [self.source, self.published.source, *scoring, *self.example_sources, *kept]

    def read(self, outline: Outline) -> tuple[dict[str, Any], Questionnaire] | None:
        """Write the page and have the core read it, checking on the way what one part says of another."""
        root = outline.root
        ids.check_folder(self.source, root)
        steps = ids.check_steps(outline)
        page = page_of(outline, self.catalogue(root), bool(self.scoring))
        check_titles(outline)
        check_statuses(outline)
        check_points(outline, bool(self.scoring))
        questionnaires = self.folder.resolve().parent
        trees = [file.tree for file in self.scoring if file.tree]
        if len(trees) == len(self.scoring):
            check_advice(outline, trees)
            check_grids(outline, trees)
        check_taken(outline, questionnaires)
        check_links(outline, steps, questionnaires.parent / "content", questionnaires)
        for file in self.scoring:
            if file.tree is not None:
                check_names(file.source, file.tree, outline)
        try:
            questionnaire = decode_questionnaire(definition_of(page))
        except DecodeError:
            # What the core cannot read has been told above, in the author's terms.
            if not has_errors(self.source.problems):
                raise
            return None
        if not check_cycles(outline, questionnaire):
            check_conditions(outline, questionnaire)
        return page, questionnaire

    def revisions(self, outline: Outline, definition: dict[str, Any]) -> dict[str, Any] | None:
        """Check what changed since it was published, and give what carries older drafts over."""
        if self.published.source.problems:
            return None
        now = snapshot_of(definition)
        formers = Formers.of(outline, self.published)
        retired = Retired.of(outline, now, self.published)
        check_revisions(outline, now, self.published, formers, retired)
        return revision_maps(outline, now, self.published, formers, retired)

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
        if not self.tried:
            return tuple(read_answers(self.examples, questionnaire))
        return tuple(run_examples(self.examples, questionnaire, self.scoring))
