"""On a computer that others use too: what this site keeps can be removed, and nothing else is."""

import pytest
from playwright.sync_api import BrowserContext, expect

from site_tests.e2e.colleagues import ANA, MINE
from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")

# What another project, published beside this one at the same address, keeps in the same browser.
NEIGHBOUR = """async () => {
  localStorage.setItem('/another-project/:draft', 'theirs');
  localStorage.setItem('theme', 'dark');
  await new Promise((resolve) => {
    const request = indexedDB.open('/another-project/:drafts');
    request.onupgradeneeded = () => request.result.createObjectStore('things').put('theirs', 'thing');
    request.onsuccess = () => { request.result.close(); resolve(); };
  });
}"""
KEPT = """async () => [
  Object.entries(localStorage).sort(),
  (await indexedDB.databases()).map((database) => database.name),
]"""


def test_clearing_asks_first_then_removes_this_sites_drafts_and_nothing_else(
    audit: Questionnaire, context: BrowserContext
) -> None:
    audit.load(draft_file(all_in_place()))
    audit.load(draft_file(all_in_place({"team": "A second team"})))
    audit.page.evaluate(NEIGHBOUR)

    audit.view.get_by_role("button", name=words("hub.clear")).click()
    question = audit.view.locator("[data-question]")
    expect(question.get_by_role("heading")).to_be_focused()
    question.get_by_role("button", name=words("files.cancel")).click()
    expect(question).to_have_count(0)
    expect(audit.hub_status("funding")).to_have_text(words("hub.status_done"))

    audit.clear_computer()
    expect(audit.heading).to_be_focused()
    expect(audit.view).to_contain_text(words("draft.cleared_files"))
    assert audit.page.evaluate(KEPT) == [
        [["/another-project/:draft", "theirs"], ["theme", "dark"]],
        ["/another-project/:drafts"],
    ]

    audit.page.go_back()
    again = Questionnaire(context.new_page()).open("drafts")
    expect(again.drafts.cards).to_have_count(0)
    again.open("hub")
    expect(again.hub_status("funding")).to_have_text(words("hub.status_todo"))


def test_a_cleared_computer_is_ready_for_the_next_person(audit: Questionnaire) -> None:
    audit.load(draft_file(all_in_place()))
    audit.clear_computer()
    audit.view.get_by_role("link", name=words("draft.cleared_start")).click()
    audit.expect_view("start")
    audit.start()
    audit.go_to("details").question("team").expect_text("")
    audit.question("team").write("The next team")
    audit.expect_saved()
    audit.reload()
    audit.question("team").expect_text("The next team")


def test_clearing_reaches_the_other_tabs(audit: Questionnaire, context: BrowserContext) -> None:
    audit.load(draft_file(all_in_place()))
    other = Questionnaire(context.new_page()).open("funding")
    other.question("funding/rating").expect_chosen("In place")

    audit.clear_computer()
    other.question("funding/rating").expect_chosen(None)
    assert other.page.evaluate("Object.keys(localStorage)") == []


def test_clearing_takes_along_what_was_read_from_files(audit: Questionnaire) -> None:
    audit.load(MINE).go_to("open")
    audit.open_draft.choose(as_upload(ANA, "ana.json"))
    audit.open_draft.combine()
    audit.expect_view("merge")
    audit.go_back()
    audit.go_back()
    audit.view.locator('[data-go="hub"]').first.click()
    audit.clear_computer()

    for view in ("start", "open", "merge"):
        audit.page.go_back()
        audit.expect_view(view)
    expect(audit.view).to_contain_text(words("merge.no_files"))
