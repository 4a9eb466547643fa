"""What was made before of the very same things is not made again: it is kept under .cache/kept.

Never out of date: what is kept is found by a digest of all that it was made of, and the builder's own code,
the packages installed beside it and Python itself always count among that. A cache that is emptied, or
broken by hand, costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from questionnaire_site.made import CACHE

FOLDER = CACHE / "kept"
_BUILDER = Path(__file__).parents[1]
_DAYS = 14
"""How long something is kept that nobody asks for."""


def kept[T](
    kind: str, made_of: Any, make: Callable[[], T], *, worth: Callable[[T], bool] = lambda _: True
) -> T:
    """Return what `make` makes of `made_of`: made now, or kept from before.

    `made_of` is plain data, or objects that are no more than their attributes. What is not `worth` keeping is
    made each time.
    """
    asked = json.dumps([kind, made_of, made_with()], ensure_ascii=False, default=vars)
    file = FOLDER / kind / hashlib.sha256(asked.encode()).hexdigest()[:32]
    found = _read(file)
    if found is not None:
        value: T = found[0]
        return value
    value = make()
    if worth(value):
        _write(file, pickle.dumps((value,)))
    return value


def _read(file: Path) -> Any:
    try:
        content = file.read_bytes()
        os.utime(file)
        return pickle.loads(content)
    # A file that something has damaged may raise anything.
    except Exception:
        return None


@cache
def made_with() -> str:
    """Return a digest of code, packages and Python, as they were when this process first asked."""
    code = {path.relative_to(_BUILDER): path.read_bytes() for path in sorted(_BUILDER.rglob("*.py"))}
    # The folders in which pip notes what is installed are named by package and version.
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return hashlib.sha256(repr((code, packages, sys.version)).encode()).hexdigest()


def _write(file: Path, content: bytes) -> None:
    _forget_old(file.parent)
    # Several builds may run at once: a file is there whole, or not at all.
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as temporary:
        temporary.write(content)
    Path(temporary.name).replace(file)


@cache
def _forget_old(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        # What another build was just writing has its own name by now.
        with suppress(FileNotFoundError):
            if file.stat().st_mtime < time.time() - _DAYS * 24 * 3600:
                file.unlink()
