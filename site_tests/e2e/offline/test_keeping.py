"""What is kept, when, and how it is removed."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.offline import ENOUGH, Offline
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.ways_out import FROM_PAGE
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.places import BUILT_SITE, base_path
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


@pytest.mark.long
def test_where_there_is_no_room_nothing_is_kept_of_it_and_answers_are_saved(
    audit: Questionnaire, offline: Offline, site: StaticSite
) -> None:
    browser = audit.page.context.new_cdp_session(audit.page)
    browser.send("Storage.overrideQuotaForOrigin", {"origin": site.origin, "quotaSize": 8_000_000})
    audit.open("funding").question("funding/notes").write("Contract to 2027")
    audit.expect_saved()
    audit.page.goto("privacy/")
    offline.box.get_by_role("button", name=words("offline.keep")).click()
    expect(offline.box).to_contain_text(words("offline.failed"), timeout=PYTHON_TIMEOUT)
    assert (offline.caches(), offline.workers()) == ([], 0)
    audit.open("funding").question("funding/notes").expect_text("Contract to 2027")


@pytest.mark.long
def test_a_server_that_changes_pages_on_their_way_costs_little_and_hinders_nobody(
    audit: Questionnaire, offline: Offline, site: StaticSite, tmp_path: Path
) -> None:
    shutil.copytree(BUILT_SITE, tmp_path / "squeezed")
    site.folder = tmp_path / "squeezed"
    for page in site.folder.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("\n<", "<"), "utf-8")
    audit.open("funding").question("funding/rating").choose("Planned")
    audit.expect_saved()
    audit.page.evaluate(BROKEN_OFF)
    expect(offline.line).to_have_text("")
    audit.page.goto("privacy/")
    assert site.count("glossary/") == 0, "it went no further than the home page"


@pytest.mark.long
def test_a_browser_that_can_keep_nothing_works_as_ever_and_says_so(
    open_context: OpenContext, site: StaticSite
) -> None:
    context = open_context()
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    audit = Questionnaire(context.new_page())
    audit.page.clock.install()
    audit.open("funding").question("funding/rating").choose("Planned")
    audit.expect_saved()
    audit.page.clock.run_for(ENOUGH)
    offline = Offline(audit.page)
    expect(offline.line).to_have_count(0)
    audit.page.goto("privacy/")
    expect(offline.box).to_have_text(words("offline.unavailable"))
    assert site.count("sw.js") == 0


@pytest.mark.long
@pytest.mark.allow_page_errors("the policy says what it refuses")
@pytest.mark.allow_foreign_requests("the browser names requests that it then refuses")
def test_a_page_that_is_kept_is_as_sealed_as_any_other(
    audit: Questionnaire, offline: Offline, tmp_path: Path
) -> None:
    audit.open()
    offline.expect_ready()
    (tmp_path / "index.html").write_text("<h1>Elsewhere</h1>")
    with StaticSite(tmp_path) as elsewhere:
        audit.reload()
        assert audit.page.evaluate("navigator.serviceWorker.controller !== null")
        audit.page.evaluate(
            f"([address, base]) => ({FROM_PAGE})(address, base)", [elsewhere.url, base_path()]
        )
        assert elsewhere.requests == []


def test_it_can_be_installed(audit: Questionnaire) -> None:
    audit.open()
    browser = audit.page.context.new_cdp_session(audit.page)
    manifest = browser.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert json.loads(manifest["data"])["name"]
    assert browser.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
