"""Running other programs, with their output shown and their failures put in words."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bootstrap.places import ROOT, VENV_BIN

type Argument = str | Path


class SetupError(Exception):
    """Set-up cannot go on; the message tells the person what to do."""


def search_path() -> str:
    """PATH with the project's own programs first: node may live there."""
    return os.pathsep.join([str(VENV_BIN), os.environ.get("PATH", os.defpath)])


def find_program(name: str) -> str | None:
    return shutil.which(name, path=search_path())


def run(command: Sequence[Argument], *, otherwise: str, cwd: Path = ROOT, quiet: bool = False) -> None:
    """Run a command to its end, or stop set-up with the sentence `otherwise`."""
    if not succeeds(command, cwd=cwd, quiet=quiet):
        raise SetupError(otherwise)


def succeeds(command: Sequence[Argument], *, cwd: Path = ROOT, quiet: bool = False) -> bool:
    environment = {**os.environ, "PATH": search_path()}
    output = subprocess.DEVNULL if quiet else None
    try:
        finished = subprocess.run(
            command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=output, check=False
        )
    except OSError:
        return False
    return finished.returncode == 0


def answer(command: Sequence[Argument]) -> str | None:
    """What a command prints, or None when it is missing, broken or silent for too long."""
    environment = {**os.environ, "PATH": search_path()}
    try:
        finished = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return finished.stdout.strip()
