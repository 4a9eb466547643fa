"""Browsers that keep nothing, or have no room: scripts to run before a page, and storage to use up."""

from playwright.sync_api import Page

LOCAL_BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('refused', 'SecurityError'); },
});"""
JOURNAL_BLOCKED = (
    """IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };"""
)
# Only a page that is served has storage to estimate.
NEARLY_FULL = """if (navigator.storage) {
  navigator.storage.estimate = async () => ({ usage: 99e6, quota: 100e6 });
}"""

STORED = """async () => {
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const rows = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const table of database.objectStoreNames) {
      rows.push(await done(database.transaction(table).objectStore(table).getAll()));
    }
    database.close();
  }
  return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), rows]);
}"""


def stored_text(page: Page) -> str:
    """Everything that the site keeps in this browser, as one text."""
    text: str = page.evaluate(STORED)
    return text


# Spoils the one draft in the journal, and takes away the copy in localStorage.
SPOIL = """async (what) => {
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.endsWith(':drafts'));
  const database = await done(indexedDB.open(name));
  const tables = database.transaction(['heads', 'answers'], 'readwrite');
  const [head] = await done(tables.objectStore('heads').getAll());
  if (what === 'head') await done(tables.objectStore('heads').delete(head.id));
  else await done(tables.objectStore('answers').put({ id: head.id, path: what, answer: 'spoiled' }));
  database.close();
  localStorage.clear();
}"""


class Room:
    """Storage that is full: localStorage taken up by a neighbour, and no more room for IndexedDB."""

    FILL = """() => {
      for (let size = 2 ** 23, number = 0; size >= 1; size = Math.floor(size / 2), number += 1) {
        try {
          localStorage.setItem(`/neighbour/:${number}`, 'x'.repeat(size));
        } catch {}
      }
    }"""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.session = page.context.new_cdp_session(page)

    def use_up(self) -> None:
        self.page.evaluate(self.FILL)
        self.session.send("Storage.overrideQuotaForOrigin", {"origin": self.origin, "quotaSize": 1})

    def make(self) -> None:
        self.page.evaluate("localStorage.clear()")
        self.session.send("Storage.overrideQuotaForOrigin", {"origin": self.origin})


class BrowserRecords:
    """What the browser itself says that an origin keeps, asked past the page and its scripts."""

    def __init__(self, page: Page, origin: str) -> None:
        self.session = page.context.new_cdp_session(page)
        self.origin = origin

    def databases(self) -> list[str]:
        names = self.session.send("IndexedDB.requestDatabaseNames", {"securityOrigin": self.origin})
        return list(names["databaseNames"])

    def items(self) -> list[list[str]]:
        found: list[list[str]] = []
        for is_local in (True, False):
            storage = {"securityOrigin": self.origin, "isLocalStorage": is_local}
            found += self.session.send("DOMStorage.getDOMStorageItems", {"storageId": storage})["entries"]
        return found

    def expect_nothing(self) -> None:
        assert (self.databases(), self.items()) == ([], [])
