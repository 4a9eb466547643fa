"""The keys of a questionnaire as a whole, of its sections, and of options."""

from questionnaire_core.model import FINDING_KINDS
from questionnaire_site.reading.kinds import (
    Flag,
    Forms,
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
    Use,
)

_STEP = OneOf(("item", "section"))

QUESTIONNAIRE = Table(
    "questionnaire",
    (
        Key(
            "id", Id(), "The name of the folder. It is part of the address, and never changes.", required=True
        ),
        Key("title", Text(120), "The name people know it by.", required=True),
        Key("revision", Number(whole=True, least=1), "Goes up by one when questions change.", required=True),
        Key("language", Text(35), "Names the catalogue of interface words. en-GB when not given."),
        Key("summary", Text(), "One plain sentence for the card on the home page.", required=True),
        Key("step", _STEP, "What one step shows: an item (when not given) or a whole section."),
        Key("labels", Use("labels"), "What this questionnaire calls its sections and items.", required=True),
        Key("name_from", ListOf(Ref()), "Items whose answers name a draft and its files."),
        Key("date_from", Ref(), "The item whose answer dates a draft."),
        Key("start_from", Use("start-from"), "What a new draft can carry over from an earlier one."),
        Key("workshop", Use("workshop"), "What several people's answers are compared on."),
        Key("start", Markdown(), "The start page.", required=True),
        Key("closing", Markdown(), "Shown with the results: what next."),
        Key(
            "private",
            ListOf(Use("private-kind")),
            "Kinds of answer left out of a copy to share unless ticked.",
        ),
        Key(
            "settings",
            MapOf(OneOrMany(Plain(may_be_flag=True)), Text(60)),
            "What scoring.py goes by, under names of your own: texts, numbers, true or false, lists.",
        ),
        Key("option_sets", MapOf(Use("option-set")), "Options that several questions share."),
        Key("groups", MapOf(Use("group")), "Questions written once and applied to many items with use."),
        Key("sections", ListOf(Use("section"), least=1), "The sections, in order.", required=True),
        Key("bands", ListOf(Use("band"), least=1), "Named conclusions for the total of the points."),
        Key("advice", Use("advice"), "What the list of changes aims for."),
        Key("findings_labels", Use("findings-labels"), "The words above each kind of finding."),
        Key("report", ListOf(Use("report-part")), "The parts of the results, in order."),
        Key("report_views", ListOf(Use("report-view")), "Shorter copies of the report, by their parts."),
        Key("retired", ListOf(Use("retired")), "What was asked once and is not any more, and why."),
    ),
)

LABELS = Table(
    "labels",
    (
        Key("section", Text(40), "One section, such as Domain.", required=True),
        Key("sections", Text(40), "Several sections.", required=True),
        Key("item", Text(40), "One item, such as Descriptor.", required=True),
        Key("items", Text(40), "Several items.", required=True),
        Key("later", Text(60), "What stands by the questions of entries that can be answered later."),
    ),
)

_CARRIED = (
    Key("leave_out", OneOrMany(Ref()), "What is not carried all the same: sections, items or children."),
    Key("entries", ListOf(Use("kept-entries")), "Lists of which only some entries are carried."),
)

START_FROM = Table(
    "start_from",
    (
        Key("text", Text(500), "Says in plain words what is carried over, and what is not.", required=True),
        Key("reminder", Text(300), "What to look at in what was carried over."),
        Key(
            "keep",
            OneOrMany(Ref()),
            "Carried without asking: sections, items, or children of groups by their ids.",
            required=True,
        ),
        *_CARRIED,
        Key("offer", ListOf(Use("start-offer")), "Carried only if the person asks for it."),
    ),
)

START_OFFER = Table(
    "offer",
    (
        Key("id", Id(), "Permanent.", required=True),
        Key("label", Text(200), "The words beside the tick box.", required=True),
        Key("hint", Text(500), "A plain explanation beneath the label."),
        Key("keep", OneOrMany(Ref()), "Sections, items, or children of groups by their ids."),
        *_CARRIED,
    ),
)

KEPT_ENTRIES = Table(
    "kept entries",
    (
        Key("entries", Ref(), "The list.", required=True),
        Key(
            "where",
            Use("condition"),
            "Only entries for which this holds; it names their children by id.",
            required=True,
        ),
    ),
)

