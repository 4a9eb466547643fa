import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  answerChange,
  apply,
  combine,
  entryChange,
  placeChange,
} from '../../theme/assets/js/draft/change.js';
import { answeredPaths, entryIds, newDraft, valueAt } from '../../theme/assets/js/draft/draft.js';
import { editCount } from '../../theme/assets/js/draft/knowledge.js';
import { isBehind, newest } from '../../theme/assets/js/draft/newest.js';
import { isOrder, orderBetween } from '../../theme/assets/js/draft/order.js';

const at = '2026-11-21T10:00:00Z';
const BY = { editor: 'ann', at };

function blank() {
  return newDraft({ draftId: 'd1', questionnaireId: 'garden', revision: 1, at });
}

function withJobs(...ids) {
  const draft = blank();
  for (const id of ids) apply(draft, entryChange(draft, 'jobs', id, {}, BY));
  return draft;
}

/** The same draft, as it would be after a file or storage. */
function copyOf(draft) {
  const copy = blank();
  apply(copy, structuredClone({ ...draft, entries: { ...draft.entries } }));
  return copy;
}

test('each edit has the next stamp of its editor, and the draft has seen it', () => {
  const draft = blank();
  apply(draft, answerChange(draft, 'a', 'one', BY));
  apply(draft, answerChange(draft, 'b', 'two', { editor: 'ben', at }));
  apply(draft, answerChange(draft, 'a', null, BY));

  assert.deepEqual(draft.answers.a, { value: null, stamp: ['ann', 2], at });
  assert.deepEqual(draft.answers.b.stamp, ['ben', 1]);
  assert.deepEqual({ ...draft.seen }, { ann: 2, ben: 1 });
  assert.deepEqual({ ...draft.editors }, { ann: '', ben: '' });
  assert.equal(editCount(draft), 3);
});

test('making a change alters nothing', () => {
  const draft = withJobs('x', 'y');
  const before = JSON.stringify(draft);
  answerChange(draft, 'a', 'one', BY);
  entryChange(draft, 'jobs', 'x', { removed: true }, BY);
  placeChange(draft, 'jobs', 'x', { after: 'y' }, BY);

  assert.equal(JSON.stringify(draft), before);
});

test('paths that Object knows are paths like any other', () => {
  const draft = blank();
  assert.equal(valueAt(draft, 'constructor'), null);
  apply(draft, answerChange(draft, '__proto__', 'text', BY));
  apply(draft, entryChange(draft, '__proto__', 'constructor', {}, BY));

  assert.equal(valueAt(draft, '__proto__'), 'text');
  assert.deepEqual(entryIds(draft, '__proto__'), ['constructor']);
  assert.equal(/** @type {any} */ ({}).value, undefined);
});

test('entries keep their order; a removed one is a tombstone and comes back to its place', () => {
  const draft = withJobs('x', 'y', 'z');
  apply(draft, entryChange(draft, 'jobs', 'y', { removed: true }, BY));
  assert.deepEqual(entryIds(draft, 'jobs'), ['x', 'z']);
  assert.equal(draft.entries.jobs.y.removed, true);
  assert.deepEqual(entryIds(draft, 'jobs', new Set(['y'])), ['x', 'y', 'z']);

  apply(draft, entryChange(draft, 'jobs', 'y', { removed: false }, BY));
  assert.deepEqual(entryIds(draft, 'jobs'), ['x', 'y', 'z']);
});

test('a new entry goes last, even after the last one was removed', () => {
  const draft = withJobs('x', 'y');
  apply(draft, entryChange(draft, 'jobs', 'y', { removed: true }, BY));
  apply(draft, entryChange(draft, 'jobs', 'a', {}, BY));

  assert.deepEqual(entryIds(draft, 'jobs', new Set(['y'])), ['x', 'y', 'a']);
});

test('answers of removed entries and blanks are not counted', () => {
  const draft = withJobs('x', 'y');
  for (const [path, value] of [['name', 'Mine'], ['size', null], ['jobs/x/what', 'Dig'], ['jobs/y/what', 'Sow']]) {
    apply(draft, answerChange(draft, String(path), value, BY));
  }
  apply(draft, entryChange(draft, 'jobs', 'y', { removed: true }, BY));

  assert.deepEqual(answeredPaths(draft), ['name', 'jobs/x/what']);
});

