"""A browser that is killed while someone types comes back with all that it had shown as saved."""

import itertools
import os
import random
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Locator, Page, Playwright, expect

from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.browsing import DESKTOP, PERSON, TIMEOUT, launch_options
from site_tests.support.server import StaticSite

pytestmark = pytest.mark.usefixtures("no_python")

MORNING = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)

Start = Callable[[], BrowserContext]
# Where something is written, given whether it has been before.
Place = Callable[[Questionnaire, bool], Locator]


@pytest.fixture
def start(playwright: Playwright, site: StaticSite, tmp_path: Path) -> Start:
    """Start the browser of one person, with all that it has kept."""

    def start() -> BrowserContext:
        options = {**launch_options(), **PERSON, **DESKTOP, "base_url": site.url}
        context = playwright.chromium.launch_persistent_context(tmp_path, **options)
        context.set_default_timeout(TIMEOUT)
        return context

    return start


def kill(context: BrowserContext, after: float) -> None:
    """SIGKILL, as when the power goes, a moment from now, while someone types."""
    assert context.browser is not None
    session = context.browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    pid = next(process["id"] for process in processes if process["type"] == "browser")
    timer = threading.Timer(after, os.kill, (pid, signal.SIGKILL))
    timer.start()
    with pytest.raises(Error):
        type_on(context.pages[-1])
    timer.join()


def type_on(page: Page) -> None:
    while True:
        page.keyboard.type("and some more ", delay=5)


def write_and_see_it_saved(
    audit: Questionnaire, box: Locator, text: str, minutes: Iterator[datetime]
) -> None:
    """Write at one stroke, twice: when the second is shown as saved, the first surely was.

    The page names the minute of the last save, so that each stroke has one of its own.
    """
    box.focus()
    audit.page.keyboard.press("Control+End")
    for stroke, minute in zip((text, "."), minutes, strict=False):
        audit.page.clock.set_fixed_time(minute)
        audit.page.keyboard.insert_text(stroke)
        expect(audit.save_status).to_have_text(words("save.saved_at", time=f"{minute:%H:%M}"))


def notes(audit: Questionnaire, is_there: bool) -> Locator:
    """A long text of a step."""
    question = audit.open("funding").question("funding/notes")
    question.unfold()
    return question.box


def discipline(audit: Questionnaire, is_there: bool) -> Locator:
    """The name of an entry, the only one of its list."""
    disciplines = audit.open("details").entries("disciplines")
    if is_there:
        expect(disciplines.rows).to_have_count(1)
        disciplines.rows.get_by_role("button").first.click()
    else:
        disciplines.add_button.click()
    return disciplines.open_one.question("discipline").box


def write_and_be_killed(start: Start, times: int) -> None:
    chance = random.Random(times)
    saved: dict[Place, str] = {notes: "", discipline: ""}
    minutes = (MORNING + timedelta(minutes=passed) for passed in itertools.count())
    for number in range(times):
        place = list(saved)[number % 2]
        context = start()
        audit = Questionnaire(context.new_page())
        box = place(audit, saved[place] != "")
        before = box.input_value()
        assert before.startswith(saved[place])
        saved[place] = f"{before}[{number}]"
        write_and_see_it_saved(audit, box, f"[{number}]", minutes)
        kill(context, after=chance.uniform(0, 1))

    with start() as context:
        audit = Questionnaire(context.new_page())
        for place, text in saved.items():
            assert place(audit, text != "").input_value().startswith(text)
        expect(audit.alerts).to_have_count(0)


def test_what_was_shown_as_saved_outlives_a_browser_killed_three_times(start: Start) -> None:
    write_and_be_killed(start, times=3)


@pytest.mark.long
def test_what_was_shown_as_saved_outlives_a_browser_killed_fifty_times(start: Start) -> None:
    write_and_be_killed(start, times=50)
