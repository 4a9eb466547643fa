"""What a build ships: every file with its size and hash, for whoever checks it and for the service worker.

The release is named by what is in it, and holds no time, so that two builds of one commit are the same to the
byte. Knows nothing of MkDocs: a site is a folder.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from questionnaire_site.folders import digest_of, files_in

MANIFEST = "release.json"
WORKER = "sw.js"

# MkDocs writes it beside sitemap.xml, with the day on which it was made. Nothing asks for it.
_DATED = "sitemap.xml.gz"
# What a browser without a network never asks for.
_NOT_OFFLINE = frozenset({"404.html", "sitemap.xml"})


@dataclass(frozen=True)
class ShippedFile:
    """A file as it was built; `sha256` in hexadecimal, as `sha256sum` prints it."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Release:
    """The files of a build by their path in the site, and a name that changes when any of them does."""

    id: str
    files: dict[str, ShippedFile]

    def to_json(self) -> str:
        """Return it as release.json holds it."""
        return json.dumps(
            {"release": self.id, "files": {path: asdict(file) for path, file in self.files.items()}},
            ensure_ascii=False,
            indent=1,
        )

    @classmethod
    def from_json(cls, text: str) -> Release:
        """Read what `to_json` wrote. Raises ValueError, KeyError or TypeError when it is something else."""
        data = json.loads(text)
        return cls(data["release"], {path: ShippedFile(**file) for path, file in data["files"].items()})


def write_release(site: Path, worker: bytes) -> Release:
    """Write the service worker and the list of everything into a site that is built.

    `worker` is the worker's code; before it comes what it has to keep.
    """
    for made_by_another in (_DATED, WORKER):
        (site / made_by_another).unlink(missing_ok=True)
    files = shipped_files(site)
    names = {path: file.sha256.encode() for path, file in files.items()}
    release_id = digest_of({**names, WORKER: worker})
    kept = Release(release_id, {path: file for path, file in files.items() if path not in _NOT_OFFLINE})
    script = f"self.release={json.dumps(json.loads(kept.to_json()), separators=(',', ':'))};\n".encode()
    (site / WORKER).write_bytes(script + worker)
    files[WORKER] = shipped(script + worker)
    release = Release(release_id, {name: files[name] for name in sorted(files)})
    (site / MANIFEST).write_text(release.to_json() + "\n", encoding="utf-8")
    return release


def shipped_files(site: Path) -> dict[str, ShippedFile]:
    """Return every file of a site's folder, in order, but for the list itself."""
    return {name: shipped(path.read_bytes()) for name, path in files_in(site).items() if name != MANIFEST}


def shipped(content: bytes) -> ShippedFile:
    """Return what is on record of a file with this content."""
    return ShippedFile(len(content), hashlib.sha256(content).hexdigest())
