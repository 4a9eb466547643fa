"""The lock files: made again from pyproject.toml and package.json.

Locks hold versions and hashes, for every system and every Python that the project supports, and no
addresses: a machine's own mirror or cache serves them as well as the public registries do.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from bootstrap.commands import Argument, SetupError, find_program, run
from bootstrap.places import ROOT

# A resolver that locks for all systems at once; only this module needs it, so it is not in the lock.
UV = "uv==0.13.9"


def remake(*, upgrade: bool) -> None:
    """Remake the locks; without `upgrade`, versions that still fit stay as they are."""
    with tempfile.TemporaryDirectory(prefix="locks-") as folder:
        _remake_requirements(Path(folder), upgrade=upgrade)
        _remake_package_lock(Path(folder), upgrade=upgrade)
    print("Made requirements.txt, requirements-node.txt and package-lock.json. Now: make setup")


def _remake_requirements(folder: Path, *, upgrade: bool) -> None:
    environment = folder / "environment"
    run([sys.executable, "-m", "venv", environment], otherwise="no environment for uv.")
    pip: list[Argument] = [environment / "bin" / "python", "-m", "pip", "install", "-qq"]
    run([*pip, UV], otherwise=f"pip could not install {UV}.")
    for lock, group in (("requirements.txt", "dev"), ("requirements-node.txt", "node")):
        source = ["pyproject.toml"] if group == "dev" else []
        run(
            [
                environment / "bin" / "uv",
                *["pip", "compile", *source, "--group", group, "--output-file", lock],
                *["--universal", "--python-version", "3.12", "--generate-hashes", "--quiet"],
                "--no-config",
                *["--custom-compile-command", "make lock"],
                *(["--upgrade"] if upgrade else []),
            ],
            otherwise=f"uv could not make {lock} (its message is above).",
        )


def _remake_package_lock(folder: Path, *, upgrade: bool) -> None:
    """Lock the npm packages away from node_modules, which would narrow the lock to this system."""
    npm = find_program("npm")
    if npm is None:
        raise SetupError("npm is needed to make package-lock.json. Run `make setup` first.")
    for name in ("package.json", ".npmrc", *([] if upgrade else ["package-lock.json"])):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder)
    run(
        [npm, "install", "--package-lock-only", "--loglevel=error"],
        cwd=folder,
        otherwise="npm could not make package-lock.json (its message is above).",
    )
    shutil.copy(folder / "package-lock.json", ROOT)
