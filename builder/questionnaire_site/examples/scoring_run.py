"""Running scoring on examples: an author's own in another process, points and bands in this one."""

from __future__ import annotations

import atexit
import datetime
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

from questionnaire_core.outcome import encode_result
from questionnaire_core.response import Response
from questionnaire_core.scoring import points_scoring
from questionnaire_site.plain import Json
from questionnaire_site.reading.codes import Code

MOST_SECONDS = 5
"""How long scoring may take over one example. People wait for it at every answer."""

_ROOT = Path(__file__).parents[2]
# The last of the author's files that was reached comes first. They have no folder in there, all others do.
_REACHED = re.compile(r'File "([^"/\\]+\.py)", line (\d+)')


@dataclass(frozen=True, slots=True)
class Failure:
    """Scoring that gave no result: why not, and the last line of the author's files that was reached."""

    code: Code
    message: str
    reached: tuple[str, int] | None = None
    fix: str = ""
    ended: bool = False
    """Whether the process had to end for it."""


def points_results(asked: Sequence[tuple[str, Response]]) -> list[Json]:
    """Score responses, each on its day, by points and bands."""
    scoring = points_scoring()
    results = (scoring.result(response, datetime.date.fromisoformat(today)) for today, response in asked)
    return [encode_result(result) for result in results]


def scoring_results(
    definition: Json, scoring: dict[str, str], asked: Sequence[tuple[str, Json]]
) -> list[Json | Failure]:
    """Have an author's scoring score plain responses, each on its day.

    What comes first says whether it could be loaded: an empty object, or a failure with nothing after it.
    Neither does anything come after a failure that ended the process.
    """
    process = _process()
    process.ask(
        {
            "definition": definition,
            "scoring": scoring,
            "asked": [{"today": today, "response": response} for today, response in asked],
            "seconds": MOST_SECONDS,
        }
    )
    results = [process.answer()]
    while len(results) <= len(asked) and not _is_last(results):
        results.append(process.answer())
    return results


def _is_last(results: list[Json | Failure]) -> bool:
    failure = results[-1]
    return isinstance(failure, Failure) and (failure.ended or len(results) == 1)


@cache
def _process() -> _Process:
    """Give the process that scores for all questionnaires: a new one for each would take most of the time."""
    return _Process()


class _Process:
    def __init__(self) -> None:
        # A file, because nobody reads along, and a full pipe would hold the process up.
        self.told = TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "questionnaire_site.examples.scoring_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.told,
            env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
            encoding="utf-8",
        )
        atexit.register(self.close)

    def ask(self, request: Json) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Json | Failure:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            return self.end()
        said: Json = json.loads(line)
        if "failed" in said:
            reached = (said["file"], said["line"]) if said["line"] else None
            return Failure("scoring-failed", f"scoring failed: {said['failed']}", reached)
        return said

    def close(self) -> str:
        """Let the process come to its end, and give what it told on the way."""
        self.process.communicate()
        with self.told:
            self.told.seek(0)
            return self.told.read()

    def end(self) -> Failure:
        """Say why the process has ended, and let another take its place."""
        _process.cache_clear()
        atexit.unregister(self.close)
        told = self.close()
        found = _REACHED.search(told)
        reached = (found[1], int(found[2])) if found else None
        if "Timeout" in told:
            message = f"scoring has not come to an end after {MOST_SECONDS} seconds"
            fix = "make sure that every loop ends, whatever the answers are"
            return Failure("scoring-endless", message, reached, fix, ended=True)
        if "Traceback" in told:
            raise RuntimeError(told.splitlines()[-1])
        return Failure("scoring-failed", "scoring failed, and ended Python itself", reached, ended=True)
