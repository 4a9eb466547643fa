"""A browser that is killed the moment it has said "Saved" still has the answer when it comes back."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Playwright

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.support.browsing import DESKTOP, PERSON, launch_options
from site_tests.support.server import StaticSite

pytestmark = pytest.mark.usefixtures("no_python")


def test_what_the_page_called_saved_outlives_the_browser(
    playwright: Playwright, site: StaticSite, tmp_path: Path
) -> None:
    def start() -> BrowserContext:
        options = {**launch_options(), **PERSON, **DESKTOP, "base_url": site.url}
        return playwright.chromium.launch_persistent_context(tmp_path, **options)

    context = start()
    audit = Questionnaire(context.new_page()).open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.expect_saved()
    assert context.browser is not None
    session = context.browser.new_browser_cdp_session()
    with pytest.raises(Error, match="closed"):
        session.send("Browser.crash")

    with start() as context:
        audit = Questionnaire(context.new_page()).open("funding")
        audit.question("funding/rating").expect_chosen("Planned")
