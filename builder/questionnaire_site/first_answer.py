"""What a first answer needs of a questionnaire: the part of its definition that its page waits for.

Until rest.js comes, the page's scripts have this part alone; then the whole fills it up, place by place.
Whoever lets them read one more key names it here. A path that follows from ids is left out, and so is what is
null, false or empty. The page itself is parted in the same way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from questionnaire_site.folders import digest_of
from questionnaire_site.plain import Json

_QUESTIONNAIRE = ("id", "title", "revision", "language", "step", "labels", "name_from", "date_from")
_SECTION = ("id", "code", "title", "step", "place", "show_when")
_OPTION = ("points", "settles")
_MARK = re.compile("(<!--/?later-->)")
_ITEM = (
    *("id", "type", "optional", "later", "show_when", "options_from", "options_from_text", "sets_status"),
    *("unit", "min", "max", "decimals", "max_length", "of", "where", "entry_title", "singular", "value"),
)


def first_part(definition: Json) -> Json:
    """Return what the page's first scripts read of a definition."""
    named_by = definition["name_from"]
    sections = [_section(section, named_by) for section in definition["sections"]]
    return {**_kept(definition, _QUESTIONNAIRE), "sections": sections}


def parted(document: str, folder: Path) -> str:
    """Take out of a page the views and blank forms that can follow, and write them to a file in its folder.

    They stand between marks, one pair within another perhaps, and only scripts show them. The file is named
    by what is in it, so that a page never meets the views of another release.
    """
    page: list[str] = []
    later: list[str] = []
    depth = 0
    for piece in _MARK.split(document):
        if _MARK.fullmatch(piece):
            depth += -1 if "/" in piece else 1
        else:
            (later if depth else page).append(piece)
    if not later:
        return document
    content = json.dumps("".join(later).strip(), ensure_ascii=False).encode()
    name = f"later-{digest_of({'': content})}.json"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return "".join(page).replace('data-later=""', f'data-later="{name}"', 1)


def _section(section: Json, named_by: Iterable[str]) -> Json:
    is_step = section["step"] == "section"
    items = [_item(item, named_by, titled=not is_step) for item in section["items"]]
    return {**_present(_kept(section, _SECTION)), "items": items}


def _item(item: Json, named_by: Iterable[str], *, titled: bool) -> Json:
    """`titled`: it is a step, whose title heads the window."""
    kept = _present(_kept(item, _ITEM))
    if titled:
        kept |= _present(_kept(item, ("code", "title")))
    if item["type"] == "entries":
        kept["title"] = item["title"]
    if item.get("warn"):
        kept["warn"] = [{"when": warning["when"]} for warning in item["warn"]]
    if item.get("options"):
        said = item["path"] in named_by or item.get("sets_status") is True
        kept["options"] = [_option(option, said=said) for option in item["options"]]
    if item.get("items"):
        named = [child["path"] for child in item["items"] if child["id"] == item.get("entry_title")]
        kept["items"] = [_child(child, item, [*named_by, *named]) for child in item["items"]]
    return kept if item["path"] == item["id"] else {**kept, "path": item["path"]}


def _child(child: Json, parent: Json, named_by: Iterable[str]) -> Json:
    kept = _item(child, named_by, titled=False)
    between = "/*/" if parent["type"] == "entries" else "/"
    if child["path"] == f"{parent['id']}{between}{child['id']}":
        del kept["path"]
    return kept


def _option(option: Json, *, said: bool) -> Json:
    """`said`: the first scripts say its label themselves, in a draft's name or a step's status."""
    return _present(_kept(option, ("id", "label", *_OPTION) if said else ("id", *_OPTION)))


def _kept(value: Json, keys: Iterable[str]) -> Json:
    return {key: value[key] for key in keys if key in value}


def _present(value: Json) -> Json:
    return {key: each for key, each in value.items() if each is not None and each is not False and each != []}
