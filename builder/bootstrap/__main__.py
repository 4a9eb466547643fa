"""The set-up commands: `python -m bootstrap setup | browser | lock [--upgrade]`."""

import argparse
import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bootstrap import browser, locks, npm_packages, python_packages
from bootstrap.commands import SetupError
from bootstrap.places import ROOT


def main() -> int:
    """Run one command; a set-up that cannot go on says why in a sentence, not a traceback."""
    parser = argparse.ArgumentParser(prog="bootstrap")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("setup", help="install the locked Python and npm packages")
    commands.add_parser("browser", help="find or install a Chromium for the tests")
    lock = commands.add_parser("lock", help="make requirements.txt and package-lock.json again")
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    arguments = parser.parse_args()
    try:
        with _one_at_a_time():
            if arguments.command == "setup":
                python_packages.install()
                npm_packages.install()
            elif arguments.command == "browser":
                browser.install()
            else:
                locks.remake(upgrade=arguments.upgrade)
    except SetupError as error:
        print(f"Set-up stopped: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Set-up was interrupted; the next `make` starts that step again.", file=sys.stderr)
        return 130
    return 0


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Let a second `make` in this checkout wait for the first, rather than install over it."""
    checkout = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(checkout, fcntl.LOCK_EX)
        yield
    finally:
        os.close(checkout)


sys.exit(main())
