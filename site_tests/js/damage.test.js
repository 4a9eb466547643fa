/** Drafts that are damaged in storage: what is found, what can be saved, and that nothing is touched. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDamage } from '../../theme/assets/js/draft/damage.js';
import { readDraftText } from '../../theme/assets/js/draft/file.js';
import { garden } from './support/questionnaire.js';
import { Browser, refused, store } from './support/storage.js';

async function stored() {
  const browser = new Browser();
  const session = await browser.open({ storage: refused });
  await store(session, 'name', 'Mine');
  await store(session, 'size', 4);
  session.addEntry('jobs', 'e1', { what: 'Dig' });
  await session.settled();
  return { browser, id: session.record.id };
}

/** Do something to the rows of the journal, as a failing disk would. */
function spoil(browser, work) {
  return new Promise((resolve) => {
    browser.factory.open('/site/:drafts').onsuccess = (/** @type {any} */ { target: { result: database } }) => {
      const transaction = database.transaction(['heads', 'answers', 'entries'], 'readwrite');
      const table = (/** @type {string} */ name) => transaction.objectStore(name);
      work(table);
      transaction.oncomplete = () => {
        database.close();
        resolve(null);
      };
    };
  });
}

async function damageIn(browser) {
  const session = await browser.open({ storage: refused });
  const damages = await findDamage(/** @type {any} */ (session.store), garden, session.record.id);
  return { session, damages };
}

test('nothing is wrong with a draft that is whole, nor with one not stored yet', async () => {
  const { browser } = await stored();
  assert.deepEqual((await damageIn(browser)).damages, []);
  assert.deepEqual((await damageIn(new Browser())).damages, []);
});

test('one damaged row: the rest is at hand, the number is told, and the file has it all', async () => {
  const { browser, id } = await stored();
  await spoil(browser, (table) => table('answers').put({ id, path: 'size', answer: { value: { bad: true } } }));
  const { session, damages } = await damageIn(browser);

  assert.equal(session.value('name'), 'Mine');
  assert.deepEqual(damages.map(({ raw: _raw, ...told }) => told), [{ id, isAtHand: true, unreadable: 1, draft: null }]);
  assert.deepEqual(JSON.parse(damages[0].raw).answers.size, { value: { bad: true } });
  const file = readDraftText(damages[0].raw, garden);
  assert.ok(file.ok);
  assert.equal(file.draft.answers.name.value, 'Mine');
});

test('several damaged rows, of answers and of entries, are counted together', async () => {
  const { browser, id } = await stored();
  await spoil(browser, (table) => {
    table('answers').put({ id, path: 'size', answer: 7 });
    table('answers').put({ id, path: 'name', answer: null });
    table('entries').put({ id, entries_id: 'jobs', entry_id: 'e1', entry: 'a1' });
  });
  const { damages } = await damageIn(browser);

  assert.deepEqual(damages.map(({ unreadable }) => unreadable), [3]);
});

for (const [what, work] of /** @type {[string, (table: any, id: string) => void][]} */ ([
  ['has gone', (table, id) => table('heads').delete(id)],
  ['is damaged', (table, id) => table('heads').put({ id, opened: 1, edits: 2, draft: { questionnaire_id: 'garden' } })],
  ['is nonsense', (table, id) => table('heads').put({ id, draft: 12 })],
])) {
  test(`the head ${what}: the answers can be opened as a draft of their own`, async () => {
    const { browser, id } = await stored();
    await spoil(browser, (table) => work(table, id));
    const { session, damages } = await damageIn(browser);

    assert.equal(session.isBlank, true);
    assert.equal(damages.length, 1);
    const { draft } = damages[0];
    assert.ok(draft);
    await session.openDraft(draft);
    assert.deepEqual(session.response().answers, { name: 'Mine', size: 4, 'jobs/e1/what': 'Dig' });
    assert.equal((await damageIn(browser)).damages.length, 1, 'what is damaged stays where it is');
  });
}

test('rows of another questionnaire whose head has gone are not this one’s to offer', async () => {
  const { browser, id } = await stored();
  await spoil(browser, (table) => {
    table('heads').delete(id);
    for (const path of ['name', 'size', 'jobs/e1/what']) table('answers').delete([id, path]);
    table('answers').put({ id, path: 'oven/state', answer: { value: 'hot', stamp: ['x', 1], at: '2026-11-01T08:00:00Z' } });
  });
  assert.deepEqual((await damageIn(browser)).damages, []);
});

test('a copy in localStorage that cannot be read is offered as it is', async () => {
  const browser = new Browser();
  browser.storage.setItem('/site/:draft:garden:e1', '{"id":"e1","opened":1,"dra');
  const session = await browser.open();

  const damages = await findDamage(/** @type {any} */ (session.store), garden, session.record.id);
  assert.deepEqual(damages.map(({ raw }) => raw), ['{"id":"e1","opened":1,"dra']);
});
