"""The core as a wheel, for the browser: the same bytes whenever the sources are the same."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

CORE = Path(__file__).parent.parent / "questionnaire_core"
DISTRIBUTION = "questionnaire-core"

# The earliest time a zip can hold. A real one would change the bytes at every build.
_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Wheel:
    """A built wheel, in memory."""

    name: str
    content: bytes


def build_wheel(package: Path, version: str) -> Wheel:
    """Pack an import package of pure Python as a wheel."""
    stem = f"{package.name}-{version}"
    sources = {
        path.relative_to(package.parent).as_posix(): path.read_bytes() for path in package.rglob("*.py")
    }
    metadata = {
        f"{stem}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {DISTRIBUTION}\nVersion: {version}\n",
        f"{stem}.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: questionnaire-site\n"
        "Root-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files = dict(sorted(sources.items())) | {name: text.encode() for name, text in metadata.items()}
    record = f"{stem}.dist-info/RECORD"
    files[record] = _record(files, record).encode()
    return Wheel(f"{stem}-py3-none-any.whl", _zip(files))


def _record(files: Mapping[str, bytes], record: str) -> str:
    lines = [f"{name},sha256={_digest(content)},{len(content)}" for name, content in files.items()]
    return "\n".join([*lines, f"{record},,", ""])


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()
