"""axe finds nothing: on no page, and in no state a questionnaire gets into."""

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.questionnaire import STEPS, Questionnaire
from site_tests.e2e.storage import JOURNAL_BLOCKED, LOCAL_BLOCKED
from site_tests.e2e.words import words
from site_tests.support.accessibility import accessibility_problems, assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.places import built_pages

MIXED = draft_file(
    all_in_place(
        {
            "dyadic-work/rating": "planned",
            "dyadic-work/notes": "Sessions log",
            "dyadic-work/disagreed": ["disagreed"],
            "dyadic-work/disagreement": "Two views",
            "clinical-leadership/parts": None,
            "funding/rating": "not-sure",
            "births": "many",
        }
    ),
    {
        "disciplines": [{"discipline": "Midwifery", "wte": 1}, {"discipline": "Art", "wte": 0.4}],
        "actions": [{"what": "Ask", "owner": "Lead"}],
    },
)


def test_every_built_page(page: Page, no_python: None) -> None:
    problems = []
    for path in built_pages():
        page.goto(path)
        problems += [f"{path}: {problem}" for problem in accessibility_problems(page)]
    assert problems == []


def test_every_step_with_answers_warnings_and_errors(audit: Questionnaire, no_python: None) -> None:
    audit.load(MIXED)
    assert_accessible(audit.page)
    for step in STEPS:
        audit.go_to(step)
        audit.page.evaluate(
            "document.querySelectorAll('[data-current] details').forEach((fold) => fold.open = true)"
        )
        assert_accessible(audit.page)


def test_the_list_of_errors_and_the_question_it_leads_to(audit: Questionnaire, no_python: None) -> None:
    audit.open("details")
    audit.question("births").write("many")
    audit.question("date").write_date("31", "2", "2026")
    audit.go_on()
    expect(audit.error_summary).to_be_visible()
    assert_accessible(audit.page)


def test_entries_open_moved_and_removed(audit: Questionnaire, no_python: None) -> None:
    audit.load(MIXED).go_to("details")
    disciplines = audit.entries("disciplines")
    disciplines.entry("Midwifery").remove()
    disciplines.entry("Art").change()
    # How many there are, and whose answers these are.
    expect(disciplines.root.get_by_role("list").get_by_role("listitem")).to_have_count(2)
    expect(audit.page.get_by_role("group", name="Art", exact=True)).to_be_visible()
    assert_accessible(audit.page)


@pytest.mark.parametrize("view", ["start", "check", "results", "open"])
def test_the_views_around_the_steps(audit: Questionnaire, no_python: None, view: str) -> None:
    audit.load(MIXED)
    audit.open(view)
    assert_accessible(audit.page)


def test_the_results_with_everything_python_says(audit: Questionnaire) -> None:
    audit.load(MIXED).go_to("results")
    audit.results.reveal()
    expect(audit.results.conclusion.first).to_be_visible(timeout=PYTHON_TIMEOUT)
    audit.results.choose_copy("share")
    audit.entries("actions").entry("Ask").change()
    for fold in audit.results.view.locator("details:visible").all():
        fold.evaluate("fold => { fold.open = true; }")
    assert_accessible(audit.page)


def test_a_draft_file_seen_before_it_is_opened_and_one_refused(audit: Questionnaire, no_python: None) -> None:
    audit.load(MIXED)
    audit.open("open")
    audit.open_draft.choose(as_upload(draft_file({"funding/rating": "planned", "unknown": "x"})))
    expect(audit.open_draft.preview).to_contain_text(words("files.replaces"))
    assert_accessible(audit.page)
    audit.open_draft.choose(as_upload("nonsense"))
    expect(audit.open_draft.refusal).to_be_visible()
    assert_accessible(audit.page)


def test_questions_before_clearing_and_the_page_after_it(audit: Questionnaire, no_python: None) -> None:
    audit.load(MIXED)
    audit.view.get_by_role("button", name=words("hub.clear")).click()
    assert_accessible(audit.page)
    audit.clear_computer()
    assert_accessible(audit.page)


def test_the_alert_of_a_browser_that_keeps_nothing(open_context: OpenContext, no_python: None) -> None:
    context = open_context()
    context.add_init_script(LOCAL_BLOCKED + JOURNAL_BLOCKED)
    audit = Questionnaire(context.new_page()).open("funding")
    audit.question("funding/rating").choose("Planned")
    expect(audit.alert(words("save.failed_title"))).to_be_visible()
    assert_accessible(audit.page)


def test_the_example(audit: Questionnaire, no_python: None) -> None:
    audit.page.goto("self-audit/?example")
    audit.when_ready()
    assert_accessible(audit.page)


def test_search_results(page: Page) -> None:
    page.goto("search/?q=supervision")
    expect(page.locator("[data-search-results] li").first).to_be_visible()
    assert_accessible(page)


def test_a_phone(phone: Page, no_python: None) -> None:
    audit = Questionnaire(phone).load(MIXED)
    for view in ("hub", "clinical-leadership", "check", "results", "start"):
        audit.open(view)
        assert_accessible(phone)
    phone.goto("")
    assert_accessible(phone)
