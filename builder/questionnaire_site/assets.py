"""What a page loads: compiled scripts and styles, questionnaires as JSON, and Python for the browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from questionnaire_site.blank_workbook import BlankWorkbook
from questionnaire_site.catalogue import Catalogue, Entry
from questionnaire_site.first_answer import first_part
from questionnaire_site.folders import Content, ContentFolder, digest_of, files_in
from questionnaire_site.load import Loaded
from questionnaire_site.made import made_by
from questionnaire_site.runtime.distribution import LIBRARY, LOCK, WASM, lock_with, runtime_folder
from questionnaire_site.runtime.wheel import (
    CORE,
    Wheel,
    build_reader_wheel,
    build_wheel,
    build_whole_wheel,
    build_workbook_wheel,
)

_BUNDLE = Path(__file__).with_name("bundle.mjs")
_EARLY = "early.js"
_MAIN = "main.js"
# Their pages bring the words that they say.
_WITH_WORDS = {"search.js", "this-computer.js"}
_SERVICE_WORKER = "sw.js"
_REMOVER = "sw-remover.js"


@dataclass(frozen=True)
class Assets:
    """Everything that is published beside the pages."""

    app: ContentFolder
    runtime: ContentFolder
    questionnaires: Mapping[str, ContentFolder]
    """What pages load of each questionnaire, by id: when one changes, the others' pages stay as they are."""
    workbooks: Mapping[str, Callable[[], bytes]]
    """What makes each blank workbook, by its path in the site."""
    early: bytes
    service_worker: bytes
    """What keeps the site in the browser, without what it is to keep."""
    remover: bytes
    """What stands in its place where nothing is to be kept."""
    first_words: dict[str, dict[str, Entry]]
    """By language, the words that a questionnaire's page cannot start without."""
    runtime_bytes: int

    def address(self, name: str) -> str:
        """Return the path in the site of a file of the app folder."""
        return f"{self.app.uri}/{name}"

    def of(self, questionnaire: str, kind: str) -> str | None:
        """Return where a questionnaire's file is, such as `scoring.json`; None when it has none."""
        folder, name = self.questionnaires[questionnaire], f"{questionnaire}.{kind}"
        path = f"{folder.uri}/{name}"
        return path if name in folder.files or path in self.workbooks else None

    def uris(self) -> Iterator[tuple[str, Content]]:
        """Yield each file's path in the site and its content, but for the workbooks.

        early.js has an address that never changes: it must be there when a page of an older release finds
        that its own folder has gone.
        """
        yield f"assets/{_EARLY}", self.early
        yield from self.app.uris()
        yield from self.runtime.uris()
        for folder in self.questionnaires.values():
            yield from folder.uris()


def build_assets(
    theme: Path, questionnaires: Sequence[Loaded], catalogues: Mapping[str, Catalogue], version: str
) -> Assets:
    """Make the app folder, the runtime folder and each questionnaire's."""
    bundle = _bundle(theme / "assets")
    early, service_worker, remover = (bundle.pop(name) for name in (_EARLY, _SERVICE_WORKER, _REMOVER))
    words = {language: _words(each, bundle) for language, each in catalogues.items()}
    wheel = build_wheel(CORE, version)
    for_files = [build_whole_wheel(CORE, version), *_libraries()]
    wheels = _wheel_files([wheel, *for_files])
    app = bundle | _word_files(words) | wheels
    runtime = _runtime()
    large = sum(runtime.size(name) for name in (WASM, LIBRARY))
    folders, workbooks = {}, {}
    for loaded in questionnaires:
        blank = BlankWorkbook.of(loaded, catalogues)
        files = _questionnaire_files(loaded, blank)
        # The workbook follows from these, whether it is made yet or not.
        digest = digest_of(files | wheels | {"words": repr(blank.words).encode()})
        folder = ContentFolder("assets/questionnaires", digest, files)
        folders[loaded.id] = folder
        workbooks[f"{folder.uri}/{loaded.id}.xlsx"] = blank.make
    return Assets(
        app=ContentFolder("assets/app", digest_of(app), app),
        runtime=runtime,
        questionnaires=folders,
        workbooks=workbooks,
        early=early,
        service_worker=service_worker,
        remover=remover,
        first_words={language: said_first for language, (said_first, _) in words.items()},
        runtime_bytes=large + len(wheel.content),
    )


# What is installed does not change while a process runs.
@cache
def _runtime() -> ContentFolder:
    return runtime_folder()


@cache
def _libraries() -> list[Wheel]:
    return [build_workbook_wheel(), build_reader_wheel()]


def _words(catalogue: Catalogue, bundle: dict[str, bytes]) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """Return what the first script of a questionnaire's page says, and what the later ones do."""
    scripts = {
        name: content.decode()
        for name, content in bundle.items()
        if name.endswith(".js") and name not in _WITH_WORDS
    }
    said_first = catalogue.named_in(scripts[_MAIN])
    said = catalogue.named_in("".join(scripts.values())) | catalogue.for_python()
    return said_first, {key: entry for key, entry in said.items() if key not in said_first}


def _word_files(words: dict[str, tuple[dict[str, Entry], dict[str, Entry]]]) -> dict[str, bytes]:
    return {f"words.{language}.json": _to_json(said_later) for language, (_, said_later) in words.items()}


def _wheel_files(wheels: Sequence[Wheel]) -> dict[str, bytes]:
    return {**{wheel.name: wheel.content for wheel in wheels}, LOCK: lock_with(wheels)}


def _questionnaire_files(loaded: Loaded, blank: BlankWorkbook) -> dict[str, bytes]:
    assert loaded.definition is not None
    files = {
        "json": loaded.definition,
        "first.json": first_part(loaded.definition),
        "revisions.json": loaded.revisions,
        "example.json": loaded.example,
        # For whoever makes a workbook with answers.
        "guidance.json": blank.guidance,
        "scoring.json": loaded.scoring,
    }
    return {f"{loaded.id}.{kind}": _to_json(value) for kind, value in files.items() if value is not None}


def _to_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _bundle(source: Path) -> dict[str, bytes]:
    inputs = {name: path.read_bytes() for name, path in files_in(source).items()}
    kept = made_by(_BUNDLE, source, inputs, "The theme's scripts or styles do not compile")
    images = (source / "images").iterdir()
    return {path.name: path.read_bytes() for path in sorted([*kept.iterdir(), *images])}
