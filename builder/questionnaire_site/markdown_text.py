"""Markdown inside a questionnaire: to HTML, with its links resolved and any HTML in it shown as text.

Pages in content/ go through MkDocs instead, and may hold HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html.parser import HTMLParser
from re import Match
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

_BLOCKS = ("p", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd", "pre", "blockquote")
_HEADING_OR_TABLE = re.compile(r'<h[1-6] id="(?P<id>[^"]+)"|<table>')
_SAFE_SCHEMES = ("", "http", "https", "mailto", "tel")


def render(text: str, resolve: Callable[[str], str] = lambda target: target) -> Markup:
    """Render Markdown; `resolve` turns a path in content/ into the address a page can use."""
    return Markup(Markdown(extensions=["tables", "def_list", "sane_lists", _Safely(resolve)]).convert(text))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return Markdown as text alone: a paragraph to a line, and a bullet before each member of a list."""
    reader = _PlainText()
    reader.feed(render(text))
    return "\n".join(line for line in map(str.strip, "".join(reader.said).split("\n")) if line.strip("•"))


class _PlainText(HTMLParser):
    """A line break in the source only wraps it; one between blocks begins a line."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.said.append({"li": "\n• ", "br": "\n"}.get(tag, "\n" if tag in _BLOCKS else ""))

    def handle_endtag(self, tag: str) -> None:
        self.said.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        self.said.append(data.replace("\n", " "))


def scrollable_tables(html: str, label: str) -> str:
    """Put each table into a box that scrolls, with the keyboard too, when it is wider than its column.

    The box is named by the heading above it, and by `label` where there is none that can be referred to.
    """
    name = f'aria-label="{escape(label)}"'

    def boxed(match: Match[str]) -> str:
        nonlocal name
        if match["id"]:
            name = f'aria-labelledby="{match["id"]}"'
            return match[0]
        return f'<div class="app-scroll" role="group" tabindex="0" {name}><table>'

    return _HEADING_OR_TABLE.sub(boxed, html).replace("</table>", "</table></div>")


class _Safely(Extension):
    def __init__(self, resolve: Callable[[str], str]) -> None:
        super().__init__()
        self.resolve = resolve

    def extendMarkdown(self, md: Markdown) -> None:
        # Without these two, <tags> are ordinary text and are escaped like it.
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md, self.resolve), "links", 1)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, resolve: Callable[[str], str]) -> None:
        super().__init__(md)
        self.resolve = resolve

    def run(self, root: Element) -> None:
        for element in root.iter():
            for attribute in ("href", "src"):
                target = element.get(attribute)
                if target is None:
                    continue
                if urlsplit(target).scheme.lower() in _SAFE_SCHEMES:
                    element.set(attribute, self.resolve(target))
                else:
                    del element.attrib[attribute]
