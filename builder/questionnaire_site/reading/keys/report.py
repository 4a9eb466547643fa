"""The keys of the parts of a report, and of its shorter copies."""

from questionnaire_core.model import FINDING_KINDS
from questionnaire_site.reading.kinds import (
    Flag,
    Id,
    Key,
    ListOf,
    Markdown,
    Number,
    OneOf,
    OneOrMany,
    Ref,
    Table,
    Text,
    Typed,
    Use,
)

_KINDS = Key("kinds", OneOrMany(OneOf(FINDING_KINDS)), "The kinds of finding listed.", required=True)
_EMPTY = Key("empty", Text(500), "Shown when there is nothing else to show.")
_ENTRIES = Key("entries", Ref(), "The entries shown, or a view of some.", required=True)
_WHERE = Key("where", Use("condition"), "Only entries for which this holds; it names their children by id.")

_PARTS: dict[str, tuple[Key, ...]] = {
    "heading": (),
    "conclusion": (
        Key("reveal", Text(120), "The words of a button: the conclusion shows only after the person asks."),
        Key("caveat", Text(1000), "Shown beneath the conclusion."),
    ),
    "scores": (),
    "findings": (
        _KINDS,
        _EMPTY,
        Key("suggest", Flag(), "Each finding can be made an entry of the item that has suggest."),
        Key("dismiss", Ref(), "The entries that keep findings set aside: their children finding and reason."),
    ),
    "result-grid": (
        Key("grid", Ref(), "The id of a grid that scoring.py makes.", required=True),
        _EMPTY,
    ),
    "glance": (),
    "answers": (
        Key("items", OneOrMany(Ref()), "The children, by id, whose answers are listed."),
        Key("sections", OneOrMany(Ref()), "The sections whose answers are listed."),
    ),
    "entries": (Key("entries", Ref(), "The entries shown.", required=True),),
    "grid": (
        _ENTRIES,
        _WHERE,
        Key("rows", Ref(), "The child whose options are the rows.", required=True),
        Key("columns", Ref(), "The child whose options are the columns.", required=True),
        Key(
            "cell",
            OneOf(("names", "count")),
            "What a cell holds: names of entries (when not given), or how many.",
        ),
        _EMPTY,
    ),
    "pathways": (
        _ENTRIES,
        Key("from", Ref(), "The child that says where a step starts.", required=True),
        Key("to", Ref(), "The child that says where it leads.", required=True),
        Key("kind", Ref(), "The child that says what kind of step it is."),
        Key("lanes", Ref(), "The child of what the steps join whose options are the columns of the drawing."),
        Key("text", OneOrMany(Ref()), "Further children told of each step."),
        Key("open_when", Use("condition"), "Steps for which this holds are not there yet, and drawn so."),
        _EMPTY,
    ),
    "list": (
        _ENTRIES,
        _WHERE,
        Key("show", OneOrMany(Ref()), "The children shown of each entry, besides its title."),
        Key("sort", Ref(), "The child by which the entries are ordered."),
        _EMPTY,
    ),
    "changes": (
        Key("entries", Ref(), "The list of what was to be done, told of as done or not."),
        Key("done_when", Use("condition"), "An entry of it for which this holds is done."),
    ),
}

REPORT_PART = Typed(
    "report part",
    "part",
    (
        Key("id", Id(), "Permanent. The kind of part when not given."),
        Key("title", Text(200), "The heading.", required=True),
        Key("intro", Markdown(2000), "Shown beneath the heading."),
        Key("private", Ref(), "The kind of private answer this part shows."),
    ),
    _PARTS,
)

REPORT_VIEW = Table(
    "report view",
    (
        Key("id", Id(), "Permanent.", required=True),
        Key("title", Text(120), "What the copy is called.", required=True),
        Key("parts", ListOf(Ref(), least=1), "The ids of the parts that it holds, in order.", required=True),
        Key(
            "most",
            Number(whole=True, least=1),
            "How many findings or entries each part holds. All when not given.",
        ),
    ),
)
