"""Every kind of view of the service map: nothing for axe to find, never sideways, and no mouse needed."""

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e import hostile
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.service_map import ServiceMap, map_draft, service, settled
from site_tests.e2e.screens import SCREENS, expect_nothing_sideways, expect_whole_words, on_each_screen
from site_tests.e2e.test_hostile_text import expect_text_only
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.browsing import DESKTOP, PYTHON_TIMEOUT, resize

NARROW = SCREENS["320 pixels"]
OPEN_FOLDS = "document.querySelectorAll('[data-current] details').forEach((fold) => { fold.open = true; })"


def expect_sound(page: Page) -> None:
    """On a wide screen and on the narrowest."""
    for screen in (DESKTOP, NARROW):
        resize(page, screen)
        assert_accessible(page)
        expect_nothing_sideways(page)
    resize(page, DESKTOP)


def test_the_views_in_which_a_map_is_made(service_map: ServiceMap, no_python: None) -> None:
    service_map.open_example("hub")
    # What to think of in each sector, before anybody opens one.
    expect(service_map.view.locator("[data-hub-step=maternity]")).to_contain_text("antenatal classes")
    expect_sound(service_map.page)

    service_map.go_to("voluntary-sector")
    service_map.question("voluntary-sector/status").choose("No service")
    expect_sound(service_map.page)
    row = service_map.sector("voluntary-sector").rows.first
    row.get_by_role("button", name=words("entries.edit")).click()
    service_map.page.evaluate(OPEN_FOLDS)
    expect_sound(service_map.page)

    service_map.go_to("all-services")
    service_map.services.rows.nth(2).get_by_role("button", name=words("entries.remove")).click()
    expect_sound(service_map.page)
    service_map.go_to("pathways")
    service_map.pathways.rows.nth(1).get_by_role("button", name=words("entries.edit")).click()
    expect_sound(service_map.page)
    service_map.go_to("specialised-team")
    expect_sound(service_map.page)


@pytest.mark.long
def test_long_names_leave_room_for_the_words_beside_them(service_map: ServiceMap) -> None:
    names = (
        "Northumberland, Tyne and Wear parent-infant relationship pathway for young parents (the north)",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch family hub",
    )
    draft = map_draft(settled(), [service(name, "maternity", weeks_to_contact=4) for name in names])
    service_map.load(draft).open("results")
    waits = service_map.view.get_by_role("table").filter(has_text="4 weeks")
    expect(waits).to_be_visible(timeout=PYTHON_TIMEOUT)
    expect_whole_words(service_map.page, ".app-table td")


@pytest.mark.long
def test_the_summary_of_thirty_services(service_map: ServiceMap) -> None:
    service_map.open_example("results")
    results = service_map.results
    finding = results.finding("findings", "r1-neonatal")
    expect(finding).to_be_visible(timeout=PYTHON_TIMEOUT)
    finding.get_by_role("button", name=words("results.set_aside")).click()
    finding.get_by_role("button", name=words("results.set_aside_confirm")).click()
    results.choose_copy("share")
    service_map.page.evaluate(OPEN_FOLDS)
    expect_sound(service_map.page)


def test_the_projector_view_stays_on_until_it_is_put_off(service_map: ServiceMap, no_python: None) -> None:
    service_map.open_example("hub")
    page = service_map.page
    size = "getComputedStyle(document.querySelector('[data-current] h1')).fontSize"
    ordinary = float(page.evaluate(size).removesuffix("px"))
    service_map.projector.click()
    expect(page.get_by_role("banner")).to_be_hidden()
    assert float(page.evaluate(size).removesuffix("px")) > ordinary
    assert_accessible(page)

    service_map.open_example("maternity")
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(service_map.projector).to_have_text(words("question.ordinary_view"))
    expect_nothing_sideways(page)
    service_map.projector.click()
    expect(page.get_by_role("banner")).to_be_visible()


