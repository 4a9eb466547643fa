"""The service map: services placed in sectors, steps between them, and what the summary says of them."""

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page, expect

from site_tests.e2e.drafts import Answers, draft_file
from site_tests.e2e.pages.question import Entries, Entry
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words

SECTORS = (
    "maternity",
    "neonatal",
    "health-visiting",
    "primary-care",
    "early-years",
    "specialised-team",
    "infant-mental-health",
    "perinatal-mental-health",
    "adult-mental-health",
    "early-help",
    "childrens-social-care",
    "voluntary-sector",
    "drugs-and-alcohol",
    "domestic-abuse",
    "disability",
)
STEPS = ("details", *SECTORS, "all-services", "pathways", "checklist")
SINGULAR = "service"


def map_draft(
    answers: Answers, services: Sequence[Answers] = (), **entries: Sequence[Answers]
) -> dict[str, Any]:
    """A draft of a map. Services are `e1`, `e2` and so on; `pathway_steps=[...]` gives another list."""
    lists = {item.replace("_", "-"): list(rows) for item, rows in entries.items()}
    lists = {"services": list(services)} | lists
    return draft_file(
        {"area": "Testshire"} | answers, lists, questionnaire_id="service-map", name="Testshire"
    )


def service(name: str, sector: str, levels: Sequence[str] = ("universal-level",), **more: Any) -> Answers:
    """A service that is placed on the map."""
    placed = {
        "name": name,
        "sector": sector,
        "levels": list(levels),
        "stages": ["pregnancy", "under-6-months"],
        "focus": "main",
        "perinatal": "no",
    }
    return placed | {child.replace("_", "-"): value for child, value in more.items()}


def settled(status: str = "all-listed", sectors: Sequence[str] = SECTORS) -> Answers:
    return {f"{sector}/status": status for sector in sectors}


class ServiceMap(Questionnaire):
    steps = STEPS

    def __init__(self, page: Page) -> None:
        super().__init__(page, "service-map")
        self.services = self.entries("services")
        self.pathways = self.entries("pathway-steps")

    def open_example(self, step: str | None = None) -> "ServiceMap":
        self.page.goto("service-map/?example" + (f"&step={step}" if step else ""))
        self.when_ready()
        return self

    def sector(self, sector: str) -> Entries:
        """The services of one sector, where the sector shows them."""
        return Entries(self.page.locator("main"), "services", f"{sector}-services")

    def hub_count(self, step: str) -> Locator:
        return self.page.locator(f'[data-hub-step="{step}"] [data-hub-count]')

    def settle(self, sector: str, label: str) -> None:
        self.question(f"{sector}/status").choose(label)


def place(
    entry: Entry,
    name: str,
    *,
    level: str = "Universal level",
    stages: Sequence[str] = ("Pregnancy",),
    focus: str = "The main focus",
    perinatal: str = "No",
) -> None:
    """Give the answers that put a service on the map."""
    entry.question("name").box.fill(name)
    entry.question("levels").tick(level)
    entry.question("stages").tick(*stages)
    entry.question("focus").choose(focus)
    entry.question("perinatal").choose(perinatal)


def expect_count(map: ServiceMap, sector: str, count: int) -> None:
    expected = words("hub.count", count=count, singular=SINGULAR, plural="services")
    expect(map.hub_count(sector)).to_have_text(expected)
