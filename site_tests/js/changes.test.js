/**
 * What has changed between drafts of different dates: in sentences, drawings, tables and rows; and what a copy leaves out.
 * Long: each case is a small story of its own.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Definition } from '../../theme/assets/js/definition.js';
import { changesBlocks } from '../../theme/assets/js/report/changes.js';
import { changesRows } from '../../theme/assets/js/report/changes/rows.js';
import { directionOf } from '../../theme/assets/js/report/changes/direction.js';
import { toCsv } from '../../theme/assets/js/report/csv.js';
import { copyParts } from '../../theme/assets/js/report/report.js';
import { market } from './support/market.js';
import { streetSource } from './support/street.js';
import { definition, sourceOf, useEnglish } from './support/workshop.js';

before(useEnglish);

const NAMES = { name: 'Spokes', town: 'Leeds' };
const YEARS = [
  { ...NAMES, 'stand/state': 'missing', 'bench/state': 'ready', 'light/state': 'not-sure' },
  { ...NAMES, 'stand/state': 'worn', 'bench/state': 'ready' },
  { ...NAMES, 'stand/state': 'ready', 'bench/state': 'worn', 'light/state': 'ready' },
];

/** @typedef {import('../../theme/assets/js/report/changes/dated.js').Dated} Dated */

/**
 * @param {string} date
 * @param {import('../../theme/assets/js/report/source.js').Source} source
 * @param {Partial<Dated>} [more]
 * @returns {Dated}
 */
function dated(date, source, more = {}) {
  return { date, savedAt: `${date}T10:00:00Z`, isPart: false, evaluation: null, source, ...more };
}

/** The years in which three states of the workshop were written down. @param {...number} which */
function years(...which) {
  return which.map((index) => dated(`${2024 + index}-11-20`, sourceOf(YEARS[index])));
}

const wordsOf = (/** @type {any[]} */ rows) => rows.map((row) => row.map((/** @type {any} */ cell) => cell.text ?? cell));
const table = (/** @type {any[]} */ blocks, /** @type {string} */ caption) =>
  blocks.find((block) => block.type === 'table' && block.caption === caption);
const sentences = (/** @type {any[]} */ blocks) => blocks.filter(({ type }) => type === 'list').map(({ items }) => items);
const notes = (/** @type {any[]} */ blocks) => blocks.filter(({ type }) => type === 'note').map(({ text }) => text);

test('Two dates: what is better and worse by the points of the options, and how many', () => {
  const blocks = changesBlocks(years(0, 2));

  assert.deepEqual(sentences(blocks), [['Things: 1 better, 1 worse, 1 changed.']]);
  assert.deepEqual(wordsOf(table(blocks, 'Then and now').rows), [
    ['A1 Stand', 'Missing', 'Ready', 'Better'],
    ['A2 Bench', 'Ready', 'Worn', 'Worse'],
    ['B1 Light', 'Not sure', 'Ready', 'Changed'],
  ]);
  assert.deepEqual(notes(blocks), []);
});

test('Three dates stand in order, whichever was opened first, and are told since the last and since the first', () => {
  const [first, second, third] = years(0, 1, 2);
  const blocks = changesBlocks([third, first, second]);

  const { columns, rows } = table(blocks, 'Then and now');
  assert.deepEqual(columns.map((/** @type {any} */ { text }) => text), [
    'Thing',
    '20 November 2024',
    '20 November 2025',
    '20 November 2026',
    'Since 20 November 2025',
    'Since 20 November 2024',
  ]);
  assert.deepEqual(wordsOf(rows)[2], ['B1 Light', 'Not sure', 'Not answered', 'Ready', 'Newly answered', 'Changed']);
  assert.deepEqual(sentences(blocks), [
    ['Things: 1 better, 1 worse, 1 newly answered.'],
    ['Things: 1 better, 1 worse, 1 changed.'],
  ]);
});

test('The drawing has a strip for each thing on a scale: as high as it was, and beside the scale what is not on it', () => {
  const blocks = changesBlocks(years(0, 1, 2));
  const figure = /** @type {any} */ (blocks.find((block) => block.type === 'figure'));

  assert.equal(figure.alternative, 'Things: 1 better, 1 worse, 1 newly answered.');
  const of = (/** @type {string} */ group) => figure.marks.filter((/** @type {any} */ mark) => mark.group === group);
  assert.deepEqual(of('A1 Stand').map(({ label, value, maximum, text }) => [label, value, maximum, text]), [
    ['Nov 2024', 0, 2, 'Missing'],
    ['Nov 2025', 1, 2, 'Worn'],
    ['Nov 2026', 2, 2, 'Ready'],
  ]);
  assert.deepEqual(of('B1 Light').map(({ tone }) => tone), ['unsure', null, 2]);
});

