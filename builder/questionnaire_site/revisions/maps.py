"""What a page needs to carry a draft of an earlier revision over: who takes over from whom, and what went.

Only a page that opens such a draft asks for it. `draft/reconcile.js` is its only reader.
"""

from __future__ import annotations

from questionnaire_site.definition.ids import replaced
from questionnaire_site.definition.outline import Item, Outline
from questionnaire_site.plain import Json
from questionnaire_site.revisions.formers import Former, Formers
from questionnaire_site.revisions.published import Published, Snapshot
from questionnaire_site.revisions.retired import Retired


def revision_maps(
    outline: Outline, now: Snapshot, published: Published, formers: Formers, retired: Retired
) -> Json | None:
    """Write the maps from every published revision to this one; None where there is no earlier one."""
    revision = int(outline.root.text("revision") or 1)
    earlier = Published(
        published.source, {number: each for number, each in published.revisions.items() if number < revision}
    )
    if not earlier.revisions:
        return None
    was = {path: each for path in earlier.items if (each := _was(path, now, earlier, retired))}
    items = {}
    for path in now.items:
        item = outline.items[path]
        taken = [former for former in formers.by_path[path] if earlier.having(former.path)]
        if path in was or _has_changed(item, taken, earlier):
            items[path] = _item(item, taken, earlier)
    return {
        "revisions": list(earlier.revisions),
        "sections": {old.raw: section.id for section in outline.sections for old in replaced(section.node)},
        "items": items,
        "was": was,
    }


def _has_changed(item: Item, formers: list[Former], earlier: Published) -> bool:
    """Whether an item takes over more than what it has always been."""
    types = [earlier.revisions[number].items[item.path].type for number in earlier.having(item.path)]
    return (
        bool(_options(item))
        or any(type_ != item.type for type_ in types)
        or any(former.path != item.path or former.values for former in formers)
    )


def _options(item: Item) -> dict[str, str]:
    """Give the options that replace others, by earlier id."""
    return {
        old.raw: id_
        for option in item.options
        for old in replaced(option)
        if (id_ := option.text("id")) and old.raw != id_
    }


def _item(item: Item, formers: list[Former], earlier: Published) -> Json:
    """Write what an item takes over."""
    written = [
        {"path": former.path, "revisions": earlier.having(former.path), "values": former.values}
        for former in formers
    ]
    return {"from": written, "options": _options(item)}


def _was(path: str, now: Snapshot, published: Published, retired: Retired) -> Json | None:
    """Write a question as it was, where it has gone or its old answers may not fit any more."""
    asked, today = published.items[path], now.items.get(path)
    labels = {
        option: label
        for each in published.revisions.values()
        if path in each.items
        for option, label in (each.items[path].options or {}).items()
    }
    gone = {
        option: label
        for option, label in labels.items()
        if today is None or option not in (today.options or {})
    }
    if today is not None and not gone:
        return None
    why = {option: retired.options[path, option] for option in gone if (path, option) in retired.options}
    section = published.sections.get(asked.section, asked.section)
    within = {"within": asked.within} if asked.within else {}
    reason = {"why": retired.items[path]} if path in retired.items else {}
    return {"title": asked.title, "section": section, **within, "options": gone, "option_whys": why, **reason}
