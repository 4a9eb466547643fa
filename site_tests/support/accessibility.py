"""Accessibility by axe-core: every finding fails, with what is wrong and where.

And what axe cannot know: buttons and ways to an answer have to be told apart where a screen reader lists
them, away from what stands around them.
"""

from typing import Any

from playwright.sync_api import Page

from site_tests.support.places import AXE

# To clear an answer is within its question, which screen readers name first. What a message offers may be
# offered elsewhere too.
SAME_NAMES = """(within) => {
  const root = within ? document.querySelector(within) : document;
  const shown = [...root.querySelectorAll('button, .govuk-summary-list__actions a')]
    .filter((node) => node.checkVisibility() && !node.matches('[data-clear], .app-alert *, .app-reminder *'));
  const named = new Map();
  for (const node of shown) {
    const name = (node.getAttribute('aria-label') ?? node.textContent).replace(/\\s+/g, ' ').trim();
    named.set(name, (named.get(name) ?? new Set()).add(node.dataset.goAnswer ?? node));
  }
  return [...named].filter(([, targets]) => targets.size > 1).map(([name]) => name);
}"""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def accessibility_problems(page: Page, *, within: str | None = None) -> list[str]:
    """What axe finds in the page, or within one selector, one text for each kind of problem."""
    _load_axe(page)
    found = page.evaluate(
        "([within, tags]) => axe.run(within ?? document, {runOnly: tags, resultTypes: ['violations']})",
        [within, TAGS],
    )
    same = page.evaluate(SAME_NAMES, within)
    return [
        *(_described(violation) for violation in found["violations"]),
        *(f"  several buttons or ways to an answer are called “{name}”" for name in same),
    ]


def assert_accessible(page: Page, *, within: str | None = None) -> None:
    problems = accessibility_problems(page, within=within)
    assert not problems, f"{page.url} has accessibility problems:\n" + "\n".join(problems)


def _load_axe(page: Page) -> None:
    """Load axe from outside the page, because the page's policy rightly refuses a script put into it."""
    if page.evaluate("typeof axe") == "object":
        return
    session = page.context.new_cdp_session(page)
    result = session.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    session.detach()
    assert "exceptionDetails" not in result, result


def _described(violation: dict[str, Any]) -> str:
    nodes = "".join(
        f"\n    {' '.join(map(str, node['target']))}\n      {node['failureSummary']}"
        for node in violation["nodes"]
    )
    return f"  {violation['id']} ({violation['impact']}): {violation['help']}{nodes}"
