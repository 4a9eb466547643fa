"""The policy is on every page, and it holds: nothing on a page or in the worker can reach another address."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.ways_out import FROM_PAGE, FROM_WORKER, scoring_that_sends
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.places import BUILT_SITE, base_path
from site_tests.support.server import Answer, StaticSite

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src blob: *:*/parent-infant-tools/sw.js; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
LOADS = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}


class Reading(HTMLParser):
    """What a page would load or run, and what came before its policy."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.early: list[str] = []
        self.forbidden: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(values.get("content") or "")
        address = values.get(LOADS.get(tag, ""))
        if address and not self.policies:
            self.early.append(f"{tag} {address}")
        if address and address.startswith(("http:", "https:", "//")) and values.get("rel") != "canonical":
            self.forbidden.append(f"{tag} {address}")
        if tag == "script" and not address and values.get("type") != "application/json":
            self.forbidden.append("inline script")
        if tag == "style" or "style" in values or any(name.startswith("on") for name in values):
            self.forbidden.append(f"{tag} {values}")


def test_every_built_page_has_the_policy_before_anything_it_loads() -> None:
    pages = sorted(BUILT_SITE.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        reading = Reading(page)
        assert reading.policies == [POLICY], page
        assert reading.early == [], page
        assert reading.forbidden == [], page


# What looks like an address and is none: names of XML vocabularies, of HTML, SVG and Word documents, and
# what the library that writes Word documents says in an error.
NAMES = re.compile(
    r"http://(www\.w3|purl(\.oclc)?|schemas\.openxmlformats)\.org/|http://schemas\.microsoft\.com/"
    r"|https://answers\.microsoft\.com/"
)


def test_no_script_of_ours_knows_another_address() -> None:
    """The policy does not stop a script from leaving the page by itself, so none may have anywhere to go."""
    scripts = [*BUILT_SITE.glob("assets/app/*/*.js"), BUILT_SITE / "assets/early.js", BUILT_SITE / "sw.js"]
    for script in scripts:
        text = NAMES.sub("", script.read_text(encoding="utf-8"))
        assert "http://" not in text, script
        assert "https://" not in text, script
        assert "window.open(" not in text, script


@pytest.fixture
def elsewhere(page: Page, tmp_path: Path) -> Iterator[StaticSite]:
    """Another origin that this browser can reach, and that writes down whoever comes."""
    (tmp_path / "index.html").write_text("<h1>Elsewhere</h1>")
    with StaticSite(tmp_path) as site:
        visitor = page.context.new_page()
        visitor.goto(site.url)
        expect(visitor.get_by_role("heading")).to_be_visible()
        visitor.close()
        assert site.count("") >= 1
        site.requests.clear()
        yield site


@pytest.mark.allow_page_errors("the policy says what it refuses")
@pytest.mark.allow_foreign_requests("the browser names requests that it then refuses")
def test_no_way_out_of_a_page_leads_anywhere(
    audit: Questionnaire, elsewhere: StaticSite, no_python: None
) -> None:
    audit.open("details")
    audit.page.evaluate(f"([address, base]) => ({FROM_PAGE})(address, base)", [elsewhere.url, base_path()])
    assert elsewhere.requests == []


@pytest.mark.allow_page_errors("the policy says what it refuses")
@pytest.mark.allow_foreign_requests("the browser names requests that it then refuses")
def test_no_script_in_the_engines_worker_gets_out(audit: Questionnaire, elsewhere: StaticSite) -> None:
    audit.open("results")
    expect(audit.page.locator(".app-engine")).to_have_attribute("data-stage", "ready", timeout=PYTHON_TIMEOUT)
    [worker] = audit.page.workers
    assert worker.url.startswith("blob:")

    outcomes = worker.evaluate(FROM_WORKER, elsewhere.url)
    assert set(outcomes.values()) == {"refused"}, outcomes
    assert elsewhere.requests == []


@pytest.mark.allow_page_errors("the policy says what it refuses")
@pytest.mark.allow_foreign_requests("the browser names requests that it then refuses")
def test_scoring_code_that_tries_to_send_answers_away_gets_nowhere(
    audit: Questionnaire, elsewhere: StaticSite, site: StaticSite
) -> None:
    """The build refuses such code. Were it published all the same, the browser refuses it too."""
    with site.answering("self-audit.scoring.json", Answer(body=scoring_that_sends(elsewhere.url))):
        audit.open("results")
        audit.results.reveal()
        audit.results.expect_conclusion("It was refused")
    assert elsewhere.requests == []
