"""Does a file have the keys, and do the keys have the kinds of value, that keys/ describes?

Hands on a tree in which everything is of its kind: what is unusable is left out, and a misspelt key stands
under its right name, so that later checks can rely on the shape and no mistake is told twice. Knows nothing
of what ids refer to.
"""

from __future__ import annotations

from dataclasses import replace

from questionnaire_site.reading import scalars
from questionnaire_site.reading.codes import Code
from questionnaire_site.reading.diagnostics import Place, did_you_mean, nearest
from questionnaire_site.reading.keys import SHAPES
from questionnaire_site.reading.keys_in_words import belonging, dependent_keys, how_written, unknown_key
from questionnaire_site.reading.kinds import (
    Date,
    EitherOf,
    Flag,
    Forms,
    Id,
    Key,
    Kind,
    ListOf,
    MapOf,
    Markdown,
    Number,
    OneOf,
    OneOrMany,
    Plain,
    Ref,
    Table,
    Text,
    Typed,
    Use,
)
from questionnaire_site.reading.nodes import Mapping, Node, Scalar, Sequence
from questionnaire_site.reading.phrases import value_of_key, with_article
from questionnaire_site.reading.source import Source


def check_node(source: Source, node: Node, shape: str) -> Mapping | None:
    """Check one mapping against a named shape."""
    checked = _Checker(source).check(node, Use(shape), shape)
    return checked if isinstance(checked, Mapping) else None


def check_shape(source: Source, shape: str) -> Mapping | None:
    """Check a whole file against a named shape; None when it is not even a mapping."""
    if source.root is None:
        if not source.problems:
            source.report(
                "empty",
                Place(source.file),
                f"the file is empty, expected {with_article(shape)}",
                "write its keys",
            )
        return None
    return check_node(source, source.root, shape)


