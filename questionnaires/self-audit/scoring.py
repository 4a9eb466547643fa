"""What the answers of a self-audit suggest about a team.

Read it aloud: a descriptor is a Yes, a No or still to settle, and six rules in a fixed order turn the ten
descriptors of the definition into a type of team. The definition is the Parent-Infant Foundation's; reading a
rating as a Yes or a No, and the order of the rules, are this project's own.
"""

from datetime import date
from enum import Enum

from questionnaire_core import Classification, Finding, Reason, Response, Result, Score

AGE = "age-accepted"
CRITERIA = "referral-criteria"
CHAMPIONS = "experts-and-champions"

DOMAINS = {
    "team-composition": (
        "clinical-supervision",
        "multidisciplinary-team",
        "clinical-leadership",
        "workforce-competence",
    ),
    "referrals": ("referral-pathway", AGE, CRITERIA),
    "clinical-work": ("assessment-and-range", "dyadic-work"),
    "wider-systems": (CHAMPIONS,),
    "outcomes": ("outputs-and-outcomes", "funding"),
}
OUTSIDE = DOMAINS["outcomes"]
EVERY = tuple(descriptor for domain in DOMAINS.values() for descriptor in domain)
THE_TEN = tuple(descriptor for descriptor in EVERY if descriptor not in OUTSIDE)
CORE = tuple(descriptor for descriptor in THE_TEN if descriptor not in (AGE, CRITERIA))
BY_IMPORTANCE = (*CORE, AGE, CRITERIA, *OUTSIDE)

# The upper age, in months, that each answer stands for.
MONTHS = {"first-birthday": 12, "eighteen-months": 18, "second-birthday": 24, "third-birthday-or-later": 36}


class Verdict(Enum):
    """How one descriptor stands."""

    YES = "yes"
    NO = "no"
    BLANK = "blank"
    NOT_SURE = "not sure"
    CONTRADICTION = "contradiction"

    @property
    def settled(self) -> bool:
        return self in (Verdict.YES, Verdict.NO)


type Verdicts = dict[str, Verdict]


def score(response: Response, today: date) -> Result:
    """Judge each descriptor, then say what type of team that suggests, and what to work on."""
    verdicts = {descriptor: judge(response, descriptor) for descriptor in EVERY}
    return Result(
        scores=tuple(count(section, domain, verdicts) for section, domain in DOMAINS.items()),
        classification=team_type(response, verdicts),
        findings=(*findings(response, verdicts), *disputed(response)),
    )


def judge(response: Response, descriptor: str) -> Verdict:
    """In place or Embedded is a Yes when every required part is ticked. A lower rating is a No."""
    rating = response.answer(f"{descriptor}/rating")
    if rating is None:
        return Verdict.BLANK
    if rating == "not-sure":
        return Verdict.NOT_SURE
    if rating not in ("in-place", "embedded"):
        return Verdict.NO
    return Verdict.YES if parts_are_there(response, descriptor) else Verdict.CONTRADICTION


def parts_are_there(response: Response, descriptor: str) -> bool:
    """B2 has no parts. D1 needs one of its five. The others need them all."""
    if descriptor == AGE:
        return True
    if descriptor == CHAMPIONS:
        return bool(response.ticked(f"{descriptor}/parts"))
    return response.all_ticked(f"{descriptor}/parts")


def team_type(response: Response, verdicts: Verdicts) -> Classification:
    """The first rule that holds gives the type. Domain E is never asked."""
    settled = [descriptor for descriptor in THE_TEN if verdicts[descriptor].settled]
    core_met = [descriptor for descriptor in CORE if verdicts[descriptor] is Verdict.YES]
    age_is_a_no = verdicts[AGE] is Verdict.NO
    criteria_is_a_no = verdicts[CRITERIA] is Verdict.NO

    def classification(name: str, title: str, text: str, reasons: tuple[Reason, ...]) -> Classification:
        return Classification(name, title, text, reasons, settled=len(settled), of=len(THE_TEN))

    def because(*descriptors: str) -> tuple[Reason, ...]:
        return tuple(
            Reason(
                f"{response.title(descriptor)}: {statement(response, descriptor, verdicts[descriptor])}",
                rests_on(descriptor, verdicts[descriptor]),
            )
            for descriptor in descriptors
        )

    # Rule 1. All ten must be settled before anything else is said.
    if len(settled) < len(THE_TEN):
        left = [descriptor for descriptor in THE_TEN if descriptor not in settled]
        return classification(
            "cannot-say",
            "Cannot say yet",
            "All ten descriptors in domains A to D have to be settled first.",
            because(*left),
        )

    # Rule 2. All eight of the core must be met.
    if len(core_met) < len(CORE):
        unmet = [descriptor for descriptor in CORE if descriptor not in core_met]
        limits = [limit for limit in (AGE, CRITERIA) if verdicts[limit] is Verdict.NO]
        return classification(
            "not-yet",
            f"Meets {len(core_met)} of {len(CORE)} core descriptors: not yet the full definition"
            + (", with restricted access" if limits else ""),
            "The descriptors below are what is left to meet."
            + (" Not every family with a child aged two or under can be referred." if limits else ""),
            because(*unmet, *limits),
        )

    # Rule 3. The core is met, and so are both descriptors about who can be referred.
    if not age_is_a_no and not criteria_is_a_no:
        return classification(
            "specialised",
            "Consistent with a specialised parent-infant team",
            "All ten descriptors in domains A to D are in place.",
            because(*THE_TEN),
        )

    # Rule 4. Only the criteria fall short.
    if not age_is_a_no:
        return classification(
            "targeted-criteria",
            "May be a targeted team (restricted criteria)",
            "The core is met. A No on the criteria for referral by itself may mean a targeted team: "
            "one that only some families can reach.",
            because(CRITERIA),
        )

    # Rule 5. Only the age falls short. The published text speaks of one year, and not of one to two.
    if not criteria_is_a_no:
        if upper_age(response) <= 12:
            return classification(
                "targeted-age",
                "Targeted team (age-limited)",
                "The core is met. Taking referrals only up to a year makes a team a targeted team: "
                "one that only some families can reach.",
                because(AGE),
            )
        return classification(
            "targeted-age-unclear",
            "May be a targeted team: the published text gives no rule",
            "The core is met. Referrals end after the first birthday and before the second, "
            "and the published text does not say what that means.",
            because(AGE),
        )

    # Rule 6. Both fall short, which the published text does not speak of.
    return classification(
        "targeted-age-and-criteria",
        "May be a targeted team (age and criteria)",
        "The core is met. Both age and criteria limit who can be referred. "
        "The published text does not say what the two together mean.",
        because(AGE, CRITERIA),
    )


