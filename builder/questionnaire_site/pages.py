"""The pages of a questionnaire: which there are, and what their templates are given.

Owns the order of steps and the rows of the hub. Knows nothing of MkDocs: a page is a path and a source text.
"""

from __future__ import annotations

import html
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

type Page = dict[str, Any]
type Section = dict[str, Any]
type Item = dict[str, Any]

_POINTERS = ("options_from", "options_from_text", "of")


@dataclass(frozen=True)
class Step:
    """One screen of questions: a section, or one item of it."""

    id: str
    title: str
    code: str | None
    section: Section
    """The section it is of, without its items: a step says nothing of its neighbours."""
    items: list[Item]
    number: int = 0
    """Which of the questionnaire's item steps this is, from 1; 0 for a section."""
    back: str = "hub"
    next: str = "check"

    @property
    def is_item(self) -> bool:
        """Whether it shows one item alone."""
        return self.number > 0


@dataclass(frozen=True)
class HubGroup:
    """A list of steps in the hub, under its section's title when the steps are that section's items."""

    section: Section | None
    steps: list[Step]


def page_sources(page: Page, booklet_title: str) -> dict[str, str]:
    """Return the Markdown source of each page of a questionnaire by its path in content/.

    The templates make the pages. The text is what the site's search finds: the blank copy, which shows
    all of it at once, stands for the questionnaire.
    """
    summary = _markdown_literal(page["summary"])
    everything = "\n\n".join(_search_text(page))
    questionnaire = _source(page, "questionnaire.html", page["title"], summary)
    booklet = _source(page, "booklet.html", booklet_title, everything)
    return {f"{page['id']}.md": questionnaire, f"{page['id']}/booklet.md": booklet}


def steps_of(page: Page) -> list[Step]:
    """Return the steps in order, each with its neighbours."""
    steps = list(_steps(page))
    ids = ["hub", *(step.id for step in steps), "check"]
    return [
        replace(step, back=back, next=following)
        for step, back, following in zip(steps, ids, ids[2:], strict=False)
    ]


def hub_groups(steps: Iterable[Step]) -> list[HubGroup]:
    """Group steps for the hub: items under their section, whole sections together."""
    groups = itertools.groupby(steps, key=lambda step: step.section["id"] if step.is_item else None)
    return [HubGroup(members[0].section if key else None, members) for key, members in _listed(groups)]


def folded(items: Iterable[Item]) -> list[tuple[str | None, list[Item]]]:
    """Group neighbouring items that share one fold."""
    return _listed(itertools.groupby(items, key=lambda item: item["fold"]))


def by_time(items: Iterable[Item]) -> list[tuple[bool, list[Item]]]:
    """Group neighbouring questions of an entry by when they are wanted: to begin with, or before sharing."""
    return _listed(itertools.groupby(items, key=lambda item: bool(item["later"])))


def shows_entries(step: Step) -> bool:
    """Whether a step shows its part of a list."""
    return any(item["type"] == "entries-view" for item in step.items)


def named_in(page: Page, items: Iterable[Item]) -> dict[str, Item]:
    """Return the lists and questions elsewhere that items point to, by path: what they are called."""
    everywhere = {item["path"]: item for each in page["sections"] for item in with_children(each["items"])}
    pointers = [item.get(key) for item in with_children(items) for key in _POINTERS]
    called = ("title", "singular")
    return {path: {key: everywhere[path].get(key) for key in called} for path in pointers if path}


def with_children(items: Iterable[Item]) -> list[Item]:
    """Return items, and after each those that it holds."""
    return [each for item in items for each in (item, *(item.get("items") or []))]


def choice_items(item: Item) -> list[dict[str, Any]]:
    """Return the radios or checkboxes of a question, as the GOV.UK macros take them."""
    return [
        {
            "value": option["id"],
            "text": option["label"],
            "hint": {"text": option["hint"]} if option["hint"] else None,
        }
        for option in item["options"]
    ]


