"""The keys of items: those that every item may have, and those of each type."""

from questionnaire_core.model import FINDING_KINDS
from questionnaire_site.reading.kinds import (
    Date,
    EitherOf,
    Flag,
    Id,
    Key,
    ListOf,
    MapOf,
    Markdown,
    Number,
    OneOf,
    OneOrMany,
    Plain,
    Ref,
    Table,
    Text,
    Typed,
    Use,
)

_COMMON = (
    Key("id", Id(), "Permanent. Part of the path of every answer.", required=True),
    Key("title", Text(500), "The question, or the item's name.", required=True),
    Key("code", Text(12), "A short code before the title, such as A1."),
    Key("hint", Text(1000), "A plain explanation beneath the question."),
    Key("lead", Markdown(), "Always shown, above the question."),
    Key("guidance", Markdown(), "Folded away until opened."),
    Key("guidance_title", Text(120), "The words that open the guidance."),
    Key("optional", Flag(), "Blank does not count as unanswered."),
    Key("private", Ref(), "The kind of private answer this is."),
    Key("show_when", Use("condition"), "The item is asked only while this holds."),
    Key("fold", Text(120), "Neighbours with the same words here share one folded part."),
    Key("warn", ListOf(Use("warning")), "Gentle messages, each shown while its condition holds."),
    Key("overview", Flag(), "The page of key characteristics lists this item's options."),
    Key("glance", Flag(), "The item's answer is shown in the report part glance."),
    Key(
        "replaces",
        OneOrMany(EitherOf(Ref(), Use("replaced-item"))),
        "Earlier ids of this item, whose answers it takes over.",
    ),
)

_OPTIONS = Key("options", ListOf(Use("option"), least=1), "The options, in order.")

_OPTION_SET = Key("option_set", Ref(), "The name of a set in option_sets, in place of options.")

_CHOICE = (
    _OPTIONS,
    _OPTION_SET,
    Key("options_from", Ref(), "Entries, or a view of some, that are the options."),
    Key("options_from_text", Ref(), "A text whose lines are the options."),
    Key("best", OneOrMany(Id()), "The answer that what would change it works towards."),
)

_TYPES: dict[str, tuple[Key, ...]] = {
    "choice": (
        *_CHOICE,
        Key("sets_status", Flag(), "The chosen option is the status of the section."),
        Key("take_from", Use("take-from"), "Offers to take the answer from another questionnaire."),
    ),
    "choices": _CHOICE,
    "yes-no": (Key("best", OneOf(("yes", "no")), "The answer that what would change it works towards."),),
    "number": (
        Key("unit", Text(40), "Shown after the number."),
        Key("min", Number(), "The lowest number that can be entered."),
        Key("max", Number(), "The highest number that can be entered."),
        Key("decimals", Number(whole=True, least=0, most=6), "How many decimal places. 0 when not given."),
    ),
    "date": (
        Key("min", Date(), "The earliest day that can be entered."),
        Key("max", Date(), "The latest day that can be entered."),
    ),
    "text": (Key("max_length", Number(whole=True, least=1), "How many characters fit."),),
    "long-text": (),
    "group": (
        Key("items", ListOf(Use("child"), least=1), "The questions of the group, in order."),
        Key("use", Ref(), "The name of a group in groups, applied to this item."),
        Key("set", MapOf(Use("set-child"), Ref()), "By child id: keys that differ from the group's own."),
        Key("omit", ListOf(Ref()), "Children of the group that this item goes without."),
    ),
    "entries": (
        Key(
            "items", ListOf(Use("entry-child"), least=1), "The questions asked for each entry.", required=True
        ),
        Key("singular", Text(40), "What one entry is called, such as action.", required=True),
        Key("entry_title", Ref(), "The child whose answer names an entry.", required=True),
        Key("entry_summary", ListOf(Ref()), "Further children shown on an entry's summary line."),
        Key("min", Number(whole=True, least=0), "The fewest entries."),
        Key("max", Number(whole=True, least=1), "The most entries."),
        Key("suggest", Use("suggest"), "Findings offered as new entries."),
    ),
    "entries-view": (
        Key("of", Ref(), "The entries of which it shows some.", required=True),
        Key(
            "where",
            MapOf(Plain(), Ref(), least=1),
            "By child id: the answer that an entry must have to be shown here.",
            required=True,
        ),
        Key("singular", Text(40), "What one entry is called here. As the entries say when not given."),
    ),
    "computed": (
        Key("value", Use("value"), "How the value comes from other answers.", required=True),
        Key("unit", Text(40), "Shown after the value."),
        _OPTIONS,
        _OPTION_SET,
    ),
}

_CHILD_TYPES = {
    name: keys for name, keys in _TYPES.items() if name not in ("group", "entries", "entries-view")
}

_BEFORE = Key(
    "before", Ref(), "On an item's own question: the child of the used group that it stands before."
)

_LATER = Key("later", Flag(), "Wanted before the entry is complete, and not to add it.")
_NOT_LATER = {"later": "only the questions of entries can be answered later"}

_OWN = Key("own", Flag(), "Marks where an item's own items go.", required=True)

REPLACED_ITEM = Table(
    "replaced item",
    (
        Key("item", Ref(), "The earlier id; with a slash, the earlier path.", required=True),
        Key(
            "values",
            MapOf(Ref(), Ref(), least=1),
            "By option id as it was: the option id that stands for it now.",
            required=True,
        ),
    ),
)

SUGGEST = Table(
    "suggest",
    (
        Key("kinds", OneOrMany(OneOf(FINDING_KINDS)), "Kinds of finding that are offered.", required=True),
        Key("most", Number(whole=True, least=1), "How many at most. 5 when not given."),
        Key("into", Ref(), "The child that takes the finding's title.", required=True),
    ),
)

WARNING = Table(
    "warning",
    (
        Key("when", Use("condition"), "The message shows while this holds.", required=True),
        Key("text", Text(500), "The message.", required=True),
    ),
)

TAKE_FROM = Table(
    "take_from",
    (Key("questionnaire", Ref(), "The questionnaire whose conclusion can be taken over.", required=True),),
)

ITEM = Typed("item", "type", _COMMON, _TYPES, implied=("use", "group"), elsewhere=_NOT_LATER)
CHILD = Typed("item", "type", (*_COMMON, _BEFORE), _CHILD_TYPES, elsewhere=_NOT_LATER)
ENTRY_CHILD = Typed("item", "type", (*_COMMON, _LATER), _CHILD_TYPES)
GROUP_CHILD = Typed("item", "type", _COMMON, _CHILD_TYPES, instead=_OWN, elsewhere=_NOT_LATER)
# An id is what a child is set by, so it cannot be set.
SET_CHILD = Typed("item", "type", _COMMON[1:], _CHILD_TYPES, partial=True)
