"""Items that wait for each other in a ring: what shows or makes each of them must be known before it."""

from __future__ import annotations

from questionnaire_core.model import Questionnaire
from questionnaire_core.references import find_cycles
from questionnaire_site.nodes import Node
from questionnaire_site.outline import Item, Outline


def check_cycles(outline: Outline, questionnaire: Questionnaire) -> bool:
    """Tell of every ring, at the first of its conditions or values; say whether there is any."""
    cycles = find_cycles(questionnaire)
    for ring in cycles:
        named = [f'"{path}"' for path in (*ring, ring[0])]
        message = f"{named[0]} waits for " + ", which waits for ".join(named[1:])
        fix = "take one of these out of the other's show_when or value"
        places = [node for path in ring for node in _waits(outline.items[path])]
        outline.source.report("cycle", min(places, key=lambda node: node.place), message, fix)
    return bool(cycles)


def _waits(item: Item) -> list[Node]:
    """Where it is written what an item waits for."""
    own = [item.node.get("show_when"), item.node.get("value"), item.section.node.get("show_when")]
    return [node for node in own if node is not None] or [item.node]
