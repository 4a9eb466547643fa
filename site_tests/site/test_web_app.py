"""What a browser installs the site with: its pictures are there, in the sizes that are said of them."""

import json
import struct

from questionnaire_site.web_app import web_app_manifest
from site_tests.support.places import ROOT

IMAGES = ROOT / "theme/assets"


def test_every_picture_of_the_app_is_there_in_the_size_that_is_said() -> None:
    manifest = json.loads(web_app_manifest("A site", "What it is for", "en-GB", "images"))
    sizes = set()
    for icon in manifest["icons"]:
        content = (IMAGES / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", content[16:24])
            assert icon["sizes"] == f"{width}x{height}"
            sizes.add(width)
    assert sizes >= {192, 512}, "what installing asks for"
