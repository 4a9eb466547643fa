"""Hostile words in an author's file are words on the page, wherever they stand."""

import json

import pytest

from site_tests.support.markup import read_page
from site_tests.support.small_site import build_site, write_site

HOSTILE = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> "
    "{{ 7*7 }} {% raw %} ${x} </title> \u202e 😀 *a* `b`"
)
SHORT = "<img src=x>"


def hostile_questionnaire() -> str:
    words, short = (json.dumps(text, ensure_ascii=False) for text in (HOSTILE, SHORT))
    return f"""
id: hostile
title: {words}
revision: 1
summary: {words}
step: item
labels: {{section: {short}, sections: {short}, item: {short}, items: {short}}}
start: {words}
closing: {words}
sections:
  - id: part
    code: {short}
    title: {words}
    intro: {words}
    items:
      - {{id: a, type: choice, title: {words}, hint: {words}, lead: {words}, guidance: {words},
          options: [{{id: x, label: {words}, hint: {words}}}]}}
      - {{id: b, type: text, title: {words}, hint: {words}}}
      - {{id: c, type: number, title: {words}, unit: {short}}}
      - {{id: d, type: entries, title: {words}, singular: {short}, entry_title: e,
          items: [{{id: e, type: long-text, title: {words}}}]}}
      - {{id: f, type: group, title: {words}, items: [
          {{id: g, type: choices, title: {words}, fold: {words}, options: [{{id: x, label: {words}}}],
            warn: [{{when: {{item: g, is: x}}, text: {words}}}]}}]}}
report:
  - {{part: answers, title: {words}, intro: {words}, sections: [part]}}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = write_site(tmp_path_factory.mktemp("source"), {"hostile": hostile_questionnaire()})
    return build_site(folder, tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("page", ["hostile/index.html", "hostile/booklet/index.html"])
def test_no_markup_comes_of_words(site, page):
    document = read_page(site / page)

    assert document.all("img") == []
    assert not any("alert" in script.text for script in document.all("script") if "src" in script.attributes)
    assert document.all(onerror=None) == []
    assert "<script>alert" not in (site / page).read_text()


def test_the_words_are_all_there(site):
    document = read_page(site / "hostile/index.html")
    words = " ".join(HOSTILE.split())

    headings = [heading.text for heading in document.all("h1")]
    labels = [label.text for label in document.all("label")]

    assert any(words in heading for heading in headings)
    assert any(words in label for label in labels)


def test_the_title_is_text(site):
    assert read_page(site / "hostile/index.html").one("title").text.startswith("<script>alert(1)</script>")
