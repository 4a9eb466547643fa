"""The Python that the built site ships, started in Node.js."""

import json
import subprocess
from pathlib import Path

from site_tests.support.places import BUILT_SITE

RUNNER = Path(__file__).with_name("run.mjs")
PROBE = Path(__file__).with_name("probe.py")


CORE = "questionnaire-core"
WHOLE = "questionnaire-core-whole"
XLSXWRITER = "xlsxwriter"
OPENPYXL = "openpyxl"


def ask_pyodide(
    requests: list[str], packages: tuple[str, ...] = (CORE,), *, memory: bool = False
) -> list[str]:
    """Put these requests to it, one after another; the probe answers them. Only these wheels are there.

    With `memory` it starts as a browser does that has kept Python's memory.
    """
    [lock] = BUILT_SITE.glob("assets/app/*/pyodide-lock.json")
    [runtime] = BUILT_SITE.glob("assets/runtime/*/")
    finished = subprocess.run(
        ["node", RUNNER, runtime, lock],
        input=json.dumps(
            {
                "probe": PROBE.read_text(encoding="utf-8"),
                "packages": packages,
                "requests": requests,
                "memory": memory,
            }
        ),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    replies: list[str] = json.loads(finished.stdout)
    return replies
