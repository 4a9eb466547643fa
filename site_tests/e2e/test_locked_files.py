"""A draft is locked with a passphrase: it opens with that alone, and damage is told from a wrong one."""

import json

import pytest
from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import PASSED_ON, as_upload
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.share import Unlock, share_of
from site_tests.e2e.words import words
from site_tests.support.accessibility import assert_accessible

pytestmark = pytest.mark.usefixtures("no_python")


def test_a_locked_file_opens_with_its_passphrase_alone(
    audit: Questionnaire, open_context: OpenContext
) -> None:
    share = share_of(audit.load(PASSED_ON))
    share.lock("Caf\u00e9 horse battery")
    assert words("letter.locked") in share.letter.input_value()
    assert "horse" not in share.letter.input_value()
    file = share.download()
    assert "example" not in file.name
    assert "Okafor" not in file.path.read_text(encoding="utf-8")

    other = Questionnaire(open_context().new_page()).open("open")
    other.open_draft.choose(file.path)
    unlock = Unlock(other.view)
    expect(unlock.form.get_by_role("heading")).to_be_focused()
    unlock.try_with("cafe horse battery")
    expect(unlock.error).to_have_text(words("files.wrong_passphrase"))
    expect(unlock.passphrase).to_be_focused()
    unlock.passphrase.fill("Cafe\u0301 horse battery")
    unlock.passphrase.press("Enter")
    expect(other.open_draft.preview).to_contain_text("Example team")
    other.open_draft.accept()
    other.go_to("dyadic-work").question("dyadic-work/notes").expect_text("Log of sessions")
    # Nothing keeps the passphrase.
    assert "horse" not in other.page.evaluate("JSON.stringify({...localStorage})")


def test_a_passphrase_is_written_twice_or_seen(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    share.lock("correct horse", "correct house")
    expect(share.view).to_contain_text(words("lock.forgotten"))
    share.download_button.click()
    error = share.view.locator(".govuk-form-group--error")
    expect(error).to_contain_text(words("lock.not_the_same"))
    expect(share.again).to_be_focused()
    share.passphrase.fill("short")
    expect(share.view.get_by_text(words("lock.short"))).to_be_visible()
    share.view.get_by_label(words("lock.show")).check()
    expect(share.again).to_be_hidden()
    assert share.download().name.endswith("-locked.json")
    # Whoever comes back to the page later finds no passphrase in it.
    audit.go_back()
    share_of(audit)
    expect(share.passphrase).to_have_value("")


def test_a_damaged_locked_file_asks_for_no_passphrase(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    share.lock("correct horse battery staple")
    locked = share.download().path.read_text(encoding="utf-8")
    data = json.loads(locked)["data"]
    flipped = ("B" if data[90] == "A" else "A").join((data[:90], data[91:]))
    audit.open("open")
    for text in (locked.replace(data, flipped), locked[: len(locked) // 2]):
        audit.open_draft.choose(as_upload(text))
        expect(audit.open_draft.refusal).to_contain_text(words("files.damaged"))
    other = Questionnaire(audit.page, "service-map").open("open")
    other.open_draft.choose(as_upload(locked))
    expect(other.open_draft.refusal).to_contain_text("Self-audit for parent-infant teams")


def test_a_locked_file_compares_with_the_present_draft(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    share.lock("correct horse battery staple")
    file = share.download()
    audit.open("funding")
    audit.question("funding/rating").choose("Planned")
    audit.open("results")
    changes = audit.results.part("changes")
    changes.locator("input[type=file]").set_input_files(file.path)
    unlock = Unlock(changes)
    assert_accessible(audit.page)
    unlock.try_with("wrong")
    expect(unlock.error).to_be_visible()
    unlock.try_with("correct horse battery staple")
    expect(unlock.form).to_have_count(0)
    expect(changes).to_contain_text("Example team")
