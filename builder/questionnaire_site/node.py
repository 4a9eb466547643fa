"""Node.js, where this project's own scripts are run outside a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any


class NodeFailed(Exception):
    """A script that ended badly; the message is its last words."""


def find_node() -> str | None:
    """Find node: set-up puts one into the virtual environment when the machine has none."""
    search = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return shutil.which("node", path=search)


def ask_node(node: str, script: Path, request: Any) -> Any:
    """Give a script a request as JSON, and give back what it answers."""
    run = subprocess.run(
        [node, str(script)], input=json.dumps(request), capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode != 0:
        raise NodeFailed((run.stderr.strip().splitlines() or ["no reason given"])[-1])
    return json.loads(run.stdout)
