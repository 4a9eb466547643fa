"""“Check this computer”: what a browser allows, keeps and fetches, told to people and to who helps them."""

import pytest
from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.this_computer import ThisComputer
from site_tests.e2e.storage import JOURNAL_BLOCKED, LOCAL_BLOCKED, NEARLY_FULL, BrowserRecords
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.server import StaticSite

SECRET = "Zebedee-Quillfeather"


@pytest.mark.allow_page_errors("the browser says what it refuses")
@pytest.mark.allow_foreign_requests("the browser names a request that it then refuses")
def test_all_is_well_and_the_results_to_send_tell_no_answer(audit: Questionnaire, site: StaticSite) -> None:
    audit.load(draft_file(all_in_place({"team": SECRET})))
    computer = ThisComputer(audit.page).open()
    expect(computer.verdict).to_have_text(words("computer.all_well"))
    expect(computer.to_look_at).to_have_count(0)
    expect(computer.stored).to_contain_text("A draft of the Self-audit")
    assert_accessible(computer.page)

    with computer.page.expect_download() as download:
        computer.press("download_button")
    assert words("computer.download_content") in download.value.path().read_text(encoding="utf-8")
    computer.press("download_came")
    computer.expect_state("download", "ok")
    computer.press("python_button")
    computer.expect_state("python", "ok", timeout=PYTHON_TIMEOUT)
    computer.press("reach_button")
    computer.expect_state("reach", "ok")
    expect(computer.fetched).to_contain_text(words("computer.fetched_none"))
    assert_accessible(computer.page)

    letter = computer.letter.input_value()
    assert "pyodide.asm.wasm" in letter
    assert SECRET not in letter
    assert SECRET not in str([request.path for request in site.requests])
    computer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    computer.press("copy")
    expect(computer.main).to_contain_text(words("computer.copied"))
    assert SECRET not in computer.page.evaluate("navigator.clipboard.readText()")


def test_looking_leaves_nothing_behind(open_context: OpenContext, site: StaticSite) -> None:
    computer = ThisComputer(open_context(viewport={"width": 320, "height": 640}).new_page()).open()
    expect(computer.stored).to_have_text(words("computer.stored_nothing"))
    BrowserRecords(computer.page, site.origin).expect_nothing()
    assert computer.page.evaluate("document.documentElement.scrollWidth") <= 320
    for summary in computer.main.locator("summary").all():
        summary.press("Enter")
    assert computer.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_stands_in_the_way_is_said_with_what_to_do(open_context: OpenContext) -> None:
    context = open_context()
    forbidden = "WebAssembly.compile = async () => { throw new WebAssembly.CompileError('refused'); };"
    context.add_init_script(LOCAL_BLOCKED + JOURNAL_BLOCKED + NEARLY_FULL + forbidden)
    computer = ThisComputer(context.new_page())
    computer.page.clock.set_fixed_time("2031-01-01T12:00:00Z")
    computer.open()
    for key in ("journal", "local", "room", "wasm", "clock"):
        computer.expect_state(key, "look")
    expect(computer.line("journal")).to_contain_text(words("computer.storage_advice"))
    expect(computer.line("wasm")).to_contain_text(words("computer.wasm_advice"))
    expect(computer.verdict).to_have_text(words("computer.some_look", count=5))
    assert_accessible(computer.page)


def test_a_page_whose_policy_was_taken_away_is_not_called_sealed(open_context: OpenContext) -> None:
    context = open_context()
    context.add_init_script(
        """new MutationObserver((_, observer) => {
          const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
          policy?.remove();
          if (policy) observer.disconnect();
        }).observe(document, { childList: true, subtree: true });"""
    )
    computer = ThisComputer(context.new_page()).open()
    computer.expect_state("sealed", "look")


def test_a_failure_leads_to_the_check_in_a_tab_of_its_own(open_context: OpenContext, no_python: None) -> None:
    context = open_context()
    context.add_init_script(LOCAL_BLOCKED + JOURNAL_BLOCKED)
    audit = Questionnaire(context.new_page()).open("details")
    audit.question("team").write("Our team")
    alert = audit.alert(words("save.failed_title"))
    with context.expect_page() as opened:
        alert.get_by_role("link", name=words("computer.link_new_tab")).click()
    expect(ThisComputer(opened.value).line("journal")).to_have_attribute("data-state", "look")
    audit.question("team").expect_text("Our team")


def test_without_scripts_the_page_says_that_it_needs_them(open_context: OpenContext) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto("check-this-computer/")
    expect(page.get_by_text(words("computer.no_script"))).to_be_visible()
    expect(page.get_by_text(words("computer.needs_title"))).to_be_hidden()
