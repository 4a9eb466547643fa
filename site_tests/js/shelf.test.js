/** Several drafts in one browser: listed, renamed, copied, deleted and brought back, and begun from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shelf } from '../../theme/assets/js/draft/shelf.js';
import { Browser, fullDisk, refused, store } from './support/storage.js';

/**
 * Last year's draft, and this year's at hand.
 * @param {Parameters<Browser['open']>[0]} [parts]
 */
async function twoDrafts(parts) {
  const browser = new Browser();
  const session = await browser.open(parts);
  await store(session, 'name', 'Last year');
  const last = session.record.id;
  await session.startAfresh();
  await store(session, 'name', 'This year');
  return { browser, session, shelf: new Shelf(session), last, current: session.record.id };
}

/** @param {Shelf} shelf */
async function names(shelf) {
  return (await shelf.list()).map(({ name, isAtHand, deleted }) => {
    return `${name}${isAtHand ? ', at hand' : ''}${deleted ? ', deleted' : ''}`;
  });
}

/**
 * The names after the page is loaded again.
 * @param {Browser} browser
 */
async function namesLater(browser) {
  return names(new Shelf(await browser.open()));
}

test('every draft is listed, the one at hand first, a blank one not at all', async () => {
  const { browser, session, shelf } = await twoDrafts();
  assert.deepEqual(await names(shelf), ['This year, at hand', 'Last year']);

  await session.startAfresh();
  assert.deepEqual(await names(shelf), ['This year', 'Last year']);
  assert.deepEqual(await namesLater(browser), ['This year', 'Last year']);
});

test('any draft can be renamed, and goes back to the name of its answers', async () => {
  const { browser, shelf, last, current } = await twoDrafts();
  await shelf.rename(last, ' The old one ');
  await shelf.rename(current, 'The new one');
  assert.deepEqual(await namesLater(browser), ['The new one, at hand', 'The old one']);

  await shelf.rename(last, '');
  assert.deepEqual(await namesLater(browser), ['The new one, at hand', 'Last year']);
});

test('a copy stands beside its draft, and what is changed in one is not in the other', async () => {
  const { browser, session, shelf, last, current } = await twoDrafts();
  const copy = await shelf.duplicate(last, 'Copy of last year');
  assert.equal(session.record.id, current, 'what is at hand stays at hand');
  await session.openRecord(/** @type {string} */ (copy));
  await store(session, 'size', 7);

  const later = await browser.open();
  assert.deepEqual([later.draft.name, later.value('size')], ['Copy of last year', 7]);
  await later.openRecord(last);
  assert.deepEqual([later.draft.name, later.value('size')], ['Last year', null]);
  assert.notEqual(later.draft.draft_id, session.draft.draft_id);
});

test('a deleted draft can be brought back, in this visit and in the next', async () => {
  const { browser, shelf, last } = await twoDrafts();
  assert.equal(await shelf.delete(last), true);
  assert.deepEqual(await names(shelf), ['This year, at hand', 'Last year, deleted']);

  const session = await browser.open();
  assert.deepEqual(session.others, [], 'it is not among the drafts');
  const later = new Shelf(session);
  assert.equal(await later.bringBack(last), true);
  assert.deepEqual(await namesLater(browser), ['This year, at hand', 'Last year']);
});

test('the draft at hand can be deleted: a blank one follows, and taking it back brings it to hand again', async () => {
  const { browser, session, shelf, current } = await twoDrafts();
  await shelf.delete(current);
  assert.equal(session.isBlank, true);
  assert.deepEqual(await namesLater(browser), ['Last year', 'This year, deleted'].reverse());

  await shelf.bringBack(current);
  assert.equal(session.draft.name, 'This year');
  assert.deepEqual(await namesLater(browser), ['This year, at hand', 'Last year']);
});

test('it is gone for good after a day, or at once when the person says so', async () => {
  const { browser, shelf, last, current } = await twoDrafts();
  await shelf.delete(last);
  const soon = await browser.open({ now: () => new Date(Date.now() + 23 * 3_600_000) });
  await new Shelf(soon).tidy();
  assert.deepEqual(await namesLater(browser), ['This year, at hand', 'Last year, deleted']);

  const later = await browser.open({ now: () => new Date(Date.now() + 25 * 3_600_000) });
  await new Shelf(later).tidy();
  assert.deepEqual(await namesLater(browser), ['This year, at hand']);

  const shelfLater = new Shelf(later);
  await shelfLater.delete(current);
  await shelfLater.removeForGood(current);
  assert.deepEqual(await namesLater(browser), []);
});

test('a deletion that another tab has made final is taken back all the same while the page is open', async () => {
  const { browser, shelf, last } = await twoDrafts();
  await shelf.delete(last);
  await new Shelf(await browser.open()).removeForGood(last);

  assert.equal(await shelf.bringBack(last), true);
  assert.deepEqual(await namesLater(browser), ['This year, at hand', 'Last year']);
});

test('what another tab has written since a draft was deleted stays when it is brought back', async () => {
  const { browser, shelf, last } = await twoDrafts();
  const other = await browser.open();
  await other.openRecord(last);
  await shelf.delete(last);
  await store(other, 'size', 9);
  assert.ok((await names(shelf)).includes('Last year'), 'it is there again: somebody went on with it');

  assert.equal(await shelf.bringBack(last), true);
  const later = await browser.open();
  await later.openRecord(last);
  assert.equal(later.value('size'), 9);
});

test('what was deleted by a clock that was wrong goes too', async () => {
  const { browser, last } = await twoDrafts();
  const wrong = await browser.open({ now: () => new Date(Date.now() + 9_000 * 3_600_000) });
  await new Shelf(wrong).delete(last);

  await new Shelf(await browser.open()).tidy();
  assert.deepEqual(await namesLater(browser), ['This year, at hand']);
});

test('what another tab has written meanwhile is in the renamed draft', async () => {
  const { browser, shelf, last } = await twoDrafts();
  const other = await browser.open();
  await other.openRecord(last);
  await store(other, 'size', 9);
  await shelf.rename(last, 'The old one');

  const later = await browser.open();
  await later.openRecord(last);
  assert.deepEqual([later.draft.name, later.value('size')], ['The old one', 9]);
});

test('a full browser can be given room by deleting, and the page can still take it back', async () => {
  const { browser, last } = await twoDrafts();
  const session = await browser.open({ factory: fullDisk(browser) });
  browser.storage.room = 0;
  const shelf = new Shelf(session);
  await shelf.delete(last);

  assert.deepEqual(await names(shelf), ['This year, at hand', 'Last year, deleted']);
});

test('where nothing can be stored, the drafts of this visit are listed and renamed all the same', async () => {
  const { shelf, last } = await twoDrafts({ factory: refused, storage: refused });
  assert.equal(await shelf.rename(last, 'The old one'), false, 'it is said that it is not stored');

  assert.deepEqual(await names(shelf), ['This year, at hand', 'The old one']);
});

test('a draft that is started from another is at hand, and the other stays', async () => {
  const { browser, session, shelf, last } = await twoDrafts();
  assert.equal(await shelf.startFrom(last, []), 'started');

  assert.equal(session.draft.started_from?.name, 'Last year');
  assert.equal((await namesLater(browser)).length, 3);
  await store(session, 'name', 'Next year');
  const stamps = Object.values(session.draft.answers).map(({ stamp: [editor] }) => editor);
  assert.deepEqual([...new Set(stamps)], [session.record.editor], 'one line of editing');
});
