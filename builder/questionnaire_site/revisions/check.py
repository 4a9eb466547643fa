"""What changed since it was published: nothing that people answered goes, or means another thing, unsaid.

Looks at ids, types and options, which drafts depend on. Words may change freely.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from questionnaire_core.model import YES_NO_IDS
from questionnaire_site.definition.ids import replaced
from questionnaire_site.definition.outline import Item, Outline
from questionnaire_site.reading.diagnostics import Place
from questionnaire_site.reading.nodes import Node
from questionnaire_site.revisions.formers import Former, Formers
from questionnaire_site.revisions.published import Published, Snapshot
from questionnaire_site.revisions.retired import Retired


def check_revisions(
    outline: Outline, now: Snapshot, published: Published, formers: Formers, retired: Retired
) -> None:
    """Tell of everything that changed since a published revision and is not accounted for."""
    check = _Check(outline, now, published, formers, retired)
    check.revision()
    if published.revisions:
        check.gone()
        check.sections()
        check.names()
        for path in now.items:
            check.item(outline.items[path])
        check.tell_options_gone()


class _OptionGone(NamedTuple):
    at: Node
    path: str
    last: int
    may_replace: bool
    """Whether the item writes options of its own, of which one may say what it replaces."""


class _Check:
    def __init__(
        self, outline: Outline, now: Snapshot, published: Published, formers: Formers, retired: Retired
    ) -> None:
        self.outline = outline
        self.source = outline.source
        self.now = now
        self.published = published
        self.formers = formers
        self.retired = retired
        self.options_gone: dict[tuple[Place, str], list[_OptionGone]] = {}

    # The revision's number

    def revision(self) -> None:
        at = self.outline.root.scalar("revision")
        if at is None:
            return
        revision, latest = int(at.raw), self.published.latest
        if revision > latest and (latest or revision > 1):
            fix = f"before it goes out: python -m questionnaire_site publish {self.outline.root.text('id')}"
            message = f"revision {revision} is not on record as published"
            self.source.report("not-published", at, message, fix, severity="warning")
        elif revision < latest:
            message = f"revision {revision} is older than the published revision {latest}"
            self.source.report("revision-not-raised", at, message, f"write revision: {latest + 1}")
        elif latest and (changes := self.changes_since(latest)):
            message = f"revision {latest} is published, and this asks something else: {changes}"
            fix = (
                f"write revision: {latest + 1}\n"
                f"or, if revision {latest} has not reached anybody yet:\n"
                f"python -m questionnaire_site publish {self.outline.root.text('id')} --again"
            )
            self.source.report("revision-not-raised", at, message, fix)

    def changes_since(self, latest: int) -> str:
        before, now = self.published.revisions[latest], self.now
        pairs: list[tuple[str, Iterable[str], Iterable[str]]] = [
            ("section", before.sections, now.sections),
            ("item", before.items, now.items),
        ]
        found = []
        for what, then, today in pairs:
            found += [f'the {what} "{id_}" is new' for id_ in today if id_ not in then]
            found += [f'the {what} "{id_}" is gone' for id_ in then if id_ not in today]
        for path, asked in now.items.items():
            was = before.items.get(path)
            if was is not None and was.meaning != asked.meaning:
                found.append(f'the {"type" if was.type != asked.type else "options"} of "{path}" changed')
        return ", ".join(found[:3]) + (f" and {len(found) - 3} more" if len(found) > 3 else "")

    # What is gone

    def gone(self) -> None:
        known = self.now.items.keys() | self.formers.taken_over | self.retired.items.keys()
        gone = [path for path in self.published.items if path not in known]
        for section in self.sections_gone():
            # Told of as a section.
            gone = [path for path in gone if self.published.items[path].section != section]
        told = set()
        for path in gone:
            top = path.partition("/")[0]
            whole = not any(other == top or other.startswith(f"{top}/") for other in self.outline.items)
            name = top if whole else path.replace("/*/", "/")
            if name not in told:
                told.add(name)
                self.tell_gone("item", name, path, self.holder_of(path))

    def holder_of(self, path: str) -> Node:
        """Give what is nearest to where something stood."""
        holder = self.outline.items.get(path.partition("/")[0])
        section = self.published.items[path].section
        sections = [each.node for each in self.outline.sections if each.id == section]
        node = holder.node if holder else sections[0] if sections else self.outline.root
        return node.scalar("id") or node

    def sections_gone(self) -> list[str]:
        replaced_ids = {name.raw for section in self.outline.sections for name in replaced(section.node)}
        known = self.now.sections.keys() | replaced_ids | self.retired.sections.keys()
        return [id_ for id_ in self.published.sections if id_ not in known]

    def sections(self) -> None:
        for id_ in self.sections_gone():
            self.tell_gone("section", id_, id_, self.outline.root.keys.get("sections") or self.outline.root)

    def tell_gone(self, what: str, name: str, key: str, at: Node) -> None:
        self.source.report(
            "id-gone",
            at,
            f'the {what} "{name}" was published and is gone',
            f"on the {what} that took its place, write  replaces: {name}\n"
            f"or, if it is not asked any more, at the end of the file:\n"
            f'retired:\n  - {{{what}: {name}, why: "..."}}',
            also=(("published in", self.published.place_of(key)),),
        )

    # What is said of earlier ids

    def names(self) -> None:
        for name in self.formers.unpublished:
            message = f'no published revision has "{name.raw}" to be replaced here'
            fix = "write an id as it was published, or the whole path, such as tools/rating"
            self.source.report("bad-replaces", name, message, fix)
        for path, formers in self.formers.by_path.items():
            for former in formers:
                if former.path != path and former.path in self.now.items:
                    node = self.outline.items[path].node
                    message = f'"{former.path}" is replaced by "{path}", and still in use'
                    at = node.get("replaces") or node
                    self.source.report("bad-replaces", at, message, "give one of the two another id")
                elif "/*/" in former.path and not self.fits(former.path, path):
                    at = self.outline.items[path].node.get("replaces") or self.outline.items[path].node
                    message = f'"{former.path}" was asked for entries of another list'
                    self.source.report(
                        "bad-replaces", at, message, "let the list replace that list, or retire the item"
                    )

    def fits(self, before: str, path: str) -> bool:
        """Whether answers for each of a list's entries still have those entries, or become one answer."""
        old, new = before.partition("/")[0], path.partition("/")[0]
        if "/*/" not in path or old == new:
            return True
        return any(former.path == old for former in self.formers.by_path.get(new, ()))

    # Each item as it is now

    def item(self, item: Item) -> None:
        path, asked = item.path, self.now.items[item.path]
        if not self.formers.says_so(path) and not self.is_same(item):
            # What becomes of its options can be said once it is the same question.
            return
        for former in self.formers.by_path[path]:
            self.check_values(item, former)
            if asked.options is not None:
                self.check_options(item, former)

    def is_same(self, item: Item) -> bool:
        """Tell of an item that was gone and is back, or is of another type."""
        at = item.node.scalar("id") or item.node
        having = self.published.having(item.path)
        types = {number: self.published.revisions[number].items[item.path].type for number in having}
        if _came_back(having, list(self.published.revisions)):
            message = f'the id "{item.path}" was published before, and had gone'
            fix = f"choose another id; or, if it is the very same question again, write  replaces: {item.id}"
            also = (("published in", self.published.place_of(item.path)),)
            self.source.report("id-reused", at, message, fix, also=also)
            return False
        if other := next((each for each in types.values() if each != item.type), None):
            message = f'"{item.path}" was published with the type {other}, and is {item.type} now'
            fix = (
                f"write  replaces: {item.id}  to carry over what fits; the rest is shown to be looked at\n"
                "or choose another id, and retire this one"
            )
            also = (("published in", self.published.place_of(item.path)),)
            self.source.report("type-changed", item.node.scalar("type") or at, message, fix, also=also)
            return False
        return True

    def check_values(self, item: Item, former: Former) -> None:
        if former.written is None:
            return
        offered = self.published.options_of(former.path)
        options = self.now.items[item.path].options
        for old in former.written.keys.values():
            if offered and old.raw not in offered:
                message = f'no published revision of "{former.path}" has the option "{old.raw}"'
                self.source.report("bad-replaces", old, message, f"it had {', '.join(offered)}")
        for new in former.written.values.values():
            if options is not None and (raw := getattr(new, "raw", "")) not in options:
                message = f'"{item.path}" has no option "{raw}"'
                self.source.report("bad-replaces", new, message, f"use one of: {', '.join(options)}")

    def check_options(self, item: Item, former: Former) -> None:
        """Tell of options that went, or are back, and of earlier ids that no option had."""
        now = self.now.items[item.path].options or {}
        replaced_by = {old.raw for option in item.options for old in replaced(option)}
        offered = self.published.options_of(former.path)
        for option, last in offered.items():
            said = (
                option in replaced_by
                or option in former.values
                or (former.path, option) in self.retired.options
            )
            if option not in now and not said:
                node = item.node
                at = node.keys.get("options") or node.scalar("option_set") or node.scalar("id") or node
                gone = _OptionGone(at, former.path, last, bool(item.options))
                self.options_gone.setdefault((at.place, option), []).append(gone)
        for written in item.options:
            id_ = written.scalar("id")
            if id_ and id_.raw not in replaced_by and self.option_came_back(former.path, id_.raw):
                message = f'the option "{id_.raw}" of "{item.path}" was published before, and had gone'
                fix = f"choose another id; or, if it means the very same again, write  replaces: {id_.raw}"
                self.source.report("id-reused", id_, message, fix)

    def option_came_back(self, path: str, option: str) -> bool:
        asked = {
            number: self.published.revisions[number].items[path] for number in self.published.having(path)
        }
        offering = [number for number, each in asked.items() if option in (each.options or {})]
        return _came_back(offering, [number for number, each in asked.items() if each.options is not None])

    def tell_options_gone(self) -> None:
        """Tell of each option once, however many items share it."""
        for (_, option), (gone, *more) in self.options_gone.items():
            path, others = gone.path, len(more)
            of = f'"{path}"' + (f" and {others} more" if others else "")
            quoted = f'"{option}"' if option in YES_NO_IDS else option
            only = "" if others else f", of: {path}"
            replaces = f"on the option that took its place, write  replaces: {quoted}"
            if not others and not gone.may_replace:
                replaces = (
                    f"say which answer took its place:  replaces: {{item: {path}, values: {{{quoted}: ...}}}}"
                )
            fix = (
                f"{replaces}\nor, if it can be chosen no more, at the end of the file:\n"
                f'retired:\n  - {{option: {quoted}{only}, why: "..."}}'
            )
            message = f'the option "{option}" of {of} was published in revision {gone.last} and is gone'
            self.source.report("id-gone", gone.at, message, fix)


def _came_back(having: list[int], all_revisions: list[int]) -> bool:
    """Whether something that is there now had gone from a revision after it was there."""
    return bool(having) and any(number > having[0] and number not in having for number in all_revisions)
