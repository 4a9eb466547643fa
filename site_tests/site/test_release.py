"""The list of what is shipped: complete, the same for the same files, and good to check a server by."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from questionnaire_site.__main__ import main
from questionnaire_site.release import shipped_files, write_release
from site_tests.support.places import ROOT
from site_tests.support.server import Answer, StaticSite

FILES = {"index.html": "home", "404.html": "gone", "sitemap.xml": "map", "a/index.html": "a", "a/é.js": "b"}
WORKER = b"keep();"


def write(folder: Path, files: dict[str, str] = FILES) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = write(tmp_path / "site")
    write_release(folder, WORKER)
    return folder


def listed(site: Path) -> dict[str, dict[str, object]]:
    return dict(json.loads((site / "release.json").read_text(encoding="utf-8"))["files"])


def told_to_keep(site: Path) -> dict[str, object]:
    told, worker = (site / "sw.js").read_text(encoding="utf-8").split(";\n", maxsplit=1)
    assert worker.encode() == WORKER
    return dict(json.loads(told.removeprefix("self.release=")))


def test_every_file_is_listed_with_its_size_and_hash(site: Path) -> None:
    assert list(listed(site)) == sorted([*FILES, "sw.js"])
    for name, file in listed(site).items():
        content = (site / name).read_bytes()
        assert file == {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def test_browsers_keep_all_that_a_person_can_ask_for(site: Path) -> None:
    kept = told_to_keep(site)["files"]

    assert kept == {name: listed(site)[name] for name in ("a/index.html", "a/é.js", "index.html")}


def test_a_release_has_another_name_when_a_file_or_the_worker_is_another(tmp_path: Path, site: Path) -> None:
    name = told_to_keep(site)["release"]

    assert write_release(write(tmp_path / "same"), WORKER).id == name
    assert write_release(write(tmp_path / "other", FILES | {"a/é.js": "c"}), WORKER).id != name
    assert write_release(write(tmp_path / "moved", FILES | {"new.js": "b"}), WORKER).id != name
    assert write_release(write(tmp_path / "worker"), b"forget();").id != name


def test_what_holds_the_day_it_was_made_is_left_out(tmp_path: Path) -> None:
    site = write(tmp_path / "site", FILES | {"sitemap.xml.gz": "today"})

    write_release(site, WORKER)

    assert not (site / "sitemap.xml.gz").exists()


# Another order of sets, another day, and nothing that was kept from before.
BUILD = """
import sys
from pathlib import Path
import questionnaire_site.made as made
made.CACHE = Path(sys.argv[2])
from mkdocs.__main__ import cli
cli(["build", "--strict", "--quiet", "--site-dir", sys.argv[1]])
"""


@pytest.mark.long
def test_two_builds_of_this_project_are_the_same_to_the_byte(tmp_path: Path) -> None:
    for name, seed, day in (("one", "1", "0"), ("two", "2", "1700000000")):
        command = [sys.executable, "-c", BUILD, str(tmp_path / name), str(tmp_path / f"{name} cache")]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": day}
        subprocess.run(command, cwd=ROOT, env=environment, check=True)

    assert shipped_files(tmp_path / "one") == shipped_files(tmp_path / "two")
    assert listed(tmp_path / "one") == listed(tmp_path / "two")


def verify(where: str, site: Path) -> int:
    return main(["verify", where, "--release", str(site / "release.json")])


def test_a_server_is_found_out_file_by_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with StaticSite(site, "/some/where/") as server:
        assert verify(server.url, site) == 0
        assert capsys.readouterr().out.endswith("6 files, 0 differences.\n")

        with (
            server.answering("sw.js", Answer(status=404)),
            server.answering("a/index.html", Answer(body=b"A")),
        ):
            assert verify(server.url, site) == 1
    out = capsys.readouterr().out
    assert "a/index.html: is not what was built\n" in out
    assert "sw.js: cannot be had (" in out
    assert "2 differences" in out


def test_a_copy_in_a_folder_is_found_out_too(
    tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = write(tmp_path / "copy", FILES | {"index.html": "Home", "extra.js": ""})

    assert verify(str(copy), site) == 1

    assert capsys.readouterr().out.splitlines()[:-1] == [
        "extra.js: was not built",
        "index.html: is not what was built",
        "sw.js: is missing",
    ]


def test_without_a_build_to_go_by_nothing_is_said_to_be_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(str(tmp_path), tmp_path) == 1
    assert "make site" in capsys.readouterr().err

    (tmp_path / "release.json").write_text("[]")
    assert verify(str(tmp_path), tmp_path) == 1
    assert "is not the release.json of a build" in capsys.readouterr().err
