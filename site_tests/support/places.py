"""Where the tests find the project, its built site and the browser."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parents[2]
BUILT_SITE = ROOT / "site"
TEST_RESULTS = ROOT / "test-results"
AXE = ROOT / "node_modules/axe-core/axe.min.js"

_BROWSER_PATH_FILE = ROOT / ".venv/chromium-path"


def base_path() -> str:
    """The path that the built site is published under, with a slash at both ends."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        site_url = yaml_load(file)["site_url"]
    return urlsplit(str(site_url)).path.rstrip("/") + "/"


def built_pages() -> Iterator[str]:
    """The address of every built page, below the base path."""
    for page in sorted(BUILT_SITE.rglob("*.html")):
        yield page.relative_to(BUILT_SITE).as_posix().removesuffix("index.html")


def browser_path() -> str:
    try:
        return _BROWSER_PATH_FILE.read_text().strip()
    except FileNotFoundError:
        raise RuntimeError("No browser is set up for the tests: run `make setup-browser`") from None