def upper_age(response: Response) -> float:
    """The age in months at which referrals end. Asked only once B2 is settled, so there is one."""
    months = MONTHS.get(response.text(f"{AGE}/upper-age"))
    return months or response.number(f"{AGE}/upper-age-months") or 0


def count(section: str, domain: tuple[str, ...], verdicts: Verdicts) -> Score:
    """Count a domain's descriptors. There is no total: nobody has shown that one would mean anything."""
    found = [verdicts[descriptor] for descriptor in domain]
    return Score(
        section=section,
        counts=(
            ("Yes", found.count(Verdict.YES)),
            ("No", found.count(Verdict.NO)),
            ("To settle", sum(not verdict.settled for verdict in found)),
        ),
        answered=sum(verdict is not Verdict.BLANK for verdict in found),
        of=len(found),
    )


def findings(response: Response, verdicts: Verdicts) -> tuple[Finding, ...]:
    """One for each descriptor, the core first: a strength, something unmet, or something to settle."""
    return tuple(
        Finding(
            id=descriptor,
            kind="covered" if verdict is Verdict.YES else "gap" if verdict is Verdict.NO else "unknown",
            title=response.title(descriptor),
            reasons=(
                Reason(statement(response, descriptor, verdict), rests_on(descriptor, verdict)),
                *unticked(response, descriptor, verdict),
            ),
            rank=rank,
        )
        for rank, (descriptor, verdict) in enumerate(
            ((descriptor, verdicts[descriptor]) for descriptor in BY_IMPORTANCE), start=1
        )
    )


def disputed(response: Response) -> tuple[Finding, ...]:
    """One for each descriptor that the team did not agree about. Left out of the copy to share."""
    return tuple(
        Finding(
            id=f"{descriptor}-disputed",
            kind="note",
            title=response.title(descriptor),
            reasons=(
                Reason(
                    response.text(f"{descriptor}/disagreement") or "You did not write down what it was about",
                    (f"{descriptor}/disagreed", f"{descriptor}/disagreement"),
                ),
            ),
            rank=rank,
            private="disagreements",
        )
        for rank, descriptor in enumerate(EVERY, start=1)
        if response.chose(f"{descriptor}/disagreed", "disagreed")
    )


def statement(response: Response, descriptor: str, verdict: Verdict) -> str:
    """Say in a few words how a descriptor stands."""
    if verdict is Verdict.BLANK:
        return "Not answered"
    rating = response.label(f"{descriptor}/rating")
    if verdict is Verdict.CONTRADICTION:
        return f"{rating}, but the ticks do not agree with that"
    if verdict is Verdict.NO and descriptor == AGE:
        return f"{rating}, referrals end at {upper_age(response):g} months"
    return rating


def rests_on(descriptor: str, verdict: Verdict) -> tuple[str, ...]:
    """The answers that decide how a descriptor stands. B2 is rated from the age."""
    if descriptor == AGE:
        return (f"{AGE}/upper-age", f"{AGE}/upper-age-months")
    if verdict is Verdict.CONTRADICTION:
        return (f"{descriptor}/rating", f"{descriptor}/parts")
    return (f"{descriptor}/rating",)


def unticked(response: Response, descriptor: str, verdict: Verdict) -> tuple[Reason, ...]:
    """Name the required parts that are missing, where that is what stands in the way."""
    if descriptor == AGE or verdict not in (Verdict.NO, Verdict.CONTRADICTION):
        return ()
    parts = f"{descriptor}/parts"
    ticked = response.ticked(parts)
    if descriptor == CHAMPIONS:
        return () if ticked else (Reason("None of the five is ticked", (parts,)),)
    missing = [part for part in response.item(parts).options if part.id not in ticked]
    return tuple(Reason(f"Not ticked: {part.label}", (parts,)) for part in missing)
