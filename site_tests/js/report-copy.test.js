/** Copies: what goes into the team's own and what stays out of one to share. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { copyParts } from '../../theme/assets/js/report/report.js';
import { streetSource } from './support/street.js';
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
  return copyParts(PARTS, { source: SOURCE, compared: [], savedAt: '2026-11-21T10:00:00Z', evaluation }, new Set(leftOut));
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

// Of a map of many entries

const OF_TOOLS = { private: null, entries: 'tools' };
const GRID = { ...OF_TOOLS, id: 'grid', part: 'grid', title: 'Grid', rows: 'shed', columns: 'uses' };
const LIST = { ...OF_TOOLS, id: 'list', part: 'list', title: 'List', show: ['owner', 'shed'], empty: 'None.' };
const HEADING = { id: 'over', part: 'heading', title: 'Over', private: null };

/**
 * @param {any[]} parts
 * @param {{leftOut?: string[], evaluation?: any, most?: number | null}} [how]
 */
function streetCopy(parts, { leftOut = ['owners'], evaluation = null, most = null } = {}) {
  return copyParts(parts, { source: streetSource(), compared: [], savedAt: '2026-11-21T10:00:00Z', evaluation, most }, new Set(leftOut));
}

test('The column of a private answer goes from a list, and what a list is picked by goes with the list', () => {
  const whose = { item: 'tools/*/owner', is: ['Ada'] };
  const [list, ...others] = streetCopy([
    LIST,
    { ...LIST, id: 'whose', where: whose },
    { ...LIST, id: 'whose-not', where: { all: [{ not: whose }] } },
    { ...LIST, id: 'view', entries: 'owned-by-ada' },
  ]);

  assert.deepEqual(/** @type {any} */ (list.blocks)[0].columns.map(({ text }) => text), ['Name', 'Shed']);
  assert.deepEqual(others, []);
  assert.doesNotMatch(JSON.stringify(list), /Ada/);
});

test('A grid by a private answer is not in a copy to share, and is in the team’s', () => {
  const parts = [GRID, { ...GRID, id: 'owners', columns: 'owner' }];

  assert.deepEqual(streetCopy(parts).map(({ id }) => id), ['grid']);
  assert.deepEqual(streetCopy(parts, { leftOut: [] }).map(({ id }) => id), ['grid', 'owners']);
});

test('A list of nothing says so in a copy too', () => {
  const part = { ...LIST, where: { item: 'tools/*/weight', at_least: 1000 } };

  assert.deepEqual(streetCopy([part])[0].blocks, [{ type: 'note', text: 'None.' }]);
});

test('Parts after a heading stand under it, and a heading over nothing goes', () => {
  const left = { ...GRID, id: 'owners', columns: 'owner' };
  const parts = streetCopy([GRID, HEADING, left, { ...HEADING, id: 'next' }, LIST]);

  assert.deepEqual(parts.map(({ id, level }) => [id, level]), [
    ['grid', 2],
    ['next', 2],
    ['list', 3],
  ]);
});

const finding = (/** @type {string} */ id, /** @type {string[]} */ ...setAside) => ({
  type: 'finding',
  id,
  kind: 'gap',
  title: id,
  reasons: [],
  set_aside: setAside.map((text) => ({ text, paths: [`set-aside/${id}/reason`] })),
});
const GAPS = { id: 'gaps', part: 'findings', title: 'Gaps', private: null, kinds: ['gap'] };
const ASIDE = { type: 'heading', level: 1, text: 'Set aside' };
const FOUND = {
  parts: { gaps: [finding('one'), finding('two'), finding('three'), ASIDE, finding('four', SECRET)] },
};

test('A finding set aside keeps its place in a copy, and a private reason stays out of it', () => {
  const [{ blocks }] = streetCopy([GAPS], { evaluation: FOUND });

  const kept = [{ text: 'the reason is only in the team copy' }];
  assert.deepEqual(/** @type {any} */ (blocks).at(-1), { ...finding('four'), set_aside: kept });
  assert.match(JSON.stringify(streetCopy([GAPS], { evaluation: FOUND, leftOut: [] })), new RegExp(SECRET));
});

test('A heading whose findings are all private goes with them', () => {
  const parts = { gaps: [finding('one'), ASIDE, { ...finding('four', 'x'), private: 'owners' }] };

  assert.deepEqual(streetCopy([GAPS], { evaluation: { parts } })[0].blocks, [finding('one')]);
});

test('A shorter version holds the first findings and says how many more there are', () => {
  const [{ blocks }] = streetCopy([GAPS], { evaluation: FOUND, most: 2 });

  assert.deepEqual(blocks, [
    finding('one'),
    finding('two'),
    { type: 'note', text: 'And 1 more in the full results.' },
  ]);
});
