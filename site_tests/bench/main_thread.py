"""What something on the page costs its main thread, and how long until it is seen: from Chromium's own trace.

The time until a frame holds the wait for the screen, up to 17 ms, and whatever else the machine does.
The thread's own clock stands still meanwhile: it counts the script, style, layout and paint that a key or
a click causes, up to the next one.
"""

import json
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Page

from site_tests.bench.measuring import percentile

MARKS = Path(__file__).with_name("in_page") / "frames.js"
"""Gives a page `shown`, with which a script says what it does."""

NOTHING = "nothing"
PERCENTS = (50, 95)

type Samples = dict[str, list[float]]
type Costs = dict[str, Samples]


def costs_of(page: Page, act: Callable[[], None]) -> Costs:
    """Do something that says what it does. Return milliseconds of each by name: `work`, and until `shown`."""
    browser = page.context.browser
    assert browser
    browser.start_tracing(page=page, categories=["blink.user_timing"])
    act()
    events = json.loads(browser.stop_tracing())["traceEvents"]
    marks = [event for event in events if event["name"] == "shown" or event["name"].startswith("begin:")]
    marks.sort(key=lambda event: event["ts"])
    costs: Costs = {"work": {}, "shown": {}}
    for begin, shown, following in zip(marks[:-1:2], marks[1::2], marks[2::2], strict=True):
        name = begin["name"].removeprefix("begin:")
        costs["work"].setdefault(name, []).append((following["tts"] - begin["tts"]) / 1000)
        costs["shown"].setdefault(name, []).append((shown["ts"] - begin["ts"]) / 1000)
    return costs


def percentiles(runs: Sequence[Samples], name: str) -> list[float]:
    """The median over all runs of each run's percentiles."""
    return [statistics.median(percentile(run[name], percent) for run in runs) for percent in PERCENTS]
