"""Drafts with many entries, grown from a questionnaire's worked example."""

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_tests.e2e.drafts import Answers, draft_file

type Json = dict[str, Any]


@dataclass(frozen=True)
class LongList:
    """A list that grows, in a questionnaire whose worked example fills it."""

    definition: Json
    example: Json
    step: str
    item: Json

    @property
    def entry_count(self) -> int:
        return len(self.example["entries"].get(self.item["id"], ()))

    @property
    def title(self) -> str:
        """The question that names an entry."""
        return str(self.item["entry_title"])

    @property
    def is_suitable(self) -> bool:
        types = {child["id"]: child["type"] for child in self.item["items"]}
        return self.entry_count > 0 and self.item["max"] is None and types.get(self.title) == "text"

    def draft(self, count: int) -> Json:
        """The example, with this list repeated until it is as long as asked for."""
        entries = {id_: list(self._rows(id_)) for id_ in self.example["entries"]}
        rows = itertools.islice(itertools.cycle(entries[self.item["id"]]), count)
        entries[self.item["id"]] = [
            row | {self.title: f"{row.get(self.title, '')} {number}"}
            for number, row in enumerate(rows, start=1)
        ]
        in_entries = tuple(f"{id_}/" for id_ in entries)
        answers = self.example["answers"].items()
        return draft_file(
            {path: value for path, value in answers if not path.startswith(in_entries)},
            entries,
            name=f"{count} entries",
            questionnaire_id=self.definition["id"],
            questionnaire_revision=self.definition["revision"],
        )

    def _rows(self, list_id: str) -> Iterator[Answers]:
        for entry_id in self.example["entries"][list_id]:
            start = f"{list_id}/{entry_id}/"
            answers = self.example["answers"].items()
            yield {path.removeprefix(start): value for path, value in answers if path.startswith(start)}


def longest_list(site: Path) -> LongList | None:
    """The list that the worked examples of a built site say most about."""
    lists = [one for one in _lists(site) if one.is_suitable]
    return max(lists, key=lambda one: one.entry_count * len(one.item["items"]), default=None)


def _lists(site: Path) -> Iterator[LongList]:
    for file in sorted(site.glob("assets/questionnaires/*/*.example.json")):
        example = json.loads(file.read_text(encoding="utf-8"))
        definition = json.loads(file.with_name(f"{file.name.split('.')[0]}.json").read_text(encoding="utf-8"))
        for section in definition["sections"]:
            for item in section["items"]:
                if item["type"] == "entries" and section.get("place", "hub") == "hub":
                    step = section if section["step"] == "section" else item
                    yield LongList(definition, example, step["id"], item)
