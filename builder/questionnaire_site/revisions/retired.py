"""What an author says is not asked any more, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from questionnaire_site.definition.outline import Outline
from questionnaire_site.reading.diagnostics import did_you_mean
from questionnaire_site.reading.nodes import Mapping, Scalar
from questionnaire_site.reading.written import needed_at
from questionnaire_site.revisions.published import Published, Snapshot


@dataclass(slots=True)
class Retired:
    """Why each thing went: items by published path, options by path and id, sections by id."""

    items: dict[str, str] = field(default_factory=dict)
    options: dict[tuple[str, str], str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, outline: Outline, now: Snapshot, published: Published) -> Retired:
        """Read the list `retired`, telling of what was never published and of what is still asked."""
        reader = _Reader(outline, now, published)
        if published.revisions:
            for node in outline.root.mappings("retired"):
                reader.read(node)
        return reader.retired


class _Reader:
    def __init__(self, outline: Outline, now: Snapshot, published: Published) -> None:
        self.source = outline.source
        self.now = now
        self.published = published
        self.retired = Retired()

    def read(self, node: Mapping) -> None:
        why = needed_at(node, "why")
        if item := node.scalar("item"):
            self.item(item, why)
        elif section := node.scalar("section"):
            self.section(section, why)
        elif option := node.scalar("option"):
            self.option(option, list(node.scalars("of")), why)

    def item(self, name: Scalar, why: str) -> None:
        paths = self.under(name)
        if any(path in self.now.items for path in paths):
            self.tell_in_use(name)
        elif not paths:
            self.tell_unknown(name, "item", self.published.items)
        self.retired.items |= dict.fromkeys(paths, why)

    def section(self, name: Scalar, why: str) -> None:
        if name.raw in self.now.sections:
            self.tell_in_use(name)
        elif name.raw not in self.published.sections:
            self.tell_unknown(name, "section", self.published.sections)
        self.retired.sections[name.raw] = why
        for path, asked in self.published.items.items():
            if asked.section == name.raw and path not in self.now.items:
                self.retired.items.setdefault(path, why)

    def option(self, name: Scalar, of: list[Scalar], why: str) -> None:
        offering = [path for path in self.published.items if name.raw in self.published.options_of(path)]
        for holder in of if offering else ():
            if not set(self.under(holder)) & set(offering):
                message = f'no published revision of "{holder.raw}" has the option "{name.raw}"'
                self.source.report("bad-retired", holder, message, did_you_mean(holder.raw, offering))
        wanted = {path for holder in of for path in self.under(holder)} if of else set(offering)
        paths = [path for path in offering if path in wanted]
        used = [
            path
            for path in paths
            if (asked := self.now.items.get(path)) and name.raw in (asked.options or {})
        ]
        if not offering:
            known = [option for path in self.published.items for option in self.published.options_of(path)]
            self.tell_unknown(name, "option", known)
        elif used and (of or used == paths):
            self.tell_in_use(name)
        self.retired.options |= {(path, name.raw): why for path in paths if path not in used}

    def under(self, name: Scalar) -> list[str]:
        """Give the published paths of an item, or of all that a group or entries held."""
        plain = name.raw.replace("/*/", "/")
        ever = {path: path.replace("/*/", "/") for path in self.published.items}
        return [path for path, each in ever.items() if each == plain or each.startswith(f"{plain}/")]

    def tell_in_use(self, name: Scalar) -> None:
        fix = "delete it from retired, or from what is asked"
        self.source.report("bad-retired", name, f'"{name.raw}" is retired, and still asked', fix)

    def tell_unknown(self, name: Scalar, what: str, known: Iterable[str]) -> None:
        message = f'no published revision has the {what} "{name.raw}"'
        fix = did_you_mean(name.raw, known)
        self.source.report("bad-retired", name, message, fix)
