"""The screens on which every view is tried, and that nothing reaches past their edge or breaks a word."""

from typing import Any

import pytest
from playwright.sync_api import Page

from site_tests.support.browsing import DESKTOP

SCREENS: dict[str, dict[str, Any]] = {
    "wide": DESKTOP,
    "320 pixels": {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 2},
    # 1280 by 1024, of which 400% zoom leaves 320 by 256.
    "400% zoom": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
}

# The narrowest asks most of a page and is tried every time, the others with the long tests.
on_each_screen = pytest.mark.parametrize(
    "screen", ["320 pixels", *(pytest.param(name, marks=pytest.mark.long) for name in ("wide", "400% zoom"))]
)


# What reaches past the right edge, apart from what scrolls in a box of its own.
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter((node) => node.checkVisibility())
  .filter((node) => !node.closest('.app-scroll, .govuk-visually-hidden, svg'))
  .filter((node) => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((node) => node.outerHTML.slice(0, 120))"""


def expect_nothing_sideways(page: Page) -> None:
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# The words that stand on more than one line.
BROKEN_WORDS = """selector => [...document.querySelectorAll(selector)].flatMap((node) => {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode()) {
    for (const { index, 0: word } of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  }
  return broken;
})"""


def expect_whole_words(page: Page, selector: str) -> None:
    assert page.evaluate(BROKEN_WORDS, selector) == []
