"""Pictures of every built page, wide and narrow, for people who change how the site looks.

`make screenshots` writes them to screenshots/.
"""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from site_tests.support.browsing import DESKTOP, PERSON, PHONE, launch
from site_tests.support.places import BUILT_SITE, ROOT, base_path
from site_tests.support.server import StaticSite

PICTURES = ROOT / "screenshots"
DEVICES = {"desktop": DESKTOP, "phone": PHONE}


def main() -> None:
    documents = sorted(BUILT_SITE.rglob("*.html"))
    with StaticSite(BUILT_SITE, base_path()) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        for device in DEVICES:
            _photograph(browser, site, documents, device)
        browser.close()
    print(f"Took {len(documents) * len(DEVICES)} pictures; they are in {PICTURES}")


def _photograph(browser: Browser, site: StaticSite, documents: list[Path], device: str) -> None:
    context = browser.new_context(base_url=site.url, **PERSON, **DEVICES[device])
    page = context.new_page()
    for document in documents:
        path = document.relative_to(BUILT_SITE)
        page.goto(path.as_posix().removesuffix("index.html"))
        page.wait_for_load_state("networkidle")
        name = "-".join(path.with_suffix("").parts).removesuffix("-index")
        page.screenshot(path=PICTURES / device / f"{name}.png", full_page=True)
    context.close()


if __name__ == "__main__":
    main()
