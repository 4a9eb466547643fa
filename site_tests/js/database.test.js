/** The journal's database through releases of this page: brought forward with every row, and never waited for in vain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, store } from './support/storage.js';

/** As the first release made it. */
const FIRST = { heads: 'id', answers: ['id', 'path'], entries: ['id', 'entries_id', 'entry_id'] };

/** A tab with the first release, which keeps its connection; `polite` lets go of it when asked to. */
async function firstRelease(browser, { polite }) {
  const database = await opened(browser.factory.open('/site/:drafts', 1), (/** @type {any} */ db) => {
    for (const [table, keyPath] of Object.entries(FIRST)) db.createObjectStore(table, { keyPath });
  });
  if (polite) database.onversionchange = () => database.close();
  const at = '2026-11-01T10:00:00.000Z';
  const draft = {
    type: 'questionnaire-draft', draft_version: 1, draft_id: 'd1', name: 'Kept', questionnaire_id: 'garden',
    questionnaire_revision: 2, created_at: at, saved_at: at, editors: { ann: '' }, seen: { ann: 3 },
  };
  const rows = database.transaction(Object.keys(FIRST), 'readwrite');
  rows.objectStore('heads').put({ id: 'r1', opened: 4, editor: 'ann', step: null, downloaded: null, edits: 3, draft });
  rows.objectStore('answers').put({ id: 'r1', path: 'name', answer: { value: 'Kept', stamp: ['ann', 1], at } });
  rows.objectStore('answers').put({ id: 'r1', path: 'jobs/e1/what', answer: { value: 'Dig', stamp: ['ann', 3], at } });
  const entry = { order: 'a1', stamp: ['ann', 2], at, removed: false };
  rows.objectStore('entries').put({ id: 'r1', entries_id: 'jobs', entry_id: 'e1', entry });
  await new Promise((resolve) => (rows.oncomplete = resolve));
  return database;
}

/** @returns {Promise<any>} */
function opened(request, upgrade = (/** @type {any} */ _database) => {}) {
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

test('what the first release has stored is there, with a tab of it open', async () => {
  const browser = new Browser();
  await firstRelease(browser, { polite: true });
  const session = await browser.open();

  assert.deepEqual(session.response().answers, { name: 'Kept', 'jobs/e1/what': 'Dig' });
  assert.deepEqual(session.health, { journal: null, local: null });
  await store(session, 'size', 3);
  assert.equal(await session.snapshot('merge'), true);
  assert.equal((await browser.open()).value('size'), 3);
});

test('a tab that does not let go of the old database is not waited for, and nothing is lost by it', async () => {
  const browser = new Browser();
  const old = await firstRelease(browser, { polite: false });
  const began = Date.now();
  const session = await browser.open({ patience: 200 });
  assert.ok(Date.now() - began < 1000);
  assert.equal(session.health.journal, 'blocked');
  await store(session, 'size', 3);

  old.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await store(session, 'size', 4);
  assert.equal(session.health.journal, null);
  const later = await browser.open();
  assert.equal(later.value('name'), 'Kept', 'the one that was opened later than this new one');
  await later.openRecord(later.others[0].id);
  assert.equal(later.value('size'), 4);
});

test('a database that answers nobody is not waited for, and is used again once it does', async () => {
  const browser = new Browser();
  await store(await browser.open(), 'name', 'Mine');
  const database = await opened(browser.factory.open('/site/:drafts'));
  const busy = database.transaction(['heads', 'answers'], 'readwrite');
  let isBusy = true;
  const again = () => {
    if (isBusy) busy.objectStore('heads').count().onsuccess = again;
  };
  again();
  const began = Date.now();
  const session = await browser.open({ patience: 200 });
  await store(session, 'size', 3);
  assert.ok(Date.now() - began < 2000);
  assert.equal(session.health.journal, 'blocked');
  assert.deepEqual(session.response().answers, { name: 'Mine', size: 3 }, 'the copies in localStorage are believed');

  isBusy = false;
  await new Promise((resolve) => (busy.oncomplete = resolve));
  await store(session, 'size', 4);
  assert.equal(session.health.journal, null);
  assert.deepEqual((await browser.open()).response().answers, { name: 'Mine', size: 4 });
});

test('a database that a later release has brought forward is used as it is', async () => {
  const browser = new Browser();
  await store(await browser.open(), 'name', 'Mine');
  const later = await opened(browser.factory.open('/site/:drafts', 7), (/** @type {any} */ database) => {
    database.createObjectStore('something-new', { keyPath: 'id' });
  });
  later.close();
  const session = await browser.open();
  await store(session, 'size', 3);

  assert.deepEqual(session.health, { journal: null, local: null });
  assert.deepEqual([session.value('name'), session.value('size')], ['Mine', 3]);
});
