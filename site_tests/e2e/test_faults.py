"""Whatever fails beneath the form: it can be answered, the draft is safe, and the page says what to do.

Python's files missing, cut short, of a wrong type or hanging; its worker killed or without memory; a browser
without WebAssembly; a clock that is far out. Storage that fails is in test_storage_trouble.py, scripts of the
page in test_missing_scripts.py, tabs in test_two_tabs.py, other releases in test_offline.py.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from site_tests.e2e.drafts import all_in_place, draft_file
from site_tests.e2e.pages.questionnaire import Questionnaire
from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT
from site_tests.support.places import BUILT_SITE
from site_tests.support.server import TYPES, Answer, StaticSite

FILES = {
    "worker.js": "assets/app/*/worker.js",
    "pyodide.mjs": "assets/runtime/*/pyodide.mjs",
    "pyodide.asm.mjs": "assets/runtime/*/pyodide.asm.mjs",
    "pyodide.asm.wasm": "assets/runtime/*/pyodide.asm.wasm",
    "python_stdlib.zip": "assets/runtime/*/python_stdlib.zip",
    "pyodide-lock.json": "assets/app/*/pyodide-lock.json",
    "the core": "assets/app/*/questionnaire_core-*.whl",
    "self-audit.scoring.json": "assets/questionnaires/*/self-audit.scoring.json",
}
# Milliseconds: nobody is to wait for the watchdog over what the browser knows already.
SOON = 45_000
FAULTS = ("missing", "cut short", "of a wrong type", "broken off", "hanging")
# One of each kind every time; all of them with the long tests.
EVERY_TIME = {
    ("pyodide.asm.wasm", "missing"),
    ("the core", "cut short"),
    ("worker.js", "of a wrong type"),
    ("python_stdlib.zip", "broken off"),
}


@contextmanager
def fault(site: StaticSite, file: str, kind: str) -> Iterator[None]:
    [path] = BUILT_SITE.glob(FILES[file])
    whole, page = path.read_bytes(), (BUILT_SITE / "404.html").read_bytes()
    answer = {
        "missing": Answer(status=404, body=page, content_type="text/html"),
        "cut short": Answer(body=whole[: len(whole) // 2], content_type=TYPES.get(path.suffix, "text/plain")),
        # As a server that sends a page of its own for whatever it does not know.
        "of a wrong type": Answer(body=page, content_type="text/html"),
        "broken off": Answer(cut=True),
        "hanging": Answer(delay=3600),
    }[kind]
    with site.answering(path.name, answer):
        yield


@contextmanager
def worker_beginning(site: StaticSite, script: str) -> Iterator[None]:
    """Let the engine's worker run something first."""
    [path] = BUILT_SITE.glob(FILES["worker.js"])
    body = script.encode() + path.read_bytes()
    with site.answering(path.name, Answer(body=body, content_type="text/javascript")):
        yield


def expect_form_works(audit: Questionnaire) -> None:
    """The answer that was given is safe, and another can be."""
    audit.open("funding")
    audit.question("funding/rating").expect_chosen("Planned")
    audit.question("funding/rating").choose("In place")
    audit.expect_saved()
    audit.reload()
    audit.question("funding/rating").expect_chosen("In place")


def answer_and_ask_for_results(audit: Questionnaire) -> None:
    audit.open("funding").question("funding/rating").choose("Planned")
    audit.expect_saved()
    audit.go_to("results")


@pytest.mark.allow_page_errors("the browser reports what it could not fetch")
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        pytest.param(
            file, kind, marks=() if (file, kind) in EVERY_TIME else pytest.mark.long, id=f"{file} {kind}"
        )
        for file in FILES
        for kind in FAULTS
    ],
)
def test_a_file_of_pythons_that_fails_is_told_and_the_form_works_on(
    audit: Questionnaire, site: StaticSite, file: str, kind: str
) -> None:
    audit.page.clock.install()
    with fault(site, file, kind):
        answer_and_ask_for_results(audit)
        if kind == "hanging":
            expect(audit.page.locator(".app-engine")).to_have_attribute("data-stage", "loading")
            audit.page.clock.run_for(2 * 60 * 1000)
        problem = audit.results.problem
        expect(problem).to_contain_text(words("results.engine_failed"), timeout=SOON)
        expect(audit.engine_status).to_have_text(words("engine.failed"))
        expect(audit.engine_retry).to_be_visible()
        expect(problem).to_contain_text(words("results.still_works"))
        expect(problem.get_by_role("link", name=words("computer.link_new_tab"))).to_be_visible()
        expect_form_works(audit)


