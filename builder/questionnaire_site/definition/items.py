"""One item as pages, browser and core read it: every key of its type present, every name in it resolved."""

from __future__ import annotations

from questionnaire_core.structure import LISTS, TEXTS
from questionnaire_site.catalogue import Catalogue
from questionnaire_site.definition.outline import Item
from questionnaire_site.definition.references import References
from questionnaire_site.definition.rules import Rules
from questionnaire_site.plain import Json
from questionnaire_site.reading.nodes import Mapping, Scalar
from questionnaire_site.reading.phrases import with_article
from questionnaire_site.reading.scalars import truth
from questionnaire_site.reading.written import needed_at, text_at, texts_at, value_at

_TEXTS = ("code", "hint", "lead", "guidance", "guidance_title", "fold")


class ItemWriter:
    def __init__(self, references: References, private_kinds: list[str], catalogue: Catalogue) -> None:
        self.references = references
        self.source = references.source
        self.rules = Rules(references)
        self.private_kinds = private_kinds
        labels = (("yes", "question.yes"), ("no", "question.no"), ("dont-know", "question.dont_know"))
        self.yes_no = [_option(id_, catalogue.text(key)) for id_, key in labels]

    def item(self, item: Item) -> Json:
        node = item.node
        return {
            "id": item.id,
            "path": item.path,
            "type": item.type,
            "title": needed_at(node, "title"),
            **{key: text_at(node, key) for key in _TEXTS},
            "optional": truth(node.scalar("optional")),
            "later": self.later(item),
            "private": self.private(node),
            "show_when": self.rules.condition(node.get("show_when"), item.parent),
            "warn": [warning for each in node.mappings("warn") if (warning := self.warning(each, item))],
            "glance": self.flag(item, "glance"),
            "overview": self.flag(item, "overview"),
            **self.of_type(item),
        }

    def of_type(self, item: Item) -> Json:
        node = item.node
        match item.type:
            case "choice":
                source = node.mapping("take_from")
                taken = {"take_from": {"questionnaire": text_at(source, "questionnaire")} if source else None}
                return {**self.options(item), "sets_status": truth(node.scalar("sets_status")), **taken}
            case "choices":
                return self.options(item)
            case "yes-no":
                return {"options": self.yes_no, "best": text_at(node, "best")}
            case "number":
                self.check_bounds(item)
                bounds = {"min": value_at(node, "min"), "max": value_at(node, "max")}
                return {"unit": text_at(node, "unit"), **bounds, "decimals": value_at(node, "decimals", 0)}
            case "date":
                self.check_bounds(item)
                return {"min": text_at(node, "min"), "max": text_at(node, "max")}
            case "text":
                return {"max_length": value_at(node, "max_length")}
            case "group":
                return {"items": self.children(item)}
            case "entries":
                self.check_bounds(item)
                return {"items": self.children(item), **self.entries(item)}
            case "entries-view":
                return self.view(item)
            case "computed":
                value = self.rules.value(node.mapping("value"), item)
                return {"value": value, "unit": text_at(node, "unit"), **self.written(item)}
            case _:
                return {}

    def children(self, item: Item) -> list[Json]:
        return [self.item(child) for child in item.children if child.type]

    def entries(self, item: Item) -> Json:
        node = item.node
        title = node.scalar("entry_title")
        summary = [
            child.id for name in node.scalars("entry_summary") if (child := self.references.child(name, item))
        ]
        return {
            "entry_title": child.id if title and (child := self.references.child(title, item)) else None,
            "entry_summary": summary,
            "singular": needed_at(node, "singular"),
            "min": value_at(node, "min"),
            "max": value_at(node, "max"),
            "suggest": self.suggest(node.mapping("suggest"), item),
        }

    def suggest(self, node: Mapping | None, item: Item) -> Json | None:
        into = node.scalar("into") if node else None
        if node is None or into is None:
            return None
        self.references.child_of_type(into, item, TEXTS, "into")
        return {"kinds": texts_at(node, "kinds"), "most": value_at(node, "most", 5), "into": into.raw}

    def view(self, item: Item) -> Json:
        """Write a view of entries."""
        node = item.node
        entries = self.references.of_type(node.scalar("of"), ("entries",), "a view")
        where = node.mapping("where") or Mapping(node.place, ())
        wanted = {
            key.raw: value.raw
            for key in where.keys.values()
            if (value := where.scalar(key.raw)) and self.is_wanted(key, value, entries)
        }
        return {"of": entries and entries.path, "where": wanted, "singular": text_at(node, "singular")}

    def is_wanted(self, key: Scalar, value: Scalar, entries: Item | None) -> bool:
        """Check that an answer that a view asks of its entries can be given to a new one."""
        child = self.references.child_of_type(key, entries, ("choice", "choices", "yes-no"), "where")
        if child is None:
            return False
        if child.options_source is None:
            return self.rules.is_option(value, child)
        message = f'the options of "{child.id}" come from other answers, and where takes one that is written'
        self.source.report("wrong-item-type", key, message, "name a child that has options of its own")
        return False

    def options(self, item: Item) -> Json:
        """Write the options of a choice, or what they come from."""
        node, sources = item.node, {"options_from": LISTS, "options_from_text": TEXTS}
        found = {
            key: self.references.of_type(node.scalar(key), types, key, item.parent)
            for key, types in sources.items()
        }
        paths = {key: source and source.path for key, source in found.items()}
        return {**self.written(item), **paths, "best": self.best(item)}

    def written(self, item: Item) -> Json:
        return {"options": [self.option(option) for option in item.options]}

    def best(self, item: Item) -> str | list[str] | None:
        """Give the best answer of an item with options: one of them, or for choices several or all."""
        if item.best is None:
            return None
        if item.options_source is not None:
            message = f'the options of "{item.id}" come from other answers, so none is known to be the best'
            self.source.report("unused", item.best, message, "delete best")
            return None
        holder = Mapping(item.node.place, (), {"best": item.best})
        chosen = [scalar for scalar in holder.scalars("best") if self.is_best(scalar, item)]
        if item.type == "choices":
            ids = [scalar.raw for scalar in chosen]
            return "all" if ids == ["all"] else ids
        if len(chosen) > 1:
            message = f'"{item.id}" is a choice item, and its best answer is one option'
            self.source.report("wrong-type", chosen[1], message, f"write best: {chosen[0].raw}")
        return chosen[0].raw if chosen else None

    def is_best(self, scalar: Scalar, item: Item) -> bool:
        return (scalar.raw == "all" and item.type == "choices") or self.rules.is_option(scalar, item)

    def option(self, node: Mapping) -> Json:
        return {
            **_option(node.text("id") or "", needed_at(node, "label")),
            "hint": text_at(node, "hint"),
            "points": value_at(node, "points"),
            "settles": truth(node.scalar("settles")),
        }

    def warning(self, node: Mapping, item: Item) -> Json | None:
        when = self.rules.condition(node.get("when"), item.parent)
        return {"when": when, "text": needed_at(node, "text")} if when else None

    def private(self, node: Mapping) -> str | None:
        name = node.scalar("private")
        if name is None:
            return None
        none = "write the kind under private: at the top, with id and label"
        return self.references.one_of(name, self.private_kinds, "unknown-name", "private kind", none)

    def later(self, item: Item) -> bool:
        node = item.node.scalar("later")
        if truth(node) and truth(item.node.scalar("optional")):
            message = f'"{item.id}" is optional, so nobody waits for it'
            self.source.report("unused", item.node.keys["later"], message, "keep one of later and optional")
        return truth(node)

    def flag(self, item: Item, key: str) -> bool:
        """Give a flag that asks for options to show."""
        scalar = item.node.scalar(key)
        # Options of its own that were no use have been told of already.
        written = item.type in ("choice", "choices") and item.options_source is None
        computed = key == "glance" and item.type == "computed"
        if scalar and truth(scalar) and not (item.option_ids or written or computed):
            what = f"{with_article(item.type or '')} item without any of its own"
            message = f'{key} shows options, and "{item.id}" is {what}'
            self.source.report(
                "wrong-item-type", scalar, message, f"delete {key}, or put it on an item with options"
            )
        return truth(scalar)

    def check_bounds(self, item: Item) -> None:
        low, high = value_at(item.node, "min"), value_at(item.node, "max")
        at = item.node.get("max")
        if low is not None and high is not None and at is not None and high < low:
            message = f'the max of "{item.id}" is {high}, less than its min, {low}'
            self.source.report("out-of-range", at, message, "swap the two, or change one")


def _option(id_: str, label: str) -> Json:
    return {"id": id_, "label": label, "hint": None, "points": None, "settles": False}
