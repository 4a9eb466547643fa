"""The self-audit holds what the definition holds: no descriptor, part or figure is lost on the way."""

from questionnaire_core import Response
from questionnaire_core.conditions import holds
from questionnaire_core.model import Item, Questionnaire, Value
from questionnaire_core.visibility import Visibility
from questionnaire_site.load import Loaded

DESCRIPTORS = {
    "A": ["clinical-supervision", "multidisciplinary-team", "clinical-leadership", "workforce-competence"],
    "B": ["referral-pathway", "age-accepted", "referral-criteria"],
    "C": ["assessment-and-range", "dyadic-work"],
    "D": ["experts-and-champions"],
    "E": ["outputs-and-outcomes", "funding"],
}
REQUIRED_PARTS = {
    "clinical-supervision": 3,
    "multidisciplinary-team": 3,
    "clinical-leadership": 3,
    "workforce-competence": 2,
    "referral-pathway": 1,
    "referral-criteria": 2,
    "assessment-and-range": 4,
    "dyadic-work": 1,
    "experts-and-champions": 5,
    "outputs-and-outcomes": 3,
    "funding": 2,
}
SCALE = [
    ("not-in-place", "Not in place", 0),
    ("planned", "Planned", 1),
    ("partly", "Partly in place", 2),
    ("in-place", "In place", 3),
    ("embedded", "Embedded", 4),
    ("not-sure", "Not sure", None),
]
DETAILS = [
    "team",
    "host-organisation",
    "area",
    "nation",
    "date",
    "who-took-part",
    "wte-under-three",
    "wte-three-or-more",
    "disciplines",
    "births",
]


def descriptors(audit: Questionnaire) -> list[Item]:
    return [item for section in audit.sections if section.code for item in section.items]


def child(item: Item, child_id: str) -> Item:
    return next(child for child in item.items if child.id == child_id)


def test_nothing_is_wrong_with_the_authors_files(loaded: Loaded) -> None:
    """Warnings too: a clean questionnaire is what later mistakes stand out from. The examples run with it."""
    assert loaded.problems == []


def test_twelve_descriptors_stand_in_five_domains(audit: Questionnaire) -> None:
    found = {section.code: [item.id for item in section.items] for section in audit.sections if section.code}

    assert found == DESCRIPTORS
    codes = [item.code for item in descriptors(audit)]
    assert codes == ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "C1", "C2", "D1", "E1", "E2"]


def test_every_required_part_has_its_tick(audit: Questionnaire) -> None:
    rated = [item for item in descriptors(audit) if item.id != "age-accepted"]

    assert {item.id: len(child(item, "parts").options) for item in rated} == REQUIRED_PARTS


def test_every_descriptor_is_rated_on_the_one_scale(audit: Questionnaire) -> None:
    """No "not applicable" anywhere."""
    for descriptor in descriptors(audit):
        options = child(descriptor, "rating").options
        assert [(option.id, option.label, option.points) for option in options] == SCALE


def test_a_step_asks_in_the_agreed_order_and_folds_what_is_only_recorded(audit: Questionnaire) -> None:
    asked = ["parts", "rating", "notes", "disagreed", "disagreement"]
    for descriptor in descriptors(audit):
        plain = [item.id for item in descriptor.items if item.id in asked]
        assert plain == [one for one in asked if one != "parts" or descriptor.id != "age-accepted"]
        facts = [item for item in descriptor.items if item.fold]
        assert descriptor.items[-len(facts) :] == tuple(facts) if facts else True
        assert all(fact.optional for fact in facts), descriptor.id


def test_the_details_are_asked_once_at_the_start(audit: Questionnaire) -> None:
    details = audit.sections[0]

    assert details.step == "section"
    assert [item.id for item in details.items] == DETAILS


def test_every_descriptor_says_what_it_means_and_what_could_show_it(loaded: Loaded) -> None:
    assert loaded.page is not None
    for section in loaded.page["sections"]:
        if not section["code"]:
            continue
        for item in section["items"]:
            notes = next(one for one in item["items"] if one["id"] == "notes")
            assert all([item["guidance"], item["lead"], notes["hint"]]), item["id"]


