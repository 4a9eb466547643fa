"""A questionnaire that has changed: older drafts are carried over, looked at, and can be had as they were."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_tests.e2e.drafts import as_upload
from site_tests.e2e.pages.keyboard import Keyboard
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.revision import Revision
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible
from site_tests.support.places import ROOT
from site_tests.support.server import Answer, StaticSite
from site_tests.support.small_site import BASE

FOLDER = ROOT / "site_tests/fixtures/questionnaires/bike-workshop"
MAPS = "bike-workshop.revisions.json"


def kept(name: str) -> dict[str, Any]:
    draft: dict[str, Any] = json.loads((FOLDER / "drafts" / f"{name}.json").read_text(encoding="utf-8"))
    return draft


def counts(carried: int, to_look_at: int, kept_aside: int) -> str:
    return words(
        "revision.counts",
        carried=words("revision.carried", count=carried),
        look=words("revision.to_look_at", count=to_look_at),
        aside=words("revision.kept_aside", count=kept_aside),
    )


@pytest.fixture(scope="module")
def served_site(bike_workshop_site: StaticSite) -> StaticSite:
    return bike_workshop_site


@pytest.fixture
def workshop(page: Page, no_python: None) -> Questionnaire:
    return Questionnaire(page, "bike-workshop")


@pytest.fixture
def revision(workshop: Questionnaire) -> Revision:
    return Revision(workshop.page)


def keep_in_browser(page: Page, draft: dict[str, Any]) -> None:
    """As a browser that was last here when the draft's revision was published has it."""
    record = {"id": "e111", "opened": 1, "editor": "e0a1b2c3d4e5", "step": "hub", "downloaded": None}
    stored = json.dumps({**record, "draft": draft})
    page.add_init_script(
        f"if (!sessionStorage.length) {{ localStorage.setItem('{BASE}:draft:bike-workshop:e111', "
        f"{json.dumps(stored)}); sessionStorage.setItem('begun', 'yes'); }}"
    )


def test_an_older_file_is_carried_over_and_the_person_told_what_has_become_of_it(
    workshop: Questionnaire, revision: Revision
) -> None:
    workshop.load(kept("from-revision-1"))

    note = workshop.alert(words("revision.changed"))
    expect(note).to_contain_text(counts(15, 3, 1))
    note.get_by_role("button", name=words("revision.look")).click()
    workshop.expect_view("revision")
    expect(revision.card("How safe is it?")).to_contain_text("Spotless")
    expect(revision.card("How safe is it?")).to_contain_text("Ready is enough.")
    expect(revision.card("What they are worth")).to_contain_text("about 200")
    expect(revision.card("When are you open?")).to_contain_text("Tuesday evenings")
    expect(revision.card("When are you open?")).to_contain_text("The hours a week are asked instead.")
    assert_accessible(workshop.page)

    workshop.go_back()
    workshop.go_to("details")
    expect(workshop.question("place").root.locator("input")).to_have_value("Chain Gang")
    expect(workshop.entries("helpers").names).to_have_text(["Grandpa", "Ada", "Bo"])


def test_an_answer_that_was_looked_at_and_given_anew_is_settled(
    workshop: Questionnaire, revision: Revision
) -> None:
    workshop.load(kept("from-revision-1"))
    workshop.alert(words("revision.changed")).get_by_role("button", name=words("revision.look")).click()
    revision.look_at("How safe is it?")
    workshop.expect_view("safety")
    workshop.question("safety/rating").choose("Ready")
    workshop.go_to_hub()

    expect(workshop.alert(words("revision.changed"))).to_contain_text(counts(15, 2, 1))


def test_a_draft_kept_in_the_browser_is_carried_over_and_the_note_stays_until_it_is_put_away(
    workshop: Questionnaire, revision: Revision
) -> None:
    keep_in_browser(workshop.page, kept("from-revision-2"))
    workshop.open("hub")
    note = workshop.alert(words("revision.changed"))
    expect(note).to_contain_text(counts(12, 0, 1))
    workshop.reload()
    expect(note).to_contain_text(counts(12, 0, 1))
    workshop.go_to("details")
    expect(note).to_have_count(0)
    expect(workshop.entries("helpers").names).to_have_text(["Cy"])

    workshop.go_to_hub()
    note.get_by_role("button", name=words("draft.dismiss")).click()
    expect(note).to_have_count(0)
    workshop.go_to("details").question("stands").write("7")
    workshop.expect_saved()
    workshop.open("hub")
    workshop.view.get_by_role("link", name=words("revision.title")).click()
    expect(revision.card("When are you open?")).to_contain_text("Weekends")
    expect(note).to_have_count(0)