def report_parts(page: Page) -> list[Page]:
    """Return the parts of the report, each with its heading level, the list it shows and what is asked in it.

    After a heading parts stand under it.
    """
    level = 2
    parts = []
    for part in page["report"]:
        is_heading = part["part"] == "heading"
        shown = _entries_item(page, part["entries"]) if part["part"] == "entries" else None
        asked = items_asked_in(page, part)
        parts.append({**part, "level": 2 if is_heading else level, "shown": shown, "asked": asked})
        level = 3 if is_heading else level
    return parts


def items_among_results(page: Page) -> list[Item]:
    """Return every item that stands among the results, in a part of the report or after them all."""
    parts = report_parts(page)
    shown = [part["shown"] for part in parts if part["shown"]]
    return [*shown, *(item for part in parts for item in part["asked"]), *result_items(page)]


def _entries_item(page: Page, item_id: str) -> Item:
    return next(item for section in page["sections"] for item in section["items"] if item["id"] == item_id)


def items_asked_in(page: Page, part: Page) -> list[Item]:
    """Return the items that a part lists: those of its sections among the results."""
    asked = [section for section in _result_sections(page) if section["id"] in part.get("sections", [])]
    return [item for section in asked for item in section["items"]]


def result_items(page: Page) -> list[Item]:
    """Return the items answered among the results that no part of the report shows.

    Findings set aside are shown with the findings.
    """
    shown = {part.get("dismiss") for part in page["report"]}
    for part in page["report"]:
        shown |= {part["entries"]} if part["part"] == "entries" else set()
        shown |= {item["id"] for item in items_asked_in(page, part)}
    return [
        item for section in _result_sections(page) for item in section["items"] if item["id"] not in shown
    ]


def _result_sections(page: Page) -> list[Section]:
    return [section for section in page["sections"] if section["place"] == "results"]


def compact(document: str) -> str:
    """Drop the indentation of a page, except where white space shows."""
    pieces = re.split(r"(<pre\b.*?</pre>)", document, flags=re.DOTALL)
    pieces[::2] = map(_without_indentation, pieces[::2])
    return "".join(pieces)


def _without_indentation(text: str) -> str:
    first, *lines = text.split("\n")
    if not lines:
        return text
    *lines, last = lines
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, lines)), last.lstrip()])


def _steps(page: Page) -> Iterator[Step]:
    number = itertools.count(1)
    for section in page["sections"]:
        if section["place"] != "hub":
            continue
        heading = {key: value for key, value in section.items() if key != "items"}
        if section["step"] == "section":
            yield Step(section["id"], section["title"], section["code"], heading, section["items"])
        else:
            for item in section["items"]:
                yield Step(item["id"], item["title"], item["code"], heading, [item], next(number))


def _listed[Key, Value](groups: Iterable[tuple[Key, Iterable[Value]]]) -> list[tuple[Key, list[Value]]]:
    return [(key, list(members)) for key, members in groups]


def _source(page: Page, template: str, title: str, body: str) -> str:
    # JSON is YAML: a title with a colon or a quotation mark stays one value.
    front_matter = {"template": template, "title": title, "questionnaire": page["id"]}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front_matter.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])


def _search_text(page: Page) -> Iterator[str]:
    for section in page["sections"]:
        yield f"## {_markdown_literal(_named(section))} {{#{section['id']}}}"
        yield _verbatim(section[key] for key in ("prompts", "intro") if section.get(key))
        for item in section["items"]:
            yield f"### {_markdown_literal(_named(item))} {{#{item['id']}}}"
            yield _verbatim(_texts(item))


def _texts(item: Item) -> Iterator[str]:
    yield from (item[key] for key in ("hint", "lead", "guidance") if item.get(key))
    yield from (option["label"] for option in item.get("options") or [])
    for child in item.get("items") or []:
        yield child["title"]
        yield from _texts(child)


def _named(named: Item | Section) -> str:
    return f"{named['code']} {named['title']}" if named["code"] else str(named["title"])


def _verbatim(texts: Iterable[str]) -> str:
    """Indent text, each on one line: Markdown takes that as it is, which is quicker than to escape it."""
    return "\n".join("    " + " ".join(text.split()) for text in texts)


def _markdown_literal(text: str) -> str:
    """Escape text so that Markdown shows it as it is, on one line."""
    return re.sub(r"([\\`*_{}\[\]()#+.!|-])", r"\\\1", html.escape(" ".join(text.split()), quote=False))
