"""From the events of a YAML parser to a tree with places.

PyYAML's own loader drops duplicate keys in silence and forgets where things stood. Building from events
rather than from its nodes gives an alias a place of its own, and no depth of nesting can exhaust the stack.
Owns what a file may not use of YAML; the grammar itself is the parser's.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml
from yaml.resolver import Resolver

from questionnaire_site.reading import nodes
from questionnaire_site.reading.codes import Code
from questionnaire_site.reading.diagnostics import Place
from questionnaire_site.reading.nodes import Mapping, Node, Scalar, Sequence
from questionnaire_site.reading.source import Source

_DEEPEST = 40
_RESOLVER = Resolver()
_STANDARD_TAG = "tag:yaml.org,2002:"
_ALIAS_FIX = "write it out, or share it through option_sets: or groups:"
_Tagged = yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been met yet."""

    node: Mapping | Sequence
    members: list[Node] = field(default_factory=list)
    key: Scalar | None = None
    """The key whose value comes next; None when a key comes next."""
    lost: bool = False
    """The value that comes next belongs to no usable key."""


class TreeBuilder:
    """Builds the tree of one document."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.anchors: dict[str, Scalar] = {}
        # Told at the end: only then does the tree know the ids that name where they stand.
        self.refused: list[tuple[Code, Node, str, str, tuple[tuple[str, Place], ...]]] = []

    def build(self, text: str) -> None:
        try:
            self.take_events(text)
        finally:
            self.source.root = self.root
            for code, at, message, fix, also in self.refused:
                self.source.report(code, at, message, fix, also=also)

    def take_events(self, text: str) -> None:
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents == 2:
                        at = Scalar(self.place(event), (), "", "refused")
                        self.refuse(
                            "yaml-syntax",
                            at,
                            "a second document starts here, and is not read",
                            "delete this line",
                        )
                        self.root = None
                        return
                case yaml.ScalarEvent():
                    self.add(self.scalar(event))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    if len(self.open) == _DEEPEST:
                        at = Scalar(self.place(event), (), "", "refused")
                        self.refuse(
                            "yaml-too-deep",
                            at,
                            f"more than {_DEEPEST} levels of nesting",
                            "close the brackets",
                        )
                        self.root = None
                        return
                    self.start(event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self.end()
                case yaml.AliasEvent():
                    self.add(self.alias(event))

    def start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
        node = kind(self.place(event), self.path())
        self.refuse_tag(event, node)
        self.open.append(_Open(node))

    def end(self) -> None:
        ended = self.open.pop()
        node = ended.node
        self.add(
            Sequence(node.place, node.path, tuple(ended.members)) if isinstance(node, Sequence) else node
        )

    def add(self, node: Node) -> None:
        """Put a finished node where it belongs: key, value, list member or the whole document."""
        if not self.open:
            self.root = node
            return
        into = self.open[-1]
        if isinstance(into.node, Sequence):
            into.members.append(node)
        elif into.lost:
            into.lost = False
        elif into.key is None:
            self.add_key(into, into.node, node)
        else:
            into.node.values[into.key.raw] = node
            into.key = None

    def add_key(self, into: _Open, mapping: Mapping, key: Node) -> None:
        if not isinstance(key, Scalar):
            self.refuse(
                "not-text", key, f"a key is {key.shown}, expected text", "write a word before the colon"
            )
            into.lost = True
            return
        if key.kind == "merge":
            self.refuse("yaml-alias", key, "the merge key << is not used here", _ALIAS_FIX)
        if key.kind in ("merge", "refused"):
            into.lost = True
            return
        if first := mapping.keys.get(key.raw):
            also = (("first written at", first.place),)
            self.refuse(
                "duplicate-key", key, f"the key {key.raw} is written twice", "keep one of the two", also
            )
            into.lost = True
            return
        mapping.keys[key.raw] = key
        into.key = key

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
        kind = tag.removeprefix(_STANDARD_TAG) if event.tag is None else "str"
        is_key = self.expects_key()
        if kind == "value" or (kind == "merge" and not is_key):
            kind = "str"
        path = (*self.path(), event.value) if is_key else self.path()
        last_line = event.end_mark.line + 1 if event.end_mark else 0
        scalar = Scalar(self.place(event), path, event.value, kind, last_line, is_key)
        self.refuse_tag(event, scalar)
        if event.anchor:
            self.anchors[event.anchor] = scalar
        return scalar

    def refuse(
        self, code: Code, at: Node, message: str, fix: str, also: tuple[tuple[str, Place], ...] = ()
    ) -> None:
        self.refused.append((code, at, message, fix, also))

    def refuse_tag(self, event: _Tagged, at: Node) -> None:
        if event.tag is not None:
            self.refuse(
                "yaml-tag", at, f"the tag {event.tag} is not used here", "delete the word that starts with !"
            )

    def alias(self, event: yaml.AliasEvent) -> Scalar:
        """Repeat a single value. Whole lists and mappings are shared by name: option sets and groups."""
        path, place = self.path(), self.place(event)
        if said := self.anchors.get(event.anchor or ""):
            return Scalar(place, path, said.raw, said.kind, place.line, self.expects_key())
        scalar = Scalar(place, path, "", "refused")
        message = f"the alias *{event.anchor} stands for no single value written before it"
        self.refuse("yaml-alias", scalar, message, _ALIAS_FIX)
        return scalar

    def expects_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].node, Mapping) and self.open[-1].key is None

    def path(self) -> nodes.Path:
        """Say where the node that comes next will stand."""
        if not self.open:
            return ()
        into = self.open[-1]
        if isinstance(into.node, Sequence):
            return (*into.node.path, len(into.members))
        return (*into.node.path, into.key.raw) if into.key else into.node.path

    def place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        line = self.source.lines[start.line] if start.line < len(self.source.lines) else ""
        match event:
            case yaml.ScalarEvent(style=("|" | ">")):
                length = 1
            case yaml.ScalarEvent() | yaml.AliasEvent():
                length = (end.column if end.line == start.line else len(line)) - start.column
            case _:
                length = 1
        return Place(self.source.file, start.line + 1, start.column + 1, max(1, length))
