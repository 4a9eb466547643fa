/** Drafts in a browser: what is kept, where, and what happens when storage fails. Long: a list of short cases. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DRAFT_VERSION } from '../../theme/assets/js/draft/draft.js';
import { readDraftText, toFileText } from '../../theme/assets/js/draft/file.js';
import { Browser, fullDisk, MemoryStorage, next, refused, store } from './support/storage.js';
import { garden } from './support/questionnaire.js';

/** A database that opens and never says so. */
const neverOpens = () => ({ open: () => ({}) });

test('closing and opening again brings everything back, the place too', async () => {
  const browser = new Browser();
  const first = await browser.open();
  await store(first, 'name', 'Mine');
  const job = first.addEntry('jobs');
  await store(first, `jobs/${job}/what`, 'Dig');
  first.setStep('apple');
  first.markDownloaded();
  await first.settled();

  const again = await browser.open();

  assert.deepEqual(again.draft, first.draft);
  assert.equal(again.step, 'apple');
  assert.equal(again.draft.name, 'Mine');
  assert.equal(again.changedSinceDownload, false);
  assert.equal(again.savedAt, first.draft.saved_at);
});

test('a blank draft leaves no trace', async () => {
  const browser = new Browser();
  const session = await browser.open();
  session.setStep('apple');
  await session.settled();
  session.flush();

  assert.equal(browser.storage.length, 0);
  assert.equal((await browser.open()).isBlank, true);
});

test('saved means that the journal has it: a browser killed then loses nothing', async () => {
  const browser = new Browser();
  const session = await browser.open({ idle: 60_000 });
  const saved = next(session, 'saved');
  session.set('name', 'Mine');
  session.set('size', 4);
  await saved;

  assert.equal(browser.storage.length, 0, 'localStorage was not written yet');
  const again = await browser.open();
  assert.deepEqual([again.value('name'), again.value('size')], ['Mine', 4]);
  session.store.forget();
});

test('the page going away writes localStorage at once', async () => {
  const browser = new Browser();
  const session = await browser.open({ idle: 60_000, factory: refused });
  session.set('name', 'Mine');
  await Promise.resolve();
  session.flush();
  browser.factory = new (Object.getPrototypeOf(browser.factory).constructor)();

  assert.equal((await browser.open()).value('name'), 'Mine');
});

test('a download is known of, even if the page went before the journal had noted it', async () => {
  const browser = new Browser();
  const session = await browser.open({ idle: 60_000 });
  await store(session, 'name', 'Mine');
  const { journal } = /** @type {import('../../theme/assets/js/draft/store.js').DraftStore} */ (session.store);
  journal.write = () => new Promise(() => {});
  session.markDownloaded();
  await Promise.resolve();
  session.flush();

  const again = await browser.open();

  assert.equal(again.changedSinceDownload, false);
  assert.equal(again.lastDownloadedAt, session.lastDownloadedAt);
});

test('on opening, of each answer the later is believed, wherever it was kept', async () => {
  const browser = new Browser();
  const start = await browser.open();
  await store(start, 'name', 'first');
  const onlyLocal = await browser.open({ factory: refused });
  await store(onlyLocal, 'name', 'second');
  const onlyJournal = await browser.open({ storage: refused });
  assert.equal(onlyJournal.value('name'), 'first');
  await store(onlyJournal, 'size', 7);

  const joined = await browser.open();
  assert.deepEqual([joined.value('name'), joined.value('size')], ['second', 7]);
  // And the journal has it all from now on.
  const later = await browser.open({ storage: refused });
  assert.deepEqual([later.value('name'), later.value('size')], ['second', 7]);
});

for (const { what, health, ...parts } of [
  { what: 'localStorage is blocked', storage: refused, health: { journal: null, local: 'blocked' } },
  { what: 'IndexedDB is blocked', factory: refused, health: { journal: 'blocked', local: null } },
  { what: 'IndexedDB never opens', factory: neverOpens, health: { journal: 'blocked', local: null } },
  { what: 'there is no IndexedDB', factory: () => undefined, health: { journal: 'blocked', local: null } },
]) {
  test(`${what}: answers are kept in the other place, and it is known`, async () => {
    const browser = new Browser();
    const session = await browser.open(parts);
    await store(session, 'name', 'Mine');
    await store(session, 'name', 'Still mine');

    assert.deepEqual(session.health, health);
    assert.equal((await browser.open(parts)).value('name'), 'Still mine');
  });
}

