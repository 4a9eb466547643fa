"""`make serve`: from saving a questionnaire's file until the open page shows what was changed in it."""

import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_tests.bench.builds import copy_project, environment
from site_tests.bench.measuring import RUNS, Figures, Report, medians
from site_tests.support.browsing import DESKTOP, PERSON
from site_tests.support.places import base_path

CHANGED = {
    "self-audit": ("clinical-supervision", "Clinical supervision"),
    "service-map": ("details", "About your area"),
}
IN_PAGE = Path(__file__).with_name("in_page") / "heading-seen.js"
BUILT = re.compile(r"Documentation built in ([\d.]+) seconds")


@pytest.mark.parametrize("id", CHANGED)
def test_serve(browser: Browser, tmp_path: Path, report: Report, id: str) -> None:
    project = copy_project(tmp_path / "project", "content", "questionnaires", "mkdocs.yml")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload"]
    with log.open("w") as said:
        server = subprocess.Popen(
            [*command, "--dev-addr", address], cwd=project, env=environment(project), stdout=said, stderr=said
        )
        try:
            while "Serving on" not in log.read_text(encoding="utf-8"):
                assert server.poll() is None, log.read_text(encoding="utf-8")
                time.sleep(0.1)
            samples = _measure(browser, f"http://{address}{base_path()}{id}/", project, id, log)
        finally:
            server.terminate()
            server.wait()
    rows = {name: [ms] for name, ms in medians(samples).items()}
    report.table(f"make serve: a changed item of {id}, medians of {RUNS}, ms", ("time",), rows)


def _measure(browser: Browser, address: str, project: Path, id: str, log: Path) -> list[Figures]:
    step, title = CHANGED[id]
    file = project / "questionnaires" / id / "questionnaire.yml"
    text = file.read_text(encoding="utf-8")
    assert f"title: {title}\n" in text
    page = browser.new_context(**PERSON, **DESKTOP).new_page()
    page.add_init_script(path=IN_PAGE)
    page.goto(f"{address}?step={step}")
    samples = []
    for run in range(RUNS + 1):
        changed = f"{title}, changed {run}"
        # Files are looked at ten times a second; saving comes at any moment between.
        time.sleep(3 + 0.1 * run / RUNS)
        saved = time.time()
        file.write_text(text.replace(f"title: {title}\n", f"title: {changed}\n"), encoding="utf-8")
        page.get_by_role("heading", name=changed, level=1).wait_for()
        asked, seen = (ms / 1000 for ms in page.evaluate("[performance.timeOrigin, headingSeen]"))
        built = float(BUILT.findall(log.read_text(encoding="utf-8"))[-1])
        samples.append(
            {
                "from saving to seeing": (seen - saved) * 1000,
                "  until it is noticed": (asked - saved - built) * 1000,
                "  until it is built": built * 1000,
                "  until the page shows it": (seen - asked) * 1000,
            }
        )
    page.context.close()
    # The first is the one for which the page was not warm.
    return samples[1:]
