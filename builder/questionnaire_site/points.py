"""Points, bands and the goal of advice: can every band be reached, and does what advice aims for exist?"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from questionnaire_site.diagnostics import did_you_mean
from questionnaire_site.nodes import Mapping
from questionnaire_site.outline import Item, Outline
from questionnaire_site.written import value_at


def check_points(outline: Outline, scoring: ast.Module | None) -> None:
    """Check bands against points, and advice against the conclusions there are."""
    root = outline.root
    _check_bands(outline, root, outline.items.values(), scoring is not None)
    for section in outline.sections:
        inside = [item for item in outline.items.values() if item.section is section]
        _check_bands(outline, section.node, inside, scoring is not None)
    advice = root.mapping("advice")
    if advice is None:
        return
    written = [node.text("id") or "" for node in root.mappings("bands")]
    known = written if scoring is None else _texts_in(scoring)
    for name in advice.scalars("towards"):
        if name.raw not in known:
            where = "among the bands" if scoring is None else "in scoring.py"
            fix = did_you_mean(
                name.raw, written if scoring is None else (), "name a classification that can come about"
            )
            outline.source.report("unknown-conclusion", name, f'there is no "{name.raw}" {where}', fix)


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
        source.report(
            "bands-without-points", at, "bands without any points to add up", "give options points:"
        )
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
            source.report(
                "band-never", scalar, message, f"write a number up to {most:g}, or change the points"
            )
        seen.setdefault(bound, band)
    if lowest is not None and lowest > 0:
        message = f"a total below {lowest} is in no band"
        source.report("bands-gap", at, message, "start the lowest band at 0", severity="warning")


def _points(item: Item) -> list[float]:
    return [points for option in item.options if (points := value_at(option, "points")) is not None]


def _most(item: Item) -> float:
    points = _points(item)
    return sum(each for each in points if each > 0) if item.type == "choices" else max(points)


def _texts_in(scoring: ast.Module) -> set[str]:
    return {
        node.value
        for node in ast.walk(scoring)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
