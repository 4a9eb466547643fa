"""The forms of conditions and of computed values."""

from questionnaire_site.reading.kinds import (
    Flag,
    Forms,
    Key,
    ListOf,
    Number,
    OneOrMany,
    Plain,
    Ref,
    Table,
    Use,
)

_ITEM = Key("item", Ref(), "The item it looks at.", required=True)

CONDITION = Forms(
    "condition",
    "bad-condition",
    (
        (
            _ITEM,
            Key(
                "is", OneOrMany(Plain()), "The answer is one of these; of several ticks, any.", required=True
            ),
        ),
        (
            _ITEM,
            Key("not", OneOrMany(Plain()), "There is an answer, and it is none of these.", required=True),
        ),
        (_ITEM, Key("at_least", Plain(), "The number, or the option's points, reach this.", required=True)),
        (_ITEM, Key("below", Plain(), "The number, or the option's points, stay below this.", required=True)),
        (_ITEM, Key("answered", Flag(), "Whether there is an answer.", required=True)),
        (_ITEM, Key("all_of", Flag(), "Whether every option is ticked.", required=True)),
        (Key("all", ListOf(Use("condition"), least=1), "Every one of these holds.", required=True),),
        (Key("any", ListOf(Use("condition"), least=1), "One of these holds, or more.", required=True),),
        (Key("not", Use("condition"), "This does not hold.", required=True),),
    ),
    "use item: with one of is, not, at_least, below, answered, all_of;\n"
    "or all:, any: or not: with conditions; such as {item: size, is: [small, medium]}",
)

VALUE = Forms(
    "value",
    "bad-value",
    (
        (
            Key(
                "sum",
                ListOf(Use("term"), least=1),
                "Numbers added up; a blank one counts as 0.",
                required=True,
            ),
        ),
        (
            Key(
                "cases",
                ListOf(Use("case"), least=1),
                "The value of the first case that holds.",
                required=True,
            ),
            Key("otherwise", Plain(may_be_empty=True), "The value when no case holds."),
        ),
        (Key("count", Ref(), "How many entries there are.", required=True),),
    ),
    "use sum:, cases: (with otherwise:) or count:, and only one of them",
)

TERM = Table("term", (_ITEM, Key("times", Number(), "What the number is multiplied by. 1 when not given.")))

CASE = Table(
    "case",
    (
        Key("when", Use("condition"), "The value is taken when this holds.", required=True),
        Key("value", Plain(may_be_empty=True), "The value: a number or an option id.", required=True),
    ),
)