def test_supervision_due_is_four_hours_and_two_for_each_whole_time_post(audit: Questionnaire) -> None:
    def hours(**staff: float) -> object:
        answers = {name.replace("_", "-"): number for name, number in staff.items()}
        return Response(audit, answers).answer("clinical-supervision/hours-due")

    assert hours(wte_under_three=1.5, wte_three_or_more=2) == 10
    assert hours(wte_three_or_more=0.5) == 1
    assert hours() is None


def test_the_rating_of_age_is_worked_out(audit: Questionnaire) -> None:
    def rating(upper_age: str, months: int | None = None, reviewed: bool = False) -> object:
        answers: dict[str, str | int | tuple[str, ...]] = {"age-accepted/upper-age": upper_age}
        if months is not None:
            answers["age-accepted/upper-age-months"] = months
        if reviewed:
            answers["age-accepted/reviewed"] = ("reviewed",)
        return Response(audit, answers).answer("age-accepted/rating")

    assert rating("first-birthday") == "not-in-place"
    assert rating("eighteen-months", reviewed=True) == "not-in-place"
    assert rating("second-birthday") == "in-place"
    assert rating("second-birthday", reviewed=True) == "embedded"
    assert rating("third-birthday-or-later") == "in-place"
    assert rating("other", 23) == "not-in-place"
    assert rating("other", 24) == "in-place"
    assert rating("other", 30, reviewed=True) == "embedded"
    assert rating("other") is None
    assert rating("not-sure", reviewed=True) == "not-sure"


def test_a_high_rating_with_a_part_unticked_is_remarked_upon(audit: Questionnaire) -> None:
    for descriptor in descriptors(audit):
        rating = child(descriptor, "rating")
        if descriptor.id == "age-accepted":
            assert rating.warn == ()
            continue
        (warning,) = rating.warn
        every = tuple(option.id for option in child(descriptor, "parts").options)
        # Four of the five are plenty for D1; for all others each part is required.
        one_missing = descriptor.id != "experts-and-champions"
        for value, parts, remarked in [
            ("in-place", (), True),
            ("embedded", every[:-1], one_missing),
            ("in-place", every, False),
            ("partly", (), False),
            ("not-sure", (), False),
        ]:
            answers: dict[str, Value] = {rating.path: value, f"{descriptor.id}/parts": parts}
            assert holds(warning.when, Visibility(audit, answers, {})) is remarked, answers


def test_what_a_copy_to_share_leaves_out(audit: Questionnaire) -> None:
    found: dict[str, set[str]] = {}
    for path, place in audit.places.items():
        if place.item.private:
            found.setdefault(place.item.private, set()).add(path)

    ids = [descriptor.id for descriptor in descriptors(audit)]
    assert found == {
        "notes": {f"{one}/notes" for one in ids},
        "disagreements": {f"{one}/{child}" for one in ids for child in ("disagreed", "disagreement")},
        "pay": {"clinical-leadership/pay-band"},
        "funding-dates": {"funding/end-dates"},
    }


def test_an_action_asks_four_things_and_folds_the_rest(audit: Questionnaire) -> None:
    actions = audit.places["actions"].item

    assert [one.id for one in actions.items if not one.fold] == ["what", "owner", "by-when", "how-we-know"]
    assert [one.id for one in actions.items if one.fold] == [
        "why",
        "measure",
        "baseline",
        "start",
        "review",
        "status",
        "barrier",
        "proof",
    ]
    assert actions.suggest is not None
    assert (actions.suggest.kinds, actions.suggest.most) == (("gap",), 5)


def test_the_results_come_in_order_and_the_type_waits_to_be_asked_for(audit: Questionnaire) -> None:
    parts = [(part.part, part.kinds) for part in audit.report]

    assert parts == [
        ("conclusion", ()),
        ("glance", ()),
        ("scores", ()),
        ("findings", ("covered",)),
        ("findings", ("gap",)),
        ("findings", ("unknown",)),
        ("findings", ("note",)),
        ("changes", ()),
        ("answers", ()),
        ("entries", ()),
        ("answers", ()),
    ]
    assert audit.report[0].reveal
    assert audit.report[0].caveat
