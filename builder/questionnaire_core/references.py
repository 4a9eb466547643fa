"""What refers to what in a questionnaire: ids used once, references that lead somewhere, no cycles.

Owns the rules between items. Knows nothing of answers.
"""

from collections.abc import Iterable, Iterator

from questionnaire_core.model import (
    AllOf,
    AnyOf,
    Cases,
    Computed,
    Condition,
    Count,
    Item,
    Not,
    Questionnaire,
    Sum,
)
from questionnaire_core.problems import Problem, shown


def condition_items(condition: Condition) -> Iterator[str]:
    """The paths that a condition looks at."""
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            for inner in conditions:
                yield from condition_items(inner)
        case Not(inner):
            yield from condition_items(inner)
        case _:
            yield condition.item


def computed_items(computed: Computed) -> Iterator[str]:
    """The paths that a computed value is made from."""
    match computed:
        case Sum(terms):
            yield from (term.item for term in terms)
        case Cases(cases):
            for case in cases:
                yield from condition_items(case.when)
        case Count(entries):
            yield entries


def find_cycles(questionnaire: Questionnaire) -> tuple[tuple[str, ...], ...]:
    """Rings of items of which each needs the next to be known, so that none can be."""
    needs = _needs(questionnaire)
    cycles: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in needs:
        _follow(start, needs, [], done, cycles)
    return tuple(cycles)


def _follow(
    path: str, needs: dict[str, list[str]], trail: list[str], done: set[str], cycles: list[tuple[str, ...]]
) -> None:
    if path in trail:
        cycles.append(tuple(trail[trail.index(path) :]))
    elif path not in done:
        trail.append(path)
        for needed in needs.get(path, ()):
            _follow(needed, needs, trail, done, cycles)
        trail.pop()
        done.add(path)


def _needs(questionnaire: Questionnaire) -> dict[str, list[str]]:
    """What must be known before each item: what shows it, its parent or section, and what it is made from."""
    needs: dict[str, list[str]] = {}
    for path, place in questionnaire.places.items():
        needed: list[str] = [] if place.parent is None else [place.parent.path]
        conditions = [place.item.show_when]
        if place.parent is None:
            conditions.append(place.section.show_when)
        for condition in conditions:
            if condition is not None:
                needed += condition_items(condition)
        if place.item.value is not None:
            needed += computed_items(place.item.value)
        needs[path] = needed
    return needs


def structure_problems(questionnaire: Questionnaire) -> list[Problem]:
    """Ids used twice and references to nothing."""
    return [*_duplicates(questionnaire), *_loose_references(questionnaire)]


def _duplicates(questionnaire: Questionnaire) -> Iterator[Problem]:
    sections = questionnaire.sections
    yield from _repeated("sections", (section.id for section in sections))
    yield from _repeated("items", (item.id for section in sections for item in section.items))
    yield from _repeated("report", (part.id for part in questionnaire.report))
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


def _loose_references(questionnaire: Questionnaire) -> Iterator[Problem]:
    for where, path, near in _references(questionnaire):
        place = questionnaire.places.get(path)
        if place is None:
            yield Problem(where, "the path of an item", shown(path))
        elif "*" in path and place.parent is not near:
            yield Problem(where, "an item outside these entries, or in the same ones", shown(path))


def _references(questionnaire: Questionnaire) -> Iterator[tuple[str, str, Item | None]]:
    """Where a reference stands, where it leads, and the group or entries it stands in."""
    for path in questionnaire.name_from:
        yield "name_from", path, None
    if questionnaire.date_from is not None:
        yield "date_from", questionnaire.date_from, None
    for section in questionnaire.sections:
        if section.show_when is not None:
            for path in condition_items(section.show_when):
                yield f"{section.id}.show_when", path, None
    for place in questionnaire.places.values():
        item, parent = place.item, place.parent
        if item.show_when is not None:
            for path in condition_items(item.show_when):
                yield f"{item.path}.show_when", path, parent
        for warn in item.warn:
            for path in condition_items(warn.when):
                yield f"{item.path}.warn", path, parent
        if item.value is not None:
            for path in computed_items(item.value):
                yield f"{item.path}.value", path, parent
    for part in questionnaire.report:
        if part.entries is not None:
            yield f"report.{part.id}", part.entries, None
