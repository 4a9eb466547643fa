"""Wheels for the Python in the browser: bytecode, and the same bytes whenever the sources are the same.

The core's, twice: what every result needs, and all of it. XlsxWriter's and openpyxl's, packed anew from what
is installed here, which the browser fetches when somebody asks for a workbook or brings one. What XlsxWriter
imports of the standard library is there already, for Pyodide's own use; openpyxl brings what else it needs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import distribution
from pathlib import Path

from questionnaire_site.folders import files_in
from questionnaire_site.made import made_by

CORE = Path(__file__).parents[2] / "questionnaire_core"
DISTRIBUTION = "questionnaire-core"

PACK = Path(__file__).with_name("pack.mjs")
PACKER = Path(__file__).with_name("pack.py")

_FOR_FILES = ("inputs", "outputs", "sheets", "workbook_requests.py")
_KEPT_INFORMATION = ("METADATA", "LICENSE.txt", "LICENSE", "LICENCE.rst", "LICENCE.python")
_XML = ("mimetypes", "xml", "xml.etree", "xml.etree.ElementPath", "xml.etree.ElementTree")
"""What openpyxl imports of the standard library that nothing else here does."""


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
    left_out: Sequence[str] = ()
    sources: Mapping[str, str] | None = None
    record: str | None = None
    library: Sequence[str] = ()


def build_wheel(package: Path, version: str) -> Wheel:
    """Pack the core without what makes and reads files: every result waits for this."""
    return _core_wheel(DISTRIBUTION, package.name, version, _modules(package, but=_FOR_FILES))


def build_whole_wheel(package: Path, version: str) -> Wheel:
    """Pack all of the core, for a Python that makes a file or reads one."""
    return _core_wheel(f"{DISTRIBUTION}-whole", f"{package.name}_whole", version, _modules(package))


def _modules(package: Path, but: Sequence[str] = ()) -> dict[str, str]:
    return {
        f"{package.name}/{name}": path.read_text(encoding="utf-8")
        for name, path in files_in(package, "*.py").items()
        if name.split("/")[0] not in but
    }


def _core_wheel(name: str, stem: str, version: str, sources: Mapping[str, str]) -> Wheel:
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    information = f"{_stem(stem, version)}.dist-info"
    return _wheel(name, stem, version, {**sources, f"{information}/METADATA": metadata})


def build_workbook_wheel() -> Wheel:
    """Pack XlsxWriter and its licence, as they are installed."""
    return _wheel("xlsxwriter", "xlsxwriter", distribution("XlsxWriter").version, _installed("XlsxWriter"))


def build_reader_wheel() -> Wheel:
    """Pack openpyxl, the package that it stands on and their licences, as they are installed."""
    sources = _installed("openpyxl") | _installed("et_xmlfile")
    return _wheel("openpyxl", "openpyxl", distribution("openpyxl").version, sources, _XML)


def _installed(name: str) -> dict[str, str]:
    """Return the sources of a distribution's import package, and what is to be known of it."""
    package = name.lower()
    return {
        path.as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(distribution(name).files or ())
        if (path.parts[0] == package and path.suffix == ".py") or path.name in _KEPT_INFORMATION
    }


def _wheel(
    name: str, package: str, version: str, sources: Mapping[str, str], library: Sequence[str] = ()
) -> Wheel:
    information = f"{_stem(package, version)}.dist-info"
    tags = "Wheel-Version: 1.0\nGenerator: questionnaire-site\nRoot-Is-Purelib: true\nTag: py314-none-any\n"
    request = Request(
        f"{package}.whl",
        sources={**sources, f"{information}/WHEEL": tags},
        record=f"{information}/RECORD",
        library=library,
    )
    return Wheel(name, package, version, (packed(request) / request.archive).read_bytes())


def _stem(package: str, version: str) -> str:
    return f"{package}-{version}"


def packed(request: Request) -> Path:
    """Return the folder with what pack.mjs makes of this request."""
    text = json.dumps(asdict(request))
    inputs = {"request": text.encode(), "packer": PACKER.read_bytes()}
    return made_by(PACK, text, inputs, "Python for the browser cannot be packed")
