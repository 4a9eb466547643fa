"""A browser that cannot keep answers says so loudly, carries on and offers the file."""

import json

import pytest
from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.storage import JOURNAL_BLOCKED, LOCAL_BLOCKED, NEARLY_FULL, SPOIL, Room
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.server import StaticSite

pytestmark = pytest.mark.usefixtures("no_python")


def audit_with(open_context: OpenContext, script: str) -> Questionnaire:
    context = open_context()
    context.add_init_script(script)
    return Questionnaire(context.new_page())


def test_a_browser_that_keeps_nothing_says_so_loudly_and_offers_the_file(open_context: OpenContext) -> None:
    audit = audit_with(open_context, LOCAL_BLOCKED + JOURNAL_BLOCKED).open("details")
    audit.question("team").write("Our team")
    alert = audit.alert(words("save.failed_title"))
    expect(alert).to_have_role("alert")
    expect(alert).to_be_in_viewport()
    expect(alert).to_contain_text(words("save.failed_blocked"))
    expect(audit.save_status).to_have_text(words("save.not_saved"))

    audit.go_on()
    audit.question("clinical-supervision/rating").choose("Planned")
    with audit.page.expect_download() as download:
        alert.get_by_role("button", name=words("draft.download")).click()
    elsewhere = Questionnaire(open_context().new_page()).open("open")
    elsewhere.open_draft.choose(download.value.path())
    elsewhere.open_draft.accept()
    elsewhere.go_to("clinical-supervision").question("clinical-supervision/rating").expect_chosen("Planned")


def test_a_full_browser_says_so_and_catches_up_once_there_is_room(
    audit: Questionnaire, site: StaticSite
) -> None:
    audit.open("funding")
    room = Room(audit.page, site.origin)
    room.use_up()
    audit.question("funding/rating").choose("Planned")
    alert = audit.alert(words("save.failed_title"))
    expect(alert).to_contain_text(words("save.failed_full"))
    retry = alert.get_by_role("button", name=words("save.retry"))
    retry.click()
    expect(alert).to_be_visible()

    room.make()
    retry.click()
    expect(alert).to_have_count(0)
    audit.expect_saved()
    audit.reload()
    audit.question("funding/rating").expect_chosen("Planned")


@pytest.mark.parametrize(
    ("script", "warning"),
    [
        pytest.param(LOCAL_BLOCKED, "save.partly", id="localStorage"),
        pytest.param(JOURNAL_BLOCKED, "save.unsure", id="IndexedDB"),
    ],
)
def test_with_one_of_two_places_left_answers_are_kept_and_the_weakness_is_said(
    open_context: OpenContext, script: str, warning: str
) -> None:
    audit = audit_with(open_context, script).open("funding")
    audit.question("funding/rating").choose("Planned")
    expect(audit.alert(words("save.unsure_title"))).to_contain_text(words(warning))
    audit.expect_saved()
    audit.reload()
    audit.question("funding/rating").expect_chosen("Planned")


def test_a_draft_too_large_for_one_place_is_kept_in_the_other(audit: Questionnaire, site: StaticSite) -> None:
    audit.open("funding")
    audit.page.evaluate(Room.FILL)
    audit.question("funding/rating").choose("Planned")
    audit.expect_saved()
    audit.reload()
    audit.question("funding/rating").expect_chosen("Planned")
    expect(audit.alerts).to_have_count(0)


def test_a_draft_of_a_newer_release_in_the_browser_is_called_that_and_kept(audit: Questionnaire) -> None:
    audit.open("hub")
    key = "/parent-infant-tools/:draft:self-audit:e1"
    newer = json.dumps({"id": "e1", "opened": 1, "editor": "e2", "draft": draft_file({}, draft_version=99)})
    audit.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, newer])
    audit.reload()
    expect(audit.alert(words("save.later_release_title"))).to_be_visible()
    expect(audit.alerts).to_have_count(1)
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.expect_saved()
    assert audit.page.evaluate("(key) => localStorage.getItem(key)", key) == newer


