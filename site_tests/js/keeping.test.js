/** Where a draft is kept can change while it is at hand: to memory alone on a shared computer, and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal } from '../../theme/assets/js/draft/journal.js';
import { LocalCopies } from '../../theme/assets/js/draft/copies.js';
import { MemoryStore } from '../../theme/assets/js/draft/memory-store.js';
import { Shelf } from '../../theme/assets/js/draft/shelf.js';
import { DraftStore } from '../../theme/assets/js/draft/store.js';
import { Browser, store } from './support/storage.js';

/** @param {Browser} browser */
async function databases(browser) {
  return (await browser.factory.databases()).map(({ name }) => name);
}

/** @param {Browser} browser */
function storeIn(browser) {
  return new DraftStore({
    journal: new Journal('/site/:drafts', () => browser.factory, 4000),
    copies: new LocalCopies(() => browser.storage, '/site/', 'garden'),
    questionnaireId: 'garden',
    idle: 0,
  });
}

test('a draft taken out of the browser goes on in memory and leaves nothing behind', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  assert.equal(session.keepsNothing, false);

  assert.equal(await session.takeOut(new MemoryStore(null)), true);
  await store(session, 'size', 4);

  assert.deepEqual([session.keepsNothing, session.value('name'), session.value('size')], [true, 'Mine', 4]);
  assert.deepEqual([browser.storage.length, await databases(browser)], [0, []]);
  assert.equal((await browser.open()).isBlank, true);
});

test('a draft that is left stays as it is, and what comes after it is not kept', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Somebody else’s');
  await session.leaveStored(new MemoryStore(null));
  assert.equal(session.isBlank, true);
  await store(session, 'name', 'Mine');

  const later = await browser.open();
  assert.deepEqual([later.draft.name, later.others], ['Somebody else’s', []]);
});

test('several drafts can be made in memory, and all are kept when the person wants that after all', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Kept before');
  await session.leaveStored(new MemoryStore(null));
  await store(session, 'name', 'First');
  await session.startAfresh();
  await store(session, 'name', 'Second');
  const shelf = new Shelf(session);
  assert.deepEqual((await shelf.list()).map(({ name }) => name), ['Second', 'First']);

  await session.keepIn(storeIn(browser));
  await store(session, 'size', 4);

  const later = await browser.open();
  assert.deepEqual([later.draft.name, later.value('size')], ['Second', 4]);
  assert.deepEqual(later.others.map(({ name }) => name).sort(), ['First', 'Kept before']);
});

test('the database stays while another draft is in it', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Other');
  await session.startAfresh();
  await store(session, 'name', 'Mine');
  await session.takeOut(new MemoryStore(null));

  const later = await browser.open();
  assert.deepEqual([later.draft.name, later.others], ['Other', []]);
});
