"""The browser as the tests use it: how it starts, what a person's device looks like, how long to wait."""

from typing import Any

from playwright.sync_api import Browser, Page, Playwright

from site_tests.support.places import browser_path

# Milliseconds, as Playwright counts.
TIMEOUT = 10_000
# The first result needs the Python runtime, which two slow cores take their time over.
PYTHON_TIMEOUT = 90_000

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 375, "height": 667},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
# A fixed place and language: dates and numbers must not depend on who runs the tests.
PERSON: dict[str, Any] = {
    "locale": "en-GB",
    "timezone_id": "Europe/London",
    "accept_downloads": True,
    # Most tests are over before a browser would have kept the site; those about that allow it.
    "service_workers": "block",
}

# The browser talks to the test server alone: no updates, no look-ups, no name but this machine's.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


def launch_options() -> dict[str, Any]:
    """Options for `chromium.launch` and `chromium.launch_persistent_context` alike."""
    return {"executable_path": browser_path(), "args": FLAGS, "timeout": 60_000}


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(**launch_options())


def resize(page: Page, device: dict[str, Any]) -> None:
    """Give an open page the width of a device: `resize(page, PHONE)`."""
    page.set_viewport_size(device["viewport"])