test('both are blocked: it says so, the draft lives on in memory, and the file holds all of it', async () => {
  const session = await new Browser().open({ storage: refused, factory: refused });
  const failed = next(session, 'save-failed');
  session.set('name', 'Mine');
  session.set('size', 4);

  assert.deepEqual(await failed, { reason: 'blocked' });
  assert.equal(session.savedAt, null);
  const file = readDraftText(toFileText(session.draft), garden);
  assert.ok(file.ok);
  assert.equal(file.summary.answers, 2);
});

test('no room anywhere: it says so, and saves all of it once there is room', async () => {
  const browser = new Browser();
  const storage = new MemoryStorage(10);
  const session = await browser.open({ storage: () => storage, factory: fullDisk(browser) });
  const failed = next(session, 'save-failed');
  session.set('name', 'Mine');
  assert.deepEqual(await failed, { reason: 'full' });
  session.set('size', 4);
  await next(session, 'save-failed');

  storage.room = Infinity;
  const saved = next(session, 'saved');
  session.retry();
  await saved;

  const again = await browser.open({ storage: () => storage });
  assert.deepEqual([again.value('name'), again.value('size')], ['Mine', 4]);
});

test('a draft that outgrows localStorage lives in the journal, and leaves no old copy behind', async () => {
  const browser = new Browser();
  browser.storage.room = 5000;
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  assert.equal(browser.storage.length, 1);
  await store(session, 'name', 'x'.repeat(10_000));

  assert.equal(browser.storage.length, 0);
  assert.deepEqual(session.health, { journal: null, local: 'full' });
  assert.equal((await browser.open()).value('name'), 'x'.repeat(10_000));
});

test('a draft wiped under the page is written whole again', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  browser.storage = new MemoryStorage();
  await new Promise((resolve) => (browser.factory.deleteDatabase('/site/:drafts').onsuccess = resolve));
  const told = next(session, 'rewritten');
  await store(session, 'size', 4);
  await told;

  const again = await browser.open();
  assert.deepEqual([again.value('name'), again.value('size')], ['Mine', 4]);
});

test('a damaged copy is reported and left alone', async () => {
  const browser = new Browser();
  const key = '/site/:draft:garden:e1';
  browser.storage.setItem(key, '{"id":"e1","opened":1,"dra');
  const session = await browser.open();
  await store(session, 'name', 'Mine');

  assert.equal(session.damaged, true);
  assert.equal(browser.storage.getItem(key), '{"id":"e1","opened":1,"dra');
  assert.equal((await browser.open()).value('name'), 'Mine');
});

test('a damaged copy of what the journal holds whole is no matter', async () => {
  const browser = new Browser();
  await store(await browser.open(), 'name', 'Mine');
  browser.storage.setItem(/** @type {string} */ (browser.storage.key(0)), '{"id":');
  const session = await browser.open();

  assert.equal(session.damaged, false);
  assert.equal(session.value('name'), 'Mine');
});

test('a record that the journal cannot give does not stand in the way of the others', async () => {
  const browser = new Browser();
  const session = await browser.open({ storage: refused });
  await store(session, 'name', 'Mine');
  await session.startAfresh();
  await store(session, 'name', 'Damaged');
  await setLatestVersion(browser, 'one');

  const again = await browser.open({ storage: refused });
  assert.deepEqual([again.damaged, again.value('name')], [true, 'Mine']);
  await store(again, 'size', 3);
  assert.equal((await browser.open({ storage: refused })).value('size'), 3);
});

test('what a later release has stored is called that, not damaged, and is left alone', async () => {
  const browser = new Browser();
  const session = await browser.open({ storage: refused });
  await store(session, 'name', 'Mine');
  await setLatestVersion(browser, DRAFT_VERSION + 1);

  const failed = next(session, 'save-failed');
  session.set('size', 3);
  assert.equal((await failed).reason, 'later-release', 'the tab that has it open cannot write over it');

  const again = await browser.open({ storage: refused });
  assert.deepEqual([again.laterRelease, again.damaged, again.isBlank], [true, false, true]);
  await store(again, 'name', 'Another');
  await setLatestVersion(browser, DRAFT_VERSION + 1);
  const third = await browser.open({ storage: refused });
  assert.deepEqual([third.laterRelease, third.others], [true, []]);
});

