"""The steps of a questionnaire and its hub, from the definition alone."""

from questionnaire_site import pages


def item(id: str, **more: object) -> pages.Item:
    return {"id": id, "type": "text", "title": id.title(), "code": None, "fold": None, **more}


def section(id: str, *items: pages.Item, step: str = "item", place: str = "hub") -> pages.Section:
    return {"id": id, "title": id.title(), "code": None, "step": step, "place": place, "items": list(items)}


QUESTIONNAIRE = {
    "id": "shed",
    "title": 'Is the "shed": ready?',
    "summary": "Tools & <b>people</b>",
    "sections": [
        section("about", item("name"), item("day"), step="section"),
        section("people", item("age"), step="section"),
        section("tools", item("saw"), item("drill")),
        section("plan", item("actions", type="entries"), item("signed"), step="section", place="results"),
    ],
    "report": [{"id": "plan", "part": "entries", "entries": "actions"}],
}


def test_a_section_is_one_step_or_each_of_its_items_is():
    steps = pages.steps_of(QUESTIONNAIRE)

    assert [step.id for step in steps] == ["about", "people", "saw", "drill"]
    assert [len(step.items) for step in steps] == [2, 1, 1, 1]


def test_each_step_leads_to_the_next_and_back():
    steps = pages.steps_of(QUESTIONNAIRE)

    assert [step.back for step in steps] == ["hub", "about", "people", "saw"]
    assert [step.next for step in steps] == ["people", "saw", "drill", "check"]


def test_only_items_are_counted_along_the_way():
    assert [step.number for step in pages.steps_of(QUESTIONNAIRE)] == [0, 0, 1, 2]


def test_the_hub_lists_items_under_their_section_and_whole_sections_together():
    groups = pages.hub_groups(pages.steps_of(QUESTIONNAIRE))

    assert [
        (group.section and group.section["id"], [step.id for step in group.steps]) for group in groups
    ] == [
        (None, ["about", "people"]),
        ("tools", ["saw", "drill"]),
    ]


def test_what_is_answered_among_the_results_and_in_no_part_of_them_still_has_a_place():
    assert [item["id"] for item in pages.result_items(QUESTIONNAIRE)] == ["signed"]


def test_a_part_that_lists_answers_given_among_the_results_asks_for_them_itself():
    part = {"id": "who", "part": "answers", "sections": ["about", "plan"]}
    questionnaire = {**QUESTIONNAIRE, "report": [part]}

    assert [item["id"] for item in pages.items_asked_in(questionnaire, part)] == ["actions", "signed"]
    assert pages.result_items(questionnaire) == []


def test_findings_set_aside_are_no_list_of_their_own_and_a_list_to_read_is_not_one_to_fill_in():
    parts = [
        {"id": "gaps", "part": "findings", "dismiss": "signed"},
        {"id": "read", "part": "list", "entries": "actions"},
    ]

    assert [item["id"] for item in pages.result_items({**QUESTIONNAIRE, "report": parts})] == ["actions"]


def test_parts_after_a_heading_stand_under_it():
    kinds = ["conclusion", "heading", "grid", "list", "heading", "findings"]
    parts = pages.report_parts({"sections": [], "report": [{"part": kind} for kind in kinds]})

    assert [part["level"] for part in parts] == [2, 2, 3, 3, 2, 3]


def test_neighbours_with_one_fold_share_it():
    items = [item("a"), item("b", fold="Facts"), item("c", fold="Facts"), item("d"), item("e", fold="Facts")]

    folded = [(fold, [each["id"] for each in members]) for fold, members in pages.folded(items)]

    assert folded == [(None, ["a"]), ("Facts", ["b", "c"]), (None, ["d"]), ("Facts", ["e"])]


def test_white_space_goes_except_where_it_shows():
    assert pages.compact("<div>\n   <p>a</p>\n\n</div><pre>\n  b\n</pre>\n  <p>") == (
        "<div>\n<p>a</p>\n</div><pre>\n  b\n</pre>\n<p>"
    )


def test_what_an_entry_lacks_before_sharing_stands_apart():
    name, owner, notes = ({"id": id_, "later": id_ == "owner"} for id_ in ("name", "owner", "notes"))

    assert pages.by_time([name, owner, notes]) == [(False, [name]), (True, [owner]), (False, [notes])]


def test_what_items_point_to_is_named_by_its_path():
    child = {"path": "stalls/*/name", "title": "Name"}
    stalls = {"path": "stalls", "title": "Stalls", "singular": "stall", "items": [child]}
    page = {"sections": [{"items": [{"path": "town"}, stalls]}]}
    best, most = {"path": "best", "options_from": "stalls"}, {"path": "most", "of": "stalls/*/name"}

    assert pages.named_in(page, [best, {"path": "group", "items": [most]}]) == {
        "stalls": {"title": "Stalls", "singular": "stall"},
        "stalls/*/name": {"title": "Name", "singular": None},
    }
