"""Values made from other answers. Never stored: made anew whenever they are wanted."""

from questionnaire_core.conditions import Known, holds
from questionnaire_core.paths import entry_path
from questionnaire_core.rules import Cases, Computed, Count, Number, Scalar, Sum, SumTerm
from questionnaire_core.values import add_up, measure


def compute(computed: Computed, known: Known, entry_id: str | None = None) -> Scalar | None:
    """The value, or None when nothing that it is made from is answered."""
    match computed:
        case Sum(terms):
            parts = [part for term in terms if (part := _part(term, known, entry_id)) is not None]
            return add_up(parts) if parts else None
        case Cases(cases, otherwise):
            return next((case.value for case in cases if holds(case.when, known, entry_id)), otherwise)
        case Count(entries):
            return known.entry_count(entries)


def _part(term: SumTerm, known: Known, entry_id: str | None) -> Number | None:
    path = entry_path(term.item, entry_id)
    amount = measure(known.item(path), known.value(path))
    return None if amount is None else amount * term.times
