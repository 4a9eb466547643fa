"""From what the rules say to findings: each with a title, in words that can be read aloud."""

from collections.abc import Iterable, Iterator

from questionnaire_core import Finding, Reason

from .area import MOST_NAMES, listed
from .verdicts import ONE_SERVICE, Verdict

# The title of each finding. {} is what it is about: a level, an age at a level, a group, a service.
TITLES = {
    "R1 gap": "{}: no service in this core sector",
    "R1 unknown": "Core sectors that are not settled",
    "R1 covered": "Core sectors with help",
    "R2 gap": "{}: no relationship support",
    "R2 partial": "{}: relationship support only in part",
    "R2 unknown": "Relationship support by level",
    "R2 covered": "Levels with relationship support",
    "R3 gap": "{}: no relationship support",
    "R3 unknown": "Relationship support by age and level",
    "R3 covered": "Ages with relationship support",
    "R4 gap": "Worry about the relationship is nowhere enough by itself to get more than universal help",
    "R4 partial": "Worry about the relationship is enough by itself only for some districts or ages",
    "R4 unknown": "Whether worry about the relationship is enough by itself",
    "R4 covered": "Worry about the relationship is enough by itself",
    "R5 gap": "{}: no relationship support that is open to any parent and infant under two",
    "R5 unknown": "Levels where we cannot tell who is left out",
    "R5 covered": "Levels open to any parent and infant under two",
    "R6 gap": "{}: no service reaches them",
    "R6 unknown": "Groups that may not be reached",
    "R6 covered": "Groups that are reached",
    "R7 gap": "{}: no relationship support",
    "R7 unknown": "Relationship support by district",
    "R7 covered": "Districts with relationship support",
    "R8 partial": "{}: families cannot get help soon",
    "R8 unknown": "Waits that are not recorded",
    "R8 covered": "Services without long waits",
    "R9 gap": "{}: no route",
    "R9 partial": "{}: informal only",
    "R9 unknown": "Routes not found so far",
    "R9 covered": "Routes that are agreed",
    "R10 gap": "{}: the relationship is assessed nowhere",
    "R10 unknown": "Whether the relationship is assessed",
    "R10 covered": "The relationship is assessed",
    "R11 gap": "{}: none",
    "R11 unknown": "Help that NICE guidance speaks of, not found so far",
    "R11 covered": "Help that NICE guidance speaks of",
    "R12 gap": "There is no specialised parent-infant team",
    "R12 partial": "The specialised parent-infant team does not yet meet the whole definition",
    "R12 unknown": "Whether there is a specialised parent-infant team",
    "R12 covered": "There is a specialised parent-infant team",
    "R14 partial": "{}: funding at risk",
    "R14 unknown": "Funding that is not known",
    "R14 covered": "Services with recurrent funding",
    "R15 gap": "Staff of universal services have no route to consultation from the specialised team",
    "R15 unknown": "Whether staff of universal services can get consultation",
    "R15 covered": "Staff of universal services can get consultation",
    "R16 note": "{}: check for overlap",
    "R17 note": "{}: out of date",
    "R17 unknown": "Services without the date when they were checked",
    "R18 gap": "{}: no perinatal mental health help",
    "R18 unknown": "Perinatal mental health help by level",
    "R18 covered": "Levels with perinatal mental health help",
}
MOST_SUBJECTS = 12  # A finding that gathers what is covered, or unknown, spells out so many.


def in_findings(verdicts: Iterable[Verdict]) -> Iterator[Finding]:
    """What needs doing is a finding each. What is covered, or unknown, is one finding for each rule."""
    gathered: dict[tuple[str, str], list[Verdict]] = {}
    for each in verdicts:
        if each.kind in ("covered", "unknown"):
            gathered.setdefault((each.rule, each.kind), []).append(each)
        else:
            id_, rank = f"{each.rule}-{each.subject}", each.breadth + (0 if each.first else ONE_SERVICE + 1)
            yield finding(each, id_, each.reasons, rank)
    for (rule, kind), together in gathered.items():
        yield finding(together[0], f"{kind}-{rule}", tuple(together_in_reasons(together)), rank=0)


def together_in_reasons(verdicts: list[Verdict]) -> Iterator[Reason]:
    """A reason for each subject. Services that are well just have their names listed."""
    if verdicts[0].kind == "covered" and verdicts[0].breadth == ONE_SERVICE:
        paths = tuple(path for each in verdicts for reason in each.reasons for path in reason.paths)
        yield Reason(listed([each.name for each in verdicts]), paths[:MOST_NAMES])
        return
    for each in verdicts[:MOST_SUBJECTS]:
        yield from (Reason(f"{each.name}: {reason.text}", reason.paths) for reason in each.reasons)
    if len(verdicts) > MOST_SUBJECTS:
        yield Reason(f"and {len(verdicts) - MOST_SUBJECTS} more")


def finding(of: Verdict, id_: str, reasons: tuple[Reason, ...], rank: int) -> Finding:
    title = TITLES[f"{of.rule} {of.kind}"].format(of.name)
    return Finding(id_.lower(), of.kind, title, reasons, rank, of.private, rule=of.rule)
