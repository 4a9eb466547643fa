"""Earlier versions of a draft: a look at one, going back to it, and back again."""

import pytest
from playwright.sync_api import Locator, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PHONE

pytestmark = pytest.mark.usefixtures("no_python")

LOADED = draft_file(all_in_place(), {"disciplines": [{"discipline": "Midwifery"}]})


def versions(audit: Questionnaire) -> Locator:
    audit.open("drafts")
    expect(audit.view.get_by_role("heading", name=words("snapshots.title"))).to_be_visible()
    return audit.view.locator("[data-snapshot]")


def look(audit: Questionnaire, version: Locator) -> Locator:
    version.get_by_role("button", name=words("snapshots.look")).click()
    expect(version.get_by_role("heading", name=words("snapshots.differences"))).to_be_focused()
    return version.get_by_role("button", name=words("snapshots.go_back", when=""))


def test_there_are_none_in_a_blank_draft(audit: Questionnaire) -> None:
    expect(versions(audit)).to_have_count(0)
    expect(audit.view).to_contain_text(words("snapshots.none"))


def test_a_look_at_an_earlier_version_going_back_and_undoing_that(audit: Questionnaire) -> None:
    audit.load(LOADED).go_to("funding")
    audit.question("funding/rating").choose("Planned")
    audit.go_to_hub()
    audit.go_to("details").entries("disciplines").entry("Midwifery").remove()
    audit.expect_saved()

    # Opening the page again keeps what has changed since.
    kept = versions(audit)
    expect(kept).to_have_count(2)
    expect(kept.first).to_contain_text(words("snapshots.same"))
    earlier = kept.nth(1)
    expect(earlier).to_contain_text(words("snapshots.differ", count=1))
    expect(earlier).to_contain_text(words("snapshots.more", count=1, list="Disciplines in the team"))
    assert_accessible(audit.page)

    go_back = look(audit, earlier)
    expect(earlier).to_contain_text(words("snapshots.then", answer="In place"))
    expect(earlier).to_contain_text(words("snapshots.now", answer="Planned"))
    assert_accessible(audit.page)
    Keyboard(audit.page).follow(go_back)
    done = audit.alerts.filter(has_text=words("snapshots.done"))
    expect(done).to_be_visible()
    assert_accessible(audit.page)

    audit.open("funding")
    audit.question("funding/rating").expect_chosen("In place")
    kept = versions(audit)
    before = kept.filter(has_text=words("snapshots.back"))
    look(audit, before).click()
    done.get_by_role("button", name=words("undo.undo")).click()
    expect(done).to_have_count(0)
    audit.expect_saved()
    audit.open("funding").question("funding/rating").expect_chosen("In place")


def test_a_look_can_be_put_away_and_fits_a_phone(open_context: OpenContext) -> None:
    audit = Questionnaire(open_context(**PHONE).new_page())
    audit.load(LOADED).go_to("funding")
    audit.question("funding/rating").choose("Planned")
    audit.expect_saved()
    version = versions(audit).nth(1)
    look(audit, version)
    assert audit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    version.get_by_role("button", name=words("files.cancel")).click()
    expect(version.get_by_role("button", name=words("snapshots.look"))).to_be_focused()
