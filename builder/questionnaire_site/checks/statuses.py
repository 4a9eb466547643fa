"""The status of a section, as people set it: one question at most, and options that settle it."""

from __future__ import annotations

from questionnaire_site.definition.outline import Item, Outline, Section
from questionnaire_site.reading.nodes import Scalar
from questionnaire_site.reading.scalars import truth
from questionnaire_site.reading.source import Source


def check_statuses(outline: Outline) -> None:
    """Tell of a status that could never show or never settle, and of settles that settles nothing."""
    for section in outline.sections:
        _check_section(outline.source, section)
    settling = [option for item in outline.items.values() if _sets_status(item) for option in item.options]
    for item in outline.items.values():
        for option in item.options:
            if truth(option.scalar("settles")) and not any(option is each for each in settling):
                message = f'the option settles a status, and "{item.id}" sets none'
                fix = "give the item sets_status: true, or delete settles"
                outline.source.report("unused", option.keys["settles"], message, fix, severity="warning")


def _check_section(source: Source, section: Section) -> None:
    first: Scalar | None = None
    for item in (each for top in section.items for each in (top, *top.children) if _sets_status(each)):
        at = item.node.keys["sets_status"]
        if item.parent is not None and item.in_entries:
            message = (
                f'"{item.id}" is asked for each of the entries "{item.parent.id}", so it has no one answer'
            )
            source.report("inside-entries", at, message, "set the status by a question outside the entries")
        elif section.node.text("place") == "results":
            message = "the hub does not list a section that is answered on the results page"
            source.report("unused", at, message, "delete sets_status")
        elif first is not None:
            message = f'the section "{section.id}" has two questions that set its status'
            also = (("first set at", first.place),)
            source.report("status-twice", at, message, "keep sets_status in one of them", also=also)
        else:
            first = at
            if not any(truth(option.scalar("settles")) for option in item.options):
                message = f'no option of "{item.id}" has settles: true, so the section is never done'
                source.report("missing-key", at, message, "add settles: true to each option that settles it")


def _sets_status(item: Item) -> bool:
    return truth(item.node.scalar("sets_status"))
