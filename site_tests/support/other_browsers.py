"""Firefox and WebKitGTK behind one small face: open an address, press, write, and ask the page something.

Each is driven as its makers offer it: Firefox by WebDriver BiDi over a web socket, WebKitGTK by its own
WebDriver through selenium. Chromium has Playwright, which does far more.

A browser is started for one person: with nothing stored, and gone afterwards.
"""

import json
import os
import shutil
import subprocess
import tempfile
import warnings
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.webkitgtk.service import Service
from websockets.sync.client import ClientConnection, connect

# Seconds. The first result needs the Python runtime, which two slow cores take their time over.
PATIENCE = 120


class OtherBrowser(ABC):
    """One window of a browser."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""

    @abstractmethod
    def ask(self, function: str, *values: Any) -> Any:
        """Run a function of JavaScript, which may be asynchronous, in the page; values are plain data."""

    def until(self, function: str, *values: Any) -> Any:
        """Ask again and again until the page's answer is true; return it."""
        return self.ask(
            f"""async (milliseconds, ...values) => {{
              const end = Date.now() + milliseconds;
              for (;;) {{
                const answer = await ({function})(...values);
                if (answer) return answer;
                if (Date.now() > end) throw new Error('in vain: ' + document.querySelector('main').innerText);
                await new Promise((resolve) => setTimeout(resolve, 50));
              }}
            }}""",
            PATIENCE * 1000,
            *values,
        )

    def press(self, selector: str) -> None:
        """Press what a person can see."""
        self.until(
            """(selector) => {
              const found = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
              found[0]?.click();
              return found.length > 0;
            }""",
            selector,
        )


class Firefox(OtherBrowser):
    """Firefox ESR or any other of the last years."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self._send("session.new", {"capabilities": {}})
        self._context = self._send("browsingContext.getTree", {})["contexts"][0]["context"]

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", {"context": self._context, "url": address, "wait": "complete"})

    def ask(self, function: str, *values: Any) -> Any:
        answer = self._send(
            "script.callFunction",
            {
                "functionDeclaration": (
                    f"async (values) => JSON.stringify((await ({function})(...JSON.parse(values))) ?? null)"
                ),
                "arguments": [{"type": "string", "value": json.dumps(values)}],
                "awaitPromise": True,
                "target": {"context": self._context},
            },
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def _send(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv(timeout=2 * PATIENCE))
            if answer.get("id") == self._number:
                assert answer["type"] == "success", answer
                return dict(answer["result"])


class WebKit(OtherBrowser):
    """WebKitGTK's own small browser: the engine of Safari in another body."""

    def __init__(self, driver: WebKitGTK) -> None:
        self._driver = driver
        driver.set_script_timeout(2 * PATIENCE)

    def open(self, address: str) -> None:
        self._driver.get(address)

    def ask(self, function: str, *values: Any) -> Any:
        outcome = self._driver.execute_async_script(
            f"""const [values, done] = arguments;
            (async () => JSON.stringify((await ({function})(...JSON.parse(values))) ?? null))()
              .then((result) => done({{ result }}), (error) => done({{ error: String(error) }}));""",
            json.dumps(values),
        )
        assert "error" not in outcome, outcome["error"]
        return json.loads(outcome["result"])


def firefox_path() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


def webkit_paths() -> tuple[str, str, str] | None:
    """The driver, the browser and the screen that it wants."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    return (driver, str(browsers[-1]), screen) if driver and screen and browsers else None


@contextmanager
def firefox(path: str) -> Iterator[OtherBrowser]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        (Path(profile) / "user.js").write_text(PREFERENCES)
        command = [path, "--headless", "--profile", profile, "--no-remote", "--remote-debugging-port=0"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        assert process.stderr is not None
        try:
            said = (line.partition("WebDriver BiDi listening on ")[2].strip() for line in process.stderr)
            address = next(filter(None, said))
            with connect(f"{address}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait()
            process.stderr.close()


# The browser talks to the test's servers alone.
PREFERENCES = "\n".join(
    f"user_pref({json.dumps(name)}, {json.dumps(value)});"
    for name, value in {
        "app.normandy.enabled": False,
        "app.update.enabled": False,
        "browser.safebrowsing.malware.enabled": False,
        "browser.safebrowsing.phishing.enabled": False,
        "browser.search.update": False,
        "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "extensions.update.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "services.settings.server": "data:,",
        "toolkit.telemetry.enabled": False,
    }.items()
)


@contextmanager
def webkit(driver: str, browser: str, screen: str) -> Iterator[OtherBrowser]:
    with _screen(screen) as display, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        options = WebKitGTKOptions()
        options.binary_location = browser
        options.add_argument("--automation")
        environment = {
            **os.environ,
            "DISPLAY": display,
            "HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_CACHE_HOME": home,
        }
        service = Service(driver, env=environment)
        with warnings.catch_warnings(category=DeprecationWarning, action="ignore"):
            # selenium starts this browser in a way that it advises against itself.
            started = WebKitGTK(options=options, service=service)
        try:
            yield WebKit(started)
        finally:
            started.quit()


@contextmanager
def _screen(path: str) -> Iterator[str]:
    """A screen that nobody looks at."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [path, "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        process.terminate()
        process.wait()
