"""Packs Python for the browser. Runs inside the pinned Pyodide, which is the Python that will read it.

Bytecode only: compiling at every start was most of what a start took. Without docstrings and asserts, which
nobody reads there and which are a seventh of it. The zip is made here as well, since no two machines' zlib
need agree.

Takes /request.json from pack.mjs and leaves /archive.
"""

from __future__ import annotations

import base64
import hashlib
import json
import py_compile
import sys
import zipfile
from pathlib import Path
from typing import Any

LIBRARY = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"
SOURCE = "/source.py"
COMPILED = "/compiled.pyc"

# The earliest time a zip can hold. A real one would change the bytes at every build.
TIME = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    request = json.loads(Path("/request.json").read_text(encoding="utf-8"))
    sources = request["sources"] or library_sources(read_from_files(request["loaded"], request["left_out"]))
    sources |= library_sources(request["library"])
    files = dict(sorted(packed(name, text) for name, text in sources.items()))
    if request["record"]:
        files[request["record"]] = record(files, request["record"])
    with zipfile.ZipFile("/archive", "w") as archive:
        for name, content in files.items():
            archive.writestr(entry(name), content, zipfile.ZIP_DEFLATED, 9)


def read_from_files(modules: list[str], left_out: list[str]) -> list[str]:
    """Python has some modules inside it, frozen, and never looks for their files."""
    return [
        name
        for name in modules
        if name not in left_out and getattr(sys.modules[name].__spec__, "origin", None) != "frozen"
    ]


def library_sources(modules: list[str]) -> dict[str, str]:
    """The sources of those of these modules that the library holds: others are built in."""
    needed = {module.replace(".", "/") for module in modules}
    with zipfile.ZipFile(LIBRARY) as library:
        return {
            name: library.read(name).decode()
            for name in library.namelist()
            if name.removesuffix(".py").removesuffix("/__init__") in needed
        }


def packed(name: str, text: str) -> tuple[str, bytes]:
    if not name.endswith(".py"):
        return name, text.encode()
    Path(SOURCE).write_text(text, encoding="utf-8")
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(SOURCE, COMPILED, name, doraise=True, optimize=2, invalidation_mode=unchecked)
    return f"{name}c", Path(COMPILED).read_bytes()


def record(files: dict[str, bytes], own_name: str) -> bytes:
    """A wheel's list of its files."""
    lines = [f"{name},sha256={digest(content)},{len(content)}" for name, content in files.items()]
    return "\n".join([*lines, f"{own_name},,", ""]).encode()


def digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def entry(name: str) -> Any:
    info = zipfile.ZipInfo(name, TIME)
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


main()
