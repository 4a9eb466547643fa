"""The keys of an example."""

from questionnaire_core.model import FINDING_KINDS
from questionnaire_site.reading.kinds import (
    Date,
    EitherOf,
    Id,
    Key,
    ListOf,
    MapOf,
    Number,
    OneOrMany,
    Plain,
    Ref,
    Table,
    Text,
    Use,
)

_EXPECTED_SCORE = EitherOf(Number(), Use("expected-score"))

EXAMPLE = Table(
    "example",
    (
        Key("about", Text(500), "What the example shows."),
        Key("based_on", Ref(), "Another example in the folder, whose answers this one starts from."),
        Key("show", Use("show"), "Offer this example on the start page."),
        Key("today", Date(), "The day on which it is scored."),
        Key(
            "answers",
            MapOf(OneOrMany(Plain(may_be_empty=True)), Ref()),
            "Answers by path; null takes one away.",
        ),
        Key(
            "entries",
            MapOf(ListOf(MapOf(OneOrMany(Plain())))),
            "By entries id: a list of answers by child id.",
        ),
        Key("expect", Use("expect"), "What must come of it.", required=True),
    ),
)

KEPT_DRAFT = Table(
    "kept draft",
    (
        Key("about", Text(500), "Whose draft this may have been, and what it shows."),
        Key(
            "carried", Number(whole=True, least=0), "How many answers can be used as they are.", required=True
        ),
        Key("look_at", ListOf(Ref()), "Paths of answers that a person has to look at."),
        Key("kept_aside", ListOf(Ref()), "Earlier paths whose answers nothing asks for any more."),
        Key("answers", MapOf(OneOrMany(Plain()), Ref()), "By path: what the answer is now."),
    ),
)

EXPECT = Table(
    "expect",
    (
        Key("classification", Id(), "The id of the classification or band."),
        Key("settled", Number(whole=True, least=0), "How many answers are settled."),
        Key("reasons_contain", OneOrMany(Text(500)), "Texts that the reasons hold."),
        Key(
            "findings",
            EitherOf(ListOf(Ref()), Use("expected-findings")),
            "Ids of findings that are there; or, by kind, exactly those that are there, in order.",
        ),
        Key("no_findings", ListOf(Ref()), "Ids of findings that are not there."),
        Key(
            "scores",
            MapOf(_EXPECTED_SCORE, Ref()),
            "By section id, or total: the number, or more of the score.",
        ),
        Key("computed", MapOf(Plain(may_be_empty=True), Ref()), "By path: the value of a computed item."),
        Key("shown", ListOf(Ref()), "Paths of items that are asked."),
        Key("hidden", ListOf(Ref()), "Paths of items that are not asked."),
    ),
)

EXPECTED_FINDINGS = Table(
    "findings", tuple(Key(kind, ListOf(Ref()), f"The findings of the kind {kind}.") for kind in FINDING_KINDS)
)

SHOW = Table(
    "show",
    (
        Key("title", Text(120), "What the example is called.", required=True),
        Key("text", Text(), "A sentence that says it is invented.", required=True),
    ),
)

EXPECTED_SCORE = Table(
    "expected score",
    (
        Key("number", Number(), "The points earned."),
        Key("maximum", Number(), "The most points that can be earned."),
        Key("answered", Number(whole=True, least=0), "How many items have an answer."),
        Key("of", Number(whole=True, least=0), "How many items there are."),
        Key("counts", MapOf(Number(), Text()), "By label: how many."),
    ),
)
