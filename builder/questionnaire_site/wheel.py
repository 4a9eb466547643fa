"""Wheels for the Python in the browser: bytecode, and the same bytes whenever the sources are the same.

The core's; and XlsxWriter's, packed anew from what is installed here, which the browser fetches when somebody
asks for a workbook. What it imports of the standard library is there already, for Pyodide's own use.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import distribution
from pathlib import Path

from questionnaire_site.made import made_by

CORE = Path(__file__).parent.parent / "questionnaire_core"
DISTRIBUTION = "questionnaire-core"

PACK = Path(__file__).with_name("pack.mjs")
PACKER = Path(__file__).with_name("pack.py")

_KEPT_INFORMATION = ("METADATA", "LICENSE.txt", "LICENSE")


@dataclass(frozen=True)
class Wheel:
    """A built wheel, in memory."""

    distribution: str
    package: str
    version: str
    content: bytes

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{_stem(self.package, self.version)}-py314-none-any.whl"


@dataclass(frozen=True)
class Request:
    """What pack.mjs is asked for, as it describes it."""

    archive: str
    modules: Sequence[str] | None = None
    sources: Mapping[str, str] | None = None
    record: str | None = None
    scripts: Sequence[str] = ()


def build_wheel(package: Path, version: str) -> Wheel:
    """Pack an import package of ours."""
    sources = {
        path.relative_to(package.parent).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*.py"))
    }
    metadata = f"Metadata-Version: 2.1\nName: {DISTRIBUTION}\nVersion: {version}\n"
    information = f"{_stem(package.name, version)}.dist-info"
    return _wheel(DISTRIBUTION, package.name, version, sources | {f"{information}/METADATA": metadata})


def build_workbook_wheel() -> Wheel:
    """Pack XlsxWriter and its licence, as they are installed."""
    installed = distribution("XlsxWriter")
    sources = {
        path.as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(installed.files or ())
        if (path.parts[0] == "xlsxwriter" and path.suffix == ".py") or path.name in _KEPT_INFORMATION
    }
    return _wheel("xlsxwriter", "xlsxwriter", installed.version, sources)


def _wheel(name: str, package: str, version: str, sources: Mapping[str, str]) -> Wheel:
    information = f"{_stem(package, version)}.dist-info"
    tags = "Wheel-Version: 1.0\nGenerator: questionnaire-site\nRoot-Is-Purelib: true\nTag: py314-none-any\n"
    request = Request(
        f"{package}.whl",
        sources={**sources, f"{information}/WHEEL": tags},
        record=f"{information}/RECORD",
    )
    return Wheel(name, package, version, (packed(request) / request.archive).read_bytes())


def _stem(package: str, version: str) -> str:
    return f"{package}-{version}"


def packed(request: Request) -> Path:
    """Return the folder with what pack.mjs makes of this request."""
    text = json.dumps(asdict(request))
    inputs = {"request": text.encode(), "packer": PACKER.read_bytes()}
    return made_by(PACK, text, inputs, "Python for the browser cannot be packed")
