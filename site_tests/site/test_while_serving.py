"""`make serve` as an author meets it: what they change, break and mend while it runs."""

import shutil
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from site_tests.support.places import ROOT
from site_tests.support.small_site import BASE, write_site

WORKSHOP = (ROOT / "site_tests/fixtures/questionnaires/bike-workshop/questionnaire.yml").read_text()
SECONDS = 60


class Author:
    """Somebody with a page open, who hears of each new build as the page does."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self.built = "0"

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def page(self, path: str) -> str:
        request = Request(f"{self.address}{BASE}{path}", headers={"Accept": "text/html"})
        try:
            with urlopen(request, timeout=SECONDS) as answer:
                return str(answer.read().decode())
        except HTTPError as refused:
            return str(refused.read().decode())

    def status(self, path: str) -> int:
        server = HTTPConnection(self.address.removeprefix("http://"), timeout=SECONDS)
        with closing(server):
            server.request("GET", path)
            return server.getresponse().status

    def sees(self, path: str, is_so: Callable[[str], bool]) -> str:
        """Look at a page after each build, until it is so."""
        while not is_so(page := self.page(path)):
            with urlopen(f"{self.address}/livereload/{self.built}/1", timeout=SECONDS) as answer:
                self.built = answer.read().decode()
        return page


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    folder = write_site(tmp_path / "site", {"bike-workshop": WORKSHOP}, {"one.md": "# One\n"})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    server = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        assert server.stderr is not None
        said = iter(server.stderr.readline, b"")
        assert any(b"Serving on" in line for line in said)
        # A server that nobody listens to stops once it has said too much.
        Thread(target=deque, args=(said, 0), daemon=True).start()
        yield Author(folder, f"http://{address}")
    finally:
        server.terminate()
        server.communicate()


def test_a_mistake_is_told_in_the_page_which_comes_back_once_it_is_mended(author: Author) -> None:
    questionnaire = "questionnaires/bike-workshop/questionnaire.yml"

    author.write(questionnaire, WORKSHOP.replace("title: Tools", "titel: Tools"))
    page = author.sees("bike-workshop/", lambda page: "cannot be built" in page)
    assert "questionnaire.yml:100:9: error: a group item has no key titel" in page
    assert 'http-equiv="refresh"' in page
    # Whoever opens another page meanwhile is told too, instead of waiting.
    assert author.page("one/") == page

    author.write(questionnaire, WORKSHOP.replace("title: Tools", "title: All the tools"))
    assert "cannot be built" not in author.sees("bike-workshop/", lambda page: "All the tools" in page)
    assert "cannot be built" not in author.page("one/")


def test_what_browsers_ask_for_while_it_builds_does_not_stop_the_build(author: Author) -> None:
    questionnaire = "questionnaires/bike-workshop/questionnaire.yml"
    author.write(questionnaire, WORKSHOP.replace("title: Tools", "titel: Tools"))
    author.sees("bike-workshop/", lambda page: "cannot be built" in page)

    author.write(questionnaire, WORKSHOP.replace("title: Tools", "title: All the tools"))
    end = time.monotonic() + SECONDS
    while "All the tools" not in author.page("bike-workshop/"):
        assert time.monotonic() < end, author.page("bike-workshop/")
        assert author.status("/") == 302


def test_what_is_put_beside_and_taken_away_comes_and_goes(author: Author) -> None:
    author.write("questionnaires/second/questionnaire.yml", WORKSHOP.replace("bike-workshop", "second"))
    author.sees("second/", lambda page: 'data-questionnaire="second"' in page)

    shutil.rmtree(author.folder / "questionnaires/second")
    author.sees("second/", lambda page: "data-questionnaire" not in page)

    author.write("content/one.md", "# One\n\nIn other words.\n")
    author.sees("one/", lambda page: "In other words" in page)
    author.write("content/one.md", "# One\n\n[Two](two.md)\n")
    assert "'two.md'" in author.sees("one/", lambda page: "cannot be built" in page)
    author.write("content/one.md", "# One\n\nIn two words.\n")
    author.sees("one/", lambda page: "In two words" in page)
