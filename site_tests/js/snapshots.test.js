/** Earlier versions of a draft: when they are kept, which, and going back to one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answersChange } from '../../theme/assets/js/draft/change.js';
import { EarlierVersions } from '../../theme/assets/js/draft/earlier-versions.js';
import { contentOf, differenceOf, placeFor } from '../../theme/assets/js/draft/snapshots.js';
import { Browser, refused, store } from './support/storage.js';

const MINUTE = 60_000;

/** A draft, and the clock by which its earlier versions are kept. */
async function begin(browser = new Browser()) {
  const session = await browser.open();
  let time = 0;
  const versions = new EarlierVersions(session, () => time);
  await written(session);
  return { browser, session, versions, wait: (/** @type {number} */ ms) => (time += ms) };
}

/** All that is under way is done. */
async function written(session) {
  await session.settled();
  session.flush();
  await new Promise((resolve) => setTimeout(resolve, 10));
}

const told = async (versions) => (await versions.list()).map(({ reason, draft }) => [reason, draft.answers.name?.value]);

test('one is kept on opening, when something has changed since the last', async () => {
  const { browser, session, versions } = await begin();
  assert.deepEqual(await versions.list(), [], 'a blank draft is not worth it');
  await store(session, 'name', 'Mine');
  const later = await begin(browser);
  assert.deepEqual(await told(later.versions), [['opened', 'Mine']]);

  assert.deepEqual(await told((await begin(browser)).versions), [['opened', 'Mine']]);
  await store(later.session, 'name', 'Ours');
  const last = await begin(browser);
  assert.deepEqual(await told(last.versions), [['opened', 'Ours'], ['opened', 'Mine']]);
});

test('one is kept at the first edit after ten minutes, as things stood before it', async () => {
  const { session, versions, wait } = await begin();
  await store(session, 'name', 'first');
  wait(9 * MINUTE);
  await store(session, 'name', 'second');
  assert.deepEqual(await versions.list(), []);
  wait(2 * MINUTE);
  await store(session, 'name', 'third');
  await written(session);
  assert.deepEqual(await told(versions), [['edited', 'second']]);
});

test('ten are kept, and the oldest go first', async () => {
  const { session, versions } = await begin();
  for (let n = 1; n <= 13; n += 1) {
    await store(session, 'size', n);
    assert.equal(await session.snapshot('merge'), true);
  }
  const kept = (await versions.list()).map(({ draft }) => draft.answers.size.value);
  assert.deepEqual(kept, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
});

test('the same answers are not kept twice, and the reason that matters is told', async () => {
  const { session, versions } = await begin();
  await store(session, 'name', 'Mine');
  await session.snapshot('opened');
  await session.snapshot('merge');
  await session.snapshot('edited');
  assert.deepEqual(await told(versions), [['merge', 'Mine']]);

  session.edit(answersChange(session.draft, { name: 'Ours' }, session.by));
  await session.snapshot('merge');
  session.undo();
  await session.snapshot('back');
  assert.deepEqual(await told(versions), [['back', 'Mine'], ['merge', 'Ours']]);
});

test('going back is an edit that can be undone, and keeps what stood before it', async () => {
  const { browser, session, versions } = await begin();
  const first = session.addEntry('jobs', 'first', { what: 'Dig' });
  await store(session, 'name', 'Mine');
  await session.snapshot('merge');
  session.removeEntry('jobs', first);
  session.addEntry('jobs', 'second', { what: 'Sow' });
  session.set('apple/state', 'good');
  await store(session, 'name', 'Theirs');
  const after = contentOf(session.draft);
  const edits = session.draft.seen[session.by.editor];

  const [earlier] = await versions.list();
  assert.deepEqual(differenceOf(session.draft, earlier.draft), {
    answers: ['name', 'apple/state'].sort((a, b) => (a === 'name' ? -1 : 1)),
    entries: Object.assign(Object.create(null), { jobs: { more: 1, fewer: 1 } }),
  });
  assert.equal(await versions.goBackTo(earlier, 'to before'), true);
  assert.deepEqual(session.entryIds('jobs'), ['first']);
  assert.deepEqual([session.value('name'), session.value('apple/state')], ['Mine', null]);
  assert.equal(session.draft.name, 'Mine');
  assert.equal(session.draft.seen[session.by.editor], edits + 1, 'an edit like any other');
  assert.deepEqual((await told(versions))[0], ['back', 'Theirs']);

  await written(session);
  assert.equal((await browser.open()).value('name'), 'Mine');
  assert.equal(session.undo()?.label, 'to before');
  assert.equal(contentOf(session.draft), after);
});

test('earlier versions go with their draft, and those of others stay', async () => {
  const { session, versions } = await begin();
  await store(session, 'name', 'Mine');
  await session.snapshot('merge');
  const { id } = session.record;
  await session.startAfresh();
  await store(session, 'name', 'New');
  await session.snapshot('merge');
  await session.store.remove(id);

  assert.deepEqual(await told(versions), [['merge', 'New']]);
  const table = await session.store.snapshots();
  assert.deepEqual(await table?.list(id), []);
});

test('a clock that goes back changes neither the order nor when one is kept', async () => {
  const browser = new Browser();
  const session = await browser.open({ now: () => new Date('2026-11-21T10:00:00Z') });
  await store(session, 'name', 'first');
  await session.snapshot('merge');
  const later = await browser.open({ now: () => new Date('2020-01-01T00:00:00Z') });
  await store(later, 'name', 'second');
  await later.snapshot('merge');

  const kept = await (await later.store.snapshots())?.list(later.record.id);
  assert.deepEqual(kept?.map(({ draft }) => draft.answers.name.value), ['second', 'first']);
});

test('where the journal cannot be used there are none, and nothing breaks', async () => {
  const session = await new Browser().open({ factory: refused });
  const versions = new EarlierVersions(session);
  await store(session, 'name', 'Mine');

  assert.equal(await session.snapshot('merge'), false);
  assert.deepEqual(await versions.list(), []);
});

test('however many are taken, at most ten different ones stay, and the newest is among them', () => {
  const taken = fc.array(fc.record({ reason: fc.constantFrom('opened', 'merge', 'back'), content: fc.nat(15) }));
  fc.assert(
    fc.property(taken, (all) => {
      /** @type {any[]} */
      let kept = [];
      for (const one of all) {
        const snapshot = { ...one, content: String(one.content) };
        const { number, drop } = placeFor(kept, snapshot);
        kept = kept.filter((other) => !drop.includes(other.number));
        if (number !== null) kept.push({ ...snapshot, number });
        assert.ok(kept.length <= 10);
        assert.equal(new Set(kept.map(({ content }) => content)).size, kept.length);
        assert.equal(kept.at(-1).content, snapshot.content);
        assert.deepEqual(kept.map(({ number: n }) => n), kept.map(({ number: n }) => n).sort((a, b) => a - b));
      }
    }),
  );
});
