"""What a new draft carries over from an earlier one: last year's details, say, but not last year's ratings.

Owns the shapes. Drafts are the browser's: nothing here carries anything over.
"""

from typing import NamedTuple

from questionnaire_core.rules import Condition


class SomeEntries(NamedTuple):
    """Those entries of a list for which a condition holds."""

    entries: str
    where: Condition | None


class Carried(NamedTuple):
    """Sections, items and children by their names, what is left out of them, and some entries of lists."""

    keep: tuple[str, ...]
    leave_out: tuple[str, ...] = ()
    entries: tuple[SomeEntries, ...] = ()


class Offer(NamedTuple):
    """What is carried over only for a person who asks for it."""

    id: str
    label: str
    hint: str | None
    carried: Carried


class StartFrom(NamedTuple):
    text: str
    reminder: str | None
    carried: Carried
    offer: tuple[Offer, ...] = ()

    @property
    def all_carried(self) -> tuple[tuple[str, Carried], ...]:
        """What is carried, asked or unasked, each with where it is written."""
        offers = ((f"start_from.offer.{offer.id}", offer.carried) for offer in self.offer)
        return (("start_from", self.carried), *offers)
