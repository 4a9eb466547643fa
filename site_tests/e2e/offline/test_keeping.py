"""What is kept, when, and how it is removed."""

import pytest
from playwright.sync_api import BrowserContext, expect

from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.offline import ENOUGH, Offline
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.server import Answer, StaticSite

# Something has been kept, and the browser has given it up.
BROKEN_OFF = """() => new Promise((resolve) => {
  const look = async () => {
    const isGivenUp = (await navigator.serviceWorker.getRegistration()) === undefined;
    if (isGivenUp && (await caches.keys()).length > 0) resolve();
    else requestAnimationFrame(look);
  };
  look();
})"""


@pytest.mark.long
def test_python_starts_with_its_kept_memory_and_does_without_once_that_is_damaged(
    audit: Questionnaire, offline: Offline, context: BrowserContext
) -> None:
    conclusion = "Consistent with a specialised parent-infant team"
    audit.load(draft_file(all_in_place()))
    audit.go_to("results")
    audit.results.reveal()
    audit.results.expect_conclusion(conclusion)
    offline.expect_ready()
    offline.expect_memory()
    audit.page.close()

    def visit() -> Offline:
        again = Questionnaire(context.new_page()).open("results")
        again.results.reveal()
        again.results.expect_conclusion(conclusion)
        return Offline(again.page)

    second = visit()
    assert second.memory_bytes() > 1_000_000, "it was used, and is there for the next time"
    second.damage_memory()
    second.page.close()

    third = visit()
    assert third.memory_bytes() == 0, "it was tried, and is not tried again"


@pytest.mark.long
def test_who_saves_data_is_asked_first(audit: Questionnaire, offline: Offline, site: StaticSite) -> None:
    audit.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    audit.page.clock.install()
    audit.open()
    audit.page.clock.run_for(ENOUGH)
    expect(offline.line).to_contain_text(words("offline.saves_data"))
    assert site.count("sw.js") == 0
    assert_accessible(audit.page)

    audit.page.clock.resume()
    Keyboard(audit.page).follow(offline.line.get_by_role("button", name=words("offline.keep")))
    offline.expect_ready()
    expect(offline.line.get_by_role("status")).to_be_focused()


@pytest.mark.long
def test_what_is_kept_is_removed_when_asked_and_with_the_answers(
    audit: Questionnaire, offline: Offline, context: BrowserContext
) -> None:
    audit.load(draft_file(all_in_place()))
    offline.expect_ready()
    theirs = "/another-project/:release:1"
    audit.page.evaluate("(name) => caches.open(name)", theirs)

    audit.clear_computer()
    expect(offline.line).to_be_hidden()
    assert (offline.caches(), offline.workers()) == ([theirs], 0)

    audit.open()
    offline.expect_ready()
    privacy = Offline(context.new_page())
    privacy.page.goto("privacy/")
    expect(privacy.box).to_contain_text(words("offline.ready"))
    assert_accessible(privacy.page)
    privacy.box.get_by_role("button", name=words("offline.remove")).click()
    expect(privacy.box).to_contain_text(words("offline.none"))
    expect(privacy.box.get_by_role("status")).to_be_focused()
    assert (privacy.caches(), privacy.workers()) == ([theirs], 0)

    audit.page.clock.install()
    audit.open()
    audit.page.clock.run_for(ENOUGH)
    assert offline.workers() == 0, "who removed it is not asked again"
    privacy.box.get_by_role("button", name=words("offline.keep")).click()
    expect(privacy.box).to_contain_text(words("offline.ready"), timeout=PYTHON_TIMEOUT)


@pytest.mark.long
@pytest.mark.allow_page_errors("the browser reports what it could not fetch")
def test_a_first_visit_that_breaks_off_is_gone_on_with(
    audit: Questionnaire, offline: Offline, site: StaticSite
) -> None:
    with site.answering(".wasm", Answer(cut=True)):
        audit.open()
        audit.page.evaluate(BROKEN_OFF)
    assert site.count("python_stdlib.zip") == 1

    audit.page.evaluate("dispatchEvent(new Event('online'))")
    offline.expect_ready()
    assert site.count("python_stdlib.zip") == 1
    audit.page.context.set_offline(True)
    audit.reload()


def test_a_shared_computer_is_left_as_it_was(
    audit: Questionnaire, offline: Offline, site: StaticSite
) -> None:
    audit.page.clock.install()
    audit.open().share_computer().reload()
    audit.page.clock.run_for(ENOUGH)
    expect(offline.line).to_be_attached()
    assert (offline.caches(), offline.workers(), site.count("sw.js")) == ([], 0, 0)
