"""The server that stands in for GitHub Pages answers as Pages does."""

import gzip
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from site_tests.support.server import Answer, Line, StaticSite


@pytest.fixture
def site(tmp_path: Path) -> Iterator[StaticSite]:
    (tmp_path / "tools").mkdir()
    (tmp_path / "index.html").write_text("<h1>Home</h1>")
    (tmp_path / "404.html").write_text("<h1>Not here</h1>")
    (tmp_path / "tools/index.html").write_text("<h1>Tools</h1>")
    (tmp_path / "runtime.mjs").write_text("export {}")
    (tmp_path / "runtime.wasm").write_bytes(b"\0asm")
    with StaticSite(tmp_path, "/base/") as site:
        yield site


def get(address: str, **headers: str) -> HTTPResponse:
    request = urllib.request.Request(address, headers=headers)
    try:
        response: HTTPResponse = urllib.request.urlopen(request, timeout=10)
    except urllib.error.HTTPError as error:
        return error  # type: ignore[return-value]  # it is an answer too
    return response


def test_pages_are_served_below_the_base_path_with_ten_minutes_of_caching(site: StaticSite) -> None:
    with get(site.url) as response:
        assert response.read() == b"<h1>Home</h1>"
        assert response.headers["Cache-Control"] == "max-age=600"
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    with get(site.origin + "/elsewhere/") as response:
        assert response.status == 404


def test_a_folder_without_its_slash_is_sent_on(site: StaticSite) -> None:
    with get(site.url + "tools") as response:
        assert response.url == site.url + "tools/"
        assert response.read() == b"<h1>Tools</h1>"


def test_what_is_missing_or_outside_the_site_gives_the_404_page(site: StaticSite) -> None:
    for path in ("missing/", "../pyproject.toml", "%2e%2e/secret"):
        with get(site.url + path) as response:
            assert response.status == 404


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("runtime.mjs", "text/javascript; charset=utf-8"), ("runtime.wasm", "application/wasm")],
)
def test_the_runtime_has_the_types_that_browsers_insist_on(
    site: StaticSite, name: str, content_type: str
) -> None:
    with get(site.url + name) as response:
        assert response.headers["Content-Type"] == content_type


def test_text_is_compressed_for_those_who_can_read_it(site: StaticSite) -> None:
    with get(site.url, **{"Accept-Encoding": "gzip"}) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(response.read()) == b"<h1>Home</h1>"


def test_what_the_browser_already_has_is_not_sent_again(site: StaticSite) -> None:
    with get(site.url) as response:
        etag = response.headers["ETag"]
    with get(site.url, **{"If-None-Match": etag}) as response:
        assert response.status == 304


def test_requests_are_counted_and_answers_can_be_replaced(site: StaticSite) -> None:
    with site.answering("runtime.wasm", Answer(status=503)), get(site.url + "runtime.wasm") as response:
        assert response.status == 503
    with get(site.url + "runtime.wasm") as response:
        assert response.status == 200

    assert site.count("runtime.wasm") == 2
    assert site.count("runtime.wasm", status=503) == 1


def test_a_slow_line_is_shared_by_what_is_sent_on_it() -> None:
    waited: list[float] = []
    line = Line(bits_per_second=8 * Line.PIECE, latency=5)
    bodies = [line.pieces(bytes(2 * Line.PIECE), waited.append) for _ in range(2)]

    sent = [next(body) for body in bodies] + [next(body) for body in bodies]

    assert [len(piece) for piece in sent] == [Line.PIECE] * 4
    assert waited.count(5) == 2
    # A second for a piece, counted from when the one before it is through.
    assert [round(seconds) for seconds in waited if seconds != 5] == [1, 2, 3, 4]
