"""The core's wheel: always the same bytes, and one that Python accepts."""

import base64
import hashlib
import subprocess
import sys
import zipfile
from io import BytesIO

from questionnaire_site.wheel import CORE, build_wheel


def test_two_builds_have_the_same_bytes():
    assert build_wheel(CORE, "1.0") == build_wheel(CORE, "1.0")


def test_it_holds_the_whole_core_and_nothing_else():
    with zipfile.ZipFile(BytesIO(build_wheel(CORE, "1.0").content)) as wheel:
        names = set(wheel.namelist())

    modules = {path.relative_to(CORE.parent).as_posix() for path in CORE.rglob("*.py")}
    information = {f"questionnaire_core-1.0.dist-info/{name}" for name in ("METADATA", "WHEEL", "RECORD")}
    assert names == modules | information


def test_the_record_names_every_file_with_its_digest():
    with zipfile.ZipFile(BytesIO(build_wheel(CORE, "1.0").content)) as wheel:
        lines = wheel.read("questionnaire_core-1.0.dist-info/RECORD").decode().splitlines()
        record = dict(line.split(",", 1) for line in lines)
        model = wheel.read("questionnaire_core/model.py")

        assert record.keys() == set(wheel.namelist())
        assert record["questionnaire_core/model.py"] == f"sha256={digest(model)},{len(model)}"


def test_pip_installs_it(tmp_path):
    wheel = build_wheel(CORE, "1.0")
    (tmp_path / wheel.name).write_bytes(wheel.content)

    pip = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet"]
    subprocess.run([*pip, "--target", tmp_path / "to", tmp_path / wheel.name], check=True)

    assert (tmp_path / "to/questionnaire_core/model.py").exists()


def digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
