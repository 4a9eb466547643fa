"""A Chromium for the tests: the one named, the machine's own, Debian's, or else Playwright's.

The one without a window comes first: it opens a page for half the processor time.
"""

import os
import shutil
import sys

from bootstrap.commands import SetupError, answer, run, succeeds
from bootstrap.places import BROWSER_PATH_FILE, VENV_PYTHON

HEADLESS = "chromium-headless-shell"
NAMES = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]


def install() -> None:
    """Write the path of a browser that starts to BROWSER_PATH_FILE."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not _starts(named):
            raise SetupError(f"CHROMIUM is set to '{named}', which does not start.")
        path = named
    elif _known():
        return
    else:
        path = _first([HEADLESS]) or _from_debian() or _first(NAMES) or _from_playwright()
    BROWSER_PATH_FILE.write_text(path + "\n")
    print(f"Tests will use the browser {path}")


def _known() -> bool:
    """Whether an earlier run found a browser that is still there."""
    try:
        return shutil.which(BROWSER_PATH_FILE.read_text().strip()) is not None
    except OSError:
        return False


def _first(names: list[str]) -> str | None:
    """The first of them that this machine has and that starts."""
    found = (shutil.which(name) for name in names)
    return next((path for path in found if path and _starts(path)), None)


def _from_debian() -> str | None:
    if not (sys.platform == "linux" and shutil.which("apt-get")):
        return None
    print(f"Installing Debian's {HEADLESS} package")
    # -n: without the right to install, fail at once and go on, rather than ask for a password.
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt_get = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    succeeds([*apt_get, "update"], quiet=True)
    succeeds([*apt_get, "install", "--yes", "--no-install-recommends", HEADLESS], quiet=True)
    return _first([HEADLESS])


def _from_playwright() -> str:
    print("Downloading Playwright's Chromium")
    sentence = (
        "the browser tests need a Chromium, and none could be found or installed. Install Chromium, "
        "Chrome or Edge, or say where one is: make setup-browser CHROMIUM=/path/to/chromium"
    )
    run([VENV_PYTHON, "-m", "playwright", "install", "chromium"], otherwise=sentence)
    code = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as playwright: print(playwright.chromium.executable_path)"
    )
    path = answer([VENV_PYTHON, "-c", code])
    if not path or not _starts(path):
        raise SetupError(sentence)
    return path


def _starts(path: str) -> bool:
    return bool(answer([path, "--version"]))
