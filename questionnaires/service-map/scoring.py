"""What a service map shows: the help that is there, what is missing, and what nobody has said yet.

Read it aloud. Each rule asks something of every service, and each service answers yes, no or not known: an
answer is missing, or is "don't know". One yes is enough, and the rule is covered. A no from all is a gap, but
only once every core sector is settled. Until then, and wherever a not known might still be a yes, the finding
is unknown. So a gap is always a confirmed absence, and one more usable service never makes one.

The rules stand in the files that are imported here: read a rule at a time, each stands alone.
The rules and their limits are this project's own. Lists and limits are `settings` in questionnaire.yml.
"""

from datetime import date

from questionnaire_core import Classification, Finding, Reason, Response, Result

from .area import Area
from .findings import in_findings
from .grids import grids
from .kinds_of_help import (
    r1_core_sectors,
    r10_assessment,
    r11_guidance,
    r12_specialised_team,
    r15_consultation,
    r18_perinatal,
)
from .relationship_support import r2_levels, r3_stages, r7_districts
from .routes import r9_routes
from .services import r8_waits, r14_funding, r16_overlap, r17_out_of_date
from .who_can_come import r4_worry_is_enough, r5_open_to_any, r6_groups

RULES = (
    r1_core_sectors, r2_levels, r3_stages, r4_worry_is_enough, r5_open_to_any, r6_groups, r7_districts,
    r8_waits, r9_routes, r10_assessment, r11_guidance, r12_specialised_team, r14_funding,
    r15_consultation, r16_overlap, r17_out_of_date, r18_perinatal,
)  # fmt: skip


def score(response: Response, today: date) -> Result:
    """Ask every rule, then put what they say into findings and grids."""
    area = Area(response, today)
    verdicts = [verdict for rule in RULES for verdict in rule(area)]
    findings = tuple(in_findings(verdicts))
    return Result(
        classification=where_it_stands(area, findings),
        findings=findings,
        grids=tuple(grids(area, verdicts)),
    )


def where_it_stands(area: Area, findings: tuple[Finding, ...]) -> Classification:
    """How much is settled, and what that means for reading the rest."""
    response, of = area.response, len(area.settings["core_sectors"])
    set_aside = {entry.text("finding") for entry in response.entries("dismissed-findings")}
    kinds = [finding.kind for finding in findings if finding.id not in set_aside]
    gaps, partly = kinds.count("gap"), kinds.count("partial")
    id_, title = (
        "settled",
        f"{gaps} {'gap' if gaps == 1 else 'gaps'}, and {partly} more where something is partly there",
    )
    text = f"All {of} core sectors are settled, so what is missing counts as a gap."
    if area.unsettled:
        id_, title = "not-settled", "Not every core sector is settled yet"
        done = of - len(area.unsettled)
        text = (
            f"{done} of the {of} core sectors {'is' if done == 1 else 'are'} settled. "
            "Until all are, nothing counts as a gap: what is missing is only not found so far."
        )
    reasons = tuple(
        Reason(
            f"{area.label('sector', path.split('/')[0])}: {response.label(path) or 'Not started'}", (path,)
        )
        for path in area.unsettled
    )
    return Classification(id_, title, text, reasons)
