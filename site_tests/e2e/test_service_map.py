"""A map from blank to summary: services, settled sectors, steps between services, and what is missing."""

from playwright.sync_api import Locator, expect

from site_tests.e2e.pages.service_map import SECTORS, ServiceMap, expect_count, place
from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT

CORE = SECTORS[:12]
HERE = {
    "maternity": ("Bump club", "Universal level", ("Pregnancy",)),
    "health-visiting": ("Home visits", "Targeted level", ("0 to under 6 months", "6 to under 12 months")),
    "specialised-team": ("Little Steps", "Specialist level", ("Pregnancy", "12 to under 24 months")),
}


def later_answers(label_count: int) -> str:
    return words("entries.wanted_later", label=words("entries.later"), count=label_count)


def finding_button(finding: Locator, key: str, **values: object) -> Locator:
    return finding.get_by_role("button", name=words(key, **values))


def test_a_map_from_blank_to_summary(service_map: ServiceMap) -> None:
    service_map.open()
    service_map.start()
    service_map.go_to("details")
    service_map.question("area").write("Testshire")
    service_map.question("districts").write("North\nSouth")
    for sector in CORE:
        service_map.go_on()
        service_map.expect_view(sector)
        if sector in HERE:
            name, level, stages = HERE[sector]
            added = service_map.sector(sector).add()
            place(added, name, level=level, stages=stages)
            expect(added.standing).to_have_text(later_answers(6))
            # The sector is where it stands: it is not asked there.
            expect(added.question("sector").root).to_have_count(0)
            added.close()
            expect(added.line).to_contain_text(f"{level} · The main focus")
        service_map.settle(sector, "All listed" if sector in HERE else "No service")
    service_map.go_to_hub()
    expect_count(service_map, "maternity", 1)
    expect(service_map.hub_count("neonatal")).to_be_empty()
    expect(service_map.hub_status("maternity")).to_have_text("All listed")
    expect(service_map.hub_status("disability")).to_have_text(words("hub.status_todo"))

    _answer_later(service_map)
    _draw_pathways(service_map)
    _lose_a_service(service_map)

    service_map.go_to_hub()
    service_map.reload()
    expect_count(service_map, "health-visiting", 1)
    expect(service_map.hub_status("pathways")).to_have_text("All routes listed")

    service_map.go_to("results")
    _read_the_summary(service_map)
    _act_on_findings(service_map)


def _answer_later(service_map: ServiceMap) -> None:
    """A placed service opens at what is still wanted, and is complete once that is there."""
    club = service_map.go_to("maternity").sector("maternity").entry("Bump club")
    club.change()
    club.question("provider").write("Testshire Hospitals")
    club.question("provider-kind").choose("NHS or health board")
    club.question("offers").tick("Support for the parent-infant relationship")
    club.question("open-to-any").choose("Yes")
    expect(club.question("limits").root).to_be_hidden()
    club.question("open-to-any").choose("No")
    club.question("limits").tick("Mothers only")
    club.question("relationship-enough").choose("Yes")
    expect(club.standing).to_have_text(later_answers(1))
    club.question("edge-of-care").choose("Yes")
    expect(club.standing).to_have_text(words("entries.complete"))
    club.close()


def _draw_pathways(service_map: ServiceMap) -> None:
    """The services are what can be chosen."""
    service_map.go_to("pathways")
    for start, stop, kind in (
        ("Bump club", "Little Steps", "Step up"),
        ("Little Steps", "Home visits", "Step down"),
    ):
        step = service_map.pathways.add()
        expect(step.question("to").root.get_by_role("radio")).to_have_count(3)
        step.question("from").choose(start)
        step.question("to").choose(stop)
        step.question("kind").choose(kind)
        step.question("form").choose("Written")
        step.close()
    service_map.question("all-routes").choose("All routes listed")
    expect(service_map.pathways.names).to_have_text(["Bump club", "Little Steps"])


def _lose_a_service(service_map: ServiceMap) -> None:
    """A step that leads to a service that is no longer there asks to be mended."""
    team = service_map.go_to("specialised-team").sector("specialised-team").entry("Little Steps")
    team.remove()
    service_map.go_to("pathways")
    step = service_map.pathways.entry("Bump club")
    expect(step.standing).to_have_text(words("entries.missing", titles="To which service?"))
    expect(step.line).to_contain_text(words("question.removed"))
    step.change()
    expect(step.question("to").error).to_contain_text(words("validation.removed_option"))
    step.question("to").choose("Home visits")
    expect(step.question("to").error).to_have_count(0)
    step.close()
    expect(step.standing).to_have_count(0)

    # Brought back, it is what the other step begins with again.
    service_map.go_to("specialised-team").sector("specialised-team").rows.get_by_role(
        "button", name=words("entries.undo")
    ).click()
    service_map.go_to("pathways")
    expect(service_map.pathways.names).to_have_text(["Bump club", "Little Steps"])
    expect(service_map.pathways.rows.locator(".app-entry__standing")).to_have_count(0)


def _read_the_summary(service_map: ServiceMap) -> None:
    results = service_map.results
    expect(results.finding("findings", "r1-neonatal")).to_be_visible(timeout=PYTHON_TIMEOUT)
    expect(results.part("where-it-stands")).to_contain_text("All 12 core sectors are settled")
    levels = results.part("by-sector-and-level")
    expect(levels.get_by_role("row", name="Maternity").get_by_role("cell").first).to_have_text("Bump club")
    expect(levels.get_by_role("row", name="Neonatal")).to_contain_text("none found")
    districts = results.part("by-district-and-level")
    expect(districts.get_by_role("rowheader")).to_have_text(["North", "South"])
    expect(results.part("limits")).to_contain_text("Mothers only")
    pathways = results.part("pathway-drawing")
    expect(pathways.get_by_role("listitem")).to_contain_text(
        ["from Bump club to Home visits (Written)", "from Little Steps to Home visits (Written)"]
    )
    expect(pathways.locator("svg")).to_be_visible()


def _act_on_findings(service_map: ServiceMap) -> None:
    results = service_map.results
    finding = results.finding("findings", "r1-neonatal")
    title = finding.locator(".app-finding__title").inner_text()
    finding_button(finding, "results.suggestion_make", list="Action plan").click()
    expect(service_map.entries("actions").names).to_have_text([title])

    finding_button(finding, "results.set_aside").click()
    expect(finding.get_by_label("Why is it set aside?")).to_be_focused()
    finding_button(finding, "results.set_aside_confirm").click()
    expect(finding).to_contain_text(words("results.say_why"))
    finding.get_by_label("Why is it set aside?").fill("The unit is in the next county")
    finding_button(finding, "results.set_aside_confirm").click()
    aside = results.part("findings").locator(".app-finding--set-aside")
    expect(aside).to_contain_text(words("results.set_aside_because", reason="The unit is in the next county"))
    expect(aside.locator(".app-finding__title")).to_have_text(title)
    finding_button(aside, "results.put_back").click()
    expect(aside).to_have_count(0)
    expect(finding).to_be_visible()
    expect(finding.locator(".app-finding__aside")).to_have_count(0)
