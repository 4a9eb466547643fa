"""Groups and option sets applied: from what an author wrote once to every item that it stands for.

A group's child and the keys set over it are joined first and checked together, so that what they make is held
to the same rules as an item written out. What a group gets wrong is told once, however many items use it.
"""

from __future__ import annotations

from questionnaire_site.definition import ids
from questionnaire_site.definition.outline import Item, Outline, Section
from questionnaire_site.reading.diagnostics import did_you_mean, nearest
from questionnaire_site.reading.keys import SHAPES
from questionnaire_site.reading.kinds import Typed
from questionnaire_site.reading.nodes import Mapping, Scalar
from questionnaire_site.reading.scalars import truth
from questionnaire_site.reading.shape import check_node
from questionnaire_site.reading.source import Source

OPTION_SOURCES = ("options", "option_set", "options_from", "options_from_text")
"""Where an item may have its options from: one of these."""


def expand(source: Source, root: Mapping) -> Outline:
    """Apply groups and option sets to a questionnaire whose shape is checked."""
    outline = Outline(source, root)
    expander = _Expander(outline)
    seen: dict[str, Scalar] = {}
    for node in ids.unique(source, root.mappings("sections"), "section"):
        ids.check_reserved(source, node, "section")
        section = Section(node, node.text("id") or "")
        outline.sections.append(section)
        for item_node in ids.unique(source, node.mappings("items"), "item", seen):
            ids.check_reserved(source, item_node, "item")
            section.items.append(expander.item(item_node, section, None))
    expander.tell_unused()
    return outline


class _Expander:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.source = outline.source
        written = self.source.root
        # Groups as written: their children are checked when what is set over them is known.
        self.groups = (written.mapping("groups") if isinstance(written, Mapping) else None) or Mapping(
            outline.root.place, ()
        )
        self.option_sets = outline.root.mapping("option_sets") or Mapping(outline.root.place, ())
        self.used: set[tuple[str, str | None]] = set()

    def item(self, node: Mapping, section: Section, parent: Item | None) -> Item:
        id_ = node.text("id") or ""
        prefix = (
            "" if parent is None else f"{parent.path}/*/" if parent.type == "entries" else f"{parent.path}/"
        )
        item = Item(node, id_, prefix + id_, node.text("type"), section, parent)
        self.outline.items[item.path] = item
        if item.type in ("choice", "choices", "computed"):
            self.add_options(item)
        item.best = node.get("best") or item.best
        if item.type in ("group", "entries"):
            children = ids.unique(self.source, self.children(item), "item")
            if item.type == "entries":
                for child in children:
                    ids.check_entry_child(self.source, child)
            item.children = [self.item(child, section, item) for child in children]
        return item

    def add_options(self, item: Item) -> None:
        node, name = item.node, item.node.scalar("option_set")
        options = list(node.mappings("options"))
        sources = [key for key in OPTION_SOURCES if not node.lacks(key)]
        if len(sources) > 1:
            message = f"an item with {' and '.join(sources)}"
            self.source.report("options-twice", node.keys[sources[1]], message, "keep one of them")
        elif name is not None:
            chosen = self.named(self.option_sets, name, "option set")
            options = [] if chosen is None else list(chosen.mappings("options"))
            item.best = None if chosen is None or item.type == "computed" else chosen.get("best")
        elif not sources and item.type != "computed":
            message = f"a {item.type} item without options"
            fix = "add options:, option_set:, options_from: or options_from_text:"
            self.source.report("missing-key", node, message, fix)
        item.options = ids.unique(self.source, options, "option")

    def children(self, item: Item) -> list[Mapping]:
        """Give the children of a group or of entries: those of the group that is used, and the item's own."""
        node = item.node
        own = list(node.mappings("items"))
        name = node.scalar("use")
        if name is None:
            stray = [(key, node.keys[key]) for key in ("set", "omit") if key in node]
            for key, at in [*stray, *(("before", mine.keys["before"]) for mine in own if "before" in mine)]:
                fix = f"delete {key}, or apply a group with use:"
                self.source.report("set-without-use", at, f"{key} without a group that is used", fix)
            if item.type == "group" and node.lacks("items"):
                self.source.report("missing-key", node, "a group item without items", "add items: or use:")
            return own
        group = self.named(self.groups, name, "group")
        return own if group is None else self.apply(group, node, own)

    def apply(self, group: Mapping, node: Mapping, own: list[Mapping]) -> list[Mapping]:
        written = list(group.mappings("items"))
        known = [id_ for child in written if (id_ := child.text("id"))]
        overlays = node.mapping("set") or Mapping(node.place, node.path)
        omitted = {scalar.raw for scalar in node.scalars("omit")}
        befores = [before for mine in own if (before := mine.scalar("before"))]
        for name in [*overlays.keys.values(), *node.scalars("omit"), *befores]:
            if name.raw not in known:
                fix = did_you_mean(name.raw, known)
                self.source.report("unknown-child", name, f'the group has no child "{name.raw}"', fix)
        children: list[Mapping] = []
        placed = False
        for child in written:
            id_ = child.text("id")
            children += [mine for mine in own if id_ and mine.text("before") == id_]
            if truth(child.scalar("own")):
                children += [] if placed else _without_place(own)
                placed = True
            elif id_ not in omitted:
                checked = check_node(self.source, _joined(child, overlays.mapping(id_ or "")), "child")
                children += [checked] if checked else []
        return children if placed else [*children, *_without_place(own)]

    def named(self, collection: Mapping, name: Scalar, what: str) -> Mapping | None:
        found = collection.mapping(name.raw)
        if found is None and name.raw not in collection.keys:
            none = f"write it under {what.replace(' ', '_')}s:"
            fix = did_you_mean(name.raw, collection.keys, none)
            self.source.report("unknown-name", name, f'there is no {what} "{name.raw}"', fix)
        # What was meant by a misspelt name is not unused as well.
        self.used.add((what, nearest(name.raw, collection.keys)))
        return found

    def tell_unused(self) -> None:
        """Warn of what was written to be shared and is not used: most often a misspelt or forgotten use."""
        for collection, what in ((self.groups, "group"), (self.option_sets, "option set")):
            for name in collection.values:
                if (what, name) not in self.used:
                    message = f'no item uses the {what} "{name}"'
                    at, fix = collection.keys[name], "use it, or delete it"
                    self.source.report("unused", at, message, fix, severity="warning", of_absence=True)


def _without_place(own: list[Mapping]) -> list[Mapping]:
    return [mine for mine in own if "before" not in mine]


def _joined(child: Mapping, over: Mapping | None) -> Mapping:
    """Join a group's child with what is set over it. Another type leaves behind keys it has no use for."""
    if over is None:
        return child
    kept = dict(child.values)
    if over.text("type") not in (None, child.text("type")):
        kept = {name: value for name, value in kept.items() if name in _keys_of(over.text("type") or "")}
    if any(source in over for source in OPTION_SOURCES):
        kept = {name: value for name, value in kept.items() if name not in OPTION_SOURCES}
    place, path = (over.place, over.path) if "type" in over else (child.place, child.path)
    return Mapping(place, path, {**kept, **over.values}, {**child.keys, **over.keys})


def _keys_of(type_: str) -> set[str]:
    shape = SHAPES["child"]
    assert isinstance(shape, Typed)
    return {key.name for key in (*shape.common, *shape.types.get(type_, ()))}
