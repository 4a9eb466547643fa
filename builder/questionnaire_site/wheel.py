"""The core as a wheel, for the browser: bytecode, and the same bytes whenever the sources are the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from questionnaire_site.made import made_by

CORE = Path(__file__).parent.parent / "questionnaire_core"
DISTRIBUTION = "questionnaire-core"

PACK = Path(__file__).with_name("pack.mjs")
PACKER = Path(__file__).with_name("pack.py")


@dataclass(frozen=True)
class Wheel:
    """A built wheel, in memory."""

    name: str
    version: str
    content: bytes


def build_wheel(package: Path, version: str) -> Wheel:
    """Pack an import package of pure Python as a wheel for the Python in the browser."""
    stem = f"{package.name}-{version}"
    name = f"{stem}-py314-none-any.whl"
    sources = {
        path.relative_to(package.parent).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*.py"))
    }
    metadata = {
        f"{stem}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {DISTRIBUTION}\nVersion: {version}\n",
        f"{stem}.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: questionnaire-site\n"
        "Root-Is-Purelib: true\nTag: py314-none-any\n",
    }
    request: dict[str, object] = {
        "archive": name,
        "modules": None,
        "sources": sources | metadata,
        "record": f"{stem}.dist-info/RECORD",
        "scripts": [],
    }
    return Wheel(name, version, (packed(request) / name).read_bytes())


def packed(request: dict[str, object]) -> Path:
    """Return the folder with what pack.mjs makes of this request."""
    text = json.dumps(request)
    inputs = {"request": text.encode(), "packer": PACKER.read_bytes()}
    return made_by(PACK, text, inputs, "Python for the browser cannot be packed")
