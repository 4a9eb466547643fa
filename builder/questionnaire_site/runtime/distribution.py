"""Python for the browser: our own distribution of Pyodide, and the lock that tells it of our wheels.

Of the standard library it brings what standard_library.py lists, as bytecode; of Pyodide itself what a Python
without extension modules can reach. The lock travels with the app and not with the runtime, because it names
the wheels: a change to the core leaves the runtime's folder, which is large and slow to fetch, as it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pyodide_lock import PackageSpec, PyodideLockSpec

from questionnaire_site.folders import ContentFolder, digest_of
from questionnaire_site.made import NODE_MODULES, made_by
from questionnaire_site.runtime.standard_library import LEFT_OUT, MODULES
from questionnaire_site.runtime.wheel import Request, Wheel, packed

PYODIDE = NODE_MODULES / "pyodide"
SCRIPTS = ("pyodide.mjs", "pyodide.asm.mjs")
WASM = "pyodide.asm.wasm"
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"

_SHRINK = Path(__file__).with_name("shrink.mjs")


def runtime_folder() -> ContentFolder:
    """Return the four files that are enough when the page brings the lock."""
    shrunk = made_by(_SHRINK, PYODIDE, {}, "Python for the browser cannot be made smaller")
    library = packed(Request(LIBRARY, modules=MODULES, left_out=LEFT_OUT))
    files = {name: shrunk / name for name in (*SCRIPTS, WASM)} | {LIBRARY: library / LIBRARY}
    return ContentFolder("assets/runtime", digest_of({n: p.read_bytes() for n, p in files.items()}), files)


def lock_with(wheels: Sequence[Wheel]) -> bytes:
    """Return a lock of this Pyodide that holds these wheels alone, at a path beside the lock."""
    shipped = json.loads((PYODIDE / LOCK).read_text(encoding="utf-8"))
    packages = {wheel.distribution: _package(wheel).to_dict() for wheel in wheels}
    lock = PyodideLockSpec.from_dict({"info": shipped["info"], "packages": packages})
    return json.dumps(lock.to_dict(), indent=1, sort_keys=True).encode()


def _package(wheel: Wheel) -> PackageSpec:
    return PackageSpec(
        name=wheel.distribution,
        version=wheel.version,
        file_name=wheel.name,
        install_dir="site",
        sha256=hashlib.sha256(wheel.content).hexdigest(),
        imports=[wheel.package],
        depends=[],
    )
