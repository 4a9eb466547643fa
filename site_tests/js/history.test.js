/** Undo and redo: what stood before each edit comes back, as an edit of its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answersChange } from '../../theme/assets/js/draft/change.js';
import { answeredPaths, entryIds, valueAt } from '../../theme/assets/js/draft/draft.js';
import { editCount } from '../../theme/assets/js/draft/knowledge.js';
import { Browser, next, store } from './support/storage.js';

/** What a person sees of a draft: no stamps, no tombstones. */
function seen(draft) {
  const entries = Object.keys(draft.entries).map((id) => [id, entryIds(draft, id)]);
  return {
    name: draft.name,
    answers: Object.fromEntries(answeredPaths(draft).map((path) => [path, valueAt(draft, path)]).sort()),
    entries: Object.fromEntries(entries.filter(([, ids]) => ids.length > 0)),
  };
}

/** A clock that a test turns. */
function clock() {
  let at = Date.parse('2026-11-21T10:00:00Z');
  return { now: () => new Date(at), wait: (/** @type {number} */ ms) => (at += ms) };
}

const EDITS = {
  choose: (session, n) => session.set('apple/state', ['poor', 'fair', 'good'][n % 3]),
  tick: (session, n) => session.set('apple/needs', [['water'], ['water', 'light'], null][n % 3]),
  write: (session, n) => session.set('name', `name ${n}`),
  add: (session, n) => session.addEntry('jobs', undefined, n % 2 ? { what: `job ${n}` } : {}),
  copy: (session, n) => withJob(session, n, (job) => session.duplicateEntry('jobs', job)),
  remove: (session, n) => withJob(session, n, (job) => session.removeEntry('jobs', job)),
  restore: (session, n) => {
    const removed = Object.entries(session.draft.entries.jobs ?? {}).filter(([, entry]) => entry.removed);
    if (removed.length > 0) session.restoreEntry('jobs', removed[n % removed.length][0]);
  },
  move: (session, n) => withJob(session, n, (job) => session.moveEntry('jobs', job, n % 2 ? 1 : -1)),
  fill: (session, n) => withJob(session, n, (job) => session.set(`jobs/${job}/what`, `what ${n}`)),
  several: (session, n) => {
    session.edit(answersChange(session.draft, { size: n, planted: `2020-01-0${(n % 9) + 1}` }, session.by));
  },
};

function withJob(session, n, act) {
  const jobs = session.entryIds('jobs');
  if (jobs.length > 0) act(jobs[n % jobs.length]);
}

test('whatever was done, undoing all of it brings back the beginning, and redoing all of it the end', async () => {
  const edits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(30), fc.nat(5000)), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(edits, async (steps) => {
      const { now, wait } = clock();
      const session = await new Browser().open({ now });
      const before = seen(session.draft);
      for (const [edit, n, pause] of steps) {
        EDITS[edit](session, n);
        wait(pause);
      }
      // An entry brought back from its line leaves its removal to be done again.
      while (session.redo());
      const after = seen(session.draft);
      const count = editCount(session.draft);
      let undone = 0;
      while (session.undo()) undone += 1;
      assert.deepEqual(seen(session.draft), before);
      assert.ok(editCount(session.draft) >= count + undone, 'to undo is to edit');
      while (session.redo()) undone -= 1;
      assert.equal(undone, 0);
      assert.deepEqual(seen(session.draft), after);
    }),
    { numRuns: 150 },
  );
});

test('undo is an edit with a stamp of its own, stored like any other', async () => {
  const browser = new Browser();
  const session = await browser.open();
  session.set('apple/state', 'poor');
  session.set('apple/state', 'good');
  session.undo();
  await session.settled();
  session.flush();

  assert.equal(session.draft.answers['apple/state'].stamp[1], 3);
  assert.equal((await browser.open()).value('apple/state'), 'poor');
});

test('what is typed in one go is one step; after a pause, or an edit elsewhere, it is another', async () => {
  const { now, wait } = clock();
  const session = await new Browser().open({ now });
  for (const text of ['A', 'An', 'Ann']) {
    session.set('name', text);
    wait(300);
  }
  wait(5000);
  session.set('name', 'Anna');
  session.set('size', 3);
  session.set('name', 'Anna B');

  const names = [];
  while (session.undo()) names.push(session.value('name'));
  assert.deepEqual(names, ['Anna', 'Anna', 'Ann', null]);
});

test('each choice is a step, however quickly one follows another', async () => {
  const session = await new Browser().open();
  session.set('apple/state', 'poor');
  session.set('apple/state', 'good');
  session.undo();

  assert.equal(session.value('apple/state'), 'poor');
});

test('a clock that goes back ends what was being written, and nothing else', async () => {
  const { now, wait } = clock();
  const session = await new Browser().open({ now });
  session.set('name', 'A');
  wait(-3_600_000);
  session.set('name', 'An');
  session.undo();

  assert.equal(session.value('name'), 'A');
});

test('a new edit after an undo leaves nothing to redo', async () => {
  const session = await new Browser().open();
  session.set('apple/state', 'poor');
  session.undo();
  assert.equal(session.canRedo, true);
  session.set('size', 4);

  assert.equal(session.canRedo, false);
  assert.equal(session.redo(), null);
});

test('text typed again after an undo is a step again', async () => {
  const session = await new Browser().open();
  session.set('name', 'A');
  session.undo();
  session.set('name', 'B');
  assert.equal(session.canUndo, true);
  session.undo();
  assert.equal(session.value('name'), null);
});

test('the name of the draft follows its answers back', async () => {
  const session = await new Browser().open();
  session.set('name', 'Allotment');
  session.undo();
  assert.equal(session.draft.name, '');
  session.redo();
  assert.equal(session.draft.name, 'Allotment');
});

test('an entry brought back from its line is no further step', async () => {
  const session = await new Browser().open();
  const job = session.addEntry('jobs', undefined, { what: 'Dig' });
  session.removeEntry('jobs', job);
  session.restoreEntry('jobs', job);
  assert.deepEqual(session.entryIds('jobs'), [job]);
  session.undo();

  assert.deepEqual(session.entryIds('jobs'), []);
});

test('the page hears where each edit was, and that something is taken back', async () => {
  const session = await new Browser().open();
  const heard = [];
  session.addEventListener('change', (event) => {
    const { path, answers, isTurned } = /** @type {CustomEvent} */ (event).detail;
    heard.push([path, answers, isTurned]);
  });
  session.set('size', 3);
  const job = session.addEntry('jobs', 'e1', { what: 'Dig' });
  session.edit(answersChange(session.draft, { size: 4, name: 'Mine' }, session.by), { label: 'two at once' });
  assert.equal(session.undo()?.label, 'two at once');
  session.undo();

  assert.deepEqual(heard, [
    ['size', ['size'], false],
    ['jobs', [`jobs/${job}/what`], false],
    [null, ['size', 'name'], false],
    [null, ['size', 'name'], true],
    ['jobs', [`jobs/${job}/what`], true],
  ]);
});

test('another draft begins with nothing to undo', async () => {
  const browser = new Browser();
  const session = await browser.open();
  await store(session, 'name', 'Mine');
  const heard = next(session, 'history');
  await session.startAfresh();
  await heard;

  assert.equal(session.canUndo, false);
});
