"""From a draft file to its result by the browser's own code: JavaScript reads the draft, Python scores it."""

from __future__ import annotations

import json
from pathlib import Path

from questionnaire_core.bridge import Bridge
from questionnaire_site.catalogue import Catalogue
from questionnaire_site.commands import CannotRun
from questionnaire_site.draft_problems import why_not_opened
from questionnaire_site.load import THEME, Loaded
from questionnaire_site.node import NodeFailed, ask_node, find_node
from questionnaire_site.plain import Json

_SCRIPT = THEME / "assets" / "js" / "command-line.js"


def read_json(file: Path) -> tuple[str, Json]:
    """Read a draft or a plain response, as text and as data; raises CannotRun."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        data = json.loads(text)
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}.") from None
    except (ValueError, RecursionError):
        raise CannotRun(f"{file}: it is not a draft that the website saved, or it is damaged.") from None
    if not isinstance(data, dict) or not isinstance(data.get("questionnaire_id"), str):
        raise CannotRun(f"{file}: {why_not_opened('not-a-draft')}.")
    return text, data


def score(loaded: Loaded, text: str, data: Json, today: str) -> Json:
    """Give what the browser is given: the result, the parts of the report that Python makes, and advice.

    Raises CannotRun for a draft that cannot be read or scored.
    """
    assert loaded.definition is not None
    response = _response_of(loaded, text) if data.get("type") == "questionnaire-draft" else data
    catalogue = Catalogue.load(THEME / "catalogue", loaded.definition["language"])
    load = {
        "definition": loaded.definition,
        "scoring": loaded.scoring,
        "texts": catalogue.starting_with("core."),
    }
    bridge = Bridge()
    _ask(bridge, "load", load)
    return _ask(bridge, "evaluate", {"response": response, "today": today})


def _ask(bridge: Bridge, kind: str, payload: Json) -> Json:
    reply = json.loads(bridge.handle(json.dumps({"id": 1, "type": kind, "payload": payload})))
    if not reply["ok"]:
        raise CannotRun(reply["error"]["message"])
    result: Json = reply["result"]
    return result


def _response_of(loaded: Loaded, text: str) -> Json:
    """Have the page's own code read the draft: older shapes and revisions, hidden answers and all."""
    node = find_node()
    if node is None:
        raise CannotRun("Reading a draft needs Node.js, which is not installed. `make setup` installs it.")
    try:
        answer = ask_node(
            node, _SCRIPT, {"definition": loaded.definition, "revisions": loaded.revisions, "text": text}
        )
    except NodeFailed as problem:
        raise CannotRun(f"Node.js could not read the draft: {problem}") from None
    if not answer["ok"]:
        raise CannotRun(f"This draft cannot be opened: {why_not_opened(answer['reason'])}.")
    response: Json = answer["response"]
    return response
