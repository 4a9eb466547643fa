"""What the properties are tried on: any answers to a questionnaire, any questionnaire."""

from typing import Any

from hypothesis import strategies as st

from questionnaire_core.model import Item, Questionnaire

HOSTILE_TEXTS = (
    "<script>alert(1)</script>",
    '=HYPERLINK("https://example.com")',
    "{count} {0.__class__}",
    "\u202eright to left",
    "👩‍👧‍👦",
    "\ud800",
    "\x00",
    "__proto__",
    "line\nline",
    "x" * 10_000,
)
ENTRY_IDS = ["e1", "e2", "e3"]
LINES = ["Pump", "Green", "<b>", "__proto__"]
several_lines = st.lists(st.sampled_from([*LINES, "", " Pump "])).map("\n".join)
texts = st.text() | st.sampled_from(HOSTILE_TEXTS)
numbers = st.integers(-(10**6), 10**6) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def responses(draw: st.DrawFn, questionnaire: Questionnaire) -> dict[str, Any]:
    """A response in its plain form, as the browser sends it: some questions answered, some entries made."""
    entries: dict[str, list[str]] = {}
    answers: dict[str, Any] = {}
    for path, place in questionnaire.places.items():
        if place.item.type == "entries":
            entries[path] = draw(st.lists(st.sampled_from(ENTRY_IDS), unique=True))
    sources = {place.item.options_from_text for place in questionnaire.places.values()}
    for path, place in questionnaire.places.items():
        holder = path.split("/")[0]
        concrete = [path.replace("*", id_) for id_ in entries[holder]] if "*" in path else [path]
        for one in concrete:
            value = draw(st.none() | (several_lines if path in sources else values(place.item)))
            if value is not None:
                answers[one] = value
    return {
        "questionnaire_id": questionnaire.id,
        "questionnaire_revision": questionnaire.revision,
        "answers": answers,
        "entries": entries,
    }


def values(item: Item) -> st.SearchStrategy[Any]:
    """Any answer to one question; options that come from other answers may be there or gone."""
    ids = [option.id for option in item.options]
    if item.options_from is not None:
        ids = ENTRY_IDS
    elif item.options_from_text is not None:
        ids = LINES
    match item.type:
        case "choice" | "yes-no":
            return st.sampled_from(ids)
        case "choices":
            return st.lists(st.sampled_from(ids), unique=True)
        case "number":
            return numbers
        case "date":
            return st.dates().map(lambda day: day.isoformat())
        case "text" | "long-text":
            return texts
        case _:
            return st.none()


OPTIONS = [{"id": "low", "label": "Low", "points": 0}, {"id": "high", "label": "High", "points": 2}]
OPTIONS_AND_UNSURE = [*OPTIONS, {"id": "unsure", "label": "Unsure"}]


@st.composite
def definitions(draw: st.DrawFn) -> dict[str, Any]:
    """A small questionnaire without cycles: an item's rules look only at items made before it."""
    items: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 7))):
        known = [item["id"] for item in items]
        item: dict[str, Any] = {"id": f"i{number}", "title": draw(titles), **draw(item_kinds)}
        if item["type"] == "computed":
            item["value"] = draw(computed_values(known))
        if draw(st.booleans()):
            item["show_when"] = draw(conditions(known))
        items.append(item)
    items = draw(st.permutations(items))
    split = draw(st.integers(0, len(items)))
    return {
        "id": "any",
        "title": draw(titles),
        "language": "en-GB",
        "labels": {"section": "S", "sections": "Ss", "item": "I", "items": "Is"},
        "sections": [
            {"id": "one", "title": "One", "items": items[:split]},
            {"id": "two", "title": "Two", "items": items[split:], "place": "results"},
        ],
    }


titles = texts.filter(bool)
item_kinds: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {"type": "choice", "options": OPTIONS_AND_UNSURE, "best": "high"},
        {"type": "choices", "options": OPTIONS, "best": "all"},
        {"type": "choices", "options": OPTIONS, "best": []},
        {"type": "yes-no", "best": "no"},
        {"type": "number", "min": -1, "decimals": 2, "unit": "m"},
        {"type": "date", "max": "2030-01-01"},
        {"type": "text", "optional": True},
        {"type": "long-text", "hint": "As much as you like"},
        {"type": "computed"},
    ]
)


def conditions(known: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    if not known:
        return st.just({"all": []})
    item = st.sampled_from(known)
    scalars = st.sampled_from(["low", "high", "yes", "no", 0, 2, 0.5])
    tests = st.one_of(
        st.fixed_dictionaries({"item": item, "is": scalars | st.lists(scalars, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"item": item, "not": scalars}),
        st.fixed_dictionaries({"item": item, "at_least": scalars}),
        st.fixed_dictionaries({"item": item, "below": scalars}),
        st.fixed_dictionaries({"item": item, "answered": st.booleans()}),
        st.fixed_dictionaries({"item": item, "all_of": st.booleans()}),
    )
    return st.recursive(
        tests,
        lambda inner: st.one_of(
            st.fixed_dictionaries({"all": st.lists(inner, max_size=3)}),
            st.fixed_dictionaries({"any": st.lists(inner, max_size=3)}),
            st.fixed_dictionaries({"not": inner}),
        ),
        max_leaves=4,
    )


def computed_values(known: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    results = st.sampled_from(["low", 1, 2.5, None])
    case = st.fixed_dictionaries({"when": conditions(known), "value": results})
    cases = st.fixed_dictionaries({"cases": st.lists(case, max_size=3), "otherwise": results})
    if not known:
        return cases
    term = st.fixed_dictionaries({"item": st.sampled_from(known), "times": st.sampled_from([1, 4, 0.1])})
    return cases | st.fixed_dictionaries({"sum": st.lists(term, min_size=1, max_size=3)})
