"""Word documents, read back from the XML in them as Word would: headings, paragraphs, tables, pictures."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True)
class WordFile:
    """Every part of the file must be well-formed, or it does not open."""

    parts: dict[str, ET.Element]
    media: list[bytes]

    @property
    def body(self) -> ET.Element:
        body = self.parts["word/document.xml"].find(f"{W}body")
        assert body is not None
        return body

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text; the title has level 0."""
        levels = {"Title": 0} | {f"Heading{level}": level for level in range(1, 7)}
        styled = ((_style(paragraph), _text(paragraph)) for paragraph in self.body.iter(f"{W}p"))
        return [(levels[style], text) for style, text in styled if style in levels]

    @property
    def tables(self) -> list[list[list[str]]]:
        """Rows of cells of each table."""
        return [
            [
                ["\n".join(map(_text, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc")]
                for row in table.iter(f"{W}tr")
            ]
            for table in self.body.iter(f"{W}tbl")
        ]

    @property
    def alternatives(self) -> list[str]:
        """What the pictures show, in words."""
        return [drawn.get("descr", "") for drawn in self.body.iter(DRAWN)]

    @property
    def text(self) -> str:
        return "\n".join(map(_text, self.body.iter(f"{W}p")))


def read_word(file: Path) -> WordFile:
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        return WordFile(
            {name: ET.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))},
            [archive.read(name) for name in names if name.startswith("word/media/")],
        )


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _text(paragraph: ET.Element) -> str:
    return "".join(_words(paragraph))


def _words(paragraph: ET.Element) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag == f"{W}br":
            yield "\n"
