"""A draft is passed on: whole or a part, open or locked, and looked at before it goes."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_tests.e2e import hostile
from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import PASSED_ON, WRITTEN, all_in_place, draft_file
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.service_map import ServiceMap, map_draft, service
from site_tests.e2e.pages.share import Share, Unlock, share_of
from site_tests.e2e.screens import SCREENS, expect_nothing_sideways, on_each_screen
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible

pytestmark = pytest.mark.usefixtures("no_python")

TITLE = "Self-audit for parent-infant teams"
TEAM = "A Team composition and clinical governance"
FUNDING = "E Outcomes and sustainability"


def test_the_whole_draft_opens_elsewhere_with_every_answer(
    audit: Questionnaire, open_context: OpenContext
) -> None:
    file = share_of(audit.load(PASSED_ON)).download()
    assert file.draft["parts"] is None
    assert file.answers == all_in_place(WRITTEN) | {"actions/e1/what": "Ask", "actions/e1/owner": "Lead"}
    other = Questionnaire(open_context().new_page()).open("open")
    other.open_draft.choose(file.path)
    other.open_draft.accept()
    other.go_to("dyadic-work").question("dyadic-work/notes").expect_text("Log of sessions")


def test_a_whole_open_file_counts_as_a_copy_and_a_locked_one_or_a_part_does_not(audit: Questionnaire) -> None:
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    share = share_of(audit)
    share.lock("correct horse battery staple")
    share.download()
    audit.open("hub")
    expect(audit.reminder).to_contain_text(words("save.never_downloaded"))
    share_of(audit).download()
    audit.open("hub")
    expect(audit.reminder).to_be_empty()


def test_a_colleague_fills_in_a_part_and_sends_it_back(
    audit: Questionnaire, open_context: OpenContext
) -> None:
    audit.load(draft_file(all_in_place({"clinical-supervision/rating": None, "funding/notes": "Ours"})))
    share = share_of(audit)
    share.choose_part(TEAM)
    assert TEAM in share.letter.input_value()
    assert words("parts.send_back") in share.letter.input_value()
    part = share.download()
    assert part.name.endswith("-part.json")
    assert "clinical-supervision/notes" not in part.answers
    assert part.answers["multidisciplinary-team/rating"] == "in-place"
    assert not any(path.startswith(("funding/", "dyadic-work/", "team")) for path in part.answers)

    colleague = Questionnaire(open_context().new_page()).open("open")
    colleague.open_draft.choose(part.path)
    colleague.open_draft.accept()
    colleague.expect_view("hub")
    asked = colleague.view.locator("[data-asked]")
    expect(asked).to_contain_text(words("parts.title", parts=TEAM))
    expect(colleague.hub_status("clinical-supervision")).to_be_visible()
    expect(colleague.hub_status("funding")).to_be_hidden()
    colleague.go_to("clinical-supervision").question("clinical-supervision/rating").choose("Planned")
    for step in ("multidisciplinary-team", "clinical-leadership", "workforce-competence", "check"):
        colleague.go_on()
        colleague.expect_view(step)
    colleague.view.get_by_role("button", name=words("parts.send_back")).click()
    back = Share(colleague.page)
    expect(back.section(TEAM)).to_be_checked()
    assert words("letter.return", title=TITLE, parts=TEAM) in back.letter.input_value()
    back.name.fill("Deputy lead")
    returned = back.download()

    assert returned.draft["parts"] == part.draft["parts"]
    assert returned.draft["draft_id"] == part.draft["draft_id"]
    changed = {path for path, value in returned.answers.items() if part.answers.get(path) != value}
    assert changed == {"clinical-supervision/rating"}
    editor, count = returned.draft["answers"]["clinical-supervision/rating"]["stamp"]
    assert returned.draft["editors"][editor] == "Deputy lead"
    assert returned.draft["seen"] == {editor: count}


def test_a_colleague_may_look_at_all_sections_and_go_back_to_the_part(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    share.choose_part(TEAM)
    part = share.download()
    audit.open("open")
    audit.open_draft.choose(part.path)
    audit.open_draft.accept()
    toggle = audit.view.locator("[data-asked-toggle]")
    toggle.click()
    expect(toggle).to_be_focused()
    expect(audit.hub_status("funding")).to_be_visible()
    audit.go_to("funding")
    audit.go_to_hub()
    toggle.click()
    expect(audit.hub_status("funding")).to_be_hidden()
    audit.page.goto("self-audit/?step=funding")
    audit.when_ready().expect_view("hub")


def test_a_part_of_a_map_is_the_services_of_its_sector(service_map: ServiceMap) -> None:
    service_map.load(
        map_draft({}, [service("Clinic", "neonatal"), service("Ward", "maternity")], pathway_steps=[])
    )
    share = share_of(service_map)
    share.choose_part("2 Neonatal")
    file = share.download()
    assert list(file.draft["entries"]["services"]) == ["e1"]
    assert "Ward" not in file.path.read_text(encoding="utf-8")


def test_a_part_needs_a_section(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    share.choose_part()
    share.download_button.click()
    expect(share.view.get_by_role("group", name=words("share.sections"))).to_have_accessible_description(
        f"{words('validation.prefix')} {words('share.no_section')}"
    )
    expect(share.view.get_by_role("checkbox").first).to_be_focused()
    share.section(FUNDING).check()
    expect(share.view.get_by_role("alert")).to_be_hidden()


def test_a_look_lists_what_is_in_peoples_own_words(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    looks_like = share.look.locator(".app-look__sign")
    expect(looks_like).to_have_text(
        [
            words("look.phone", found="07700 900123"),
            words("look.name", found="Dr Okafor"),
            words("look.name", found="Sarah"),
        ]
    )
    expect(share.look).to_contain_text("Notes and evidence; What you did not agree about")
    share.unfold_all()
    for text in ("Example team", "Log of sessions", "Ask", "Lead"):
        expect(share.look.get_by_text(text, exact=True).first).to_be_visible()

    share.look.locator('a[data-go-answer="clinical-supervision/notes"]').first.click()
    audit.expect_view("clinical-supervision")
    audit.question("clinical-supervision/notes").write("The clinical lead leads.")
    audit.page.go_back()
    audit.expect_view("share")
    expect(looks_like).to_have_text([words("look.name", found="Sarah")])


def test_a_look_at_a_part_lists_the_part_alone(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    share.choose_part(FUNDING)
    expect(share.look).to_have_text(
        words("look.nothing") + words("look.misses"), use_inner_text=False, ignore_case=False
    )


def test_what_is_not_shown_any_more_can_be_erased(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    expect(share.look).to_contain_text("Sarah did not think so")
    share.look.get_by_role("button", name=words("look.erase", count=1)).click()
    expect(share.look).not_to_contain_text("Sarah")
    expect(share.erased).to_have_text(words("look.erased", count=1))
    expect(share.erased).to_be_focused()
    assert "Sarah" not in share.download().path.read_text(encoding="utf-8")


def test_a_name_is_asked_once_and_stands_beside_later_answers(audit: Questionnaire) -> None:
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    share = share_of(audit)
    share.name.fill("Clinical lead")
    share.name.press("Tab")
    expect(share.look).to_contain_text(words("look.names", names="Clinical lead"))
    audit.open("hub")
    audit.start_new_draft()
    audit.go_to("funding").question("funding/rating").choose("Embedded")
    share = share_of(audit)
    expect(share.name).to_have_value("Clinical lead")
    assert list(share.download().draft["editors"].values()) == ["Clinical lead"]
    audit.open("hub")
    audit.clear_computer()
    audit.open("share")
    expect(share.name).to_have_value("")


def test_text_is_text_in_the_look_and_in_the_letter(audit: Questionnaire, tmp_path: Path) -> None:
    audit.page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    texts = {
        "team": hostile.MARKUP,
        "area": hostile.RIGHT_TO_LEFT,
        "who-took-part": hostile.LONG,
        "dyadic-work/notes": hostile.UNBROKEN,
        "clinical-supervision/notes": f"Dr {hostile.MARKUP}",
        "no-such-question": hostile.MARKUP,
    }
    draft = draft_file(all_in_place(texts), editors={"example": hostile.MARKUP}, name=hostile.MARKUP)
    share = share_of(audit.load(draft))
    share.unfold_all()
    expect(share.look.locator("img, script, h1")).to_have_count(0)
    expect(share.look).to_contain_text(hostile.MARKUP)
    expect_nothing_sideways(audit.page)
    assert share.download().answers["no-such-question"] == hostile.MARKUP


@on_each_screen
def test_passing_on_by_keyboard(open_context: OpenContext, screen: str) -> None:
    page = open_context(**SCREENS[screen]).new_page()
    audit = Questionnaire(page).load(PASSED_ON)
    keyboard = Keyboard(page)
    keyboard.follow(audit.view.get_by_role("link", name=words("hub.share")))
    expect(audit.heading).to_be_focused()
    share = Share(page)
    expect(share.download_button).to_be_visible()
    expect_nothing_sideways(page)
    keyboard.reach(share.view.get_by_role("radio").first)
    page.keyboard.press("ArrowDown")
    keyboard.tick(share.section(TEAM))
    keyboard.write(share.name, "Lead")
    keyboard.follow(share.view.locator("summary", has_text=words("lock.fold")))
    keyboard.write(share.passphrase, "correct horse battery staple")
    keyboard.write(share.again, "correct horse battery staple")
    expect_nothing_sideways(page)
    with page.expect_download() as download:
        keyboard.follow(share.download_button)
    keyboard.reach(share.email)
    path = download.value.path()

    audit.open("open")
    audit.open_draft.choose(path)
    unlock = Unlock(audit.view)
    keyboard.write(unlock.passphrase, "correct horse battery staple")
    page.keyboard.press("Enter")
    expect(audit.open_draft.preview.get_by_role("heading").first).to_be_focused()
    expect_nothing_sideways(page)
    audit.open_draft.accept()
    keyboard.follow(audit.view.get_by_role("button", name=words("parts.send_back")))
    expect(share.section(TEAM)).to_be_checked()


@on_each_screen
def test_every_state_is_accessible(open_context: OpenContext, screen: str) -> None:
    page = open_context(**SCREENS[screen]).new_page()
    audit = Questionnaire(page)
    share = share_of(audit.load(PASSED_ON))
    assert_accessible(page)
    share.choose_part()
    share.lock("one", "two")
    share.download_button.click()
    assert_accessible(page)
    share.section(TEAM).check()
    share.download_button.click()
    share.unfold_all()
    assert_accessible(page)
    share.again.fill("one")
    file = share.download()
    assert_accessible(page)
    audit.open("open")
    audit.open_draft.choose(file.path)
    unlock = Unlock(audit.view)
    unlock.try_with("wrong")
    expect(unlock.error).to_be_visible()
    assert_accessible(page)
    unlock.try_with("one")
    audit.open_draft.accept()
    audit.expect_view("hub")
    assert_accessible(page)
