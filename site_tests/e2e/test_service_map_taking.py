"""The kind of specialised team may be taken from a self-audit: the person says which one, and confirms it."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.service_map import ServiceMap, map_draft
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT

AUDIT = draft_file(all_in_place())
NOT_YET = draft_file(all_in_place({"dyadic-work/rating": "partly"}))
SPECIALISED = "Consistent with a specialised parent-infant team"


def taking(service_map: ServiceMap) -> Locator:
    """Ask to take the answer, which is asked for once the sector is said to have a team."""
    service_map.settle("specialised-team", "All listed")
    root = service_map.question("team-type").root
    root.locator("[data-take]").click()
    panel = root.locator("[data-take-panel]")
    expect(panel.get_by_text(words("take.in_browser"), exact=True)).to_be_visible()
    return panel


def choose(panel: Locator, file: Any) -> None:
    panel.locator("input[type=file]").set_input_files(file)


def test_it_is_taken_from_a_self_audit_in_this_browser(audit: Questionnaire, service_map: ServiceMap) -> None:
    audit.load(AUDIT)
    service_map.open("specialised-team")
    panel = taking(service_map)
    panel.get_by_role("button", name=words("take.use")).click()
    expect(panel).to_contain_text(f"suggests: {SPECIALISED}", timeout=PYTHON_TIMEOUT)
    assert_accessible(service_map.page)
    # Nothing is answered until the person says so.
    service_map.question("team-type").expect_chosen(None)
    panel.get_by_role("button", name=words("take.confirm")).click()
    service_map.question("team-type").expect_chosen(SPECIALISED)
    expect(panel).to_have_count(0)

    service_map.reload()
    service_map.question("team-type").expect_chosen(SPECIALISED)
    # The self-audit is only read.
    audit.open("dyadic-work")
    audit.question("dyadic-work/rating").expect_chosen("In place")


@pytest.mark.long
def test_it_is_taken_from_a_file_and_a_file_of_something_else_is_refused(service_map: ServiceMap) -> None:
    panel = taking(service_map.open("specialised-team"))
    expect(panel).to_contain_text(words("take.none_in_browser"))
    for wrong in (as_upload(map_draft({})), as_upload("nonsense")):
        choose(panel, wrong)
        expect(panel.locator(".govuk-error-message")).to_be_visible()
    assert_accessible(service_map.page)
    choose(panel, as_upload(NOT_YET))
    expect(panel).to_contain_text("suggests: Not yet the full definition", timeout=PYTHON_TIMEOUT)
    panel.get_by_role("button", name=words("files.cancel"), exact=True).click()
    service_map.question("team-type").expect_chosen(None)
    expect(service_map.question("team-type").root.locator("[data-take]")).to_be_focused()
