"""A later release of the built site, as another commit makes it: other pages, scripts in another folder."""

import shutil
from pathlib import Path

from questionnaire_site.release import write_release
from site_tests.support.places import BUILT_SITE


def later_release(folder: Path, changes: dict[str, tuple[str, str]]) -> Path:
    """Make a release in which texts of some pages are others: `{"glossary/": ("Glossary", "Words")}`."""
    shutil.copytree(BUILT_SITE, folder)
    [app] = (folder / "assets/app").iterdir()
    app.rename(app.with_name("laterrelease"))
    for page in folder.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(app.name, "laterrelease"), "utf-8")
    manifest = folder / "app.webmanifest"
    manifest.write_text(manifest.read_text("utf-8").replace(app.name, "laterrelease"), "utf-8")
    for path, (before, after) in changes.items():
        page = folder / path / "index.html"
        text = page.read_text("utf-8")
        assert before in text
        page.write_text(text.replace(before, after), "utf-8")
    # Before the worker's code stands what it keeps.
    _, worker = (folder / "sw.js").read_bytes().split(b";\n", maxsplit=1)
    write_release(folder, worker)
    return folder
