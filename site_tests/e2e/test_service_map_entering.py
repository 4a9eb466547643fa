"""Many services in one sector: each begins where the last one was, and none is lost or out of place."""

import pytest
from playwright.sync_api import Locator, expect

from site_tests.e2e.pages.question import Entry
from site_tests.e2e.pages.service_map import (
    SINGULAR,
    ServiceMap,
    expect_count,
    map_draft,
    place,
    service,
)
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")

NAMES = [f"Group {number:02}" for number in range(1, 41)]
TEN = map_draft({}, [service(name, "early-years") for name in NAMES[:10]])


def top_of(target: Locator) -> float:
    """How far from the top of the screen something is."""
    return float(target.evaluate("target => target.getBoundingClientRect().top"))


def tool(entry: Entry, key: str) -> Locator:
    return entry.line.get_by_role("button", name=words(key))


@pytest.mark.long
def test_forty_services_are_entered_in_a_row_without_losing_the_place(service_map: ServiceMap) -> None:
    sector = service_map.open("early-years").sector("early-years")
    keyboard = service_map.page.keyboard
    entry = sector.add()
    for number, name in enumerate(NAMES, start=1):
        expect(entry.question("name").box).to_be_focused()
        expect(entry.question("name").box).to_be_in_viewport()
        keyboard.insert_text(name)
        # Most are only named for now, as in a meeting; the others are placed at once.
        if number % 10 == 0:
            place(entry, name)
        if number < len(NAMES):
            entry.another_button(SINGULAR).scroll_into_view_if_needed()
            before = top_of(entry.root)
            entry = entry.add_another(SINGULAR)
            # What began above the screen begins at its top.
            assert top_of(entry.root) == pytest.approx(max(before, 0), abs=2)
    entry.close()
    expect(tool(entry, "entries.edit")).to_be_focused()
    expect(tool(entry, "entries.edit")).to_be_in_viewport()
    expect(sector.names).to_have_text(NAMES)
    expect(sector.rows.filter(has_text="Missing:")).to_have_count(36)

    service_map.go_to_hub()
    expect_count(service_map, "early-years", 40)
    service_map.reload()
    expect_count(service_map, "early-years", 40)
    service_map.go_to("all-services")
    expect(service_map.services.names).to_have_text(NAMES)


def test_a_copy_of_a_service_opens_after_it_with_all_its_answers(service_map: ServiceMap) -> None:
    sector = service_map.load(TEN).go_to("early-years").sector("early-years")
    copy = sector.entry("Group 04").duplicate()
    expect(copy.question("name").box).to_be_focused()
    copy.question("name").expect_text(words("entries.copy_of", name="Group 04"))
    copy.question("focus").expect_chosen("The main focus")
    copy.question("name").write("Group 04 evenings")
    copy.close()
    expect(sector.names).to_have_text([*NAMES[:4], "Group 04 evenings", *NAMES[4:10]])


def test_moving_and_removing_leave_the_page_where_it_was(service_map: ServiceMap) -> None:
    sector = service_map.load(TEN).go_to("early-years").sector("early-years")
    moved = sector.entry("Group 08")
    moved.move_up()
    expect(sector.names).to_have_text([*NAMES[:6], "Group 08", "Group 07", *NAMES[8:10]])
    expect(tool(moved, "entries.up")).to_be_focused()
    expect(tool(moved, "entries.up")).to_be_in_viewport()
    expect(service_map.announced).to_have_text(words("entries.moved", name="Group 08", position=7, of=10))

    removed = sector.entry("Group 03")
    tool(removed, "entries.remove").scroll_into_view_if_needed()
    before = top_of(removed.root)
    removed.remove()
    assert abs(top_of(removed.root) - before) < 2
    expect(tool(removed, "entries.undo")).to_be_focused()
    removed.undo()
    expect(tool(removed, "entries.edit")).to_be_focused()
    expect(sector.names.nth(2)).to_have_text("Group 03")
    removed.remove()
    service_map.go_to_hub()
    expect_count(service_map, "early-years", 9)


def test_a_service_that_changes_sector_is_found_in_the_other(service_map: ServiceMap) -> None:
    service_map.load(TEN).go_to("all-services")
    entry = service_map.services.entry("Group 05")
    entry.change()
    entry.question("sector").choose("Maternity")
    entry.close()
    service_map.go_to("maternity")
    expect(service_map.sector("maternity").names).to_have_text(["Group 05"])
    service_map.go_to("early-years")
    expect(service_map.sector("early-years").rows).to_have_count(9)


def test_what_a_fold_holds_is_there_before_it_is_wanted(service_map: ServiceMap) -> None:
    folded = service("Little Steps", "early-years", notes="Ask about the crèche", weeks_to_contact="soon")
    entry = (
        service_map.load(map_draft({}, [folded]))
        .go_to("early-years")
        .sector("early-years")
        .entry("Little Steps")
    )
    # Opened at once, faster than anybody could.
    entry.change()
    entry.form.get_by_text("Optional: where this comes from").click()
    entry.question("notes").expect_text("Ask about the crèche")
    # Left closed, it is soon in the page for the browser's own search.
    expect(entry.question("link").root).to_be_attached()

    # What cannot be used is found in it, however soon somebody goes on.
    entry.close()
    entry.change()
    service_map.go_on()
    service_map.error_summary.get_by_role("link", name="Usual wait to first contact").click()
    expect(entry.question("weeks-to-contact").box).to_be_focused()
    expect(entry.question("weeks-to-contact").box).to_be_visible()


def test_a_choice_among_services_says_where_they_are_listed_while_there_are_none(
    service_map: ServiceMap,
) -> None:
    step = service_map.open("pathways").pathways.add()
    nothing = step.question("from").root.get_by_text(words("question.no_options", title="Services"))
    expect(nothing).to_be_visible()

    service_map.go_to("all-services")
    service_map.services.add(name="Bump club")
    service_map.go_to("pathways")
    service_map.pathways.rows.first.get_by_role("button", name=words("entries.edit")).click()
    expect(service_map.pathways.open_one.question("from").option("Bump club")).to_be_visible()
    expect(nothing).to_be_hidden()
