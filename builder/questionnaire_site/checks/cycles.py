"""Items that wait for each other in a ring: what shows or makes each of them must be known before it."""

from __future__ import annotations

from questionnaire_core.model import Questionnaire
from questionnaire_core.references import find_cycles
from questionnaire_site.definition.outline import Item, Outline
from questionnaire_site.reading.diagnostics import Place
from questionnaire_site.reading.nodes import Node

_KEYS = ("show_when", "value", "options_from", "options_from_text", "of", "where")


def check_titles(outline: Outline) -> None:
    """Tell of entries that are named after each other, so that none has a name."""
    named_after: dict[str, tuple[str, Item]] = {}
    for item in outline.items.values():
        naming = next((child for child in item.children if child.id == item.node.text("entry_title")), None)
        source = naming.node.text("options_from") if naming and item.type == "entries" else None
        entries = outline.entries_of(outline.items.get(source or ""))
        if naming is not None and entries is not None:
            named_after[item.path] = (entries.path, naming)
    told: set[str] = set()
    for start in named_after:
        ring, path = [], start
        while path in named_after and path not in ring:
            ring.append(path)
            path = named_after[path][0]
        if path in ring and told.isdisjoint(ring):
            ring = ring[ring.index(path) :]
            told.update(ring)
            named = [f'"{each}"' for each in (*ring, ring[0])]
            message = f"{named[0]} takes its title from " + ", which takes it from ".join(named[1:])
            nodes = [named_after[each][1].node.values["options_from"] for each in ring]
            at = min(nodes, key=lambda node: node.place)
            outline.source.report("cycle", at, message, "let a question of type text be the entry_title")


def check_cycles(outline: Outline, questionnaire: Questionnaire) -> bool:
    """Tell of every ring, at the first of its conditions or values; say whether there is any."""
    cycles = find_cycles(questionnaire)
    told: set[Place] = set()
    for ring in cycles:
        named = [f'"{path}"' for path in (*ring, ring[0])]
        message = f"{named[0]} waits for " + ", which waits for ".join(named[1:])
        fix = "break the ring at one of them: at its show_when, value, options or where"
        places = [node for path in ring for node in _waits(outline.items[path])]
        at = min(places, key=lambda node: node.place)
        # One place to break may lie on several rings.
        if at.place not in told:
            outline.source.report("cycle", at, message, fix)
        told.add(at.place)
    return bool(cycles)


def _waits(item: Item) -> list[Node]:
    """Where it is written what an item waits for."""
    own = [*(item.node.get(key) for key in _KEYS), item.section.node.get("show_when")]
    return [node for node in own if node is not None] or [item.node]