test('How many of each answer there were is counted date by date', () => {
  const { columns, rows } = table(changesBlocks(years(0, 1, 2)), 'How many, date by date');

  assert.deepEqual(wordsOf(rows), [
    ['Missing', '1', '0', '0'],
    ['Worn', '0', '1', '1'],
    ['Ready', '1', '1', '2'],
    ['Not sure', '1', '0', '0'],
    ['Not answered', '0', '1', '0'],
  ]);
  assert.ok(columns.slice(1).every((/** @type {any} */ { numeric }) => numeric));
});

test('Other answers are told where they differ, long texts without their words; the date is not one of them', () => {
  const then = sourceOf({ visited: '2025-01-01', volunteers: 3, town: 'Leeds', 'stand/notes': 'A long story' });
  const now = sourceOf({ visited: '2026-01-01', volunteers: 5, town: 'Leeds', 'stand/notes': 'Another one' });
  const rows = table(changesBlocks([dated('2025-01-01', then), dated('2026-01-01', now)]), 'Other answers').rows;

  assert.deepEqual(wordsOf(rows), [
    ['Volunteers', '3 people', '5 people', 'Changed'],
    ['A1 Stand: Notes', 'Written', 'Written', 'Changed'],
  ]);
});

test('Without points an author’s best answer says what is better, and otherwise nothing does', () => {
  const item = (/** @type {any} */ more) => /** @type {any} */ ({ options: ['a', 'b', 'c'].map((id) => ({ id, points: null })), ...more });
  const yes = item({ best: 'a' });
  assert.equal(directionOf(yes, 'b', 'a'), 'up');
  assert.equal(directionOf(yes, 'a', 'c'), 'down');
  assert.equal(directionOf(yes, 'b', 'c'), 'changed');
  const ticks = item({ best: ['a', 'b'] });
  assert.equal(directionOf(ticks, ['a'], ['b', 'a']), 'up');
  assert.equal(directionOf(ticks, ['b', 'a'], ['a', 'b']), 'same');
  assert.equal(directionOf(ticks, ['a', 'c'], ['a']), 'changed');
  assert.equal(directionOf(item({}), 'a', 'b'), 'changed');
  assert.equal(directionOf(item({}), 3, 5), 'changed');
  assert.equal(directionOf(item({}), null, ''), 'same');
});

test('Drafts of other names, of one day or of some sections are told of, and compared all the same', () => {
  const then = dated('2026-01-01', sourceOf({ name: 'Wheels', 'stand/state': 'worn' }), { isPart: true });
  const now = dated('2026-01-01', sourceOf({ name: 'Spokes', 'stand/state': 'ready' }), { savedAt: '2026-01-02T00:00:00Z' });
  const blocks = changesBlocks([now, then]);

  assert.deepEqual(notes(blocks), [
    'These are not all of the same name. If that is not what you wanted, remove one. ' +
      '1 January 2026 (1): Wheels; 1 January 2026 (2): Spokes',
    'Some of these have the same date. They are in the order in which they were saved.',
    'Only some sections are in the draft of 1 January 2026 (1). What is not in it is shown as not answered.',
  ]);
  assert.equal(sentences(blocks)[0][0], 'Things: 1 better.');
});

test('Without any answer there is nothing to compare', () => {
  const none = [dated('2025-01-01', sourceOf({})), dated('2026-01-01', sourceOf({}))];
  assert.deepEqual(changesBlocks(none), [{ type: 'paragraph', text: 'There is nothing to compare yet.' }]);
});

