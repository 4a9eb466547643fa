"""Python for the browser: our own distribution of Pyodide, and the lock that tells it of the core.

Of the standard library it brings what standard_library.py lists, as bytecode. The lock travels with the app
and not with the runtime, because it names the core's wheel: a change to the core leaves the runtime's folder,
which is large and slow to fetch, as it was.
"""

from __future__ import annotations

import hashlib
import json

from pyodide_lock import PackageSpec, PyodideLockSpec

from questionnaire_site.folders import ContentFolder, digest_of
from questionnaire_site.made import NODE_MODULES
from questionnaire_site.standard_library import MODULES
from questionnaire_site.wheel import CORE, DISTRIBUTION, Wheel, packed

PYODIDE = NODE_MODULES / "pyodide"
SCRIPTS = ("pyodide.mjs", "pyodide.asm.mjs")
WASM = "pyodide.asm.wasm"
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"


def runtime_folder() -> ContentFolder:
    """Return the four files that are enough when the page brings the lock."""
    folder = packed(
        {"archive": LIBRARY, "modules": MODULES, "sources": None, "record": None, "scripts": SCRIPTS}
    )
    files = {name: folder / name for name in (*SCRIPTS, LIBRARY)} | {WASM: PYODIDE / WASM}
    return ContentFolder("assets/runtime", digest_of({n: p.read_bytes() for n, p in files.items()}), files)


def lock_with(wheel: Wheel) -> bytes:
    """Return a lock of this Pyodide that holds one package, the wheel, at a path beside the lock."""
    shipped = json.loads((PYODIDE / LOCK).read_text(encoding="utf-8"))
    package = PackageSpec(
        name=DISTRIBUTION,
        version=wheel.version,
        file_name=wheel.name,
        install_dir="site",
        sha256=hashlib.sha256(wheel.content).hexdigest(),
        imports=[CORE.name],
        depends=[],
    )
    lock = PyodideLockSpec.from_dict({"info": shipped["info"], "packages": {DISTRIBUTION: package.to_dict()}})
    return json.dumps(lock.to_dict(), indent=1, sort_keys=True).encode()
