"""Whether a questionnaire fits together: ids used once, references that lead somewhere fitting."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from questionnaire_core.model import Item, ItemType, Questionnaire, ReportPart
from questionnaire_core.paths import child_path
from questionnaire_core.problems import Problem, shown
from questionnaire_core.references import computed_items, condition_items, title_cycles
from questionnaire_core.rules import Condition
from questionnaire_core.start_from import StartFrom
from questionnaire_core.workshop import Workshop

LISTS: tuple[ItemType, ...] = ("entries", "entries-view")
TEXTS: tuple[ItemType, ...] = ("text", "long-text")
WITH_OPTIONS: tuple[ItemType, ...] = ("choice", "choices", "yes-no", "computed")


def structure_problems(questionnaire: Questionnaire) -> list[Problem]:
    """Ids used twice, references to nothing or to the wrong thing, entries named after each other."""
    return [
        *_duplicates(questionnaire),
        *_loose_references(questionnaire),
        *_missing_parts(questionnaire),
        *_unknown_names(questionnaire),
        *(
            Problem(ring[0], "entries with a title of their own", " -> ".join((*ring, ring[0])))
            for ring in title_cycles(questionnaire)
        ),
    ]


def _duplicates(questionnaire: Questionnaire) -> Iterator[Problem]:
    sections = questionnaire.sections
    yield from _repeated("sections", (section.id for section in sections))
    yield from _repeated("items", (item.id for section in sections for item in section.items))
    yield from _repeated("report", (part.id for part in questionnaire.report))
    offers = questionnaire.start_from.offer if questionnaire.start_from else ()
    yield from _repeated("start_from.offer", (offer.id for offer in offers))
    yield from _repeated("report_views", (view.id for view in questionnaire.report_views))
    for place in questionnaire.places.values():
        item = place.item
        yield from _repeated(f"{item.path}.items", (child.id for child in item.items))
        yield from _repeated(f"{item.path}.options", (option.id for option in item.options))


def _repeated(where: str, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            yield Problem(where, "ids used once", f"{shown(id_)} twice")
        seen.add(id_)


def _unknown_names(questionnaire: Questionnaire) -> Iterator[Problem]:
    if questionnaire.start_from is None:
        return
    known = {section.id for section in questionnaire.sections}
    places = questionnaire.places.items()
    known |= {name for path, place in places if "*" not in path for name in (path, place.item.id)}
    for where, carried in questionnaire.start_from.all_carried:
        for name in (*carried.keep, *carried.leave_out):
            if name not in known:
                yield Problem(where, "a section, an item or a child", shown(name))


def _missing_parts(questionnaire: Questionnaire) -> Iterator[Problem]:
    part_ids = [part.id for part in questionnaire.report]
    for view in questionnaire.report_views:
        for part_id in view.parts:
            if part_id not in part_ids:
                yield Problem(f"report_views.{view.id}", "the id of a report part", shown(part_id))


class _Reference(NamedTuple):
    """Where it stands and leads, the holder whose children it may lead to, and which types fit."""

    where: str
    path: str
    holder: Item | None = None
    types: tuple[ItemType, ...] = ()


def _loose_references(questionnaire: Questionnaire) -> Iterator[Problem]:
    for where, path, holder, types in _References(questionnaire).all():
        place = questionnaire.places.get(path)
        if place is None:
            yield Problem(where, "the path of an item", shown(path))
        elif "*" in path and place.parent is not holder:
            yield Problem(where, "an item outside these entries, or in the same ones", shown(path))
        elif types and place.item.type not in types:
            yield Problem(
                where, f"an item of type {' or '.join(types)}", f"{shown(path)} of {place.item.type}"
            )


class _References:
    """Every reference from one part of a questionnaire to another."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire

    def all(self) -> Iterator[_Reference]:
        for path in self.questionnaire.name_from:
            yield _Reference("name_from", path)
        if self.questionnaire.date_from is not None:
            yield _Reference("date_from", self.questionnaire.date_from)
        if self.questionnaire.start_from is not None:
            yield from self.of_start(self.questionnaire.start_from)
        if self.questionnaire.workshop is not None:
            yield from self.of_workshop(self.questionnaire.workshop)
        for section in self.questionnaire.sections:
            yield from self.looked_at(f"{section.id}.show_when", section.show_when, None)
        for place in self.questionnaire.places.values():
            yield from self.of_item(place.item, place.parent)
        for part in self.questionnaire.report:
            yield from self.of_part(f"report.{part.id}", part)

    def of_item(self, item: Item, parent: Item | None) -> Iterator[_Reference]:
        yield from self.looked_at(f"{item.path}.show_when", item.show_when, parent)
        for warn in item.warn:
            yield from self.looked_at(f"{item.path}.warn", warn.when, parent)
        for path in () if item.value is None else computed_items(item.value):
            yield _Reference(f"{item.path}.value", path, parent)
        if item.options_from is not None:
            yield _Reference(f"{item.path}.options_from", item.options_from, parent, LISTS)
        if item.options_from_text is not None:
            yield _Reference(f"{item.path}.options_from_text", item.options_from_text, parent, TEXTS)
        if item.of is not None:
            yield _Reference(f"{item.path}.of", item.of, parent, ("entries",))
            yield from self.children(f"{item.path}.where", item.of, (child_id for child_id, _ in item.where))

    def of_start(self, start_from: StartFrom) -> Iterator[_Reference]:
        for where, carried in start_from.all_carried:
            for some in carried.entries:
                yield _Reference(where, some.entries, None, ("entries",))
                yield from self.looked_at(f"{where}.where", some.where, self.holder(some.entries))

    def of_workshop(self, workshop: Workshop) -> Iterator[_Reference]:
        for compared in workshop.compared:
            where = f"workshop.{compared.question}"
            yield _Reference(where, compared.question, None, ("choice", "yes-no"))
            for path in (compared.why, compared.minority):
                if path is not None:
                    yield _Reference(where, path, None, TEXTS)
            if compared.tick is not None:
                yield _Reference(where, compared.tick.item, None, ("choices",))

    def of_part(self, where: str, part: ReportPart) -> Iterator[_Reference]:
        if part.dismiss is not None:
            yield _Reference(where, part.dismiss, None, ("entries",))
            yield from self.children(where, part.dismiss, ("finding", "reason"), TEXTS)
        if part.entries is not None:
            yield _Reference(where, part.entries, None, ("entries",) if part.part == "entries" else LISTS)
            yield from self.looked_at(f"{where}.where", part.where, self.holder(part.entries))
            yield from self.looked_at(f"{where}.done_when", part.done_when, self.holder(part.entries))
            yield from self.children(where, part.entries, (part.rows, part.columns), WITH_OPTIONS)
            named = (part.from_item, part.to_item, part.kind, part.sort, *part.text, *part.show)
            yield from self.children(where, part.entries, named)
            linked = None if part.from_item is None else self.linked_from(part.entries, part.from_item)
            if linked is not None:
                yield from self.children(where, linked, (part.lanes,), WITH_OPTIONS)

    def looked_at(self, where: str, condition: Condition | None, holder: Item | None) -> Iterator[_Reference]:
        for path in () if condition is None else condition_items(condition):
            yield _Reference(where, path, holder)

    def children(
        self, where: str, entries: str, child_ids: Iterable[str | None], types: tuple[ItemType, ...] = ()
    ) -> Iterator[_Reference]:
        """References to children of entries; nothing where the entries themselves are not to be found."""
        holder = self.holder(entries)
        for child_id in child_ids:
            if holder is not None and child_id is not None:
                yield _Reference(where, child_path(holder.path, child_id), holder, types)

    def linked_from(self, entries: str, child_id: str) -> str | None:
        """The entries that a child of these entries names, as a step of a pathway names where it starts."""
        holder = self.holder(entries)
        children = () if holder is None else holder.items
        return next((child.options_from for child in children if child.id == child_id), None)

    def holder(self, entries: str) -> Item | None:
        """The item that holds these entries; for a view, the one that it is a view of."""
        place = self.questionnaire.places.get(entries)
        if place is not None and place.item.of is not None:
            place = self.questionnaire.places.get(place.item.of)
        return None if place is None else place.item
