"""The Content Security Policy of every page: nothing runs, loads or leaves except this site's own files.

Where the address is known, sources are limited to its path as well: other projects of the same GitHub Pages
account share its origin, and are kept out. 'self' can carry no path, and stands for the origin where no
address is known.
"""

from __future__ import annotations

from questionnaire_site.release import WORKER

# Any host and port: a browser takes a service worker from the page's own alone.
_ANYWHERE = "*:*"


def content_security_policy(address: str = "", *, path: str = "/", live_reload: bool = False) -> str:
    """Return the policy for a site published at `address`, or anywhere when that is empty.

    `path` is where the site was built to stand: the one worker that may start by its address is there.
    """
    own = f"{address.rstrip('/')}/" if address else "'self'"
    service_worker = f"{own if address else _ANYWHERE + path}{WORKER}"
    scripts = f"{own} 'wasm-unsafe-eval'"
    if live_reload:
        # MkDocs adds an inline script to each page it serves; nothing that is published has one.
        scripts += " 'unsafe-inline'"
    directives = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": own,
        "img-src": f"{own} data: blob:",
        "font-src": own,
        "connect-src": own,
        "worker-src": f"blob: {service_worker}",
        "manifest-src": own,
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
