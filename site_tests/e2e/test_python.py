"""Python arrives while the person answers; it explains the results, follows the answers, and may fail."""

import json

import pytest
from playwright.sync_api import expect

from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.server import Answer, StaticSite


def test_python_gets_ready_by_itself_once_there_is_an_answer(audit: Questionnaire, site: StaticSite) -> None:
    engine = audit.page.locator(".app-engine")
    audit.open("funding")
    expect(engine).to_have_attribute("data-stage", "idle")
    expect(audit.engine_status).to_be_empty()
    assert site.count("worker.js") == 0

    audit.question("funding/rating").choose("Planned")
    expect(engine).to_have_attribute("data-stage", "loading")
    expect(audit.engine_status).to_contain_text("Getting ready to work out your results")
    expect(audit.engine_status).to_have_text(words("engine.ready"), timeout=PYTHON_TIMEOUT)
    expect(engine).to_have_attribute("data-stage", "ready")


def test_the_type_comes_only_when_asked_for_with_its_reasons_and_what_would_change_it(
    audit: Questionnaire,
) -> None:
    audit.load(
        draft_file(
            all_in_place({"dyadic-work/rating": "planned", "age-accepted/upper-age": "eighteen-months"})
        )
    )
    audit.go_to("results")
    expect(audit.results.part("unmet")).to_contain_text("C2 Work with parent", timeout=PYTHON_TIMEOUT)
    expect(audit.results.conclusion).to_be_hidden()

    audit.results.reveal()
    audit.results.expect_conclusion(
        "Meets 7 of 8 core descriptors: not yet the full definition, with restricted access"
    )
    expect(audit.results.team_type).to_contain_text("This is a reading of your own answers")
    expect(audit.results.team_type).to_contain_text("10 of 10 settled")
    expect(audit.results.reasons).to_have_count(2)
    expect(audit.results.team_type).to_contain_text(words("core.advice.heading"))

    audit.results.reasons.first.get_by_role("link").click()
    audit.expect_view("dyadic-work")
    audit.page.go_back()
    audit.expect_view("results")
    expect(audit.results.conclusion).to_be_visible()


def test_results_follow_the_answers(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place()))
    audit.go_to("results")
    audit.results.reveal()
    audit.results.expect_conclusion("Consistent with a specialised parent-infant team")
    expect(audit.results.glance_cell("Work with parent and baby together")).to_contain_text("In place")

    audit.page.go_back()
    audit.go_to("dyadic-work").question("dyadic-work/rating").choose("Not sure")
    audit.go_to_hub()
    audit.go_to("results")
    audit.results.expect_conclusion("Cannot say yet")
    expect(audit.results.finding("to-settle", "dyadic-work")).to_be_visible()
    expect(audit.results.glance_cell("Work with parent and baby together")).to_contain_text("Not sure")


def test_a_finding_becomes_an_action_once(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place({"funding/rating": "planned"})))
    audit.go_to("results")
    finding = audit.results.finding("unmet", "funding")
    expect(finding).to_be_visible(timeout=PYTHON_TIMEOUT)
    finding.get_by_role("button").click()
    made = words("results.suggestion_made", list="Action plan")
    expect(finding).to_contain_text(made)
    expect(finding.get_by_role("button")).to_have_count(0)
    expect(audit.entries("actions").names).to_have_text(["E2 Funding and commissioning"])

    audit.reload()
    expect(finding).to_contain_text(made, timeout=PYTHON_TIMEOUT)
    expect(audit.entries("actions").names).to_have_count(1)


@pytest.mark.allow_page_errors("the browser reports what it could not fetch")
def test_without_python_the_rest_works_and_python_can_be_tried_again(
    audit: Questionnaire, site: StaticSite
) -> None:
    with site.answering("pyodide.asm.wasm", Answer(status=503)):
        audit.load(draft_file(all_in_place()))
        audit.go_to("results")
        expect(audit.results.problem).to_contain_text(words("results.still_works"), timeout=PYTHON_TIMEOUT)
        expect(audit.results.glance_rows).to_have_count(12)
        audit.entries("actions").add(what="Ring the commissioner")
        _, rows = audit.results.download_csv("Action plan")
        assert rows[1][0] == "Ring the commissioner"
        audit.results.choose_copy("team")
        audit.results.tools.get_by_role("button", name=words("export.download_copy"), exact=True).click()
        expect(audit.results.offer).to_contain_text(words("export.failed"))
        copy = audit.results.download_copy("export.without").path().read_text(encoding="utf-8")
        assert words("export.made_without") in copy
        assert "Ring the commissioner" in copy

    audit.results.try_again.click()
    audit.results.reveal()
    audit.results.expect_conclusion("Consistent with a specialised parent-infant team")
    expect(audit.results.problem).to_be_hidden()


@pytest.mark.allow_page_errors("the browser may report the worker that was given up")
def test_a_download_that_never_ends_is_given_up_and_can_be_tried_again(
    audit: Questionnaire, site: StaticSite
) -> None:
    audit.page.clock.install()
    with site.answering("pyodide.asm.wasm", Answer(delay=3600)):
        audit.load(draft_file(all_in_place()))
        audit.go_to("results")
        expect(audit.page.locator(".app-engine")).to_have_attribute("data-stage", "loading")
        audit.page.clock.run_for(5 * 60 * 1000)
        expect(audit.results.problem).to_contain_text(words("results.engine_failed"))
    audit.engine_retry.click()
    audit.results.reveal()
    audit.results.expect_conclusion("Consistent with a specialised parent-infant team")


def test_scoring_code_that_breaks_is_named_and_the_rest_stands(
    audit: Questionnaire, site: StaticSite
) -> None:
    code = "def score(response, today):\n    return response.answer('team') / 2\n"
    with site.answering("self-audit.scoring.json", Answer(body=json.dumps({"scoring.py": code}).encode())):
        audit.load(draft_file(all_in_place()))
        audit.go_to("results")
        expect(audit.results.problem).to_contain_text("could not be worked out", timeout=PYTHON_TIMEOUT)
        expect(audit.results.glance_rows).to_have_count(12)