test('moving does what a list does, whatever the keys', () => {
  const move = fc.record({ index: fc.nat(7), direction: fc.constantFrom(-1, 1) });
  const keys = fc.array(fc.constantFrom('a1', 'a1', 'a2', 'z', 'zz1', 'V'), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(keys, fc.array(move, { maxLength: 40 }), (orders, moves) => {
      const draft = blank();
      orders.forEach((order, index) => apply(draft, entryChange(draft, 'jobs', `e${index}`, { order }, BY)));
      const expected = entryIds(draft, 'jobs');
      for (const { index, direction } of moves) {
        const id = expected[index % expected.length];
        const from = expected.indexOf(id);
        const neighbour = expected[from + direction];
        if (neighbour === undefined) continue;
        const where = direction < 0 ? { before: neighbour } : { after: neighbour };
        apply(draft, placeChange(draft, 'jobs', id, where, BY));
        expected.splice(from + direction, 0, ...expected.splice(from, 1));
        assert.deepEqual(entryIds(draft, 'jobs'), expected);
      }
    }),
  );
});

test('there is always room between two keys, and at either end', () => {
  const places = fc.array(fc.nat(), { maxLength: 60 });
  fc.assert(
    fc.property(places, (choices) => {
      /** @type {string[]} */
      const keys = [];
      for (const choice of choices) {
        const index = choice % (keys.length + 1);
        const key = orderBetween(keys[index - 1] ?? null, keys[index] ?? null);
        assert.ok(isOrder(key), key);
        keys.splice(index, 0, key);
      }
      assert.deepEqual(keys, [...new Set(keys)].sort());
    }),
  );
});

test('three hundred entries added one after the other have short keys', () => {
  /** @type {string | null} */
  let order = null;
  for (let count = 0; count < 300; count += 1) order = orderBetween(order, null);

  assert.ok(String(order).length <= 8, String(order));
});

test('two changes as one do what they do one after the other', () => {
  const edit = fc.oneof(
    fc.record({ path: fc.constantFrom('a', 'b', 'c'), value: fc.string() }),
    fc.record({ entry: fc.constantFrom('x', 'y'), removed: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const draft = blank();
      let together = {};
      for (const one of edits) {
        const change =
          'path' in one
            ? answerChange(draft, one.path, one.value, BY)
            : entryChange(draft, 'jobs', one.entry, { removed: one.removed }, BY);
        apply(draft, change);
        together = combine(together, change);
      }
      const atOnce = blank();
      apply(atOnce, together);
      assert.deepEqual(atOnce, draft);
    }),
  );
});

test('of two copies of a draft, the later of each answer is believed', () => {
  const start = withJobs('x');
  apply(start, answerChange(start, 'a', 'first', BY));
  const one = copyOf(start);
  const other = copyOf(start);
  apply(one, answerChange(one, 'a', 'second', BY));
  apply(one, answerChange(one, 'b', 'only here', BY));
  apply(other, entryChange(other, 'jobs', 'x', { removed: true }, { editor: 'ann', at: '2026-11-21T11:00:00Z' }));

  for (const joined of [newest(one, other), newest(other, one)]) {
    assert.equal(valueAt(joined, 'a'), 'second');
    assert.equal(valueAt(joined, 'b'), 'only here');
    assert.deepEqual(entryIds(joined, 'jobs'), []);
    assert.equal(joined.seen.ann, 4);
  }
});

test('of two copies the one that has seen the other’s answer has the later one, whatever the clocks say', () => {
  const behind = blank();
  apply(behind, answerChange(behind, 'a', 'first', { editor: 'ann', at: '2030-01-01T00:00:00Z' }));
  apply(behind, entryChange(behind, 'jobs', 'x', {}, { editor: 'ann', at: '2030-01-01T00:00:00Z' }));
  const ahead = copyOf(behind);
  apply(ahead, answerChange(ahead, 'a', 'second', { editor: 'ben', at: '2020-01-01T00:00:00Z' }));
  apply(ahead, entryChange(ahead, 'jobs', 'x', { removed: true }, { editor: 'ben', at: '2020-01-01T00:00:00Z' }));

  for (const joined of [newest(behind, ahead), newest(ahead, behind)]) {
    assert.equal(valueAt(joined, 'a'), 'second');
    assert.deepEqual(entryIds(joined, 'jobs'), []);
  }
  assert.deepEqual([isBehind(behind, ahead), isBehind(ahead, behind)], [true, false]);
});
