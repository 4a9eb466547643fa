"""What is taken away from the example of thirty services: the team's copy, those to share, and lists."""

from pathlib import Path

from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.pages.service_map import ServiceMap
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.printing import assert_a4

ASK = "Fund the Puddle Lane team for all four districts"
# A reason of one finding, and a finding that is private altogether.
SECRETS = ("Ends on 31 December 2027", "The same ages, level and district")


def test_copies_and_spreadsheets_of_the_example(
    service_map: ServiceMap, open_context: OpenContext, tmp_path: Path
) -> None:
    results = service_map.open_example("results").results
    expect(results.finding("findings", "r1-neonatal")).to_be_visible(timeout=PYTHON_TIMEOUT)

    results.choose_copy("team")
    team = results.download_copy()
    assert team.suggested_filename.endswith("-team-copy.html")
    text = team.path().read_text(encoding="utf-8")
    for expected in (ASK, "Puddle Lane parent-infant team", "none found", *SECRETS):
        assert expected in text, expected

    results.choose_copy("share")
    expect(results.left_out).to_contain_text("Funding end dates")
    # What is for the team alone cannot be put in either.
    expect(results.left_out).to_contain_text("Possible overlaps between services")
    expect(results.tools.get_by_label("Possible overlaps between services")).to_have_count(0)
    share = tmp_path / "share.html"
    results.download_copy().save_as(share)
    text = share.read_text(encoding="utf-8")
    assert ASK in text
    for secret in SECRETS:
        assert secret not in text, secret

    results.tools.get_by_label("One page for commissioners", exact=True).check()
    page = tmp_path / "one-page.html"
    results.download_copy().save_as(page)
    text = page.read_text(encoding="utf-8")
    assert ASK in text
    assert "Put Mirefield into the Puddle Lane contract" in text
    for left_out in ("Every service", *SECRETS):
        assert left_out not in text, left_out

    _, services = results.download_csv("Services")
    assert len(services) == 31
    _, actions = results.download_csv("Action plan")
    assert actions[1][0] == "Put Mirefield into the Puddle Lane contract"
    _, findings = results.download_csv(words("export.findings"))
    rules = findings[0].index(words("export.finding_rule"))
    assert {"R1", "R5", "R14"} <= {row[rules] for row in findings[1:]}

    reader = open_context(offline=True).new_page()
    for copy in (share, page):
        reader.goto(copy.as_uri())
        expect(reader.get_by_role("heading", level=1)).to_contain_text("Greater Puddle")
        assert_accessible(reader)
        assert_a4(reader)
