"""The order of findings: gaps before strengths, and within a kind as the scoring ranks them."""

from collections.abc import Iterable

from questionnaire_core.model import FINDING_KINDS, FindingKind
from questionnaire_core.result import Finding


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by kind, then rank; of the same rank, as they came."""
    return tuple(sorted(findings, key=lambda finding: (FINDING_KINDS.index(finding.kind), finding.rank)))


def of_kinds(findings: Iterable[Finding], kinds: tuple[FindingKind, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.kind in kinds)
