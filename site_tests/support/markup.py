"""Reading built pages: elements with their attributes and text, by a small selector."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "input", "br", "hr", "img"}


@dataclass
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, with single spaces."""
        return " ".join("".join(self.pieces).split())

    def all(self, tag: str = "", **attributes: str | None) -> list["Element"]:
        """Return the elements inside, in order, of a tag and with attributes.

        An attribute is named with _ for -, and one with the value None may have any value.
        """
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [element for element in self._inside() if element._is(tag, wanted)]

    def one(self, tag: str = "", **attributes: str | None) -> "Element":
        """Return the only such element."""
        (element,) = self.all(tag, **attributes)
        return element

    def _is(self, tag: str, wanted: dict[str, str | None]) -> bool:
        return tag in ("", self.tag) and all(
            name in self.attributes and value in (None, self.attributes[name])
            for name, value in wanted.items()
        )

    def _inside(self) -> list["Element"]:
        return [each for child in self.children for each in (child, *child._inside())]


def read_page(path: Path) -> Element:
    """Read a built page, with the views that its scripts put in."""
    text = path.read_text(encoding="utf-8")
    if later := re.search(r'data-later="(.+?)"', text):
        views = json.loads(path.with_name(later[1]).read_text(encoding="utf-8"))
        text = text.replace('<div class="app-foot"', f'{views}<div class="app-foot"', 1)
    reader = _Reader()
    reader.feed(text)
    return reader.open[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)