WORKSHOP = Table(
    "workshop",
    (
        Key(
            "compare",
            OneOrMany(Ref()),
            "Questions of type choice or yes-no: by path, or children of groups by their ids.",
            required=True,
        ),
        Key("why", Ref(), "The text beside each question where the reasons are written down."),
        Key("minority", Use("workshop-minority"), "Where a view is kept that was not the one agreed on."),
    ),
)

WORKSHOP_MINORITY = Table(
    "minority",
    (
        Key("item", Ref(), "The text beside each question.", required=True),
        Key("tick", Use("workshop-tick"), "What is ticked when another view is kept."),
    ),
)

WORKSHOP_TICK = Table(
    "tick",
    (
        Key("item", Ref(), "The question of type choices beside each question.", required=True),
        Key("option", Id(), "The option of it.", required=True),
    ),
)

PRIVATE_KIND = Table(
    "private kind",
    (
        Key("id", Id(), "Named by private: on items and report parts.", required=True),
        Key("label", Text(120), "The words beside the tick box.", required=True),
        Key("team_only", Flag(), "It has no tick box: it stands in the team copy alone."),
    ),
)

OPTION_SET = Table(
    "option set",
    (
        Key("best", OneOrMany(Id()), "The answer that what would change it works towards."),
        Key("options", ListOf(Use("option"), least=1), "The options, in order.", required=True),
    ),
)

OPTION = Table(
    "option",
    (
        Key("id", Id(), "Permanent, and never used again for another meaning.", required=True),
        Key("label", Text(), "The words people choose.", required=True),
        Key("hint", Text(500), "A plain explanation beneath the label."),
        Key("points", Number(), "What the option earns. Options compare by their points."),
        Key("settles", Flag(), "Where the item sets a section's status: chosen, the section is done."),
        Key("replaces", OneOrMany(Id()), "Earlier ids of this option."),
    ),
)

_WHY = Key("why", Text(500), "Shown with the answer: why it went, and what to do instead.", required=True)

RETIRED = Forms(
    "retired thing",
    "bad-retired",
    (
        (Key("item", Ref(), "The path of an item, a group or entries.", required=True), _WHY),
        (Key("section", Ref(), "The id of a section, with all that it asked.", required=True), _WHY),
        (
            Key("option", Ref(), "The id of an option.", required=True),
            Key("of", OneOrMany(Ref()), "The items that offered it. Every item that did when not given."),
            _WHY,
        ),
    ),
    'write what it was, and why it went: {item: opening-hours, why: "..."}',
)

BAND = Table(
    "band",
    (
        Key("id", Id(), "Permanent.", required=True),
        Key("label", Text(), "The name of the conclusion.", required=True),
        Key("text", Text(1000), "What it means.", required=True),
        Key("at_least", Number(), "The lowest total that earns it.", required=True),
    ),
)

ADVICE = Table(
    "advice",
    (
        Key("towards", OneOrMany(Id()), "Classifications or bands that count as the goal.", required=True),
        Key("most", Number(whole=True, least=1), "How many changes to name at most. 8 when not given."),
    ),
)

FINDINGS_LABELS = Table(
    "findings_labels",
    tuple(Key(kind, Text(120), f"The heading above findings of the kind {kind}.") for kind in FINDING_KINDS),
)

GROUP = Table(
    "group",
    (
        Key(
            "items",
            ListOf(Use("group-child"), least=1),
            "The questions of the group, in order.",
            required=True,
        ),
    ),
)

SECTION = Table(
    "section",
    (
        Key("id", Id(), "Permanent.", required=True),
        Key("title", Text(200), "The name of the section.", required=True),
        Key("code", Text(12), "A short code before the title, such as A."),
        Key("tag", Text(40), "A word or two beside the title, such as Core."),
        Key(
            "prompts",
            Text(),
            "Examples of what belongs here, for the overview and above the items: they follow Think of.",
        ),
        Key("intro", Markdown(), "Shown above the section's items."),
        Key("step", _STEP, "Overrides the questionnaire's step."),
        Key(
            "place", OneOf(("hub", "results")), "Where it is answered: from the hub, or on the results page."
        ),
        Key("show_when", Use("condition"), "The section is asked only while this holds."),
        Key("items", ListOf(Use("item"), least=1), "The items, in order.", required=True),
        Key("bands", ListOf(Use("band"), least=1), "Named conclusions for the section's points."),
        Key("replaces", OneOrMany(Id()), "Earlier ids of this section."),
    ),
)
