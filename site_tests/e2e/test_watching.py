"""The tests' own eyes: trouble in a page is seen, and axe looks through the strictest policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_tests.support.accessibility import accessibility_problems
from site_tests.support.server import StaticSite
from site_tests.support.watching import Watch

POLICY = "default-src 'none'; img-src data:; script-src 'self'; connect-src *; worker-src 'self'"
TROUBLE = {
    "console.js": 'console.error("said aloud")',
    "exception.js": 'throw new Error("thrown")',
    "rejection.js": 'Promise.reject(new Error("rejected"))',
    "missing.js": 'fetch("nowhere.json")',
    "policy.js": 'document.body.setAttribute("style", "color: red")',
    "worker.js": 'new Worker("console.js")',
    "foreign.js": 'fetch("http://elsewhere.test/tracker").catch(() => {})',
}


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[StaticSite]:
    for name, script in TROUBLE.items():
        (tmp_path / name).write_text(script)
        (tmp_path / f"{name}.html").write_text(
            "<!doctype html><html lang=en>"
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>{name}</title>'
            f"<main><h1>{name}</h1><img src=data:,></main><script src={name}></script></html>"
        )
    with StaticSite(tmp_path) as site:
        yield site


@pytest.fixture
def seen(browser: Browser, small_site: StaticSite) -> Iterator[tuple[Page, Watch]]:
    watch = Watch(small_site.origin)
    context = browser.new_context(base_url=small_site.url)
    watch.follow(context)
    yield context.new_page(), watch
    context.close()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("console.js", "said aloud"),
        ("exception.js", "thrown"),
        ("rejection.js", "rejected"),
        ("missing.js", "404"),
        ("policy.js", "Content Security Policy"),
        ("worker.js", "said aloud"),
    ],
)
def test_trouble_is_seen(seen: tuple[Page, Watch], script: str, words: str) -> None:
    page, watch = seen
    page.goto(f"{script}.html", wait_until="networkidle")
    assert any(words in error for error in watch.errors), watch.errors
    assert not watch.foreign_requests


def test_a_request_that_leaves_the_site_is_seen(seen: tuple[Page, Watch]) -> None:
    page, watch = seen
    page.goto("foreign.js.html", wait_until="networkidle")
    assert watch.foreign_requests == ["GET http://elsewhere.test/tracker"]


def test_axe_works_under_a_strict_policy_and_says_what_is_wrong(seen: tuple[Page, Watch]) -> None:
    page, watch = seen
    page.goto("foreign.js.html", wait_until="networkidle")
    watch.errors.clear()
    problems = accessibility_problems(page)
    assert len(problems) == 1
    assert "image-alt (critical)" in problems[0]
    assert watch.errors == []
