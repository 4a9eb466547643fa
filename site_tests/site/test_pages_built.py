"""A questionnaire's pages as they are built: everything scripts and people need is in them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from questionnaire_site.policy import content_security_policy
from site_tests.support.markup import Element, read_page
from site_tests.support.places import ROOT
from site_tests.support.small_site import BASE, build_site, write_site

WORKSHOP = (ROOT / "site_tests/fixtures/questionnaires/bike-workshop/questionnaire.yml").read_text()
OVERVIEW = """---
template: questionnaire-overview.html
questionnaire: bike-workshop
sections: [ready]
---
"""
NAV = "nav: [index.md, {In the shed: [upkeep/index.md, upkeep/tools.md]}]"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    pages = {
        "overview.md": OVERVIEW,
        "front.md": "---\ntemplate: home.html\ntitle: Front\n---\n",
        "search.md": "---\ntemplate: search.html\n---\n",
        "upkeep/index.md": "# Upkeep\n",
        "upkeep/tools.md": "# Tools\n",
        "table.md": "# Table\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    }
    folder = write_site(tmp_path_factory.mktemp("source"), {"bike-workshop": WORKSHOP}, pages)
    config = (folder / "mkdocs.yml").read_text()
    (folder / "mkdocs.yml").write_text(config.replace("nav: [index.md]", NAV))
    return build_site(folder, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def form(site) -> Element:
    return read_page(site / "bike-workshop/index.html")


@pytest.fixture(scope="module")
def booklet(site) -> Element:
    return read_page(site / "bike-workshop/booklet/index.html")


def view(form: Element, name: str) -> Element:
    return form.one(data_view=name)


def paths(part: Element) -> list[str]:
    return [question.attributes["data-item"] for question in part.all(data_item=None)]


def controls(part: Element) -> list[Element]:
    return [*part.all("input"), *part.all("textarea")]


def test_the_views_are_in_order_and_each_has_one_heading(form):
    views = form.all(data_view=None)

    order = [each.attributes["data-view"] for each in views]
    assert order[:8] == ["start", "hub", "details", "tools", "safety", "supervision", "check", "results"]
    assert set(order[8:]) == {"open", "merge", "drafts", "share", "workshop", "revision"}
    assert all(len(each.all("h1", tabindex="-1")) == 1 for each in views)


def test_only_the_start_page_shows_before_scripts_choose(form):
    assert [each.attributes["data-view"] for each in form.all(data_current=None)] == ["start"]


def test_every_page_says_what_search_engines_and_phones_ask_of_it(site):
    for file in site.rglob("*.html"):
        page = read_page(file)
        said = {meta.attributes.get("name"): meta.attributes.get("content") for meta in page.all("meta")}

        assert page.one("html").attributes["lang"] == "en-GB", file
        assert page.one("title").text, file
        assert said["description"], file
        assert said["viewport"] == "width=device-width, initial-scale=1", file
        assert "robots" not in said, file


def test_every_question_has_controls_named_by_its_path(form):
    for question in form.all(data_item=None):
        path, kind = question.attributes["data-item"], question.attributes["data-type"]
        names = {control.attributes["name"] for control in controls(question)}
        if kind == "date":
            assert names == {f"{path}-{part}" for part in ("day", "month", "year")}
        elif kind == "computed":
            assert question.one("output").attributes["data-computed"] == path
        elif kind != "entries":
            assert names == {path}


def test_the_page_asks_the_same_as_the_definition(site, form):
    file = next(site.glob("assets/questionnaires/*/bike-workshop.json"))
    sections = json.loads(file.read_text())["sections"]

    def asked(items: list[dict[str, Any]]) -> set[str]:
        here = {item["path"] for item in items if item["type"] != "group"}
        return here | {path for item in items for path in asked(item.get("items") or [])}

    assert set(paths(form)) == {path for section in sections for path in asked(section["items"])}


def test_every_control_has_a_name_a_person_can_read(form):
    labelled = {label.attributes["for"] for label in form.all("label")}

    assert {control.attributes["id"] for control in controls(form)} <= labelled


def test_choices_are_asked_in_a_fieldset_with_a_legend(form):
    for kind in ("choice", "choices", "yes-no", "date"):
        for question in form.all(data_type=kind):
            assert question.one("fieldset").all("legend")


def test_no_id_is_used_twice_and_every_reference_leads_somewhere(form, booklet):
    for page in (form, booklet):
        ids = [element.attributes["id"] for element in page.all(id=None)]
        references = {
            reference
            for name in ("aria-describedby", "aria-labelledby", "for")
            for element in page.all(**{name: None})
            for reference in element.attributes[name].split()
        }

        assert len(ids) == len(set(ids))
        assert references <= set(ids)


def test_a_list_of_entries_has_one_blank_set_of_questions(form):
    entries = form.one(data_entries="helpers")
    blank = form.one(data_entry_blank="helpers")

    assert entries.attributes["data-singular"] == "helper"
    assert entries.one("button", data_entry_add=None).text == "Add helper"
    assert paths(entries) == []
    assert paths(blank) == ["helpers/*/name", "helpers/*/skill", "helpers/*/course"]
    # Without scripts it is found in the blank copy.
    assert entries.one(data_no_js=None).one("a").attributes["href"] == "booklet/"


def test_a_warning_waits_until_it_holds(form):
    warning = form.one(data_warn="tools/rating", data_warn_index="0")

    assert "hidden" in warning.attributes
    assert warning.text == "You chose Ready, and something is not ticked."


def test_items_with_one_fold_stand_in_one_details(form):
    (fold,) = [each for each in view(form, "tools").all("details") if "For the insurer" in each.text]

    assert paths(fold) == ["tools/value", "tools/insured"]


def test_links_between_views_work_as_addresses_too(form):
    views = {each.attributes["data-view"] for each in form.all(data_view=None)}

    for link in form.all("a", data_go=None):
        assert link.attributes["data-go"] in views
        assert link.attributes["href"] == f"?step={link.attributes['data-go']}"


def test_a_link_in_the_authors_text_leads_to_a_step_from_any_page(form):
    (link,) = [each for each in view(form, "start").all("a") if each.text == "the first check"]

    assert link.attributes["href"] == "./?step=tools"


def test_the_page_says_where_its_scripts_find_everything(site, form):
    data = form.one("main", data_module="questionnaire").attributes
    page = site / "bike-workshop"

    styles = ("data-late-css", "data-report-css")
    for name in ("data-definition", "data-lock", "data-worker", "data-example", *styles):
        if data[name]:
            assert (page / data[name]).is_file(), name
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        assert (page / data["data-runtime"] / name).is_file()
    assert data["data-scoring"] == ""
    assert data["data-storage-prefix"] == BASE


def test_scripts_and_styles_that_a_page_names_are_there(site):
    for path in site.rglob("*.html"):
        page = read_page(path)
        links = [link.attributes for link in page.all("link")]
        named = [link["href"] for link in links if link["rel"] != "canonical"]
        named += [script.attributes["src"] for script in page.all("script", src=None)]
        for name in named:
            place = site / name.removeprefix(BASE) if name.startswith(BASE) else path.parent / name
            assert place.is_file(), (path, name)


def test_pages_hold_no_inline_script_or_style(site):
    for path in site.rglob("*.html"):
        page = read_page(path)
        attributes = {name for element in page.all() for name in element.attributes}
        inline = [script for script in page.all("script") if "src" not in script.attributes]

        assert not any(re.match(r"on|style$", name) for name in attributes)
        assert page.all("style") == []
        assert all(script.attributes.get("type") == "application/json" for script in inline)


def test_every_page_carries_the_policy(site):
    for path in site.rglob("*.html"):
        policy = read_page(path).one("meta", http_equiv="Content-Security-Policy")

        assert policy.attributes["content"] == content_security_policy(path=BASE)


def test_the_missing_page_links_from_the_sites_root(site):
    page = read_page(site / "404.html")

    own = [link.attributes["href"] for link in page.all("a") if not link.attributes["href"].startswith("#")]

    assert own
    assert all(href.startswith(BASE) for href in own)


def test_the_booklet_holds_every_question_and_nothing_to_fill_in_on_screen(form, booklet):
    steps = form.all(data_step=None)
    questions = [legend.text.removesuffix(" (optional)") for step in steps for legend in step.all("legend")]

    assert questions
    assert all(question in booklet.text for question in questions)
    assert booklet.all("input") == booklet.all("textarea") == booklet.all("script") == []


def test_the_overview_shows_what_is_asked_for_and_no_answer_scale(site):
    overview = read_page(site / "overview/index.html").one("main").text

    for words in ("R1 Tools", "Chain tool", "There are enough tools for every stand."):
        assert words in overview
    assert "Under way" not in overview


def test_search_finds_questions_in_the_booklet(site):
    entries = json.loads((site / "search/search_index.json").read_text())["docs"]

    (tools,) = [entry for entry in entries if entry["title"] == "R1 Tools"]

    assert tools["location"] == "bike-workshop/booklet/#tools"
    assert "Chain tool" in tools["text"]
    assert 'id="tools"' in (site / "bike-workshop/booklet/index.html").read_text()


def test_a_table_on_a_page_scrolls_by_itself(site):
    assert read_page(site / "table/index.html").one("div", class_="app-scroll").all("table")


def test_a_section_with_an_index_is_one_line_of_the_footer_until_somebody_is_in_it(site):
    def footer(page: str) -> list[str]:
        links = read_page(site / page / "index.html").one("footer").all("a")
        return [link.text.strip() for link in links]

    assert footer("bike-workshop") == ["Upkeep"]
    assert footer("upkeep/tools") == ["Upkeep", "Tools"]


def test_a_questionnaire_needs_nothing_but_its_folder_to_be_found(site):
    card = read_page(site / "front/index.html").one(class_="app-card")

    assert card.one("a", class_="govuk-link", href="../bike-workshop/")


def test_sources_of_the_theme_are_not_published(site):
    published = {path.suffix for path in site.rglob("*") if path.is_file()}

    assert published.isdisjoint({".scss", ".yml", ".md"})
    assert not (site / "assets/js").exists()