test('How far each section has come is told by the section’s name, and is better or worse for nobody', () => {
  const at = (/** @type {Record<string, string>} */ answers) => ({
    definition: market,
    response: { questionnaire_id: 'market', questionnaire_revision: 2, answers, entries: {} },
    isVisible: () => true,
    isLeftOut: () => false,
  });
  const then = at({ 'north/status': 'started', 'south/status': 'walked' });
  const now = at({ 'north/status': 'walked', 'south/status': 'walked' });
  const plain = structuredClone(market.data);
  for (const { items } of plain.sections) {
    for (const option of items.flatMap((one) => one.items?.flatMap(({ options = [] }) => options) ?? [])) option.points = null;
  }
  const definition = new Definition(plain);
  const blocks = changesBlocks([dated('2025-01-01', { ...then, definition }), dated('2026-01-01', { ...now, definition })]);

  assert.deepEqual(sentences(blocks), [['Beds: 1 changed, 1 the same.']]);
  assert.deepEqual(wordsOf(table(blocks, 'Beds').rows), [
    ['north', 'The started', 'The walked', 'Changed'],
    ['south', 'The walked', 'The walked', 'The same'],
  ]);
});

// Lists

const report = [{ id: 'f', part: 'findings', title: 'F', dismiss: 'set-aside' }];

test('What came, went and changed in lists is told at each date, and findings set aside are not taken for a list', () => {
  const then = streetSource({ 'tools/saw/weight': 3, 'tools/gone/name': 'Old hammer' }, report);
  const tools = ['gone', 'saw', 'glue', 'thing'];
  then.response.entries = { tools, swaps: ['one', 'two', 'three'], 'set-aside': ['x'] };
  const blocks = changesBlocks([dated('2025-01-01', then), dated('2026-01-01', streetSource({}, report))]);

  assert.deepEqual(wordsOf(table(blocks, 'Tools').rows), [
    ['Saw', 'Listed', 'Changed: Weight'],
    ['Knife', '–', 'New'],
    ['Old hammer', 'Listed', 'No longer listed'],
  ]);
  assert.equal(table(blocks, 'Set aside'), undefined);
  assert.deepEqual(sentences(blocks), [['Tools: 1 new, 1 no longer listed, 1 changed, 2 the same.', 'Swaps: 3 the same.']]);
});

const DONE = { entries: 'swaps', done_when: { item: 'swaps/*/how', is: 'given' } };

function actions() {
  const then = streetSource({ 'swaps/old/give': 'thing', 'swaps/old/how': 'given', 'swaps/two/how': 'lent' }, report);
  then.response.entries = { ...then.response.entries, swaps: ['one', 'two', 'old'] };
  return [dated('2025-01-01', then), dated('2026-01-01', streetSource({}, report))];
}

test('What was to be done is told as done or not, by each entry’s own id, all of it', () => {
  const blocks = changesBlocks(actions(), DONE);

  assert.deepEqual(wordsOf(table(blocks, 'Swaps').rows), [
    ['Saw', 'Not done', 'Not done'],
    ['Glue', 'Not done', 'Done\nChanged: How'],
    ['Knife', '–', 'Not done\nNew'],
    ['Tool 4', 'Done', 'No longer listed'],
  ]);
  assert.equal(sentences(blocks)[0][0], 'Swaps: 1 done, 2 not done, 1 new, 1 no longer listed.');
  assert.deepEqual(wordsOf(table(blocks, 'How many, date by date').rows), [
    ['Tools', '4', '4'],
    ['Swaps', '3', '3'],
    ['Swaps: done', '1', '1'],
  ]);
});

// Findings

/** @param {[id: string, kind: string, more?: object][]} found */
function evaluated(...found) {
  const blocks = found.map(([id, kind, more = {}]) => ({ type: 'finding', id, kind, title: `The ${id}`, reasons: [], ...more }));
  return /** @type {any} */ ({ result: { findings: [] }, parts: { f: blocks }, advice: null });
}

test('Findings that came, went or are of another kind are told, and those that stayed are counted', () => {
  const source = streetSource({}, report);
  const aside = { set_aside: [{ text: 'The library has one' }] };
  const evaluations = [
    evaluated(['drill', 'gap'], ['saw', 'gap'], ['glue', 'covered'], ['wheel', 'note']),
    evaluated(['drill', 'partial'], ['wheel', 'covered'], ['rope', 'gap', aside], ['glue', 'covered']),
  ];
  const blocks = changesBlocks(evaluations.map((evaluation, index) => dated(`${2025 + index}-01-01`, source, { evaluation })));

  assert.equal(sentences(blocks)[0][0], 'Findings: 1 better, 1 new, 1 no longer found, 1 of another kind, 1 the same.');
  assert.deepEqual(wordsOf(table(blocks, 'Findings').rows), [
    ['The drill', 'Gap', 'In part', 'Better'],
    ['The wheel', 'Note', 'Covered', 'Of another kind'],
    ['The rope', '–', 'Gap, set aside', 'New'],
    ['The saw', 'Gap', '–', 'No longer found'],
  ]);
  const counts = wordsOf(table(blocks, 'How many, date by date').rows);
  assert.deepEqual(counts.slice(0, 5), [
    ['Gap', '2', '0'],
    ['In part', '0', '1'],
    ['Note', '1', '0'],
    ['Covered', '1', '2'],
    ['Set aside', '0', '1'],
  ]);
  assert.ok(blocks.some((block) => block.type === 'figure' && block.title === 'Findings, date by date'));
});