class _Checker:
    def __init__(self, source: Source) -> None:
        self.source = source

    def check(self, node: Node, kind: Kind, what: str) -> Node | None:
        """Check a value against its kind; `what` names it in messages."""
        match kind:
            case Text(longest) | Markdown(longest):
                return scalars.text(self.source, node, what, longest)
            case Id():
                return scalars.identifier(self.source, node, what)
            case Ref():
                return scalars.text(self.source, node, what)
            case Flag():
                return scalars.flag(self.source, node, what)
            case Number():
                return scalars.number(self.source, node, what, kind)
            case Date():
                return scalars.day(self.source, node, what)
            case Plain():
                return scalars.plain(self.source, node, what, kind)
            case OneOf(values):
                return scalars.one_of(self.source, node, what, values)
            case ListOf(member, least):
                return self.members(node, member, what, least)
            case OneOrMany(member):
                return (
                    self.members(node, member, what)
                    if isinstance(node, Sequence)
                    else self.check(node, member, what)
                )
            case EitherOf(first, second):
                return self.check(node, second if isinstance(node, Mapping) else first, what)
            case MapOf():
                return self.named(node, kind, what)
            case Use(shape):
                return self.shaped(node, shape, what)

    def members(self, node: Node, member: Kind, what: str, least: int = 0) -> Sequence | None:
        if not isinstance(node, Sequence):
            fix = "start each member on a line of its own with a hyphen and a space"
            if isinstance(node, Scalar) and node.kind == "str" and not isinstance(member, Use):
                fix = f"write [{node.raw}]"
            self.unfit(node, what, "a list", fix)
            return None
        self.not_too_few(node, len(node.items), least, what)
        checked = (self.check(item, member, _member_of(member, what)) for item in node.items)
        return replace(node, items=tuple(item for item in checked if item is not None))

    def named(self, node: Node, kind: MapOf, what: str) -> Mapping | None:
        if not isinstance(node, Mapping):
            self.unfit(
                node, what, "a mapping", "write a name, a colon and the value, each on a line of its own"
            )
            return None
        self.not_too_few(node, len(node.values), kind.least, what)
        checked = Mapping(node.place, node.path)
        for name, value in node.values.items():
            key = self.check(node.keys[name], kind.names, f"a name in {what}")
            inner = self.check(value, kind.member, _member_of(kind.member, f"{what} {name}"))
            checked.keys[name] = node.keys[name]
            if isinstance(key, Scalar) and inner is not None:
                checked.values[name] = inner
        return checked

    def shaped(self, node: Node, name: str, what: str) -> Mapping | None:
        shape = SHAPES[name]
        if not isinstance(node, Mapping):
            self.unfit(node, what, *how_written(shape, what, at_top=not node.path))
            return None
        match shape:
            case Table(what, keys):
                return self.table(node, what, keys)
            case Typed() as typed:
                return self.typed(node, typed, belonging(name))
            case Forms() as forms:
                return self.form(node, forms)

    def table(
        self, node: Mapping, what: str, keys: tuple[Key, ...], elsewhere: dict[str, str] | None = None
    ) -> Mapping:
        """Check a mapping with known keys; `elsewhere` says where keys belong that are known but not here."""
        known = {key.name: key for key in keys}
        checked = Mapping(node.place, node.path)
        for name, value in node.values.items():
            key = known.get(name) or self.misspelt(node, name, known, what, elsewhere or {})
            inner = self.check(value, key.kind, value_of_key(key.name, what)) if key else None
            if key:
                checked.keys[key.name] = node.keys[name]
            if key and inner is not None:
                checked.values[key.name] = inner
        meant = {name if name in known else _meant(name, known) for name in node.keys}
        for key in keys:
            if key.required and key.name not in meant:
                fix = f"add {key.name}: ...  ({key.about})"
                self.source.report("missing-key", node, f"{with_article(what)} without {key.name}", fix)
        return checked

    def misspelt(
        self, node: Mapping, name: str, known: dict[str, Key], what: str, elsewhere: dict[str, str]
    ) -> Key | None:
        """Tell of an unknown key, and take it for the nearest known one that is not there itself."""
        fix = unknown_key(name, node.get(name)) or elsewhere.get(name) or did_you_mean(name, known)
        self.source.report("unknown-key", node.keys[name], f"{with_article(what)} has no key {name}", fix)
        near = None if name in elsewhere else _meant(name, known)
        return known[near] if near is not None and near not in node.values and ":" not in name else None

    def typed(self, node: Mapping, typed: Typed, elsewhere: dict[str, str]) -> Mapping | None:
        """Check a mapping by its type; `elsewhere` says where keys belong that other types have."""
        if typed.partial:
            return node
        if typed.instead and typed.instead.name in node:
            return self.table(node, typed.what, (typed.instead,))
        by = Key(typed.by, OneOf(tuple(typed.types)), f"One of {', '.join(typed.types)}.", required=True)
        given = self.type_of(node, typed)
        if given is None:
            # Which further keys are right is anybody's guess, so none of them is called wrong.
            own = dependent_keys(typed.by)
            rest = {name: value for name, value in node.values.items() if name not in own}
            keys = {name: key for name, key in node.keys.items() if name not in own}
            return self.table(replace(node, values=rest, keys=keys), typed.what, (by, *typed.common))
        implied = typed.by not in node
        own_keys = (replace(by, required=not implied), *typed.common, *typed.types[given])
        guessed = not implied and node.text(typed.by) != given
        checked = self.table(node, typed.what if guessed else f"{given} {typed.what}", own_keys, elsewhere)
        if implied:
            checked.values[typed.by] = Scalar(node.place, node.path, given, "str")
        return checked

    def type_of(self, node: Mapping, typed: Typed) -> str | None:
        given = node.text(typed.by)
        if given is None and typed.implied and typed.implied[0] in node:
            return typed.implied[1]
        return given if given is None or given in typed.types else nearest(given, typed.types)

    def form(self, node: Mapping, forms: Forms) -> Mapping | None:
        """Find the form whose keys these are, misspelt ones taken for the nearest."""
        union = {key.name for form in forms.forms for key in form}
        meant = {name if name in union else nearest(name, union) or name for name in node.values}
        for form in forms.forms:
            required = {key.name for key in form if key.required}
            if required <= meant <= {key.name for key in form}:
                return self.table(node, forms.what, form)
        found = " and ".join(node.values) or "no keys"
        self.source.report(
            forms.code,
            node,
            f"{with_article(forms.what)} with {found} is in none of its forms",
            forms.example,
        )
        return None

    def not_too_few(self, node: Node, found: int, least: int, what: str) -> None:
        if found < least:
            fix = "write one, or delete the key"
            self.source.report("empty", node, f"{what} is empty, expected at least one", fix)

    def unfit(self, node: Node, what: str, expected: str, fix: str) -> None:
        if not (isinstance(node, Scalar) and node.kind == "refused"):
            is_empty = isinstance(node, Scalar) and node.kind == "null"
            code: Code = "empty" if is_empty else "wrong-type"
            self.source.report(code, node, f"{what} is {node.shown}, expected {expected}", fix)


def _meant(name: str, known: dict[str, Key]) -> str | None:
    """Give the key that an unknown one was most likely meant to be, even if its value is in it too."""
    before = name.partition(":")[0]
    return before if before in known else nearest(name, known)


def _member_of(member: Kind, otherwise: str) -> str:
    """Name the members of a collection in messages: after their shape, where they have one."""
    return member.shape.replace("-", " ") if isinstance(member, Use) else otherwise
