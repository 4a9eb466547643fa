"""Markdown in a questionnaire: formatting works, markup does not."""

import pytest

from questionnaire_site.markdown_text import render, scrollable_tables


def test_markdown_becomes_html():
    assert render("A **bold** word") == "<p>A <strong>bold</strong> word</p>"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "<div>\n\n<iframe src='https://example.com'></iframe>\n\n</div>",
        "<!-- a comment -->",
    ],
)
def test_html_is_shown_as_text(hostile):
    html = render(hostile)

    assert "&lt;" in html
    assert not any(tag in html for tag in ("<script", "<img", "<div", "<iframe", "<!--"))


@pytest.mark.parametrize("scheme", ["javascript", "JavaScript", "data", "vbscript"])
def test_a_link_that_would_run_something_leads_nowhere(scheme):
    assert "href" not in render(f"[read]({scheme}:alert)")


def test_links_and_pictures_are_resolved():
    html = render("[word](glossary.md#w) ![plan](plan.svg)", lambda target: f"../{target}")

    assert 'href="../glossary.md#w"' in html
    assert 'src="../plan.svg"' in html


def test_a_table_scrolls_in_a_box_that_the_keyboard_reaches():
    html = scrollable_tables("<p>a</p><table><tr></tr></table>", 'Ta"ble')

    assert html == (
        '<p>a</p><div class="app-scroll" role="group" tabindex="0" aria-label="Ta&#34;ble">'
        "<table><tr></tr></table></div>"
    )


def test_its_box_is_named_by_the_heading_above_it():
    html = scrollable_tables('<h1 id="keys">Keys</h1><h2 id="items">Items</h2><table></table>', "Table")

    assert 'tabindex="0" aria-labelledby="items"><table>' in html
