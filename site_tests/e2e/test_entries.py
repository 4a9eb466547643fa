"""Lists that grow: add, change, remove, undo, move."""

import pytest
from playwright.sync_api import expect

from site_tests.e2e.drafts import draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")


THREE = draft_file({}, {"disciplines": [{"discipline": name} for name in ("Midwifery", "Psychology", "Art")]})


def test_an_entry_is_added_and_changed_one_open_at_a_time(audit: Questionnaire) -> None:
    audit.open("details")
    disciplines = audit.entries("disciplines")
    expect(disciplines.root).to_contain_text(words("question.no_entries"))

    first = disciplines.add(discipline="Midwifery", wte="1")
    second = disciplines.add(discipline="Social work", wte="0.5")
    expect(first.form).to_have_count(0)
    expect(first.line).to_contain_text("1 WTE")
    expect(second.form).to_be_visible()
    second.close()
    expect(second.line.get_by_role("button", name=words("entries.edit"))).to_be_focused()

    first.change()
    expect(first.question("discipline").box).to_be_focused()
    first.question("discipline").write("Midwifery and nursing")
    # Its line follows when the typing pauses, with its form open.
    expect(disciplines.names).to_have_text(["Midwifery and nursing", "Social work"])
    first.close()
    audit.reload()
    expect(disciplines.names).to_have_text(["Midwifery and nursing", "Social work"])


def test_the_line_of_an_entry_that_is_left_while_it_is_typed_into_is_right(audit: Questionnaire) -> None:
    disciplines = audit.load(THREE).go_to("details").entries("disciplines")
    art = disciplines.entry("Art")
    art.change()
    art.question("discipline").write("Art therapy")
    audit.go_to_hub()
    audit.go_to("details")
    expect(disciplines.names).to_have_text(["Midwifery", "Psychology", "Art therapy"])


def test_an_entry_without_a_name_has_a_number(audit: Questionnaire) -> None:
    disciplines = audit.open("details").entries("disciplines")
    disciplines.add()
    name = words("entries.unnamed", singular="Discipline", number=1)
    expect(disciplines.names).to_have_text([name])


def test_what_is_removed_can_be_brought_back_where_it_stood(audit: Questionnaire) -> None:
    disciplines = audit.load(THREE).go_to("details").entries("disciplines")
    psychology = disciplines.entry("Psychology")

    psychology.remove()
    expect(disciplines.names).to_have_text(["Midwifery", words("entries.removed", name="Psychology"), "Art"])
    expect(psychology.line.get_by_role("button", name=words("entries.undo"))).to_be_focused()
    psychology.undo()
    expect(disciplines.names).to_have_text(["Midwifery", "Psychology", "Art"])

    psychology.remove()
    audit.reload()
    expect(disciplines.names).to_have_text(["Midwifery", "Art"])
    expect(audit.question("multidisciplinary-team/disciplines-listed").computed).to_have_text("2")


def test_entries_are_moved_by_buttons_and_the_focus_goes_along(audit: Questionnaire) -> None:
    disciplines = audit.load(THREE).go_to("details").entries("disciplines")
    art = disciplines.entry("Art")

    art.move_up()
    expect(disciplines.names).to_have_text(["Midwifery", "Art", "Psychology"])
    expect(art.line.get_by_role("button", name=words("entries.up"))).to_be_focused()
    art.move_up()
    expect(audit.announced).to_have_text(words("entries.moved", name="Art", position=1, of=3))
    disciplines.entry("Midwifery").move_down()
    expect(disciplines.names).to_have_text(["Art", "Psychology", "Midwifery"])
    audit.reload()
    expect(disciplines.names).to_have_text(["Art", "Psychology", "Midwifery"])


def test_a_check_answers_link_opens_the_entry_it_is_about(audit: Questionnaire) -> None:
    audit.load(THREE).go_to("check")
    row = audit.check_row("Discipline").filter(has_text="Psychology")
    row.get_by_role("link").click()
    audit.expect_view("details")
    psychology = audit.entries("disciplines").entry("Psychology")
    expect(psychology.question("discipline").box).to_be_focused()
