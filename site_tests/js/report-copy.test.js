/** Copies: what goes into the team's own and what stays out of one to share. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { copyParts } from '../../theme/assets/js/report/report.js';
import { sourceOf, useEnglish } from './support/workshop.js';

before(useEnglish);

const SECRET = 'the key is under the mat';

const PARTS = [
  { id: 'type', part: 'conclusion', title: 'Type', private: null },
  { id: 'gaps', part: 'findings', title: 'Gaps', private: null, kinds: ['gap'] },
  { id: 'disputes', part: 'findings', title: 'Disputes', private: 'notes', kinds: ['note'] },
  { id: 'glance', part: 'glance', title: 'Glance', private: null },
  { id: 'evidence', part: 'answers', title: 'Evidence', private: null, items: ['notes'], sections: [] },
  { id: 'plan', part: 'entries', title: 'Plan', private: null, entries: 'jobs' },
  { id: 'all', part: 'answers', title: 'All', private: null, items: [], sections: [] },
];

const SOURCE = sourceOf(
  { name: 'Spokes', 'stand/state': 'ready', 'stand/notes': SECRET, 'jobs/e1/what': 'Oil', 'jobs/e1/cost': 777 },
  { entries: { jobs: ['e1'] } },
);

const EVALUATION = /** @type {any} */ ({
  result: { findings: [] },
  advice: null,
  parts: {
    type: [
      { type: 'heading', level: 1, text: 'Nearly ready' },
      {
        type: 'list',
        items: [
          { text: 'The stand is ready', paths: ['stand/state'] },
          { text: SECRET, paths: ['stand/state', 'stand/notes'] },
          { text: SECRET, private: 'notes' },
        ],
      },
      { type: 'list', items: [{ text: SECRET, paths: ['stand/notes'] }] },
      { type: 'paragraph', text: SECRET, private: 'notes' },
    ],
    gaps: [
      { type: 'finding', id: 'a', kind: 'gap', title: 'Oil', reasons: [{ text: 'dry', paths: ['bench/state'] }] },
      { type: 'finding', id: 'b', kind: 'gap', title: SECRET, reasons: [{ text: 'x', paths: ['stand/notes'] }] },
    ],
    disputes: [{ type: 'finding', id: 'c', kind: 'note', title: SECRET, reasons: [] }],
  },
});

function copy(leftOut, evaluation = EVALUATION) {
  return copyParts(PARTS, { source: SOURCE, earlier: null, evaluation }, new Set(leftOut));
}

test('The team copy holds everything', () => {
  const parts = copy([]);

  assert.deepEqual(
    parts.map(({ id }) => id),
    PARTS.map(({ id }) => id),
  );
  assert.equal(JSON.stringify(parts).split(SECRET).length - 1, 8);
  assert.match(JSON.stringify(parts), /777/);
});

test('Nothing of a private kind is in a copy to share, wherever it might stand', () => {
  const parts = copy(['notes', 'money']);

  assert.doesNotMatch(JSON.stringify(parts), new RegExp(SECRET));
  assert.doesNotMatch(JSON.stringify(parts), /777/);
  assert.deepEqual(
    parts.map(({ id }) => id),
    ['type', 'gaps', 'glance', 'plan', 'all'],
  );
  assert.deepEqual(/** @type {any} */ (parts[0].blocks).at(-1).items, [
    { text: 'The stand is ready', paths: ['stand/state'] },
  ]);
});

test('The column of a private question goes with its answers', () => {
  const plan = /** @type {any} */ (copy(['money']).find(({ id }) => id === 'plan'));

  assert.deepEqual(
    plan.blocks[0].columns.map(({ text }) => text),
    ['What', 'By when'],
  );
});

test('A kind that is put in all the same is there, the others are not', () => {
  const words = JSON.stringify(copy(['notes']));

  assert.match(words, /777/);
  assert.doesNotMatch(words, new RegExp(SECRET));
});

test('Parts that Python has not made are named as missing, and the rest is whole', () => {
  const parts = copy([], null);

  assert.deepEqual(
    parts.filter(({ blocks }) => blocks === null).map(({ id }) => id),
    ['type', 'gaps', 'disputes'],
  );
  assert.equal(parts.length, PARTS.length);
});
