"""What Node.js makes for the site, kept under .cache/ by a digest of everything that went in."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from questionnaire_site.folders import digest_of
from questionnaire_site.node import find_node

# npm packages and caches are this project's, wherever the site being built has its sources.
PROJECT = Path(__file__).parents[2]
NODE_MODULES = PROJECT / "node_modules"
CACHE = PROJECT / ".cache"


class NotMadeError(Exception):
    """Node.js is missing or could not do its work; the message says why."""


def made_by(script: Path, argument: Path | str, inputs: Mapping[str, bytes], failure: str) -> Path:
    """Return the folder that `node script argument folder` makes, made now or kept from before.

    `inputs` is what it is made of, the script and the npm packages apart. A text is passed on as a file.
    """
    packages = {"script": script.read_bytes(), "packages": (PROJECT / "package-lock.json").read_bytes()}
    kept = CACHE / script.stem / digest_of({**inputs, **packages})
    if not kept.exists():
        _make(script, argument, kept, failure)
    return kept


def _make(script: Path, argument: Path | str, kept: Path, failure: str) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent) as temporary:
        output = Path(temporary) / "output"
        if isinstance(argument, str):
            file = Path(temporary) / "argument"
            file.write_text(argument, encoding="utf-8")
            argument = file
        _run(script, argument, output, failure)
        # Two builds may run at once: the first to finish wins, and both have made the same bytes.
        try:
            output.rename(kept)
        except OSError:
            if not kept.exists():
                raise


def _run(script: Path, argument: Path, output: Path, failure: str) -> None:
    node = find_node()
    if node is None:
        raise NotMadeError("Node.js is needed to build the site and was not found. Run `make setup`.")
    finished = subprocess.run([node, script, argument, output], capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise NotMadeError(f"{failure}:\n\n{finished.stderr.strip()}")
