"""The Python packages: a virtual environment with exactly what requirements.txt locks, and this project.

Another lock means a new environment, never a patched one: nothing that was dropped stays behind, and
a half-finished installation cannot survive.
"""

import sys
from pathlib import Path

from bootstrap.commands import Argument, answer, run
from bootstrap.places import ROOT, VENV, VENV_PYTHON
from bootstrap.stamps import Stamp

PIP: list[Argument] = [VENV_PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]


def install() -> None:
    lock = ROOT / "requirements.txt"
    project = ROOT / "pyproject.toml"
    packages = Stamp(VENV / "packages.stamp", files=[lock], also=f"{sys.version} {ROOT}")
    # The project is installed by reference, so only its metadata (entry points) can go out of date.
    metadata = Stamp(VENV / "project.stamp", files=[project])

    if not (packages.is_current() and _environment_works()):
        packages.remove()
        metadata.remove()
        print("Installing Python packages into .venv (about a minute, once)")
        run(
            # The base interpreter, because set-up may be running in the very .venv it replaces.
            [sys._base_executable, "-m", "venv", "--clear", VENV],  # type: ignore[attr-defined]
            otherwise="this Python could not make a virtual environment. On Debian or Ubuntu: "
            "apt-get install python3-venv",
        )
        run(
            [*PIP, "--require-hashes", "-r", lock],
            otherwise="pip could not install the packages in requirements.txt (its message is above).",
        )
        packages.write()

    if not metadata.is_current():
        metadata.remove()
        run(
            [*PIP, "--no-deps", "--no-build-isolation", "--editable", ROOT],
            otherwise="pip could not install this project into .venv (its message is above).",
        )
        metadata.write()


def _environment_works() -> bool:
    """Whether .venv has a Python that starts: the one it was made from may have been removed since."""
    return Path(sys.prefix) == VENV or answer([VENV_PYTHON, "-c", ""]) is not None