test('Where Python has not worked findings out, the rest is compared and that is said', () => {
  const source = streetSource({}, report);
  const all = ['2024-01-01', '2025-01-01', '2026-01-01'].map((date) => dated(date, source, { evaluation: evaluated(['a', 'gap']) }));
  all[1].evaluation = null;
  const blocks = changesBlocks(all);

  assert.deepEqual(notes(blocks), ['The findings of these dates have not been worked out, and are not compared: 1 January 2025']);
  const counts = wordsOf(table(blocks, 'How many, date by date').rows);
  assert.deepEqual(counts[0], ['Gap', '1', 'Not worked out', '1']);
  // What stands under a date is told since that date, or not at all.
  assert.deepEqual(sentences(blocks).map((items) => items[0]), ['Tools: 4 the same.', 'Findings: 1 the same.']);

  all[2].evaluation = null;
  assert.ok(!JSON.stringify(changesBlocks(all)).includes('Findings:'));
});

// Copies and spreadsheets

const PART = { id: 'changes', part: 'changes', title: 'Since', private: null };

test('A copy to share leaves private answers, and findings of a private part, out of what has changed', () => {
  const SECRET = 'the key is under the mat';
  const before = { ...YEARS[0], 'stand/notes': 'x', 'jobs/a/what': 'Oil', 'jobs/a/cost': 5 };
  const after = { ...YEARS[2], 'stand/notes': SECRET, 'jobs/a/what': 'Oil', 'jobs/a/cost': 777 };
  const shown = { ...definition.data, report: [{ id: 'f', part: 'findings', title: 'F', private: 'notes' }] };
  const withReport = new Definition(shown);
  const source = (answers) => ({ ...sourceOf(answers, { entries: { jobs: ['a'] } }), definition: withReport });
  const told = (leftOut) => {
    const compared = [dated('2025-01-01', source(before), { evaluation: evaluated() })];
    const evaluation = evaluated(['quarrel', 'note']);
    const material = { source: source(after), savedAt: '2026-01-01T10:00:00Z', compared, evaluation };
    return JSON.stringify(copyParts([PART], material, new Set(leftOut)));
  };

  for (const said of ['A1 Stand: Notes', 'Changed: Cost', 'The quarrel']) {
    assert.ok(told([]).includes(said), said);
    assert.ok(!told(['notes', 'money']).includes(said), said);
  }
  assert.ok(told(['notes', 'money']).includes('1 better, 1 worse'));
});

test('Whether something was done is not told where the answer that says so is left out', () => {
  const drafts = actions().map((one) => ({ ...one, source: { ...one.source, isLeftOut: (/** @type {string} */ path) => path.endsWith('/how') } }));
  assert.ok(!JSON.stringify(changesBlocks(drafts, DONE)).includes('ot done'));
  assert.ok(JSON.stringify(changesBlocks(actions(), DONE)).includes('ot done'));
});

test('As a spreadsheet every table is one, and hostile words in it are text', () => {
  const then = sourceOf({ ...YEARS[0], town: '=1+1' });
  const rows = changesRows(changesBlocks([dated('2024-11-20', then), ...years(2)]));

  assert.deepEqual(rows[0], ['About', 'What', '20 November 2024', '20 November 2026', 'Change']);
  assert.deepEqual(rows[1], ['Then and now', 'A1 Stand', 'Missing', 'Ready', 'Better']);
  assert.ok(toCsv(rows).includes('"\'=1+1"'));
  assert.deepEqual(rows.at(-1), ['How many, date by date', 'Not sure', '1', '0', '']);
});
