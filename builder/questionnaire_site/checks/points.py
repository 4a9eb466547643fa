"""Points and bands: can every band be reached?"""

from __future__ import annotations

from collections.abc import Iterable

from questionnaire_site.definition.outline import Item, Outline
from questionnaire_site.reading.nodes import Mapping
from questionnaire_site.reading.written import value_at


def check_points(outline: Outline, has_scoring: bool) -> None:
    """Check the bands of the questionnaire and of its sections against the points that can be earned."""
    _check_bands(outline, outline.root, outline.items.values(), has_scoring)
    for section in outline.sections:
        inside = [each for item in section.items for each in (item, *item.children)]
        _check_bands(outline, section.node, inside, has_scoring)


def _check_bands(outline: Outline, node: Mapping, items: Iterable[Item], has_scoring: bool) -> None:
    if "bands" not in node:
        return
    source, at = outline.source, node.keys["bands"]
    if has_scoring:
        source.report(
            "unused",
            at,
            "bands beside a scoring.py, which decides alone",
            "delete bands: or scoring.py",
        )
        return
    # The core adds up what stands outside entries, so that a total does not grow with a list.
    earning = [item for item in items if not item.in_entries and _points(item)]
    if not earning:
        message, fix = "bands without any points to add up", "give options points:"
        source.report("bands-without-points", at, message, fix, of_absence=True)
        return
    most = sum(_most(item) for item in earning)
    lowest: float | None = None
    seen: dict[float, Mapping] = {}
    for band in node.mappings("bands"):
        bound = value_at(band, "at_least")
        scalar = band.scalar("at_least")
        if bound is None or scalar is None:
            continue
        lowest = bound if lowest is None else min(lowest, bound)
        if bound in seen:
            also = (("first used at", seen[bound].place),)
            source.report(
                "band-never", scalar, f"two bands start at {bound}", "give each its own at_least", also=also
            )
        elif bound > most:
            message = f"no answers earn {bound} points: the most is {most:g}"
            fix = f"write a number up to {most:g}, or change the points"
            source.report("band-never", scalar, message, fix, of_absence=True)
        seen.setdefault(bound, band)
    if lowest is not None and lowest > 0:
        message = f"a total below {lowest} is in no band"
        source.report(
            "bands-gap", at, message, "start the lowest band at 0", severity="warning", of_absence=True
        )


def _points(item: Item) -> list[float]:
    return [points for option in item.options if (points := value_at(option, "points")) is not None]


def _most(item: Item) -> float:
    points = _points(item)
    return sum(each for each in points if each > 0) if item.type == "choices" else max(points)