@pytest.mark.allow_page_errors("the browser reports the worker that ended")
def test_a_worker_that_is_killed_over_a_question_is_replaced_and_asked_again(audit: Questionnaire) -> None:
    audit.page.clock.install()
    audit.load(draft_file(all_in_place()))
    audit.go_to("results")
    audit.results.reveal()
    audit.results.expect_conclusion("Consistent with a specialised parent-infant team")

    [worker] = audit.page.workers
    worker.evaluate("self.close()")
    audit.page.go_back()
    audit.go_to("dyadic-work").question("dyadic-work/rating").choose("Not sure")
    audit.expect_saved()
    audit.go_to_hub()
    audit.go_to("results")
    audit.page.clock.run_for(61_000)
    audit.results.expect_conclusion("Cannot say yet")
    expect(audit.results.problem).to_be_hidden()


WITHOUT_MEMORY = """WebAssembly.Memory = function () {
  throw new RangeError('WebAssembly.Memory(): could not allocate memory');
};
WebAssembly.instantiate = WebAssembly.instantiateStreaming = async () => {
  throw new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory');
};
"""
# A machine that is full once Python is there: every answer of the core's is then this error.
MEMORY_FULL = """const post = self.postMessage.bind(self);
self.postMessage = ({ id, ok, result, ...rest }) => {
  if (!result?.parts) return post(id === undefined ? rest : { id, ok, result, ...rest });
  post({ id, ok: false, error: { name: 'ScoringError', message: 'scoring.py:4: MemoryError: ' } });
};
"""
FORBIDDEN = """for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
  WebAssembly[name] = () => new Promise(() => {});
}
WebAssembly.compile = async () => {
  throw new WebAssembly.CompileError('WebAssembly.compile(): Wasm code generation disallowed by embedder');
};
"""


@pytest.mark.allow_page_errors("the browser reports what it refuses")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        pytest.param(WITHOUT_MEMORY, "results.engine_memory", id="no memory"),
        pytest.param(MEMORY_FULL, "results.engine_memory", id="no memory left", marks=pytest.mark.long),
        pytest.param(FORBIDDEN, "results.engine_forbidden", id="WebAssembly forbidden"),
        pytest.param(
            "delete self.WebAssembly;",
            "results.engine_forbidden",
            id="no WebAssembly",
            marks=pytest.mark.long,
        ),
    ],
)
def test_what_the_browser_refuses_python_is_said_with_what_to_do(
    audit: Questionnaire, site: StaticSite, script: str, said: str
) -> None:
    with worker_beginning(site, script):
        answer_and_ask_for_results(audit)
        expect(audit.results.problem).to_contain_text(words(said), timeout=PYTHON_TIMEOUT)
        with audit.page.expect_download():
            audit.results.problem.get_by_role("button", name=words("draft.download")).click()
        expect_form_works(audit)


@pytest.mark.long
@pytest.mark.parametrize("moment", ["1970-01-01T00:10:00Z", "2099-12-31T23:00:00Z"])
def test_a_clock_that_is_far_out_changes_no_answer_and_no_result(audit: Questionnaire, moment: str) -> None:
    audit.load(draft_file(all_in_place()))
    audit.page.clock.set_fixed_time(moment)
    audit.open("dyadic-work").question("dyadic-work/rating").choose("Not sure")
    audit.expect_saved()
    audit.page.clock.set_fixed_time("2026-11-21T12:00:00Z")
    audit.reload()
    audit.question("dyadic-work/rating").expect_chosen("Not sure")
    audit.page.clock.set_fixed_time(moment)
    audit.open("results")
    audit.results.reveal()
    audit.results.expect_conclusion("Cannot say yet")


@pytest.mark.long
def test_a_tab_that_is_frozen_while_python_starts_goes_on_where_it_was(
    audit: Questionnaire, site: StaticSite
) -> None:
    """What was written a moment before is there, and the time asleep counts for nothing."""
    audit.page.clock.install()
    audit.open("funding").question("funding/notes").write("Written a moment before")
    session = audit.page.context.new_cdp_session(audit.page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    session.send("Page.setWebLifecycleState", {"state": "active"})
    audit.page.clock.fast_forward(8 * 60 * 60 * 1000)
    audit.question("funding/rating").choose("Planned")
    audit.expect_saved()
    audit.reload()
    audit.question("funding/notes").expect_text("Written a moment before")
    audit.question("funding/rating").expect_chosen("Planned")
    expect(audit.engine_status).to_have_text(words("engine.ready"), timeout=PYTHON_TIMEOUT)
