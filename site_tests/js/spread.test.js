import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { biggestFirst, minorityOf, spreadOf } from '../../theme/assets/js/report/spread.js';

const SCALE = [
  { id: 'none', points: 0 },
  { id: 'some', points: 10 },
  { id: 'all', points: 30 },
  { id: 'not-sure', points: null },
];
const AGES = [
  { id: 'one', points: null },
  { id: 'two', points: null },
  { id: 'three', points: null },
];

const counts = fc.record({ none: fc.nat(6), some: fc.nat(6), all: fc.nat(6), 'not-sure': fc.nat(6) });

/** @param {import('../../theme/assets/js/report/spread.js').Spread} spread */
const row = (spread) => ({ spread });

test('steps are places on the scale, whatever the points are', () => {
  assert.equal(spreadOf(SCALE, { none: 1, some: 1 }).steps, 1);
  assert.equal(spreadOf(SCALE, { some: 1, all: 1 }).steps, 1);
  assert.equal(spreadOf(SCALE, { none: 1, all: 2 }).steps, 2);
});

test('a person who is not sure is off the scale, and is no agreement', () => {
  const spread = spreadOf(SCALE, { some: 3, 'not-sure': 1 });
  assert.deepEqual([spread.steps, spread.different, spread.unanimous], [0, 2, null]);
});

test('everybody agrees only when nobody is missing, and one person is no agreement', () => {
  assert.equal(spreadOf(SCALE, { some: 3 }).unanimous, 'some');
  assert.equal(spreadOf(SCALE, { 'not-sure': 2 }).unanimous, 'not-sure');
  assert.equal(spreadOf(SCALE, { some: 3 }, 1).unanimous, null);
  assert.equal(spreadOf(SCALE, { some: 1 }).unanimous, null);
  assert.equal(spreadOf(SCALE, {}, 3).unanimous, null);
});

test('without points, each further different answer is a step', () => {
  assert.equal(spreadOf(AGES, { one: 2, three: 1 }).steps, 1);
  assert.equal(spreadOf(AGES, { one: 1, two: 1, three: 1 }).steps, 2);
  assert.equal(spreadOf(AGES, {}).steps, 0);
});

test('the order: far apart, evenly split, not sure, missing, and then the questionnaire’s own', () => {
  const rows = [
    { id: 'agree', spread: spreadOf(SCALE, { some: 4 }) },
    { id: 'agree-too', spread: spreadOf(SCALE, { all: 4 }) },
    { id: 'missing', spread: spreadOf(SCALE, { some: 3 }, 1) },
    { id: 'unsure', spread: spreadOf(SCALE, { some: 3, 'not-sure': 1 }) },
    { id: 'one-step', spread: spreadOf(SCALE, { none: 3, some: 1 }) },
    { id: 'one-step-even', spread: spreadOf(SCALE, { none: 2, some: 2 }) },
    { id: 'far', spread: spreadOf(SCALE, { none: 3, all: 1 }) },
  ];
  assert.deepEqual(
    biggestFirst(rows).map(({ id }) => id),
    ['far', 'one-step-even', 'one-step', 'unsure', 'missing', 'agree', 'agree-too'],
  );
});

test('what is kept is what others chose, in the order of the options', () => {
  const kept = minorityOf(SCALE, { 'not-sure': 1, none: 2, all: 5 }, 'all');
  assert.deepEqual(kept.map(({ option, count }) => [option.id, count]), [['none', 2], ['not-sure', 1]]);
});

test('an answer called like a property of every object is no answer', () => {
  assert.equal(spreadOf([{ id: 'constructor', points: 1 }], {}).answered, 0);
});

test('property: nobody is lost, and nobody counts twice', () => {
  fc.assert(
    fc.property(counts, fc.nat(4), fc.constantFrom(...SCALE), (votes, missing, { id: agreed }) => {
      const all = Object.values(votes).reduce((sum, count) => sum + count, 0);
      const spread = spreadOf(SCALE, votes, missing);
      const others = minorityOf(SCALE, votes, agreed).reduce((sum, { count }) => sum + count, 0);
      assert.equal(spread.answered, all);
      assert.equal(others + spreadOf(SCALE, { [agreed]: Object.entries(votes).find(([id]) => id === agreed)?.[1] ?? 0 }).answered, all);
      assert.equal(spread.unanimous !== null, spread.different === 1 && all > 1 && missing === 0);
      assert.ok(spread.deviation <= spread.steps);
    }),
  );
});

test('property: a scale that is turned round is as far apart, and twice the people are no further', () => {
  const turned = SCALE.map((option) => ({ ...option, points: option.points === null ? null : -option.points }));
  fc.assert(
    fc.property(counts, (votes) => {
      const spread = spreadOf(SCALE, votes);
      const twice = Object.fromEntries(Object.entries(votes).map(([id, count]) => [id, 2 * count]));
      for (const other of [spreadOf(turned, votes), spreadOf(SCALE, twice)]) {
        assert.equal(other.steps, spread.steps);
        assert.ok(Math.abs(other.deviation - spread.deviation) < 1e-9);
      }
    }),
  );
});

test('property: no row stands before one that is further apart, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 12 }), (all) => {
      const rows = all.map((votes) => row(spreadOf(SCALE, votes)));
      const sorted = biggestFirst(rows);
      assert.deepEqual(new Set(sorted), new Set(rows));
      for (const [index, { spread }] of sorted.slice(1).entries()) assert.ok(sorted[index].spread.steps >= spread.steps);
    }),
  );
});
