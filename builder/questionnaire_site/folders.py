"""Folders of the site that are named by what is in them, so that a browser never mixes two releases."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

type Content = bytes | Path


@dataclass(frozen=True)
class ContentFolder:
    """Files to be published together under <parent>/<digest>/."""

    parent: str
    digest: str
    files: Mapping[str, Content]

    @property
    def uri(self) -> str:
        """The folder's path in the site, without a slash at the end."""
        return f"{self.parent}/{self.digest}"

    def size(self, name: str) -> int:
        """Return the number of bytes in a file."""
        content = self.files[name]
        return len(content) if isinstance(content, bytes) else content.stat().st_size

    def uris(self) -> Iterator[tuple[str, Content]]:
        """Yield each file's path in the site and its content."""
        for name, content in self.files.items():
            yield f"{self.uri}/{name}", content


_NAMED_BY_CONTENT = re.compile(r"[/-][0-9a-f]{12}[/.]")


def is_named_by_content(path: str) -> bool:
    """Say whether a file of the site would have another path if anything else were in it."""
    return _NAMED_BY_CONTENT.search(path) is not None


def files_in(folder: Path, pattern: str = "*") -> dict[str, Path]:
    """Return the files anywhere beneath a folder by their paths in it, with forward slashes and in order."""
    folder = folder.absolute()
    # A third of the time of `relative_to`, which looks through all of a path's parents.
    start = len(f"{folder.as_posix()}/")
    found = {path.as_posix()[start:]: path for path in folder.rglob(pattern) if path.is_file()}
    return dict(sorted(found.items()))


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return a short digest of names and contents together."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return digest.hexdigest()[:12]
