"""What a browser needs to know to install the site like an app: its names, its picture and where it starts.

Every address in it is relative to the file, so that it holds under any path.
"""

from __future__ import annotations

import json

FILE = "app.webmanifest"

# The page's own ground, as in the palette.
_GROUND = "#fffcf7"


def web_app_manifest(name: str, description: str, language: str, images: str) -> str:
    """Return the web app manifest of a site whose pictures are in the folder `images`."""
    manifest = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": language,
        "start_url": ".",
        "scope": ".",
        # With Back and Reload, which people use in a form.
        "display": "minimal-ui",
        "theme_color": _GROUND,
        "background_color": _GROUND,
        "icons": [
            {"src": f"{images}/icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": f"{images}/app-icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "maskable"},
            # For systems that take no drawing: iPhones, and some that install from other browsers.
            *(_png(images, size) for size in (192, 512)),
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def _png(images: str, size: int) -> dict[str, str]:
    """Of app-icon.svg, which may be cut to any shape."""
    return {
        "src": f"{images}/app-icon-{size}.png",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": "any maskable",
    }
