"""The worked examples as they might have been in earlier years: drafts to put beside them."""

import json
from functools import cache
from typing import Any

from questionnaire_site.load import load_all
from site_tests.e2e.drafts import EDITOR
from site_tests.support.places import ROOT

type Answers = dict[str, Any]


@cache
def _example(questionnaire: str) -> str:
    one = next(each for each in load_all(ROOT / "questionnaires") if each.id == questionnaire)
    return json.dumps(next(each for each in one.examples if each.name == "worked-example").response)


def earlier_draft(
    questionnaire: str, date: str, changes: Answers | None = None, gone: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The worked example of another date, with these answers and without these entries (`list/id`)."""
    response = json.loads(_example(questionnaire))
    answers: Answers = response["answers"] | {"date": date} | (changes or {})
    stays = {
        path: value for path, value in answers.items() if value is not None and not path.startswith(gone)
    }
    entries: dict[str, list[str]] = response["entries"]
    at = f"{date}T10:30:00.000Z"
    edits = 0

    def stamp() -> dict[str, Any]:
        nonlocal edits
        edits += 1
        return {"stamp": [EDITOR, edits], "at": at}

    return {
        "type": "questionnaire-draft",
        "draft_version": 2,
        "draft_id": f"7d1f7f0e-3a52-4f5e-9a53-{date.replace('-', '')}0000",
        "name": "",
        "name_chosen": False,
        "questionnaire_id": questionnaire,
        "questionnaire_revision": 1,
        "parts": None,
        "started_from": None,
        "created_at": at,
        "saved_at": at,
        "answers": {path: {"value": value, **stamp()} for path, value in stays.items()},
        "entries": {
            item: {
                id: {"order": f"{number:04}1", **stamp(), "removed": False}
                for number, id in enumerate(ids, start=1)
                if f"{item}/{id}" not in gone
            }
            for item, ids in entries.items()
        },
        "editors": {EDITOR: ""},
        "seen": {EDITOR: edits},
    }


def earlier_audits() -> list[dict[str, Any]]:
    """Two years of the example team: most ratings came up, one went down, and one action is gone."""
    third = {"actions/old/what": "Write down who can refer", "actions/old/status": "under-way"}
    first = {
        "clinical-supervision/rating": "not-in-place",
        "multidisciplinary-team/rating": "planned",
        "clinical-leadership/rating": "in-place",
        "workforce-competence/rating": "partly",
        "referral-pathway/rating": "planned",
        "referral-criteria/rating": None,
        "dyadic-work/rating": "partly",
        "births": 3300,
    }
    last = {
        "clinical-supervision/rating": "planned",
        "multidisciplinary-team/rating": "partly",
        "workforce-competence/rating": "partly",
        "dyadic-work/rating": "in-place",
        "funding/rating": "planned",
        "actions/e1/status": "not-started",
        "births": 3200,
    }
    drafts = [
        earlier_draft("self-audit", "2024-11-20", first, ("actions/e1", "actions/e2")),
        earlier_draft("self-audit", "2025-11-19", last | third, ("actions/e2",)),
    ]
    with_entry(drafts[1], "actions", "old")
    return drafts


def earlier_map() -> dict[str, Any]:
    """The example area a year before: two services fewer, one since closed, and less known."""
    changes = {
        "services/nest/name": "The Nest drop-in",
        "services/nest/sector": "voluntary-sector",
        "neonatal/status": "in-progress",
        "disability/status": "dont-know",
        "actions/e1/status": "not-started",
        "actions/e2/status": "not-started",
    }
    draft = earlier_draft(
        "service-map", "2025-11-19", changes, ("services/puddle-lane", "services/splash", "actions/e3")
    )
    with_entry(draft, "services", "nest")
    return draft


def with_entry(draft: dict[str, Any], item: str, entry: str) -> None:
    """One more entry, at the end; its answers are there already."""
    number = draft["seen"][EDITOR] + 1
    draft["seen"][EDITOR] = number
    listed = draft["entries"].setdefault(item, {})
    listed[entry] = {"order": "99991", "stamp": [EDITOR, number], "at": draft["saved_at"], "removed": False}