def test_a_damaged_draft_in_the_browser_is_named_and_does_not_stand_in_the_way(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place()))
    key = audit.page.evaluate("Object.keys(localStorage).find((key) => key.includes(':draft:'))")
    assert key.startswith("/parent-infant-tools/:draft:self-audit:")
    audit.page.evaluate("(key) => localStorage.setItem(key + 'x', '{\"id\": ')", key)
    audit.reload()
    expect(audit.alert(words("save.damaged_title"))).to_be_visible()
    expect(audit.hub_status("funding")).to_have_text(words("hub.status_done"))


def test_what_can_be_read_of_a_draft_without_its_head_is_offered_and_all_of_it_as_a_file(
    audit: Questionnaire,
) -> None:
    audit.load(draft_file(all_in_place(), {"disciplines": [{"discipline": "Midwifery"}]}))
    # From another page: this one would write its copy as it goes.
    audit.page.goto("")
    audit.page.evaluate(SPOIL, "head")
    audit.open("hub")
    alert = audit.alert(words("save.damaged_title"))
    assert_accessible(audit.page)
    with audit.page.expect_download() as download:
        alert.get_by_role("button", name=words("save.damaged_download")).click()
    raw = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert raw["answers"]["funding/rating"]["value"] == "in-place"

    alert.get_by_role("button", name=words("save.damaged_open")).click()
    expect(alert).to_have_count(0)
    expect(audit.hub_status("funding")).to_have_text(words("hub.status_done"))
    expect(audit.go_to("details").entries("disciplines").names).to_have_text(["Midwifery"])


def test_one_damaged_answer_is_told_and_the_rest_is_there(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place()))
    audit.page.goto("")
    audit.page.evaluate(SPOIL, "funding/rating")
    audit.open("hub")
    alert = audit.alert(words("save.damaged_title"))
    expect(alert).to_contain_text(words("save.damaged_parts", count=1))
    expect(audit.hub_status("funding")).not_to_have_text(words("hub.status_done"))
    expect(audit.hub_status("dyadic-work")).to_have_text(words("hub.status_done"))
    with audit.page.expect_download() as download:
        alert.get_by_role("button", name=words("save.damaged_download")).click()
    raw = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert raw["answers"]["funding/rating"] == "spoiled"


def test_data_removed_under_the_page_is_noticed_and_the_draft_is_written_whole_again(
    audit: Questionnaire, site: StaticSite
) -> None:
    audit.load(draft_file(all_in_place())).go_to("funding")
    session = audit.page.context.new_cdp_session(audit.page)
    session.send("Storage.clearDataForOrigin", {"origin": site.origin, "storageTypes": "all"})
    audit.question("funding/rating").choose("Planned")
    expect(audit.alert(words("save.rewritten_title"))).to_be_visible()
    assert_accessible(audit.page)
    audit.reload()
    audit.question("funding/rating").expect_chosen("Planned")
    audit.go_to("dyadic-work").question("dyadic-work/rating").expect_chosen("In place")


def test_a_browser_that_is_nearly_full_says_so_in_time(open_context: OpenContext) -> None:
    audit = audit_with(open_context, NEARLY_FULL).open("funding")
    expect(audit.alert(words("save.nearly_full_title"))).to_be_visible()
    assert_accessible(audit.page)
    audit.question("funding/rating").choose("Planned")
    audit.expect_saved()


def test_a_clock_that_is_put_back_changes_no_answer_and_tells_the_time_it_has(audit: Questionnaire) -> None:
    audit.page.clock.set_fixed_time("2026-11-21T14:05:00Z")
    audit.open("funding").question("funding/rating").choose("Planned")
    expect(audit.save_status).to_contain_text("14:05")
    audit.page.clock.set_fixed_time("2026-11-21T09:30:00Z")
    audit.reload()
    audit.question("funding/rating").choose("In place")
    expect(audit.save_status).to_contain_text("09:30")
    audit.reload()
    audit.question("funding/rating").expect_chosen("In place")