test('a copy in localStorage from a later release is left alone too, where there is no journal', async () => {
  const browser = new Browser();
  const session = await browser.open({ factory: refused });
  await store(session, 'name', 'Mine');
  const key = /** @type {string} */ (browser.storage.key(0));
  const stored = JSON.parse(browser.storage.getItem(key));
  stored.draft.draft_version += 1;
  const later = JSON.stringify(stored);
  browser.storage.setItem(key, later);

  const failed = next(session, 'save-failed');
  await store(session, 'size', 3);
  assert.equal((await failed).reason, 'later-release');
  assert.equal(browser.storage.getItem(key), later);
  const again = await browser.open({ factory: refused });
  assert.deepEqual([again.laterRelease, again.damaged, again.isBlank], [true, false, true]);
});

test('what an earlier release has stored is brought forward with the first edit', async () => {
  const browser = new Browser();
  const session = await browser.open({ storage: refused });
  await store(session, 'name', 'Mine');
  await setLatestVersion(browser, 1);
  const again = await browser.open({ storage: refused });
  await store(again, 'size', 3);

  const third = await browser.open({ storage: refused });
  assert.deepEqual([third.draft.draft_version, third.value('name'), third.value('size')], [DRAFT_VERSION, 'Mine', 3]);
});

test('clearing removes this site’s drafts and nothing else', async () => {
  const browser = new Browser();
  const others = ['/site/other/:draft:garden:e1', '/:draft:garden:e1', 'theme'];
  for (const key of others) browser.storage.setItem(key, 'kept');
  const neighbour = await browser.open({ prefix: '/neighbour/' });
  await store(neighbour, 'name', 'Theirs');
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  await session.startAfresh();
  await store(session, 'name', 'Mine too');

  assert.equal(await session.clear(), true);

  assert.equal(session.isBlank, true);
  assert.deepEqual(session.others, []);
  for (const key of others) assert.equal(browser.storage.getItem(key), 'kept');
  assert.equal((await browser.open({ prefix: '/neighbour/' })).value('name'), 'Theirs');
  assert.deepEqual((await browser.factory.databases()).map(({ name }) => name), ['/neighbour/:drafts']);
  assert.equal((await browser.open()).isBlank, true);
});

test('taking over what another tab has saved does not bring back what is cleared meanwhile', async () => {
  const browser = new Browser();
  const one = await browser.open();
  await store(one, 'name', 'Mine');
  const other = await browser.open();
  await store(one, 'size', 4);
  const read = other.store.read.bind(other.store);
  const cleared = next(other, 'replaced');
  other.store.read = async (id) => {
    const record = await read(id);
    await one.clear();
    await cleared;
    return record;
  };
  await other.refresh();

  assert.equal(other.isBlank, true);
});

test('a save under way does not bring back what is cleared in another tab', async () => {
  const browser = new Browser();
  const one = await browser.open();
  await store(one, 'name', 'Mine');
  const other = await browser.open({ idle: 5 });
  other.set('size', 4);
  await one.clear();
  await other.settled();
  await new Promise((resolve) => setTimeout(resolve, 20));

  assert.equal(other.isBlank, true);
  assert.equal(browser.storage.length, 0);
  assert.equal((await browser.open()).isBlank, true);
});

/**
 * Say of the record at hand in the journal that another release wrote it, or one that makes no sense.
 * @param {Browser} browser
 * @param {unknown} version
 */
function setLatestVersion(browser, version) {
  return new Promise((resolve) => {
    browser.factory.open('/site/:drafts').onsuccess = (/** @type {any} */ { target: { result: database } }) => {
      const heads = database.transaction('heads', 'readwrite').objectStore('heads');
      heads.getAll().onsuccess = (/** @type {any} */ { target: { result } }) => {
        const latest = result.sort((a, b) => b.opened - a.opened)[0];
        heads.put({ ...latest, draft: { ...latest.draft, draft_version: version } }).onsuccess = () => {
          database.close();
          resolve(null);
        };
      };
    };
  });
}
