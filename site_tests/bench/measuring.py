"""Figures: measured in turn, told as medians and percentiles in a small table, and kept for comparison.

A figure by itself says more about the machine than about the site: what it is compared with is measured in
the same run, one after the other, so that a busy moment falls on both.
"""

import json
import os
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

RUNS = int(os.environ.get("BENCH_RUNS", "5"))
"""How often each thing is measured. One run shows that a benchmark works, and no more."""

type Figures = dict[str, float]
type Rows = Mapping[str, Sequence[float | None]]


class Ratio(float):
    """How many times as much: written so that nobody takes it for milliseconds."""


def in_turn[Name, Result](measures: Mapping[Name, Callable[[], Result]]) -> dict[Name, list[Result]]:
    """Measure everything once for each run. A round before that warms the machine up and is not counted."""
    results: dict[Name, list[Result]] = {name: [] for name in measures}
    for run in range(RUNS + 1):
        for name, measure in measures.items():
            result = measure()
            if run > 0:
                results[name].append(result)
    return results


def medians(samples: Sequence[Figures]) -> Figures:
    """The median of each figure."""
    return {name: statistics.median(sample[name] for sample in samples) for name in samples[0]}


def percentile(samples: Iterable[float], percent: int) -> float:
    """The smallest sample that this share of all samples does not exceed."""
    ordered = sorted(samples)
    return ordered[-(-len(ordered) * percent // 100) - 1]


@dataclass
class Report:
    """Prints each table as it is made, and writes them all to a file in the end."""

    machine: dict[str, Any]
    tables: list[dict[str, Any]] = field(default_factory=list)

    def table(self, title: str, columns: Sequence[str], rows: Rows) -> None:
        self.tables.append({"title": title, "columns": columns, "rows": rows})
        texts = [["", *columns], *([name, *map(_text, cells)] for name, cells in rows.items())]
        widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
        print(f"\n\n{title}\n")
        for first, *others in texts:
            cells = [text.rjust(width) for text, width in zip(others, widths[1:], strict=True)]
            print("   ".join([first.ljust(widths[0]), *cells]).rstrip())

    def write(self, file: Path) -> None:
        file.parent.mkdir(exist_ok=True)
        content = {"runs": RUNS, "machine": self.machine, "tables": self.tables}
        file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _text(cell: float | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Ratio):
        return f"{cell:.2f} x"
    return f"{cell:,.0f}" if abs(cell) >= 100 else f"{cell:,.1f}"
