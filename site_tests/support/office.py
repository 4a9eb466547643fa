"""LibreOffice, as somebody who is sent a file opens it: laid out on pages, or read and written anew."""

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
# The library of each program, beside the one that starts them all.
LIBRARIES = {"writer": "libswlo.so", "calc": "libsclo.so"}


def needs(program: str) -> pytest.MarkDecorator:
    """Skip where Writer or Calc is not installed, with what to install."""
    folder = Path(OFFICE).resolve().parent if OFFICE else None
    is_here = folder is not None and (folder / LIBRARIES[program]).exists()
    reason = f"LibreOffice {program.title()} is not here (Debian: libreoffice-{program}-nogui)"
    return pytest.mark.skipif(not is_here, reason=reason)


def converted(file: Path, kind: str) -> Path:
    """The file as another kind, in a folder beside it; a complaint fails the test."""
    folder = file.parent / f"{file.stem}-{kind}"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "rror" not in said, said
    return folder / f"{file.stem}.{kind}"
