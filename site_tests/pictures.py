"""The pictures in the README and the guides: taken from the built site, so that they show what stands.

`make pictures` writes them to content/images/; and the site's picture as an app beside its drawing, in the
sizes of those systems that take no drawing.
"""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from site_tests.support.browsing import PERSON, launch
from site_tests.support.places import BUILT_SITE, ROOT, base_path
from site_tests.support.server import StaticSite

IMAGES = ROOT / "content" / "images"
APP_ICON = ROOT / "theme/assets/images/app-icon.svg"
APP_ICON_SIZES = (192, 512)
# How long Python may take to arrive on a busy machine, in milliseconds.
PATIENCE = 120_000


@dataclass(frozen=True)
class Picture:
    """One part of the results of a worked example."""

    name: str
    address: str
    part: str


PICTURES = (
    Picture("results", "self-audit/?example", "[data-part=glance]"),
    Picture("service-map", "service-map/?example", "[data-part=grid]"),
    Picture("pathways", "service-map/?example", "[data-part=pathways]"),
)


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with StaticSite(BUILT_SITE, base_path()) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        for picture in PICTURES:
            print(_take(browser, site.url, picture))
        for size in APP_ICON_SIZES:
            print(_draw_icon(browser, size))
        browser.close()


def _take(browser: Browser, site_url: str, picture: Picture) -> Path:
    context = browser.new_context(base_url=site_url, viewport={"width": 1100, "height": 900}, **PERSON)
    page = context.new_page()
    page.goto(picture.address)
    # Findings come from Python: once they stand, nothing moves any more.
    expect(page.locator(".app-finding").first).to_be_visible(timeout=PATIENCE)
    path = IMAGES / f"{picture.name}.png"
    page.locator(picture.part).first.screenshot(path=path, animations="disabled")
    context.close()
    return path.relative_to(ROOT)


def _draw_icon(browser: Browser, size: int) -> Path:
    context = browser.new_context(viewport={"width": size, "height": size})
    page = context.new_page()
    page.set_content(
        f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{APP_ICON.read_text('utf-8')}"
    )
    path = APP_ICON.with_name(f"app-icon-{size}.png")
    page.screenshot(path=path)
    context.close()
    return path.relative_to(ROOT)


if __name__ == "__main__":
    main()
