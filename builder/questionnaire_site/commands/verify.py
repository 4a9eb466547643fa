"""Is what an address serves, or a folder holds, what was built? File by file, by hash.

The list to go by is one's own: of a build of the commit that one trusts. A list from the same server would
prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from questionnaire_site.commands import CannotRun
from questionnaire_site.release import MANIFEST, Release, shipped, shipped_files

# Seconds without a byte.
_PATIENCE = 60


def read_release(manifest: Path) -> Release:
    """Read a build's list of files; raises CannotRun when there is nothing to go by."""
    try:
        return Release.from_json(manifest.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CannotRun(f"There is no {manifest}. Build the site first: make site") from None
    except (ValueError, KeyError, TypeError):
        raise CannotRun(f"{manifest} is not the {MANIFEST} of a build.") from None


def differences(release: Release, where: str) -> Iterator[str]:
    """Yield a line for each file that is not as it was built, under an address or in a folder."""
    if not where.startswith(("https://", "http://")):
        yield from _in_folder(release, Path(where))
        return
    for path, file in release.files.items():
        try:
            with urlopen(f"{where.rstrip('/')}/{quote(path)}", timeout=_PATIENCE) as response:
                same = shipped(response.read()) == file
        except (URLError, TimeoutError) as problem:
            yield f"{path}: cannot be had ({getattr(problem, 'reason', problem)})"
        else:
            if not same:
                yield f"{path}: is not what was built"


def _in_folder(release: Release, folder: Path) -> Iterator[str]:
    found = shipped_files(folder)
    for path in sorted(found.keys() | release.files.keys()):
        if path not in found:
            yield f"{path}: is missing"
        elif path not in release.files:
            yield f"{path}: was not built"
        elif found[path] != release.files[path]:
            yield f"{path}: is not what was built"
