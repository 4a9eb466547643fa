"""Without a network: everything works, and nothing is asked for but the worker's own check."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from questionnaire_site.release import MANIFEST, Release
from site_tests.e2e.colleagues import changed_by
from site_tests.e2e.drafts import all_in_place, as_upload, draft_file
from site_tests.e2e.pages.comparing import Comparing
from site_tests.e2e.pages.offline import ENOUGH, Offline
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.results import Results
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.pages.this_computer import ThisComputer
from site_tests.e2e.words import words
from site_tests.e2e.years import earlier_audits
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.places import BUILT_SITE, base_path
from site_tests.support.server import Answer, StaticSite
from site_tests.support.sheets import Filling

START = draft_file(all_in_place())
HASHES = """async (addresses) => {
  const hashes = [];
  for (const address of addresses) {
    const bytes = await (await fetch(address)).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    hashes.push([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return hashes;
}"""


@contextmanager
def no_network(site: StaticSite) -> Iterator[None]:
    """Nothing that is asked for arrives. What is asked for all the same is written down."""
    site.requests.clear()
    with site.answering("", Answer(cut=True)):
        yield


def asked(site: StaticSite) -> set[str]:
    return {request.path for request in site.requests}


def test_once_kept_everything_works_without_a_network(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite
) -> None:
    page = audit.page
    page.clock.install()
    audit.open("funding").question("funding/rating").choose("Planned")
    audit.expect_saved()
    assert site.count("sw.js") == 0, "a first answer waits for nothing of this"
    page.clock.run_for(ENOUGH)
    page.clock.resume()
    offline.expect_ready()
    assert_accessible(page)
    assert {request.status for request in site.requests} <= {200, 304}, "nothing beyond the site is asked for"
    assert site.count(".wasm") == 1, "what the page has fetched already is not fetched again"
    page.close()

    with no_network(site):
        page = context.new_page()
        page.goto("")
        page.get_by_role("link", name="Search").click()
        page.get_by_role("searchbox").fill("glossary")
        page.get_by_role("searchbox").press("Enter")
        page.get_by_role("link", name="Glossary", exact=True).last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")
        page.goto("self-audit-guide")
        assert page.url.endswith("self-audit-guide/")

        again = Questionnaire(page).open("funding")
        again.question("funding/rating").expect_chosen("Planned")
        again.question("funding/notes").write("Contract to 2027")
        again.go_to("results")
        expect(again.results.finding("unmet", "funding")).to_be_visible(timeout=PYTHON_TIMEOUT)
        Offline(page).expect_ready()
    assert asked(site) <= {"sw.js"}, "a second visit asks for the worker's own check alone"


@pytest.mark.long
def test_every_file_is_made_without_a_network(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite
) -> None:
    audit.load(draft_file(all_in_place({"funding/rating": "planned"})))
    offline.expect_ready()
    audit.page.close()

    with no_network(site):
        again = Questionnaire(context.new_page())
        again.page.add_init_script("window.print = () => {}")
        results = again.open("results").results
        results.choose_copy("team")
        expect(results.finding("unmet", "funding")).to_be_visible(timeout=PYTHON_TIMEOUT)
        assert "Example team" in results.download_copy().path().read_text("utf-8")
        assert results.download_word().suggested_filename.endswith(".docx")
        assert results.download_excel().names
        _, findings = results.download_csv(words("export.findings"))
        assert len(findings) > 1
        results.tools.get_by_role("button", name=words("export.print_copy"), exact=True).click()
        expect(again.page.locator(".app-printed-copy")).to_contain_text("Example team")
    assert asked(site) <= {"sw.js"}


@pytest.mark.long
@pytest.mark.allow_page_errors("the browser reports that it could not ask for the server's clock")
def test_every_tool_works_without_a_network(
    audit: Questionnaire, offline: Offline, context: BrowserContext, site: StaticSite, tmp_path: Path
) -> None:
    audit.load(START)
    offline.expect_ready()
    audit.page.close()

    with no_network(site):
        page = context.new_page()
        page.goto("self-audit/?example&step=results")
        comparing = Comparing(Results(page))
        comparing.add(*earlier_audits())
        expect(comparing.root.get_by_text(words("changes.figure_findings"))).to_be_visible(
            timeout=PYTHON_TIMEOUT
        )

        again = Questionnaire(page).open()
        with page.expect_download() as download:
            again.view.get_by_role("link", name=words("start.sheet_download")).click()
        download.value.save_as(tmp_path / "blank.xlsx")
        filling = Filling((tmp_path / "blank.xlsx").read_bytes())
        filling.form_cell("About your team", "Team").value = "Sunny Side"
        (tmp_path / "filled.xlsx").write_bytes(filling.content)
        again.open("open").open_draft.choose(tmp_path / "filled.xlsx")
        expect(again.open_draft.preview).to_contain_text("Sunny Side", timeout=PYTHON_TIMEOUT)

        ana, ben = (
            as_upload(changed_by(name, START, {"funding/rating": rating}))
            for name, rating in (("Ana", "not-in-place"), ("Ben", "embedded"))
        )
        again.open("workshop").workshop.by_files(ana, ben)
        expect(again.workshop.titles.first).to_be_visible()
        again.open().view.get_by_role("link", name=words("start.booklet")).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Self-audit")

        map = ServiceMap(page)
        map.open("details").question("area").write("Testshire")
        map.expect_saved()
        map.open_example("results")
        expect(map.results.finding("findings", "r1-neonatal")).to_be_visible(timeout=PYTHON_TIMEOUT)

        computer = ThisComputer(page).open()
        expect(computer.to_look_at).to_have_count(0)
        computer.expect_state("offline", "ok")
    assert asked(site) <= {"sw.js", "check-this-computer/"}, "its clock is the server's to tell"


@pytest.mark.long
def test_every_shipped_file_is_there_without_a_network_and_is_the_one_that_was_built(
    audit: Questionnaire, offline: Offline, site: StaticSite
) -> None:
    audit.open()
    offline.expect_ready()
    shipped = Release.from_json((BUILT_SITE / MANIFEST).read_text("utf-8")).files
    never_asked_for = {"404.html", "sitemap.xml", "sw.js"}
    hashes = {path: file.sha256 for path, file in shipped.items() if path not in never_asked_for}
    with no_network(site):
        assert audit.page.evaluate(HASHES, [f"{base_path()}{path}" for path in hashes]) == [*hashes.values()]
    assert asked(site) <= {"sw.js"}
