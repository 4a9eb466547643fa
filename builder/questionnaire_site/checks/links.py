"""Links in a questionnaire's Markdown: does each lead to a page, a heading or a step that there is?

Pages in content/ are checked by MkDocs itself, but it never sees the Markdown inside a questionnaire. There,
a link is a path in content/, whichever page shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown.extensions.toc import slugify

from questionnaire_site.definition.ids import VIEWS
from questionnaire_site.definition.outline import Outline
from questionnaire_site.folders import files_in
from questionnaire_site.reading.diagnostics import did_you_mean, nearest
from questionnaire_site.reading.keys import MARKDOWN_KEYS
from questionnaire_site.reading.nodes import Mapping, Node, Scalar, Sequence
from questionnaire_site.reading.source import Source

_LINK = re.compile(r"\]\(\s*<?([^)>\s]+)|^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?\s*$", re.MULTILINE)
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_GIVEN_ID = re.compile(r"""\{:?\s*#([\w-]+)|\bid=["']([^"']+)""")
_ELSEWHERE = ("http", "https", "mailto", "tel")


def check_links(outline: Outline, steps: list[str], content: Path, questionnaires: Path) -> None:
    """Tell of every link in a questionnaire's Markdown that leads nowhere."""
    checker = _Checker(outline.source, steps, content, questionnaires)
    for node in _markdown_in(outline.source.root):
        checker.check(node)


def _markdown_in(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Mapping):
        for key, value in node.values.items():
            if key in MARKDOWN_KEYS and isinstance(value, Scalar):
                yield value
            else:
                yield from _markdown_in(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _markdown_in(item)


class _Checker:
    def __init__(self, source: Source, steps: list[str], content: Path, questionnaires: Path) -> None:
        self.source = source
        self.content = content
        self.questionnaires = questionnaires
        self.views = [*steps, *VIEWS]

    @cached_property
    def made(self) -> set[str]:
        """The pages that questionnaires are made into."""
        own = [file.parent.name for file in self.questionnaires.glob("*/questionnaire.yml")]
        return {name for id_ in own for name in (f"{id_}.md", f"{id_}/booklet.md")}

    @cached_property
    def pages(self) -> set[str]:
        """Every page; without a content folder there is nothing to hold a link against but these."""
        return self.made | files_in(self.content).keys()

    def check(self, node: Scalar) -> None:
        text = _CODE.sub(lambda code: re.sub(r"\S", " ", code[0]), node.raw)
        for found in _LINK.finditer(text):
            target = found[1] or found[2]
            why, fix = self.fault(target)
            if why:
                self.source.report("broken-link", self.at(node, target), f"the link to {target} {why}", fix)

    def fault(self, target: str) -> tuple[str, str]:
        """Say what is wrong with a target, and what to write; nothing when it is right."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return "is no address", "write a path in content/, or an address that starts with https://"
        path = unquote(parts.path)
        if parts.scheme in _ELSEWHERE:
            return "", ""
        if parts.scheme or parts.netloc or path.startswith("/"):
            return "is no path in content/", "write the path of a file in content/, such as glossary.md"
        if not path:
            step = parts.query.removeprefix("step=")
            if parts.query != step and step not in self.views:
                return "names no step", did_you_mean(step, self.views)
            return "", ""
        if path not in self.pages:
            near = nearest(path, self.pages)
            return "leads to no page", f"did you mean {near}?" if near else f"write the page: content/{path}"
        if parts.fragment and path.endswith(".md") and path not in self.made:
            headings = headings_of(self.content / path)
            if unquote(parts.fragment) not in headings:
                return f"names no heading of {path}", did_you_mean(parts.fragment, headings)
        return "", ""

    def at(self, node: Scalar, target: str) -> Scalar:
        """Find the link's own place within a text of several lines."""
        for number in range(node.place.line, node.last_line + 1):
            line = self.source.lines[number - 1] if number <= len(self.source.lines) else ""
            if (column := line.find(target)) >= 0:
                place = replace(node.place, line=number, column=column + 1, length=len(target))
                return replace(node, place=place)
        return node


def headings_of(page: Path) -> list[str]:
    """Return the ids in a Markdown page that a link may lead to."""
    text = page.read_text(encoding="utf-8", errors="replace")
    given = [first or second for first, second in _GIVEN_ID.findall(text)]
    return [*given, *(slugify(heading, "-") for heading in _HEADING.findall(text))]
