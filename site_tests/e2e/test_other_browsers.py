"""Firefox and WebKitGTK: an audit is answered, kept and worked out, and nothing gets out of page or worker.

Chromium has every other test. These want browsers that not every machine has: CONTRIBUTING.md says how to
get them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_tests.e2e.pages.questionnaire import STEPS
from site_tests.e2e.ways_out import FROM_BLOB_WORKER, FROM_PAGE, scoring_that_sends
from site_tests.e2e.words import words
from site_tests.support.other_browsers import OtherBrowser, firefox, firefox_path, webkit, webkit_paths
from site_tests.support.places import base_path
from site_tests.support.server import Answer, StaticSite

pytestmark = pytest.mark.long


@contextmanager
def started(name: str) -> Iterator[OtherBrowser]:
    if name == "Firefox":
        path = firefox_path()
        if path is None:
            pytest.skip("There is no Firefox here: install firefox-esr or firefox")
        with firefox(path) as browser:
            yield browser
    else:
        paths = webkit_paths()
        if paths is None:
            pytest.skip("There is no WebKitGTK here: install webkit2gtk-driver and xvfb")
        with webkit(*paths) as browser:
            yield browser


@pytest.fixture(params=["Firefox", "WebKitGTK"])
def browser(request: pytest.FixtureRequest) -> Iterator[OtherBrowser]:
    """A browser that has never seen the site."""
    with started(request.param) as browser:
        yield browser


@pytest.fixture
def elsewhere(browser: OtherBrowser, tmp_path: Path) -> Iterator[StaticSite]:
    """Another origin that this browser can reach, and that writes down whoever comes."""
    # With an icon of its own, or the browser asks for one when it pleases.
    (tmp_path / "index.html").write_text('<link rel="icon" href="data:,"><h1>Elsewhere</h1>')
    with StaticSite(tmp_path) as elsewhere:
        browser.open(elsewhere.url)
        assert elsewhere.count("") >= 1
        elsewhere.requests.clear()
        yield elsewhere


class Audit:
    """The self-audit in another browser."""

    VIEW = "document.querySelector('[data-current]')"

    def __init__(self, browser: OtherBrowser, site: StaticSite) -> None:
        self.browser = browser
        self.address = f"{site.url}self-audit/"

    def open(self, step: str) -> None:
        self.browser.open(f"{self.address}?step={step}")
        self.browser.until("() => 'ready' in document.documentElement.dataset")

    def expect(self, selector: str, text: str) -> None:
        self.browser.until(
            "(selector, text) => document.querySelector(selector)?.textContent.includes(text)", selector, text
        )

    def choose(self, question: str, option: str) -> None:
        self.browser.press(f'[data-current] [data-item="{question}"] input[value="{option}"]')

    def tick_all(self, question: str) -> None:
        self.browser.ask(
            """(question) => {
              for (const box of document.querySelectorAll(`[data-item="${question}"] input`)) box.click();
            }""",
            question,
        )

    def write(self, question: str, text: str) -> None:
        self.browser.ask(
            """(question, text) => {
              const box = document.querySelector(`[data-item="${question}"] :is(input, textarea)`);
              box.value = text;
              box.dispatchEvent(new InputEvent('input', { bubbles: true }));
              box.dispatchEvent(new Event('change', { bubbles: true }));
            }""",
            question,
            text,
        )

    def go_on(self, view: str) -> None:
        self.browser.press("[data-current] .app-step__foot .govuk-button")
        self.browser.until(f"(view) => {self.VIEW}.dataset.view === view", view)

    def expect_saved(self) -> None:
        self.expect("[data-save-status]", words("save.saved_at", time="\N{EM DASH}").split("\N{EM DASH}")[0])

    def expect_conclusion(self, title: str) -> None:
        self.browser.press('[data-current] [data-report-part="team-type"] [data-reveal]')
        self.expect('[data-report-part="team-type"] h3', title)


def test_an_audit_is_answered_kept_and_worked_out(browser: OtherBrowser, site: StaticSite) -> None:
    audit = Audit(browser, site)
    audit.open("details")
    audit.write("team", "Sunny Side team")
    for step in STEPS[1:]:
        audit.go_on(step)
        if step == "age-accepted":
            audit.choose("age-accepted/upper-age", "second-birthday")
        else:
            audit.tick_all(f"{step}/parts")
            audit.choose(f"{step}/rating", "in-place")
    audit.expect_saved()

    audit.open("funding")
    assert (
        browser.ask("() => document.querySelector('[name=\"funding/rating\"]:checked').value") == "in-place"
    )
    audit.open("details")
    assert browser.ask("() => document.querySelector('[data-item=team] input').value") == "Sunny Side team"
    audit.open("results")
    audit.expect_conclusion("Consistent with a specialised parent-infant team")


def test_no_way_out_of_a_page_leads_anywhere(
    browser: OtherBrowser, elsewhere: StaticSite, site: StaticSite
) -> None:
    Audit(browser, site).open("details")
    browser.ask(FROM_PAGE, elsewhere.url, base_path())
    assert elsewhere.requests == []


def test_no_way_out_of_a_worker_leads_anywhere(
    browser: OtherBrowser, elsewhere: StaticSite, site: StaticSite
) -> None:
    Audit(browser, site).open("details")
    outcomes = browser.ask(FROM_BLOB_WORKER, elsewhere.url)
    assert set(outcomes.values()) == {"refused"}, outcomes
    assert elsewhere.requests == []


def test_scoring_code_that_tries_to_send_answers_away_gets_nowhere(
    browser: OtherBrowser, elsewhere: StaticSite, site: StaticSite
) -> None:
    with site.answering("self-audit.scoring.json", Answer(body=scoring_that_sends(elsewhere.url))):
        audit = Audit(browser, site)
        audit.open("results")
        audit.expect_conclusion("It was refused")
    assert elsewhere.requests == []


def test_the_check_of_this_computer_finds_all_well(browser: OtherBrowser, site: StaticSite) -> None:
    browser.open(f"{site.url}check-this-computer/")
    browser.until("() => 'ready' in document.querySelector('[data-module=this-computer]').dataset")
    trials = "[data-trials] .app-check:nth-child({}) button"
    browser.press(trials.format(2))
    browser.press(trials.format(3))
    ended = browser.until(
        """() => {
          const lines = [...document.querySelectorAll('[data-trials] .app-check')].slice(1);
          const states = lines.map((line) => line.dataset.state);
          return states.every((state) => ['ok', 'look', 'note'].includes(state)) && states;
        }"""
    )
    lines = browser.ask(
        "() => [...document.querySelectorAll('[data-state=look]')].map((line) => line.textContent)"
    )
    assert lines == []
    # WebKit does not say that it refused a worker: nobody can tell there from a name that is nobody's.
    assert ended[0] == "ok"
    assert ended[1] in {"ok", "note"}
