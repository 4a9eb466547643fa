"""From nothing to the first answer given and saved, on a slow phone with a slow line and an empty cache."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession

from site_tests.bench.measuring import RUNS, Figures, Ratio, Report, in_turn, medians
from site_tests.support.browsing import PERSON, PHONE
from site_tests.support.server import Answer, StaticSite

IN_PAGE = Path(__file__).with_name("in_page") / "first-answer.js"
BARE = Path(__file__).with_name("bare") / "first-answer.html"

SITE_PAGE = "self-audit/?step=clinical-supervision"
MAP_PAGE = "service-map/?step=maternity"
BARE_PAGE = "bare.html"

LATENCY = 150
BYTES_PER_SECOND = 1_600_000 / 8
CPU_SLOWDOWN = 4
COLUMNS = ("HTML here", "files here", "can answer", "saved", "busy", "kB")


def test_first_answer(browser: Browser, site: StaticSite, report: Report) -> None:
    measures = {
        "self-audit, first descriptor": lambda: _first_answer(browser, site, SITE_PAGE),
        "service map, first sector": lambda: _first_answer(browser, site, MAP_PAGE),
        "bare page that saves": lambda: _first_answer(browser, site, BARE_PAGE),
    }
    with site.answering(BARE_PAGE, Answer(body=BARE.read_bytes(), content_type="text/html")):
        answers = in_turn(measures)

    for given in answers.values():
        assert all(answer["status"].startswith("Saved") for answer in given)
    figures = {name: medians([_figures(answer) for answer in given]) for name, given in answers.items()}
    site_figures, _, bare_figures = figures.values()
    rows = {name: list(figure.values()) for name, figure in figures.items()}
    rows["self-audit beside bare"] = [Ratio(site_figures[each] / bare_figures[each]) for each in COLUMNS]
    title = f"First answer: 1.6 Mbit/s, 150 ms, CPU 4 times slower, nothing kept; medians of {RUNS}, ms"
    report.table(title, COLUMNS, rows)

    # The files are the same in every run, and the last run's times are as good as any.
    files = next(iter(answers.values()))[-1]["files"]
    assert all(file["encodedBodySize"] for file in files)
    report.table(
        "First answer: what is fetched until it is saved (one run)",
        ("kB", "asked for", "here"),
        {
            _name(file, site): [file["encodedBodySize"] / 1000, file["startTime"], file["responseEnd"]]
            for file in sorted(files, key=lambda file: -file["encodedBodySize"])
        },
    )


def _first_answer(browser: Browser, site: StaticSite, address: str) -> dict[str, Any]:
    context = browser.new_context(base_url=site.url, **PERSON, **PHONE)
    context.add_init_script(path=IN_PAGE)
    page = context.new_page()
    developer_tools = context.new_cdp_session(page)
    _slow_down(developer_tools)
    developer_tools.send("Performance.enable")
    page.goto(address, timeout=60_000)
    answer: dict[str, Any] = page.evaluate("firstAnswer")
    metrics = developer_tools.send("Performance.getMetrics")["metrics"]
    busy = next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
    context.close()
    return answer | {"busy": busy * 1000}


def _slow_down(developer_tools: CDPSession) -> None:
    developer_tools.send("Network.enable")
    conditions = {"offline": False, "latency": LATENCY, "uploadThroughput": BYTES_PER_SECOND}
    developer_tools.send(
        "Network.emulateNetworkConditions", {**conditions, "downloadThroughput": BYTES_PER_SECOND}
    )
    developer_tools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})


def _figures(answer: dict[str, Any]) -> Figures:
    """The moments, in milliseconds from the start of the visit, and the size of all bodies as sent."""
    page, *_ = files = answer["files"]
    moments = (
        page["responseEnd"],
        # The icon comes when there is time for it, and nobody waits for it.
        max(file["responseEnd"] for file in files if file["initiatorType"] != "other"),
        answer["canAnswer"],
        answer["saved"],
        answer["busy"],
        sum(file["encodedBodySize"] for file in files) / 1000,
    )
    return dict(zip(COLUMNS, moments, strict=True))


def _name(file: dict[str, Any], site: StaticSite) -> str:
    return urlsplit(str(file["name"])).path.removeprefix(site.base_path)
