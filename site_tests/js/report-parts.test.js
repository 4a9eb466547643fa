/** The report's own parts as data: glance, answers, entries. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { answersBlocks } from '../../theme/assets/js/report/answers.js';
import { entriesBlocks, entriesRows } from '../../theme/assets/js/report/entries-table.js';
import { glanceBlocks } from '../../theme/assets/js/report/glance.js';
import { nameOf } from '../../theme/assets/js/report/reading.js';
import { definition, sourceOf, useEnglish } from './support/workshop.js';

before(useEnglish);

const jobs = /** @type {any} */ (definition.item('jobs'));

function gridOf(source) {
  return /** @type {any} */ (glanceBlocks(source).find((block) => block.type === 'grid'));
}

test('The glance has a row for each rated thing under its section, and marks the chosen option in words and shade', () => {
  const grid = gridOf(sourceOf({ 'stand/state': 'ready', 'bench/state': 'not-sure' }));

  assert.deepEqual(grid.columns, ['Missing', 'Worn', 'Ready', 'Not sure']);
  assert.deepEqual(
    grid.rows.map(({ header, cells }) => [header, cells.flatMap(({ text, state }) => (state ? [`${text}: ${state}`] : []))]),
    [
      ['A Tools', []],
      ['A1 Stand', ['Ready: chosen-2']],
      ['A2 Bench', ['Not sure: unsure']],
      ['B Room', []],
      ['B1 Light', ['Not answered: blank']],
    ],
  );
});

test('A thing that does not apply is not in the glance', () => {
  const grid = gridOf(sourceOf({}, { hidden: ['light'] }));

  assert.deepEqual(
    grid.rows.map(({ header }) => header),
    ['A Tools', 'A1 Stand', 'A2 Bench'],
  );
});

test('The figure says in words what it draws, unanswered things too', () => {
  const source = sourceOf({ 'stand/state': 'ready', 'bench/state': 'missing' });
  const figure = /** @type {any} */ (glanceBlocks(source)[0]);

  assert.equal(figure.alternative, 'Ready: 1, Missing: 1, Not answered: 1');
  assert.deepEqual(
    figure.marks.map(({ label, value, maximum, tone }) => [label, value, maximum, tone]),
    [
      ['A1', 3, 3, 2],
      ['A2', 1, 3, 0],
      ['B1', 0, 3, null],
    ],
  );
});

test('One question of many things reads as an index, with what was answered only', () => {
  const blocks = answersBlocks(sourceOf({ 'stand/notes': 'seen\nin May', 'light/notes': 'dim' }), { items: ['notes'] });

  assert.deepEqual(blocks, [
    { type: 'heading', level: 1, text: 'A Tools' },
    { type: 'summary', rows: [{ key: 'A1 Stand', lines: ['seen\nin May'] }] },
    { type: 'heading', level: 1, text: 'B Room' },
    { type: 'summary', rows: [{ key: 'B1 Light', lines: ['dim'] }] },
  ]);
});

test('Whole sections list every answer in words', () => {
  const source = sourceOf({
    name: 'Spokes',
    visited: '2026-11-21',
    volunteers: 1200,
    'stand/parts': ['pump', 'lamp'],
    'stand/state': 'worn',
  });

  assert.deepEqual(answersBlocks(source, { sections: ['about', 'tools'] }), [
    { type: 'heading', level: 1, text: 'About' },
    {
      type: 'summary',
      rows: [
        { key: 'Name', lines: ['Spokes'] },
        { key: 'Visited', lines: ['21 November 2026'] },
        { key: 'Volunteers', lines: ['1,200 people'] },
      ],
    },
    { type: 'heading', level: 1, text: 'A Tools' },
    { type: 'heading', level: 2, text: 'A1 Stand' },
    {
      type: 'summary',
      rows: [
        { key: 'What is there?', lines: ['A pump', 'A lamp'] },
        { key: 'State', lines: ['Worn'] },
      ],
    },
  ]);
});

test('Entries are a table of what is always asked; what was folded follows under the name of the entry', () => {
  const answers = { 'jobs/e1/what': 'Oil', 'jobs/e1/cost': 4.5, 'jobs/e2/why': 'It squeaks' };
  const blocks = /** @type {any[]} */ (entriesBlocks(sourceOf(answers, { entries: { jobs: ['e1', 'e2'] } }), jobs));

  assert.deepEqual(
    blocks[0].columns.map(({ text }) => text),
    ['What', 'By when', 'Cost'],
  );
  assert.deepEqual(
    blocks[0].rows.map((row) => row.map(({ text }) => text)),
    [
      ['Oil', '', '4.5 pounds'],
      ['', '', ''],
    ],
  );
  assert.deepEqual(blocks.slice(1), [
    { type: 'heading', level: 1, text: 'job 2' },
    { type: 'summary', rows: [{ key: 'Why', lines: ['It squeaks'] }] },
  ]);
});

test('A shorter version holds the first entries and says how many more there are', () => {
  const answers = { 'jobs/e1/what': 'Oil', 'jobs/e2/what': 'Brakes', 'jobs/e3/what': 'Bell' };
  const source = sourceOf(answers, { entries: { jobs: ['e1', 'e2', 'e3'] } });
  const [table, ...rest] = /** @type {any[]} */ (entriesBlocks(source, jobs, { isShort: true, most: 2 }));

  assert.deepEqual(table.rows.map(([{ text }]) => text), ['Oil', 'Brakes']);
  assert.deepEqual(rest, [{ type: 'note', text: 'And 1 more in the full results.' }]);
});

test('For a spreadsheet numbers stay numbers and dates stay sortable', () => {
  const answers = { 'jobs/e1/what': 'Oil', 'jobs/e1/by-when': '2027-01-31', 'jobs/e1/cost': -4 };

  assert.deepEqual(entriesRows(sourceOf(answers, { entries: { jobs: ['e1'] } }), jobs), [
    ['What', 'By when', 'Cost (pounds)', 'Why'],
    ['Oil', '2027-01-31', -4, ''],
  ]);
});

test('The name is put together from the answers that its author chose', () => {
  assert.equal(nameOf(sourceOf({ town: 'Leeds', name: '<b>Spokes</b>' })), '<b>Spokes</b>, Leeds');
  assert.equal(nameOf(sourceOf({})), '');
});

test('Answers named like parts of a JavaScript object are answers', () => {
  const blocks = answersBlocks(sourceOf({ constructor: 'x', name: '__proto__' }), { sections: ['about'] });

  assert.deepEqual(blocks[1], { type: 'summary', rows: [{ key: 'Name', lines: ['__proto__'] }] });
});
