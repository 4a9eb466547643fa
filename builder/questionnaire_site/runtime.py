"""Python for the browser: Pyodide's files, served from this site, and the lock that tells it of the core.

The lock travels with the app and not with the runtime, because it names the core's wheel: a change to the
core leaves the runtime's folder, which is large and slow to fetch, as it was.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from questionnaire_site.folders import ContentFolder, digest_of
from questionnaire_site.wheel import Wheel

RUNTIME_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"


def runtime_folder(node_modules: Path) -> ContentFolder:
    """Return the four files that are enough when the page brings the lock."""
    package = node_modules / "pyodide"
    files = {name: package / name for name in RUNTIME_FILES}
    return ContentFolder("assets/runtime", digest_of({n: p.read_bytes() for n, p in files.items()}), files)


def lock_with(wheel: Wheel, node_modules: Path) -> bytes:
    """Return a lock of this Pyodide that holds one package, the wheel, at a path beside the lock."""
    shipped = json.loads((node_modules / "pyodide" / LOCK).read_text(encoding="utf-8"))
    base = PyodideLockSpec.from_dict({"info": shipped["info"], "packages": {}})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / wheel.name
        path.write_bytes(wheel.content)
        spec = add_wheels_to_spec(base, [path])
    return json.dumps(spec.to_dict(), indent=1, sort_keys=True).encode()
