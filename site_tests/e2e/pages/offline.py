"""What a page says of being kept in the browser, and what the browser itself keeps of it."""

from playwright.sync_api import Page, expect

from site_tests.e2e.words import words
from site_tests.support.browsing import PYTHON_TIMEOUT

ENOUGH = 10_000
"""Milliseconds after which a page has begun to have the site kept."""

# The memory that Python is started with on a later visit, where it is kept.
FIND_MEMORY = """async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const address = (await cache.keys()).find(({ url }) => url.includes('python-memory'));
    if (address) return { cache, address };
  }
  return null;
}"""
MEMORY_KEPT = f"""new Promise((resolve) => {{
  const look = async () => ((await ({FIND_MEMORY})()) ? resolve() : setTimeout(look, 100));
  look();
}})"""
MEMORY_BYTES = f"""async () => {{
  const {{ cache, address }} = await ({FIND_MEMORY})();
  return (await (await cache.match(address)).arrayBuffer()).byteLength;
}}"""
DAMAGE_MEMORY = f"""async () => {{
  const {{ cache, address }} = await ({FIND_MEMORY})();
  await cache.put(address, new Response('no memory of any Python'));
}}"""


class Offline:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.line = page.locator("[data-offline]")
        self.take_over = self.line.get_by_role("button", name=words("offline.take_over"))
        self.box = page.locator('[data-module="offline"]')
        """On the page about privacy."""

    def expect_ready(self) -> None:
        expect(self.line).to_have_text(words("offline.ready"), timeout=PYTHON_TIMEOUT)

    def expect_update(self) -> None:
        expect(self.line).to_contain_text(words("offline.update"), timeout=PYTHON_TIMEOUT)

    def caches(self) -> list[str]:
        names: list[str] = self.page.evaluate("caches.keys()")
        return names

    def workers(self) -> int:
        count: int = self.page.evaluate(
            "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
        )
        return count

    def expect_memory(self) -> None:
        self.page.evaluate(MEMORY_KEPT)

    def memory_bytes(self) -> int:
        count: int = self.page.evaluate(MEMORY_BYTES)
        return count

    def damage_memory(self) -> None:
        self.page.evaluate(DAMAGE_MEMORY)