@on_each_screen
def test_a_service_is_placed_by_keyboard_alone(
    open_context: OpenContext, no_python: None, screen: str
) -> None:
    page = open_context(**SCREENS[screen]).new_page()
    service_map = ServiceMap(page).open("neonatal")
    keyboard = Keyboard(page)
    keyboard.follow(service_map.sector("neonatal").add_button)
    added = service_map.sector("neonatal").open_one
    expect(added.question("name").box).to_be_focused()
    page.keyboard.type("Unit psychology")
    keyboard.tick(added.question("levels").option("Specialist level"))
    keyboard.tick(added.question("stages").option("0 to under 6 months"))
    keyboard.choose(added.question("focus").root, "Part of what it does")
    keyboard.choose(added.question("perinatal").root, "Yes")
    keyboard.follow(added.form.get_by_role("button", name=words("entries.done")))
    expect(added.line.get_by_role("button", name=words("entries.edit"))).to_be_focused()
    expect(added.line).to_contain_text("Specialist level · Part of what it does")
    keyboard.choose(service_map.question("neonatal/status").root, "All listed")
    keyboard.follow(service_map.view.get_by_role("button", name=words("question.continue")))
    service_map.expect_view("health-visiting")
    expect_nothing_sideways(page)


def test_a_hostile_name_of_a_service_is_text_wherever_it_is_shown(service_map: ServiceMap) -> None:
    names = [*hostile.ON_ONE_LINE, hostile.UNBROKEN]
    steps = [
        {"from": f"e{number}", "to": f"e{number + 1}", "kind": "step-up", "form": "written"}
        for number in range(1, len(names))
    ]
    draft = map_draft(
        settled() | {"districts": f"{hostile.MARKUP}\n{hostile.FORMULA}"},
        [service(name, "maternity", provider=name) for name in names],
        pathway_steps=steps,
    )
    service_map.load(draft)
    page = service_map.page
    for step in ("maternity", "all-services", "pathways"):
        service_map.go_to(step)
        expect_text_only(page)
        expect(service_map.view.locator("[data-entry]").first).to_contain_text(hostile.MARKUP[:100])
        expect_nothing_sideways(page)
    service_map.pathways.rows.first.get_by_role("button", name=words("entries.edit")).click()
    chosen = service_map.pathways.open_one.question("from").root.locator(":checked + label")
    expect(chosen).to_have_text(hostile.MARKUP)
    expect_text_only(page)

    service_map.go_to("results")
    expect(service_map.results.finding("findings", "r2-specialist-level")).to_be_visible(
        timeout=PYTHON_TIMEOUT
    )
    for part in ("by-sector-and-level", "by-district-and-level", "pathway-drawing", "every-service"):
        expect(service_map.results.part(part)).to_contain_text(hostile.MARKUP)
    expect_text_only(page)
    _, rows = service_map.results.download_csv("Services")
    assert [row[0].removeprefix("'") for row in rows[1:]] == names


@pytest.mark.long
def test_check_answers_of_thirty_services_are_folded(service_map: ServiceMap, no_python: None) -> None:
    service_map.open_example("check")
    sector = service_map.view.locator("[data-fold=neonatal]")
    row = service_map.check_row("Kind of provider").first
    expect(row).to_be_hidden()
    expect_sound(service_map.page)

    service_map.view.get_by_role("button", name=words("check.show_all")).click()
    expect(row).to_be_visible()
    expect_sound(service_map.page)
    service_map.view.get_by_role("button", name=words("check.show_none")).click()
    expect(row).to_be_hidden()

    # What was opened is open again for whoever has been away to change something.
    sector.locator("summary").first.click()
    sector.get_by_role("link", name="How far have you got").click()
    service_map.expect_view("neonatal")
    service_map.page.go_back()
    expect(sector.get_by_role("link", name="How far have you got")).to_be_visible()


def test_a_step_that_has_lost_its_service_shows_on_the_hub(service_map: ServiceMap, no_python: None) -> None:
    steps = [{"from": "e1", "to": "e2", "kind": "step-up", "form": "written"}]
    services = [service("Groups", "early-years"), service("Team", "specialised-team", ["specialist-level"])]
    service_map.load(map_draft({"pathways/all-routes": "all-listed"}, services, pathway_steps=steps))
    service_map.go_to("all-services").services.entry("Team").remove()
    service_map.go_to_hub()
    expect(service_map.hub_status("pathways")).to_have_text(words("hub.status_review"))
