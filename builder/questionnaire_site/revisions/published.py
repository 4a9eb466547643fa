"""What each published revision asked: the record that `publish` writes beside a questionnaire.

Drafts outlive the questionnaire they were answered with, so what has been published once stays on record. A
revision is written as what it changed, so that the record of a new one shows just that. Owns the file. Knows
nothing of what an author says became of anything.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from questionnaire_site.plain import Json
from questionnaire_site.reading.diagnostics import Place, split_lines
from questionnaire_site.reading.source import Source

PUBLISHED_FILE = "published.json"

_UNANSWERED = ("group", "computed", "entries-view")
_ABOUT = "Written by the command publish, for drafts of earlier revisions. Keep this file as it is."


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, or entries, as one revision had it."""

    type: str
    title: str
    section: str
    within: str | None = None
    """The title of the group or of the entries that held it."""
    options: dict[str, str] | None = None
    """Labels by id; None where there are none that the author wrote."""

    @property
    def meaning(self) -> tuple[str, frozenset[str] | None]:
        """What answers depend on. Words may change as they like."""
        return self.type, None if self.options is None else frozenset(self.options)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one revision asks, by path, and its sections' titles by id."""

    items: dict[str, Asked] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)

    @property
    def meaning(self) -> tuple[dict[str, Any], frozenset[str]]:
        """What has to differ for a revision to be another one."""
        return {path: asked.meaning for path, asked in self.items.items()}, frozenset(self.sections)


@dataclass(slots=True)
class Published:
    """The record: every published revision, the earliest first."""

    source: Source
    revisions: dict[int, Snapshot] = field(default_factory=dict)

    @property
    def latest(self) -> int:
        """The newest published revision; 0 before the first."""
        return max(self.revisions, default=0)

    @property
    def items(self) -> dict[str, Asked]:
        """Every item that was ever published, as it was last."""
        return {path: asked for each in self.revisions.values() for path, asked in each.items.items()}

    @property
    def sections(self) -> dict[str, str]:
        """Every section that was ever published, by its last title."""
        return {id_: title for each in self.revisions.values() for id_, title in each.sections.items()}

    def having(self, path: str) -> list[int]:
        """Give the revisions that asked something."""
        return [number for number, each in self.revisions.items() if path in each.items]

    def options_of(self, path: str) -> dict[str, int]:
        """Give every option that an item ever offered, with the last revision that had it."""
        return {
            option: number
            for number, each in self.revisions.items()
            if path in each.items
            for option in each.items[path].options or {}
        }

    def place_of(self, key: str) -> Place:
        """Give the place in the record where something was first written."""
        written = f"{json.dumps(key, ensure_ascii=False)}: "
        for number, line in enumerate(self.source.lines, 1):
            if (column := line.find(written)) >= 0:
                return Place(self.source.file, number, column + 1, len(written) - 2)
        return Place(self.source.file)


def snapshot_of(definition: Json) -> Snapshot:
    """Give what a definition asks."""
    items: dict[str, Asked] = {}
    for section in definition["sections"]:
        for item in section["items"]:
            for each in (item, *(item.get("items") or ())):
                if each["type"] not in _UNANSWERED:
                    within = None if each is item else item["title"]
                    items[each["path"]] = Asked(
                        each["type"], each["title"], section["id"], within, _options(each)
                    )
    return Snapshot(items, {section["id"]: section["title"] for section in definition["sections"]})


def read_published(folder: Path) -> Published:
    """Read the record of a questionnaire's folder; an empty one when nothing is published yet."""
    source = Source(folder / PUBLISHED_FILE)
    if not source.file.exists():
        return Published(source)
    try:
        text = source.file.read_text(encoding="utf-8")
        source.lines = split_lines(text)
        return Published(source, _revisions(json.loads(text)["revisions"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        message = "this is not a record that publish wrote, or it is damaged"
        source.report("published-damaged", source.whole_line(line), message, "bring back the file as it was")
        return Published(source)


def write_published(published: Published, revision: int, now: Snapshot) -> None:
    """Put a revision on record; one that is there is written anew, and what came after it is dropped."""
    kept = {number: each for number, each in published.revisions.items() if number < revision}
    published.source.file.write_text(_text({**kept, revision: now}), encoding="utf-8")


def _options(item: Json) -> dict[str, str] | None:
    if "options" not in item or item.get("options_from") or item.get("options_from_text"):
        return None
    return {option["id"]: option["label"] for option in item["options"]}


def _revisions(written: list[Json]) -> dict[int, Snapshot]:
    revisions: dict[int, Snapshot] = {}
    now = Snapshot()
    for each in written:
        items = now.items | {path: asked and Asked(**asked) for path, asked in each["items"].items()}
        sections = now.sections | dict(each["sections"].items())
        now = Snapshot(_present(items), _present(sections))
        revisions[int(each["revision"])] = now
    return revisions


def _present[Value](members: dict[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in members.items() if value is not None}


def _text(revisions: dict[int, Snapshot]) -> str:
    """Write the record, a line to each item, so that a comparison of two shows what changed."""
    before = Snapshot()
    written = []
    for number, now in sorted(revisions.items()):
        sections = _changes(before.sections, now.sections)
        items = {path: asked and _json(asked) for path, asked in _changes(before.items, now.items).items()}
        parts: Json = {"sections": sections, "items": items}
        lines = ",\n".join(f'      "{name}": {_lines(part)}' for name, part in parts.items())
        written.append(f'    {{\n      "revision": {number},\n{lines}\n    }}')
        before = now
    return f'{{\n  "about": {_dump(_ABOUT)},\n  "revisions": [\n' + ",\n".join(written) + "\n  ]\n}\n"


def _changes[Value](before: dict[str, Value], now: dict[str, Value]) -> dict[str, Value | None]:
    """Give what is new or different; None for what has gone."""
    gone: dict[str, Value | None] = dict.fromkeys(before.keys() - now.keys())
    changed = {key: value for key, value in now.items() if before.get(key) != value}
    return dict(sorted(gone.items())) | changed


def _json(asked: Asked) -> Json:
    written = {name: getattr(asked, name) for name in Asked.__dataclass_fields__}
    return {name: value for name, value in written.items() if value is not None}


def _lines(members: Json) -> str:
    lines = [f"        {_dump(key)}: {_dump(value)}" for key, value in members.items()]
    return "{\n" + ",\n".join(lines) + "\n      }" if lines else "{}"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
