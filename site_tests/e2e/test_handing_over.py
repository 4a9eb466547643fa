"""A file finds its way to a colleague: the words of an email, the clipboard, the device's own sharing."""

import json
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from site_tests.e2e.conftest import OpenContext
from site_tests.e2e.drafts import PASSED_ON
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.pages.share import share_of
from site_tests.e2e.words import words

pytestmark = pytest.mark.usefixtures("no_python")


def test_the_words_of_an_email(audit: Questionnaire) -> None:
    share = share_of(audit.load(PASSED_ON))
    letter = share.letter.input_value()
    for part in ("Self-audit for parent-infant teams", audit.page.url.split("?")[0], words("start.open")):
        assert part in letter
    for secret in ("Example team", "Okafor", "Log of"):
        assert secret not in letter
    address = share.email.get_attribute("href") or ""
    query = parse_qs(urlsplit(address).query)
    assert address.startswith("mailto:?subject=")
    assert query["body"] == [letter.replace("\n", "\r\n")]
    # More is cut off by some email programs.
    assert len(address) < 1_024
    assert "+" not in unquote(address).split("body=")[0]


NO_CLIPBOARD = "void (navigator.clipboard.writeText = () => Promise.reject(new DOMException('not here')))"


def test_the_words_are_copied_or_marked_to_be_copied(open_context: OpenContext) -> None:
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    audit = Questionnaire(context.new_page())
    share = share_of(audit.load(PASSED_ON))
    share.copy_button.click()
    expect(share.said).to_have_text(words("share.copied"))
    assert audit.page.evaluate("navigator.clipboard.readText()") == share.letter.input_value()

    audit.page.evaluate(NO_CLIPBOARD)
    share.copy_button.click()
    expect(share.said).to_have_text(words("share.copy_yourself"))
    expect(share.letter).to_be_focused()
    assert audit.page.evaluate("getSelection().toString()") == share.letter.input_value()


SHARES = """
navigator.canShare = ({ files }) => files?.length === 1 && files[0].type === 'text/plain';
navigator.share = async ({ files: [file], title, text }) => {
  if (window.refuseToShare) throw new DOMException('no', window.refuseToShare);
  window.shared = { name: file.name, type: file.type, title, text, content: await file.text() };
};
"""


def test_the_devices_own_sharing_gets_the_file(open_context: OpenContext) -> None:
    context = open_context()
    context.add_init_script(SHARES)
    audit = Questionnaire(context.new_page())
    share = share_of(audit.load(PASSED_ON))
    share.share_button.click()
    expect(share.said).to_have_text(words("share.shared"))
    shared = audit.page.evaluate("window.shared")
    assert shared["name"].endswith(".txt")
    assert json.loads(shared["content"])["draft_id"] == PASSED_ON["draft_id"]
    assert shared["text"] == share.letter.input_value()

    audit.page.evaluate("window.refuseToShare = 'NotAllowedError'")
    share.share_button.click()
    expect(share.said).to_have_text(words("share.not_shared"))

    audit.open("open")
    audit.open_draft.choose(
        {"name": "draft.txt", "mimeType": "text/plain", "buffer": shared["content"].encode()}
    )
    expect(audit.open_draft.preview).to_contain_text("Example team")


@pytest.mark.parametrize(
    "browser_says", ["delete Navigator.prototype.canShare", "navigator.canShare = () => false"]
)
def test_a_device_that_shares_no_files_offers_nothing_of_the_kind(
    open_context: OpenContext, browser_says: str
) -> None:
    context = open_context()
    context.add_init_script(browser_says)
    share = share_of(Questionnaire(context.new_page()).load(PASSED_ON))
    expect(share.share_button).to_have_count(0)
    expect(share.download_button).to_be_visible()
