"""A blank workbook filled in by LibreOffice itself, and read like any other."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from questionnaire_core.decode import decode_questionnaire
from questionnaire_site.load import load_questionnaire
from site_tests.support.places import ROOT
from site_tests.support.sheets import made, read

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
# Debian's LibreOffice speaks to Debian's own Python.
PYTHON = Path("/usr/bin/python3")
SCRIPT = ROOT / "site_tests/support/fill_in_office.py"

TYPED = [
    ["About your area", "Area", "beside", "Northtown"],
    ["About your area", "Districts (optional)", "beside", "East\nWest"],
    ["About your area", "Births a year (optional)", "beside", "1,850"],
    ["About your area", "Date of this map", "beside", "2026-11-20"],
    ["About your area", "Maternity", "beside", "Yes"],
    ["1 Maternity", "Name of the service", "below", "Birth reflections"],
    ["1 Maternity", "Universal level", "below", "TRUE"],
    ["1 Maternity", "When does the funding end?", "below", "31/03/2028"],
    ["1 Maternity", "In which districts?", "below", "west"],
    ["1 Maternity", "Notes", "below", "'=1+1"],
    ["1 Maternity", "Usual wait to first contact (weeks)", "below", "=2*3"],
    ["Actions", "What will you do?", "below", "Ask again"],
]


def has_calc_and_its_python() -> bool:
    if OFFICE is None or not PYTHON.exists():
        return False
    program = Path(OFFICE).resolve().parent
    has_uno = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0
    return has_uno and any(program.glob("libsc*lo.so"))


@pytest.mark.long
@pytest.mark.skipif(
    not has_calc_and_its_python(),
    reason="LibreOffice Calc or its Python is missing: apt-get install libreoffice-calc-nogui python3-uno",
)
def test_what_libreoffice_saves_is_understood(tmp_path: Path) -> None:
    definition = load_questionnaire(ROOT / "questionnaires/service-map").definition
    service_map = decode_questionnaire(definition or {})
    blank, filled = tmp_path / "blank.xlsx", tmp_path / "filled.xlsx"
    blank.write_bytes(made(service_map))
    pipe = f"fill-{tmp_path.name}"
    office = subprocess.Popen(
        [str(OFFICE), "--headless", "--norestore", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
         f"--accept=pipe,name={pipe};urp;"]
    )  # fmt: skip
    try:
        subprocess.run(
            [PYTHON, SCRIPT, pipe, blank, filled], input=json.dumps(TYPED), text=True, check=True, timeout=180
        )
        office.wait(60)
    finally:
        office.kill()

    reading = read(service_map, filled.read_bytes())

    [service] = reading.entries["services"]
    [action] = reading.entries["actions"]
    assert reading.answers == {
        "area": "Northtown",
        "districts": "East\nWest",
        "births": 1850,
        "date": "2026-11-20",
        "sectors-present": ["maternity"],
        f"services/{service}/name": "Birth reflections",
        f"services/{service}/sector": "maternity",
        f"services/{service}/levels": ["universal-level"],
        f"services/{service}/funding-end": "2028-03-31",
        f"services/{service}/covered-districts": ["West"],
        f"services/{service}/notes": "=1+1",
        f"actions/{action}/what": "Ask again",
    }
    [left] = reading.left
    assert (left.sheet, left.says) == ("1 Maternity", "=2*3 (showed: 6)")
