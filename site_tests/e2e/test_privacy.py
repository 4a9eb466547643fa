"""Nothing leaves: a whole audit, from the home page to the last download, asks the site alone."""

from urllib.parse import unquote

from playwright.sync_api import Request, expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import STEPS, Questionnaire
from site_tests.e2e.pages.share import Share
from site_tests.e2e.words import words
from site_tests.support.server import StaticSite
from site_tests.support.watching import Watch

SECRET = "Zebedee-Quillfeather"


def test_a_whole_audit_asks_only_for_the_sites_own_files(
    open_context: OpenContext, site: StaticSite, watch: Watch
) -> None:
    context = open_context()
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))
    audit = Questionnaire(context.new_page())

    audit.page.goto("")
    audit.page.get_by_role("button", name="Start Self-audit").click()
    audit.when_ready()
    audit.start()
    audit.go_to("details").question("team").write(SECRET)
    for step in STEPS[1:]:
        audit.go_on()
        audit.expect_view(step)
        audit.question(f"{step}/notes").write(f"{SECRET} wrote this")
        if step == "age-accepted":
            audit.question("age-accepted/upper-age").choose("Second birthday (24 months)")
        else:
            audit.question(f"{step}/parts").tick_all()
            audit.question(f"{step}/rating").choose("In place")
    audit.go_on()
    expect(audit.check_row("Team").first).to_contain_text(SECRET)
    audit.view.get_by_role("button", name=words("check.results")).click()
    audit.results.reveal()
    audit.results.expect_conclusion("Consistent with a specialised parent-infant team")
    audit.entries("actions").add(what=f"Ask {SECRET}")
    audit.results.choose_copy("team")
    audit.results.download_copy()
    audit.results.download_csv("Action plan")
    audit.open("hub")
    audit.download_draft()
    audit.go_to("share")
    share = Share(audit.page)
    share.name.fill(SECRET)
    share.unfold_all()
    share.lock(f"{SECRET} horse battery staple")
    share.download()
    share.copy_button.click()
    audit.load(draft_file(all_in_place({"team": SECRET})))
    audit.clear_computer()

    assert watch.foreign_requests == []
    assert len(requests) > 10
    for request in requests:
        assert request.method == "GET", request.url
        assert request.post_data is None, request.url
        assert SECRET not in unquote(request.url)
    served = [request for request in site.requests if request.path != "favicon.ico"]
    assert {request.status for request in served} <= {200, 304}
    assert all("Cookie" not in request.headers for request in served)
    assert context.cookies() == []
