"""Ids that stand for one thing each: none is used twice, none is one that the page needs for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from questionnaire_site.definition.outline import Outline
from questionnaire_site.reading.nodes import Mapping, Node, Scalar
from questionnaire_site.reading.source import Source

VIEWS = ("start", "hub", "check", "results", "open", "drafts", "merge", "share", "workshop", "revision")
"""What every questionnaire shows besides its steps, by the id in the address."""

# Every JavaScript object has a constructor already.
_RESERVED = (*VIEWS, "constructor")


def unique(
    source: Source, nodes: Iterable[Mapping], what: str, seen: dict[str, Scalar] | None = None
) -> list[Mapping]:
    """Keep the first mapping of each id, and tell of the others. `seen` carries ids over from other lists."""
    seen = {} if seen is None else seen
    kept = []
    for node in nodes:
        id_ = node.scalar("id")
        if id_ is None:
            continue
        if first := seen.get(id_.raw):
            tell_twice(source, id_, f'the {what} id "{id_.raw}" is used twice', first)
            continue
        seen[id_.raw] = id_
        kept.append(node)
    for node in kept:
        for old in replaced(node):
            # An id that replaces itself says that answers stay though what they answer has changed.
            if (used := seen.get(old.raw)) and used is not node.scalar("id"):
                tell_twice(source, old, f'the {what} id "{old.raw}" is replaced, and still in use', used)
    return kept


def replaced(node: Mapping) -> Iterator[Scalar]:
    """Give the earlier ids that something replaces."""
    members = node.list("replaces") or (node.get("replaces"),)
    for member in members:
        name = member.scalar("item") if isinstance(member, Mapping) else member
        if isinstance(name, Scalar):
            yield name


def tell_twice(source: Source, at: Node, message: str, first: Node) -> None:
    """Tell of an id at its second place, naming the first."""
    fix = "give one of the two another id"
    source.report("duplicate-id", at, message, fix, also=(("first used at", first.place),))


def check_reserved(source: Source, node: Mapping, what: str) -> None:
    """Tell of an id of a section or item that names a view of the page."""
    id_ = node.scalar("id")
    if id_ is not None and id_.raw in _RESERVED:
        message = f'the {what} id "{id_.raw}" is one that the page needs for itself'
        source.report("reserved-id", id_, message, f"choose another id, such as {id_.raw}-{what}")


def check_entry_child(source: Source, node: Mapping) -> None:
    """Tell of a question of entries with the name by which an example calls the entry itself."""
    id_ = node.scalar("id")
    if id_ is not None and id_.raw == "id":
        message = 'the item id "id" is one that examples need for the entry itself'
        source.report("reserved-id", id_, message, "choose another id, such as code")


def check_steps(outline: Outline) -> list[str]:
    """Give the ids of all steps, telling of a section and an item that would share one address."""
    steps: dict[str, Scalar] = {}
    for section in outline.sections:
        if section.node.text("place") == "results":
            continue
        by_section = (section.node.text("step") or outline.root.text("step")) == "section"
        for node in [section.node] if by_section else [item.node for item in section.items]:
            id_ = node.scalar("id")
            if id_ is not None and (first := steps.setdefault(id_.raw, id_)) is not id_:
                tell_twice(outline.source, id_, f'the id "{id_.raw}" names two steps', first)
    return list(steps)


def check_folder(source: Source, root: Mapping) -> None:
    """Tell of a questionnaire whose id is not the name of its folder."""
    id_ = root.scalar("id")
    folder = source.file.resolve().parent.name
    if id_ is not None and id_.raw != folder:
        message = f'questionnaire id is "{id_.raw}", expected the name of its folder, "{folder}"'
        source.report("id-not-folder", id_, message, f"write id: {folder}, or rename the folder")
