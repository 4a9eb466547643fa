"""Conditions and computed values to JSON."""

from typing import Any

from questionnaire_core.rules import (
    AllOf,
    AllTicked,
    Answered,
    AnyOf,
    AtLeast,
    Below,
    Cases,
    Computed,
    Condition,
    Count,
    Is,
    IsNot,
    Not,
    Sum,
)

Json = Any


def encode_condition(condition: Condition | None) -> Json:
    match condition:
        case None:
            return None
        case Is(item, values):
            return {"item": item, "is": list(values)}
        case IsNot(item, values):
            return {"item": item, "not": list(values)}
        case AtLeast(item, threshold):
            return {"item": item, "at_least": threshold}
        case Below(item, threshold):
            return {"item": item, "below": threshold}
        case Answered(item, expected):
            return {"item": item, "answered": expected}
        case AllTicked(item, expected):
            return {"item": item, "all_of": expected}
        case AllOf(conditions):
            return {"all": [encode_condition(inner) for inner in conditions]}
        case AnyOf(conditions):
            return {"any": [encode_condition(inner) for inner in conditions]}
        case Not(inner):
            return {"not": encode_condition(inner)}


def encode_computed(computed: Computed | None) -> Json:
    match computed:
        case None:
            return None
        case Sum(terms):
            return {"sum": [{"item": term.item, "times": term.times} for term in terms]}
        case Cases(cases, otherwise):
            return {
                "cases": [{"when": encode_condition(case.when), "value": case.value} for case in cases],
                "otherwise": otherwise,
            }
        case Count(entries):
            return {"count": entries}
