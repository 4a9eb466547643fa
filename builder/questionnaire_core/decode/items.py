"""Items and their options from JSON."""

from typing import Any

from questionnaire_core.decode.fields import Fields
from questionnaire_core.decode.rules import RuleReader
from questionnaire_core.model import FINDING_KINDS, ITEM_TYPES, YES_NO_IDS, Item, Option, Suggest
from questionnaire_core.paths import child_path
from questionnaire_core.problems import Problem
from questionnaire_core.rules import Scalar, Warn

HOLDING_ITEMS = ("group", "entries")


class ItemReader:
    """Reads items, noting problems in the list it is given."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.rules = RuleReader(problems)

    def fields(self, data: Any, where: str) -> Fields:
        return Fields(data, where, self.problems)

    def item(self, data: Any, where: str) -> Item:
        return self.any_item(data, where, "")

    def any_item(self, data: Any, where: str, prefix: str) -> Item:
        fields = self.fields(data, where)
        item_id = fields.text("id")
        kind = fields.one_of("type", ITEM_TYPES)
        path = prefix + item_id
        if fields.raw("path") not in (None, path):
            fields.note(fields.at("path"), path, fields.raw("path"))
        if prefix and kind in HOLDING_ITEMS:
            fields.note(fields.at("type"), "a type that holds no items", kind)
        item = Item(
            id=item_id,
            path=path,
            type=kind,
            title=fields.text("title"),
            code=fields.optional_text("code"),
            hint=fields.optional_text("hint"),
            optional=fields.flag("optional"),
            later=fields.flag("later"),
            private=fields.optional_text("private"),
            show_when=fields.optional("show_when", self.rules.condition),
            warn=fields.each("warn", self.warn),
            fold=fields.optional_text("fold"),
            glance=fields.flag("glance"),
            overview=fields.flag("overview"),
            **self.for_type(fields, path),
        )
        fields.done()
        return item

    def for_type(self, fields: Fields, path: str) -> dict[str, Any]:
        """The fields that only this type of item has."""
        match fields.data.get("type"):
            case "choice":
                return {
                    **self.options(fields),
                    "best": fields.optional_text("best"),
                    "sets_status": fields.flag("sets_status"),
                    "take_from": fields.optional("take_from", self.take_from),
                }
            case "choices":
                return {**self.options(fields), "best": self.best_ticks(fields)}
            case "yes-no":
                options = fields.each("options", self.option) or tuple(Option(id_, id_) for id_ in YES_NO_IDS)
                if tuple(option.id for option in options) != YES_NO_IDS:
                    fields.note(fields.at("options"), ", ".join(YES_NO_IDS), fields.data["options"])
                return {"options": options, "best": fields.optional_text("best")}
            case "number":
                return {
                    "unit": fields.optional_text("unit"),
                    "min": fields.optional_number("min"),
                    "max": fields.optional_number("max"),
                    "decimals": fields.whole("decimals", 0),
                }
            case "date":
                return {"min": fields.optional_text("min"), "max": fields.optional_text("max")}
            case "text":
                return {"max_length": fields.optional_whole("max_length")}
            case "group":
                return {"items": fields.each("items", lambda d, w: self.any_item(d, w, f"{path}/"))}
            case "entries":
                return {
                    "items": fields.each("items", lambda d, w: self.any_item(d, w, child_path(path, ""))),
                    "entry_title": fields.optional_text("entry_title"),
                    "entry_summary": fields.texts("entry_summary"),
                    "singular": fields.optional_text("singular"),
                    "min": fields.optional_whole("min"),
                    "max": fields.optional_whole("max"),
                    "suggest": fields.optional("suggest", self.suggest),
                }
            case "entries-view":
                return {
                    "of": fields.text("of"),
                    "where": self.where(fields.inside("where")),
                    "singular": fields.optional_text("singular"),
                }
            case "computed":
                if not fields.has("value"):
                    fields.note(fields.at("value"), "a computed value", None)
                return {
                    "value": fields.optional("value", self.rules.computed),
                    "unit": fields.optional_text("unit"),
                    "options": fields.each("options", self.option),
                }
            case _:
                return {}

    def options(self, fields: Fields) -> dict[str, Any]:
        """Options as the author wrote them, or where they come from."""
        sources = {key: fields.optional_text(key) for key in ("options_from", "options_from_text")}
        given = [key for key in ("options", *sources) if fields.data.get(key)]
        if len(given) != 1:
            found = " and ".join(given) or fields.data.get("options")
            fields.note(fields.at("options"), "options, options_from or options_from_text", found)
        return {"options": fields.each("options", self.option), **sources}

    def where(self, fields: Fields) -> tuple[tuple[str, Scalar], ...]:
        """What the children of an entry must answer for a view to show it."""
        wanted = [(key, self.rules.scalar(fields.raw(key), fields.at(key))) for key in fields.data]
        if fields.usable and not wanted:
            fields.note(fields.where, "a child and its answer", None)
        return tuple((key, value) for key, value in wanted if value is not None)

    def take_from(self, data: Any, where: str) -> str:
        fields = self.fields(data, where)
        questionnaire = fields.text("questionnaire")
        fields.done()
        return questionnaire

    def best_ticks(self, fields: Fields) -> str | tuple[str, ...] | None:
        """ "all", or a list of option ids: to choose none is a best answer too."""
        match fields.raw("best"):
            case None | "all" as best:
                return best
            case list():
                return fields.texts("best")
            case other:
                fields.note(fields.at("best"), "all or a list of option ids", other)
                return None

    def option(self, data: Any, where: str) -> Option:
        fields = self.fields(data, where)
        option = Option(
            id=fields.text("id"),
            label=fields.text("label"),
            hint=fields.optional_text("hint"),
            points=fields.optional_number("points"),
            settles=fields.flag("settles"),
        )
        fields.done()
        return option

    def warn(self, data: Any, where: str) -> Warn | None:
        fields = self.fields(data, where)
        when = self.rules.condition(fields.raw("when"), fields.at("when"))
        text = fields.text("text")
        fields.done()
        return None if when is None else Warn(when, text)

    def suggest(self, data: Any, where: str) -> Suggest:
        fields = self.fields(data, where)
        kinds = fields.texts_of("kinds", FINDING_KINDS)
        suggest = Suggest(kinds, fields.whole("most", 5), fields.text("into"))
        fields.done()
        return suggest
