"""The trimmed standard library: nothing is missing that the core or an author's scoring may use."""

import json
from typing import Any

import pytest

from questionnaire_site.catalogue import Catalogue
from questionnaire_site.runtime.standard_library import MODULES
from questionnaire_site.runtime.wheel import CORE
from site_tests.fixtures import bicycle_workshop
from site_tests.pyodide.shipped import WHOLE, ask_pyodide
from site_tests.support.places import ROOT

CORE_MODULES = [
    ".".join(path.relative_to(CORE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(CORE.rglob("*.py"))
]
# They need the library of their format, whose wheel comes with them.
OF_FORMATS = [
    "questionnaire_core.inputs.workbook_cells",
    "questionnaire_core.outputs.cell_rules",
    "questionnaire_core.outputs.excel",
    "questionnaire_core.outputs.questionnaire_workbook",
    "questionnaire_core.outputs.workbook",
]

# What imports something only when it is used, and would show up in a browser alone.
USES_WHAT_COMES_LATER = r"""
import collections, dataclasses, datetime, decimal, enum, fractions, re, statistics, string, textwrap, typing
from questionnaire_core import Classification, Result

@dataclasses.dataclass(order=True, slots=True)
class Seen:
    at: datetime.date
    share: fractions.Fraction = fractions.Fraction(1, 3)

class Colour(enum.StrEnum):
    RED = enum.auto()

class Row(typing.NamedTuple):
    a: "int | None" = None

def score(response, today):
    seen = sorted([Seen(datetime.datetime.strptime("21 Nov 2026", "%d %b %Y").date()), Seen(today)])
    texts = [
        repr(seen[0]),
        today.strftime("%A %d %B %Y"),
        today.isoformat(),
        str(datetime.datetime(2026, 11, 21, tzinfo=datetime.timezone.utc)),
        str(decimal.Decimal("1.10").quantize(decimal.Decimal("0.1"))),
        f"{decimal.Decimal(10) / 3:.3f}",
        str(statistics.NormalDist(10, 2).samples(1, seed="a seed")[0] > 0),
        str(statistics.fmean([1, 2])),
        str(statistics.quantiles([1, 2, 3, 4])),
        str(statistics.linear_regression([1, 2], [2, 4])),
        Colour.RED.value,
        str(Row()),
        str(dataclasses.asdict(seen[0])),
        str(dataclasses.make_dataclass("Made", ["x"])(1)),
        str(typing.get_type_hints(Row)),
        textwrap.fill("long " * 5, 12),
        string.Template("$a").substitute(a=1),
        string.Formatter().format("{0!r:>5}", "x"),
        str(collections.Counter("abca").most_common(1)),
        re.sub(r"(?i)(?P<x>A)", r"[\g<x>]", "a\u00c4", flags=re.UNICODE),
        str("\u00e9".encode("ascii", "replace") + "x".encode("utf-16") + "\u00e9".encode("latin-1")),
        b"\xef\xbb\xbfx".decode("utf-8-sig"),
        "caf\u00e9".casefold().title(),
        f"{1234567.891:,.1f} {7:>05b} {0.256:.0%}",
    ]
    return Result((), Classification("ok", "Label", " | ".join(texts), settled=1, of=1))
"""

FAILS = """
def score(response, today):
    total = {"a": 1}
    return total["b"]
"""


IMPORTS_WHAT_WAS_LEFT_OUT = "import sqlite3\n"


def test_every_listed_module_and_the_whole_core_are_there(subtests: pytest.Subtests) -> None:
    names = [*MODULES, *(name for name in CORE_MODULES if name not in OF_FORMATS)]
    replies = ask_pyodide([json.dumps({"type": "import", "payload": name}) for name in names], (WHOLE,))

    for name, reply in zip(names, replies, strict=True):
        with subtests.test(name):
            assert json.loads(reply) == name


def test_scoring_may_use_all_of_what_it_may_import(subtests: pytest.Subtests) -> None:
    replies = [json.loads(reply) for reply in ask_pyodide([*_score(USES_WHAT_COMES_LATER), *_score(FAILS)])]
    good, result, also_good, failure = replies

    with subtests.test("it works"):
        assert good["ok"], good
        assert result["ok"], result
        said = result["result"]["result"]["classification"]["text"]
        assert "Seen(at=datetime.date(2026, 11, 21), share=Fraction(1, 3))" in said
        assert "Saturday 21 November 2026" in said
    with subtests.test("an error names its line"):
        assert also_good["ok"], also_good
        assert failure["error"] == {"name": "ScoringError", "message": "scoring.py:4: KeyError: 'b'"}


def test_scoring_that_imports_what_was_left_out_is_told_which() -> None:
    loading, _ = ask_pyodide(_score(IMPORTS_WHAT_WAS_LEFT_OUT))
    error = json.loads(loading)["error"]

    assert error["name"] == "ScoringError"
    assert error["message"].startswith("scoring.py:1: ModuleNotFoundError: ")
    assert "sqlite3" in error["message"]


def _score(scoring: str) -> list[str]:
    load: dict[str, Any] = {
        "definition": bicycle_workshop.DEFINITION,
        "scoring": {"scoring.py": scoring},
        "texts": Catalogue.load(ROOT / "theme/catalogue", "en-GB").starting_with("core."),
    }
    evaluate = {"response": bicycle_workshop.response_data({}), "today": "2026-11-21"}
    return [
        json.dumps({"id": 1, "type": "load", "payload": load}),
        json.dumps({"id": 2, "type": "evaluate", "payload": evaluate}),
    ]
