"""What needs what in a questionnaire: the paths that rules look at, and the rings they may form.

Knows nothing of answers.
"""

from collections.abc import Iterator

from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.paths import child_path
from questionnaire_core.rules import AllOf, AnyOf, Cases, Computed, Condition, Count, Not, Sum


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


def source_items(item: Item) -> Iterator[str]:
    """The paths that an item's options come from, or that a view of entries looks at."""
    if item.options_source is not None:
        yield item.options_source
    if item.of is not None:
        yield item.of
        yield from (child_path(item.of, child_id) for child_id, _ in item.where)


def find_cycles(questionnaire: Questionnaire) -> tuple[tuple[str, ...], ...]:
    """Rings of items of which each needs the next to be known, so that none can be."""
    return _rings(_needs(questionnaire))


def _rings(needs: dict[str, list[str]]) -> tuple[tuple[str, ...], ...]:
    rings: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in needs:
        _follow(start, needs, [], done, rings)
    return tuple(rings)


def _follow(
    path: str, needs: dict[str, list[str]], trail: list[str], done: set[str], rings: list[tuple[str, ...]]
) -> None:
    if path in trail:
        rings.append(tuple(trail[trail.index(path) :]))
    elif path not in done:
        trail.append(path)
        for needed in needs.get(path, ()):
            _follow(needed, needs, trail, done, rings)
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
        needs[path] = [*needed, *source_items(place.item)]
    return needs


def title_cycles(questionnaire: Questionnaire) -> tuple[tuple[str, ...], ...]:
    """Rings of entries of which each is named after one of the next, so that none has a name."""
    named_after: dict[str, list[str]] = {}
    for path, place in questionnaire.places.items():
        naming = questionnaire.places.get(child_path(path, place.item.entry_title or ""))
        source = questionnaire.places.get(naming.item.options_from or "") if naming else None
        if source is not None:
            named_after[path] = [source.item.of or source.item.path]
    return _rings(named_after)
