"""Python for the browser: its files, and a lock that knows the core."""

import hashlib
import json
from pathlib import Path

import pytest

from questionnaire_site.runtime import RUNTIME_FILES, lock_with, runtime_folder
from questionnaire_site.wheel import CORE, Wheel, build_wheel

NODE_MODULES = Path(__file__).resolve().parents[2] / "node_modules"


@pytest.fixture(scope="module")
def wheel() -> Wheel:
    return build_wheel(CORE, "1.0")


def test_the_runtime_is_the_pinned_pyodide():
    folder = runtime_folder(NODE_MODULES)

    assert {uri.removeprefix(f"{folder.uri}/") for uri, _ in folder.uris()} == set(RUNTIME_FILES)
    assert all(content == NODE_MODULES / "pyodide" / name for name, content in folder.files.items())


def test_the_lock_holds_the_core_and_nothing_to_fetch_from_elsewhere(wheel):
    lock = json.loads(lock_with(wheel, NODE_MODULES))

    (package,) = lock["packages"].values()
    assert package["name"] == "questionnaire-core"
    assert package["file_name"] == wheel.name
    assert package["sha256"] == hashlib.sha256(wheel.content).hexdigest()
    assert package["imports"] == ["questionnaire_core"]
    assert package["depends"] == []


def test_the_lock_is_for_the_pyodide_that_is_shipped(wheel):
    shipped = json.loads((NODE_MODULES / "pyodide/pyodide-lock.json").read_text())

    assert json.loads(lock_with(wheel, NODE_MODULES))["info"] == shipped["info"]


def test_two_locks_have_the_same_bytes(wheel):
    assert lock_with(wheel, NODE_MODULES) == lock_with(wheel, NODE_MODULES)
