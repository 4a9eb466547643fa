"""Every key an author may write, what it takes and what it is for.

Pure data, in the order of the authors' guide. A key that is not here does not exist. Shapes name each other,
because they may hold each other.
"""

from questionnaire_site.reading.keys import examples, items, questionnaire, report, rules
from questionnaire_site.reading.kinds import Shape

SHAPES: dict[str, Shape] = {
    "questionnaire": questionnaire.QUESTIONNAIRE,
    "labels": questionnaire.LABELS,
    "start-from": questionnaire.START_FROM,
    "start-offer": questionnaire.START_OFFER,
    "kept-entries": questionnaire.KEPT_ENTRIES,
    "workshop": questionnaire.WORKSHOP,
    "workshop-minority": questionnaire.WORKSHOP_MINORITY,
    "workshop-tick": questionnaire.WORKSHOP_TICK,
    "private-kind": questionnaire.PRIVATE_KIND,
    "option-set": questionnaire.OPTION_SET,
    "option": questionnaire.OPTION,
    "band": questionnaire.BAND,
    "advice": questionnaire.ADVICE,
    "findings-labels": questionnaire.FINDINGS_LABELS,
    "retired": questionnaire.RETIRED,
    "group": questionnaire.GROUP,
    "section": questionnaire.SECTION,
    "item": items.ITEM,
    "child": items.CHILD,
    "entry-child": items.ENTRY_CHILD,
    "group-child": items.GROUP_CHILD,
    "set-child": items.SET_CHILD,
    "replaced-item": items.REPLACED_ITEM,
    "suggest": items.SUGGEST,
    "take-from": items.TAKE_FROM,
    "warning": items.WARNING,
    "condition": rules.CONDITION,
    "value": rules.VALUE,
    "term": rules.TERM,
    "case": rules.CASE,
    "report-part": report.REPORT_PART,
    "report-view": report.REPORT_VIEW,
    "example": examples.EXAMPLE,
    "kept-draft": examples.KEPT_DRAFT,
    "show": examples.SHOW,
    "expect": examples.EXPECT,
    "expected-findings": examples.EXPECTED_FINDINGS,
    "expected-score": examples.EXPECTED_SCORE,
}

MARKDOWN_KEYS = ("start", "closing", "intro", "lead", "guidance")
"""Keys whose text is Markdown. They are for pages alone, and never reach the definition."""

PAGE_KEYS = (*MARKDOWN_KEYS, "guidance_title", "prompts", "summary")
"""Keys that pages show and neither the core nor the browser reads."""