def test_a_person_goes_back_to_the_draft_as_it_was_and_carries_it_over_again(
    workshop: Questionnaire, revision: Revision
) -> None:
    before = kept("from-revision-1")
    workshop.load(before)
    carried = workshop.download_draft().answers
    workshop.alert(words("revision.changed")).get_by_role("button", name=words("revision.look")).click()
    revision.go_back()
    workshop.expect_view("hub")

    as_it_was = workshop.alert(words("revision.as_it_was"))
    expect(as_it_was).to_be_visible()
    downloaded = workshop.download_draft()
    assert downloaded.draft["questionnaire_revision"] == 1
    assert downloaded.draft["answers"] == before["answers"]
    assert downloaded.draft["entries"] == before["entries"]
    workshop.reload()
    expect(as_it_was).to_be_visible()
    assert_accessible(workshop.page)

    as_it_was.get_by_role("button", name=words("revision.carry_over")).click()
    workshop.expect_view("revision")
    workshop.go_back()
    assert workshop.download_draft().answers == carried
    # The one that was carried over first is still among the drafts.
    workshop.view.get_by_role("link", name=words("hub.drafts")).click()
    expect(workshop.drafts.cards).to_have_count(2)


@pytest.mark.allow_page_errors("because the maps cannot be fetched")
def test_without_the_maps_the_draft_stays_as_it_was_until_they_can_be_had(
    workshop: Questionnaire, site: StaticSite
) -> None:
    with site.answering(MAPS, Answer(status=503)):
        workshop.load(kept("from-revision-2"))
        as_it_was = workshop.alert(words("revision.as_it_was"))
        as_it_was.get_by_role("button", name=words("revision.carry_over")).click()
        expect(workshop.alert(words("revision.not_carried"))).to_be_visible()
        # What cannot be carried over is not combined half.
        workshop.open("open")
        preview = workshop.open_draft.preview
        workshop.open_draft.choose(as_upload(kept("from-revision-2")))
        expect(preview).to_contain_text(words("files.not_carried"))
        expect(preview.get_by_role("button", name=words("files.combine"), exact=True)).to_have_count(0)
        # Nor is it compared with others as if it were of today.
        workshop.open("workshop")
        workshop.workshop.by_files(as_upload(kept("from-revision-2")))
        expect(workshop.workshop.refusal).to_contain_text(words("files.not_carried"))
        expect(workshop.workshop.people).to_have_count(0)
    workshop.open("hub")
    workshop.reload()
    expect(workshop.alert(words("revision.changed"))).to_contain_text(counts(12, 0, 1))


def test_nothing_is_fetched_for_a_draft_of_the_present_revision(
    workshop: Questionnaire, site: StaticSite
) -> None:
    workshop.open("details")
    workshop.question("place").write("The Spoke")
    workshop.expect_saved()
    workshop.reload()
    workshop.go_to_hub()

    assert not [request.path for request in site.requests if MAPS in request.path]


def test_all_of_it_can_be_done_by_keyboard_on_a_phone(phone: Page, no_python: None) -> None:
    workshop, revision, keyboard = Questionnaire(phone, "bike-workshop"), Revision(phone), Keyboard(phone)
    workshop.load(kept("undecided-in-revision-1"))
    note = workshop.alert(words("revision.changed"))
    keyboard.follow(note.get_by_role("button", name=words("revision.look")))
    workshop.expect_view("revision")
    expect(revision.view.get_by_role("heading", level=1)).to_be_focused()
    assert_accessible(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    look = revision.card("Will children come?").get_by_role("button", name=words("revision.look_at_question"))
    keyboard.follow(look)
    workshop.expect_view("details")
    workshop.open("revision")
    keyboard.follow(revision.view.get_by_role("button", name=words("revision.go_back")))
    workshop.expect_view("hub")
    expect(workshop.alert(words("revision.as_it_was"))).to_be_visible()
