"""What the benchmarks share: which site they measure, and the report that the figures go into."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_tests.bench.measuring import Report
from site_tests.support.places import BUILT_SITE, ROOT


@pytest.fixture(scope="session")
def built_site() -> Path:
    """Another build of the site (BENCH_SITE), to compare two; else the one that `make site` made."""
    return Path(os.environ.get("BENCH_SITE", BUILT_SITE))


@pytest.fixture(scope="session")
def report() -> Iterator[Report]:
    # The load tells whether anything else was running: then the ratios hold and the times do not.
    report = Report({"cores": os.cpu_count(), "load": os.getloadavg()})
    print(f"\n{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    yield report
    report.write(ROOT / ".cache/bench.json")
