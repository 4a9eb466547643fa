"""The core's wheel: all of the core, as bytecode for the Python in the browser."""

import base64
import hashlib
import zipfile
from importlib.metadata import version
from io import BytesIO

import pytest

from questionnaire_site.runtime.wheel import (
    CORE,
    build_reader_wheel,
    build_wheel,
    build_whole_wheel,
    build_workbook_wheel,
)


@pytest.fixture(scope="module")
def wheel() -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(build_wheel(CORE, "1.0").content))


def test_it_holds_the_core_without_what_is_for_files(wheel):
    for_files = [*CORE.glob("*puts/*"), *CORE.glob("sheets/*"), CORE / "workbook_requests.py"]

    assert modules(wheel) == compiled(set(CORE.rglob("*.py")) - set(for_files))


def test_the_whole_core_is_there_for_files():
    with zipfile.ZipFile(BytesIO(build_whole_wheel(CORE, "1.0").content)) as whole:
        assert modules(whole) == compiled(CORE.rglob("*.py"))


def modules(wheel):
    return {name for name in wheel.namelist() if ".dist-info/" not in name}


def compiled(paths):
    return {f"{path.relative_to(CORE.parent).as_posix()}c" for path in paths}


def test_its_modules_are_bytecode_that_asks_for_no_source(wheel):
    for name in wheel.namelist():
        if name.endswith(".pyc"):
            flags = int.from_bytes(wheel.read(name)[4:8], "little")
            assert flags == 0b01, "named by its source's hash, and not to be compared with it"


def test_the_record_names_every_file_with_its_digest(wheel):
    lines = wheel.read("questionnaire_core-1.0.dist-info/RECORD").decode().splitlines()
    record = dict(line.split(",", 1) for line in lines)
    model = wheel.read("questionnaire_core/model.pyc")

    assert record.keys() == {*wheel.namelist()}
    assert record["questionnaire_core/model.pyc"] == f"sha256={digest(model)},{len(model)}"


def test_xlsxwriter_comes_whole_with_its_licence_as_it_is_installed():
    made = build_workbook_wheel()
    with zipfile.ZipFile(BytesIO(made.content)) as workbook_wheel:
        names = workbook_wheel.namelist()
        licence = next(name for name in names if name.endswith("LICENSE.txt"))
        assert b"Redistribution and use" in workbook_wheel.read(licence)

    assert made.version == version("XlsxWriter")
    assert {"xlsxwriter/__init__.pyc", "xlsxwriter/worksheet.pyc"} <= {*names}
    assert not [name for name in names if name.endswith(".py")]


def test_openpyxl_comes_with_what_it_needs_and_its_licences():
    made = build_reader_wheel()
    with zipfile.ZipFile(BytesIO(made.content)) as reader_wheel:
        names = reader_wheel.namelist()

    assert made.version == version("openpyxl")
    assert {"openpyxl/__init__.pyc", "et_xmlfile/__init__.pyc", "xml/etree/ElementTree.pyc"} <= {*names}
    assert sum("LICENCE.rst" in name for name in names) == 2
    assert not [name for name in names if name.endswith(".py")]


def digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
