"""A process of its own for authors' scoring: what never ends, or breaks Python itself, ends only this one.

    python -m questionnaire_site.examples.scoring_process

Each line of standard input is a questionnaire in JSON: its definition, its scoring and responses. For each, a
line is written that says how loading went, and one for every response. A step that takes too long is stopped
from the outside, so that no code can hold that up; where it was is told on standard error.
"""

from __future__ import annotations

import datetime
import faulthandler
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from questionnaire_core.decode import decode_questionnaire, decode_response
from questionnaire_core.outcome import encode_result
from questionnaire_core.scoring import ScoringError, load_scoring
from questionnaire_site.plain import Json

_STANDARD_ERROR = 2


def main() -> None:
    answers = sys.stdout
    # What scoring prints is for nobody, and must not come between the answers.
    with Path(os.devnull).open("w", encoding="utf-8") as nobody:
        sys.stdout = nobody
        for line in sys.stdin:
            for said in _answers(json.loads(line)):
                print(json.dumps(said, allow_nan=False), file=answers, flush=True)


def _answers(request: Json) -> Iterator[Json]:
    with _Watch(request["seconds"]) as watch:
        questionnaire = decode_questionnaire(request["definition"])
        scoring = load_scoring(request["scoring"])
    yield watch.failure or {}
    for asked in [] if watch.failure else request["asked"]:
        result: Json = {}
        with _Watch(request["seconds"]) as watch:
            response = decode_response(questionnaire, asked["response"])
            result = encode_result(scoring.result(response, datetime.date.fromisoformat(asked["today"])))
        yield watch.failure or result


class _Watch:
    """Stops this process when what is done under it takes too long, and keeps a scoring's own failure."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.failure: Json | None = None

    def __enter__(self) -> Self:
        faulthandler.dump_traceback_later(self.seconds, exit=True, file=_STANDARD_ERROR)
        return self

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        faulthandler.cancel_dump_traceback_later()
        if isinstance(error, ScoringError):
            self.failure = {"failed": error.detail, "file": error.filename, "line": error.line}
        return self.failure is not None


if __name__ == "__main__":
    main()
