"""Advice in words: one line for each item that would have to change."""

from collections.abc import Iterator
from itertools import groupby

from questionnaire_core.advice import Advice, Change
from questionnaire_core.blocks import Block, Heading, Line, Lines, Paragraph
from questionnaire_core.model import Item, Value
from questionnaire_core.paths import holder_path
from questionnaire_core.response import Response
from questionnaire_core.texts import Texts


def advice_blocks(response: Response, advice: Advice | None, texts: Texts) -> Iterator[Block]:
    """A heading, what the changes would lead to, and the changes; nothing without advice."""
    rule = response.questionnaire.advice
    if advice is None or rule is None:
        return
    lines = list(_lines(response, advice, texts))
    yield Heading(2, texts.text("core.advice.heading"))
    yield Paragraph(texts.text("core.advice.intro", count=len(lines), title=advice.reaches.title))
    yield Lines(tuple(lines[: rule.most]))
    if len(lines) > rule.most:
        yield Paragraph(texts.text("core.advice.more", number=len(lines) - rule.most))


def _lines(response: Response, advice: Advice, texts: Texts) -> Iterator[Line]:
    for _, together in groupby(advice.changes, key=lambda change: holder_path(change.path)):
        changes = list(together)
        said = [_said(response.item(change.path), change, texts) for change in changes]
        title = response.title(changes[0].path)
        text = texts.text(
            "core.advice.item", title=title, changes=texts.text("core.list_semicolon").join(said)
        )
        yield Line(text, tuple(change.path for change in changes), _private(response, changes))


def _private(response: Response, changes: list[Change]) -> str | None:
    kinds = (response.item(change.path).private for change in changes)
    return next((kind for kind in kinds if kind), None)


def _said(item: Item, change: Change, texts: Texts) -> str:
    if item.type == "choices":
        return _ticks_said(item, change, texts)
    after = _label(item, change.to_value)
    if change.from_value is None:
        said = texts.text("core.advice.answer", after=after)
    else:
        said = texts.text("core.advice.change", before=_label(item, change.from_value), after=after)
    # Beside its heading, the question that gives a group its value goes without saying.
    if item.glance or "/" not in item.path:
        return said
    return texts.text("core.advice.about", question=item.title, change=said)


def _ticks_said(item: Item, change: Change, texts: Texts) -> str:
    before, after = _ticks(change.from_value), _ticks(change.to_value)
    if not before and len(after) == len(item.options) > 1:
        return texts.text("core.advice.tick_all", question=item.title)
    parts = []
    if added := [_label(item, id_) for id_ in after if id_ not in before]:
        parts.append(texts.text("core.advice.tick", labels=_quoted(added, texts)))
    if removed := [_label(item, id_) for id_ in before if id_ not in after]:
        parts.append(texts.text("core.advice.untick", labels=_quoted(removed, texts)))
    return texts.text("core.list_semicolon").join(parts)


def _quoted(labels: list[str], texts: Texts) -> str:
    return texts.listed([texts.text("core.quoted", text=label) for label in labels])


def _ticks(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _label(item: Item, value: Value | None) -> str:
    option = item.option(value)
    return str(value) if option is None else option.label
