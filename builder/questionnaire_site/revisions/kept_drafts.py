"""Kept drafts: files of earlier revisions, opened at every build as a person's browser would open them today.

Each is a draft as it was downloaded, `drafts/<name>.json`, with what must come of it beside it, in
`drafts/<name>.yml`. The page's own code does the work, under node. What it answered is kept until something
changes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from questionnaire_site.draft_problems import why_not_opened
from questionnaire_site.folders import digest_of
from questionnaire_site.kept import kept
from questionnaire_site.node import NodeFailed, ask_node, find_node
from questionnaire_site.plain import Json
from questionnaire_site.reading import yaml_source
from questionnaire_site.reading.diagnostics import Place, Severity
from questionnaire_site.reading.nodes import Mapping, Node, Scalar
from questionnaire_site.reading.scalars import value_of
from questionnaire_site.reading.shape import check_shape
from questionnaire_site.reading.source import Source
from questionnaire_site.reading.written import texts_at

FOLDER = "drafts"
_SCRIPTS = Path(__file__).parents[3] / "theme" / "assets" / "js"


@dataclass(slots=True)
class KeptDraft:
    """A kept draft, and what is expected of it; no root where nothing readable is."""

    file: Source
    expected: Source
    root: Mapping | None


def read_kept_drafts(folder: Path) -> list[KeptDraft]:
    """Read what is expected of each kept draft of a questionnaire's folder."""
    drafts = []
    for file in sorted((folder / FOLDER).glob("*.json")):
        beside = file.with_suffix(".yml")
        expected = yaml_source.read(beside) if beside.exists() else Source(beside)
        root = check_shape(expected, "kept-draft") if beside.exists() else None
        drafts.append(KeptDraft(Source(file), expected, root))
    return drafts


def rehearse(drafts: list[KeptDraft], definition: Json, revisions: Json | None) -> None:
    """Carry every kept draft over to the questionnaire as it is, and tell of what is not as expected."""
    if not drafts:
        return
    try:
        texts = [draft.file.file.read_text(encoding="utf-8") for draft in drafts]
        answers = _answers({"definition": definition, "revisions": revisions, "drafts": texts})
    except (OSError, UnicodeDecodeError, NodeFailed) as problem:
        _tell(drafts[0], f"the kept drafts cannot be opened: {problem}", "bring back the files as they were")
        return
    if answers is None:
        message = "kept drafts were not tried, because Node.js was not found"
        _tell(drafts[0], message, "run make setup, which installs it", severity="warning")
        return
    for draft, answer in zip(drafts, answers, strict=True):
        _compare(draft, answer)


def _answers(request: Json) -> list[Json] | None:
    """Have the page's code open the drafts, unless it did so before with everything as it is now."""
    scripts = {str(file): file.read_bytes() for file in _SCRIPTS.rglob("*.js")}
    asked = partial(_ask, request)
    return kept("rehearsals", [digest_of(scripts), request], asked, worth=lambda answers: answers is not None)


def _ask(request: Json) -> list[Json] | None:
    node = find_node()
    return None if node is None else list(ask_node(node, _SCRIPTS / "rehearse.js", request))


def _compare(draft: KeptDraft, answer: Json) -> None:
    if not answer["ok"]:
        why = why_not_opened(answer["reason"])
        _tell(draft, f"this draft cannot be opened: {why}", "keep drafts as they were downloaded")
    elif not draft.expected.file.exists():
        found = "\n".join(_paste(answer))
        message = "nothing says what must come of this draft"
        _tell(draft, message, f"if this is right, write {draft.expected.file.name}:\n{found}")
    elif draft.root is not None:
        for key, node in draft.root.values.items():
            _compare_key(draft, key, node, answer)


def _compare_key(draft: KeptDraft, key: str, node: Node, answer: Json) -> None:
    root = draft.root
    assert root is not None
    if key == "carried" and isinstance(node, Scalar) and value_of(node) != answer["carried"]:
        _fail(draft, node, f"carried is {answer['carried']}, expected {node.raw}")
    elif key in ("look_at", "kept_aside") and sorted(texts_at(root, key)) != sorted(answer[key]):
        expected = ", ".join(texts_at(root, key)) or "none"
        _fail(draft, node, f"{key} is {', '.join(answer[key]) or 'none'}, expected {expected}")
    elif key == "answers" and isinstance(node, Mapping):
        for path, at in node.values.items():
            value = [value_of(each) for each in node.scalars(path)]
            wanted = value[0] if isinstance(at, Scalar) else value
            if (found := answer["answers"].get(path)) != wanted:
                message = f'the answer at "{path}" is {_said(found)}, expected {_said(wanted)}'
                _fail(draft, at, message)


def _fail(draft: KeptDraft, at: Node, message: str) -> None:
    fix = "if this is meant, change what is expected; otherwise see to replaces: and retired:"
    draft.expected.report("kept-draft-failed", at, message, fix)


def _tell(draft: KeptDraft, message: str, fix: str, severity: Severity = "error") -> None:
    draft.file.report("kept-draft-failed", Place(draft.file.file), message, fix, severity=severity)


def _paste(answer: Json) -> list[str]:
    lists = {key: ", ".join(answer[key]) for key in ("look_at", "kept_aside")}
    return [f"carried: {answer['carried']}", *(f"{key}: [{paths}]" for key, paths in lists.items())]


def _said(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)
