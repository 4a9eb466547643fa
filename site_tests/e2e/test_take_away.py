"""What a person takes away: a team copy, a copy to share, and the action plan as a spreadsheet."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import Answers, all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.printing import assert_a4
from site_tests.support.server import Answer, StaticSite

PRIVATE: dict[str, Answers] = {
    "Notes and evidence": {"dyadic-work/notes": "Audit of thirty cases"},
    "What you did not agree about": {
        "dyadic-work/disagreed": ["disagreed"],
        "dyadic-work/disagreement": "Half of us would say Planned",
    },
    "Pay bands": {"clinical-leadership/pay-band": "Band 8B with 8C duties"},
    "Funding end dates": {"funding/end-dates": "The grant ends in March 2028"},
}
SECRETS = {kind: list(answers.values())[-1] for kind, answers in PRIVATE.items()}
# A browser that has no room for the file, for as long as the test says so.
NO_ROOM = """
const Plain = Blob;
window.Blob = class extends Plain {
  constructor(parts, how) {
    if (window.hasNoRoom && how?.type.startsWith('text/html')) throw new RangeError('no room');
    super(parts, how);
  }
};
"""
ACTION = {"what": "Agree a rota for supervision", "owner": "Clinical lead", "by-when": "2027-01-31"}
DRAFT = draft_file(
    all_in_place(
        {"dyadic-work/rating": "partly"} | {k: v for kind in PRIVATE.values() for k, v in kind.items()}
    ),
    {"actions": [ACTION]},
)


@pytest.fixture
def results(audit: Questionnaire) -> Questionnaire:
    audit.load(DRAFT).go_to("results")
    expect(audit.results.finding("unmet", "dyadic-work")).to_be_visible(timeout=PYTHON_TIMEOUT)
    return audit


def copy_text(results: Questionnaire) -> str:
    return results.results.download_copy().path().read_text(encoding="utf-8")


def test_a_team_copy_holds_everything(results: Questionnaire) -> None:
    """Only a conclusion that nobody has asked for stays out, unless it is ticked."""
    conclusion = "What type of team your answers suggest"
    results.results.choose_copy("team")
    expect(results.results.left_out).to_have_text(words("export.leaves_out", kinds=conclusion))
    assert "Meets 7 of 8" not in copy_text(results)
    results.results.tools.get_by_label(conclusion).check()
    expect(results.results.left_out).to_have_text(words("export.leaves_nothing_out"))

    copy = results.results.download_copy()
    assert copy.suggested_filename.startswith("example-team-example-area-")
    assert copy.suggested_filename.endswith("-team-copy.html")
    text = copy.path().read_text(encoding="utf-8")
    for said in (
        *SECRETS.values(),
        "Agree a rota for supervision",
        "31 January 2027",
        "Meets 7 of 8",
        "Partly in",
    ):
        assert said in text


def test_a_copy_to_share_leaves_private_kinds_out_unless_they_are_ticked(results: Questionnaire) -> None:
    results.results.reveal()
    results.results.choose_copy("share")
    for kind in SECRETS:
        expect(results.results.left_out).to_contain_text(kind)
    copy = results.results.download_copy()
    assert copy.suggested_filename.endswith("-copy-to-share.html")
    text = copy.path().read_text(encoding="utf-8")
    for said in ("Meets 7 of 8", "Agree a rota for supervision"):
        assert said in text
    for secret in SECRETS.values():
        assert secret not in text

    for kind in SECRETS:
        box = results.results.tools.get_by_label(kind, exact=True)
        box.check()
        expect(results.results.left_out).not_to_contain_text(kind)
        text = copy_text(results)
        assert {kind for kind, secret in SECRETS.items() if secret in text} == {kind}
        box.uncheck()


def test_the_copy_opens_anywhere_asks_for_nothing_and_prints_on_a4(
    results: Questionnaire, open_context: OpenContext, tmp_path: Path
) -> None:
    results.results.reveal()
    file = tmp_path / "copy.html"
    results.results.download_copy().save_as(file)

    reader = open_context(offline=True, java_script_enabled=False).new_page()
    requests: list[str] = []
    reader.on("request", lambda request: requests.append(request.url))
    reader.goto(file.as_uri())
    expect(reader.get_by_role("heading", level=1)).to_have_text("Example team, Example area")
    expect(reader.get_by_role("main")).to_contain_text("Meets 7 of 8 core descriptors")
    expect(reader.get_by_role("main")).to_contain_text("Agree a rota for supervision")
    expect(reader.locator(".app-grid")).to_be_visible()
    assert reader.locator("main").evaluate("main => getComputedStyle(main).fontFamily") != "Times New Roman"
    assert requests == [file.as_uri()]
    assert_a4(reader)

    # The same file where scripts may run: axe needs them, the file must not.
    checked = open_context(offline=True).new_page()
    checked.goto(file.as_uri())
    assert_accessible(checked)


def test_the_results_print_on_a4(results: Questionnaire) -> None:
    results.results.reveal()
    expect(results.results.conclusion.first).to_be_visible()
    assert_a4(results.page)
    results.page.emulate_media(media="print")
    expect(results.results.part("at-a-glance")).to_be_visible()
    for furniture in results.page.locator(
        "nav, footer, .app-foot, [data-results-tools], [data-alerts]"
    ).all():
        expect(furniture).to_be_hidden()


def test_a_copy_prints_alone_and_without_what_is_private(audit: Questionnaire, no_python: None) -> None:
    audit.page.add_init_script("window.print = () => {}")
    audit.load(DRAFT).go_to("results")
    audit.results.choose_copy("share")
    tools = audit.results.tools
    tools.get_by_role("button", name=words("export.print_copy"), exact=True).click()
    tools.get_by_role("button", name=words("export.without"), exact=True).click()

    printed = audit.page.locator(".app-printed-copy")
    expect(printed).to_be_hidden()
    audit.page.emulate_media(media="print")
    expect(printed).to_contain_text("Agree a rota for supervision")
    expect(printed.get_by_role("heading", level=1)).to_be_visible()
    for secret in SECRETS.values():
        expect(printed).not_to_contain_text(str(secret))
    for other in audit.page.locator("body > header, footer, [data-view]").all():
        expect(other).to_be_hidden()

    audit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(printed).to_have_count(0)
    expect(audit.results.part("at-a-glance")).to_be_visible()


def test_actions_open_in_a_spreadsheet_letter_for_letter(audit: Questionnaire, no_python: None) -> None:
    rows = [ACTION, {"what": 'Café "Löwe", 2;3\u00b7£', "status": "under-way"}]
    audit.load(draft_file(all_in_place(), {"actions": rows})).go_to("results")
    text, table = audit.results.download_csv("Action plan")
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == 3
    header, first, second = table
    assert header[:3] == ["What will you do?", "Who will see to it?", "By when?"]
    assert first[:3] == ["Agree a rota for supervision", "Clinical lead", "2027-01-31"]
    assert second[0] == 'Café "Löwe", 2;3\u00b7£'
    assert second[header.index("Status")] == "Under way"


@pytest.mark.allow_page_errors("the page reports what went wrong, and the file that was given up")
def test_a_web_page_that_takes_long_can_be_stopped_and_one_that_fails_says_what_to_do(
    audit: Questionnaire, site: StaticSite, no_python: None
) -> None:
    audit.page.add_init_script(NO_ROOM)
    audit.load(DRAFT).go_to("results")
    results = audit.results
    button = results.tools.get_by_role("button", name=words("export.download_copy"), exact=True)
    with site.answering("report.css", Answer(delay=3600)):
        button.press("Enter")
        results.offer.get_by_role("button", name=words("export.without")).press("Enter")
        expect(results.making).to_contain_text(words("export.making_page"))
        results.making.get_by_role("button", name=words("export.stop_making")).press("Enter")
        expect(results.making).to_be_hidden()
        expect(button).to_be_focused()

    audit.page.evaluate("window.hasNoRoom = true")
    button.click()
    results.offer.get_by_role("button", name=words("export.without")).click()
    expect(results.making).to_contain_text(words("export.page_failed"))
    expect(results.making).to_be_focused()
    assert_accessible(audit.page)
    audit.page.evaluate("window.hasNoRoom = false")
    with audit.page.expect_download() as download:
        results.making.get_by_role("button", name=words("export.try_again")).click()
    text = download.value.path().read_text(encoding="utf-8")
    assert "Agree a rota for supervision" in text
    assert "<style>" in text
