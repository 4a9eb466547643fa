"""Python for the browser: its files, and a lock that knows the core."""

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from questionnaire_site import made
from questionnaire_site.runtime.distribution import (
    LIBRARY,
    LOCK,
    PYODIDE,
    SCRIPTS,
    WASM,
    lock_with,
    runtime_folder,
)
from questionnaire_site.runtime.wheel import CORE, Wheel, build_wheel, build_workbook_wheel


@pytest.fixture(scope="module")
def wheel() -> Wheel:
    return build_wheel(CORE, "1.0")


@pytest.fixture(scope="module")
def workbook_wheel() -> Wheel:
    return build_workbook_wheel()


def contents() -> dict[str, bytes]:
    files = runtime_folder().files.items()
    return {name: file if isinstance(file, bytes) else file.read_bytes() for name, file in files}


def test_the_runtime_is_the_pinned_pyodide_with_its_library_trimmed():
    own = contents()

    assert own.keys() == {*SCRIPTS, WASM, LIBRARY}
    share = {name: len(content) / (PYODIDE / name).stat().st_size for name, content in own.items()}
    assert share[LIBRARY] < 0.5
    assert share[WASM] < 0.95
    assert share["pyodide.asm.mjs"] < 0.6


def test_the_library_is_bytecode_where_python_looks_for_it_in_a_zip():
    with zipfile.ZipFile(BytesIO(contents()[LIBRARY])) as library:
        names = library.namelist()

    assert all(name.endswith(".pyc") and "__pycache__" not in name for name in names)
    assert {"datetime.pyc", "json/__init__.pyc", "_strptime.pyc", "pyodide/webloop.pyc"} <= {*names}
    assert not {"sqlite3/__init__.pyc", "email/__init__.pyc", "pdb.pyc"} & {*names}
    frozen = {"os.pyc", "site.pyc", "importlib/_bootstrap.pyc"}
    assert not (frozen | {"ssl.pyc", "lzma.pyc", "bz2.pyc"}) & {*names}


def test_what_is_packed_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wheel: Wheel):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))

    # Without node nothing can be packed anew.
    assert contents()[LIBRARY]
    assert build_wheel(CORE, "1.0") == wheel
    with pytest.raises(made.NotMadeError, match=r"Node\.js is needed"):
        build_wheel(CORE, "another version")


@pytest.mark.long
def test_packed_again_it_has_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wheel: Wheel, workbook_wheel: Wheel
):
    kept = contents()
    monkeypatch.setattr(made, "CACHE", tmp_path)

    assert contents() == kept
    assert build_wheel(CORE, "1.0") == wheel
    assert build_workbook_wheel() == workbook_wheel


def test_the_lock_holds_our_wheels_and_nothing_to_fetch_from_elsewhere(wheel, workbook_wheel):
    lock = json.loads(lock_with([wheel, workbook_wheel]))

    assert lock["packages"].keys() == {"questionnaire-core", "xlsxwriter"}
    package = lock["packages"]["questionnaire-core"]
    assert package["name"] == "questionnaire-core"
    assert package["file_name"] == wheel.name
    assert package["sha256"] == hashlib.sha256(wheel.content).hexdigest()
    assert package["imports"] == ["questionnaire_core"]
    assert all(each["depends"] == [] for each in lock["packages"].values())


def test_the_lock_is_for_the_pyodide_that_is_shipped(wheel):
    shipped = json.loads((PYODIDE / LOCK).read_text())

    assert json.loads(lock_with([wheel]))["info"] == shipped["info"]
