"""Stamps: small files that say from which content a step was last completed.

A stamp holds a hash of what the step depends on. It is written last and removed first, so a step that
was interrupted has no stamp and runs again.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path


class Stamp:
    def __init__(self, file: Path, *, files: Iterable[Path], also: str = "") -> None:
        digest = hashlib.sha256(also.encode())
        for source in files:
            digest.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
        self._file = file
        self._key = digest.hexdigest()

    def is_current(self) -> bool:
        try:
            return self._file.read_text() == self._key
        except OSError:
            return False

    def remove(self) -> None:
        self._file.unlink(missing_ok=True)

    def write(self) -> None:
        self._file.write_text(self._key)
