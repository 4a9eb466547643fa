/** Entries in the report: grids, lists, views, what entries are called, and what changed in them. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { findingsRows } from '../../theme/assets/js/report/findings-table.js';
import { gridBlocks } from '../../theme/assets/js/report/grid.js';
import { listBlocks } from '../../theme/assets/js/report/list.js';
import { entriesOf, linesAt } from '../../theme/assets/js/report/reading.js';
import { streetSource } from './support/street.js';
import { useEnglish } from './support/workshop.js';

before(useEnglish);

const OF_TOOLS = { private: null, entries: 'tools' };
const GRID = { ...OF_TOOLS, id: 'g', part: 'grid', title: 'By shed', rows: 'shed', columns: 'uses' };
const LIST = { ...OF_TOOLS, id: 'l', part: 'list', title: 'Tools', show: ['shed', 'weight'] };

/** What stands in each row of a grid, cell by cell. */
const rowsOf = (block) => block.rows.map(({ header, cells }) => [header, ...cells.map((cell) => cell.text)]);
/** The names of the rows of a table. */
const namesIn = (/** @type {any[]} */ [table]) => table.rows.map(([name]) => name.text);

test('A grid names the entries that answer both so, and says in words where there are none', () => {
  const [grid, note, list] = /** @type {any[]} */ (gridBlocks(GRID, streetSource()));

  assert.deepEqual(grid.columns, ['Cut', 'Fix', 'Measure']);
  assert.deepEqual(rowsOf(grid), [
    ['Garden', 'Saw; Knife', 'Knife', 'none found'],
    ['House', 'none found', 'Glue', 'none found'],
    ['Bicycle', 'none found', 'none found', 'none found'],
  ]);
  assert.deepEqual(grid.rows[0].cells[0].lines[0], { text: 'Saw', paths: ['tools/saw/name'] });
  assert.equal(note.type, 'note');
  assert.deepEqual(list.items.map(({ text }) => text), ['Tool 4']);
});

test('A grid counts, leaves out what its condition leaves out, and says none in its author’s words', () => {
  const part = /** @type {any} */ ({
    ...GRID,
    entries: 'garden-tools',
    cell: 'count',
    empty: 'no tool',
    where: { not: { item: 'tools/*/owner', is: ['Bo'] } },
  });

  const [grid] = gridBlocks(part, streetSource());
  assert.deepEqual(rowsOf(grid)[0], ['Garden', '1', 'no tool', 'no tool']);
});

test('The rows of a grid may be the lines of a text', () => {
  const answers = { corners: ' North \n\nSouth\nNorth', 'tools/saw/corners': ['South'] };
  const [grid] = gridBlocks({ ...GRID, rows: 'corners' }, streetSource(answers));

  assert.deepEqual(rowsOf(grid).map(([header, cut]) => [header, cut]), [
    ['North', 'none found'],
    ['South', 'Saw'],
  ]);
});

test('A grid of nothing is nothing', () => {
  const source = streetSource();
  source.response.entries = {};
  assert.deepEqual(gridBlocks(GRID, source), []);
  assert.deepEqual(listBlocks(LIST, source), []);
});

test('A list shows the name of each entry and the answers asked for', () => {
  const [table] = /** @type {any[]} */ (listBlocks(LIST, streetSource()));

  assert.deepEqual(table.columns.map(({ text }) => text), ['Name', 'Shed', 'Weight']);
  assert.deepEqual(table.rows[1].map(({ text }) => text), ['Glue', 'House', '1 kg']);
  assert.equal(table.rows[3][0].text, 'Tool 4');
});

test('A list is sorted by words, by numbers or as the options stand; blanks come last', () => {
  const by = (/** @type {string} */ sort) => namesIn(listBlocks({ ...LIST, sort }, streetSource()));

  assert.deepEqual(by('name'), ['Glue', 'Knife', 'Saw', 'Tool 4']);
  assert.deepEqual(by('weight'), ['Glue', 'Saw', 'Tool 4', 'Knife']);
  assert.deepEqual(by('shed'), ['Saw', 'Knife', 'Glue', 'Tool 4']);
});

test('A list holds only the entries for which its condition holds', () => {
  const where = { any: [{ item: 'tools/*/weight', at_least: 5 }, { item: 'tools/*/uses', is: ['fix'] }] };

  assert.deepEqual(namesIn(listBlocks({ ...LIST, where }, streetSource())), ['Glue', 'Knife', 'Tool 4']);
});

test('An answer that names an entry reads as what the entry is called', () => {
  const source = streetSource();
  const give = /** @type {any} */ (source.definition.item('swaps/*/give'));

  assert.deepEqual(linesAt(source, give, 'one'), ['Saw']);
  assert.deepEqual(linesAt(source, give, 'nobody'), []);
});

test('A view that is hidden shows nothing, and its list all the same', () => {
  const source = { ...streetSource(), isVisible: (/** @type {string} */ path) => path !== 'garden-tools' };

  assert.deepEqual(entriesOf(source, 'garden-tools'), []);
  assert.deepEqual(entriesOf(source, 'tools'), ['saw', 'glue', 'knife', 'thing']);
});

test('Findings for a spreadsheet have their reasons, and why they are set aside', () => {
  const report = [{ id: 'f', part: 'findings', title: 'F', dismiss: 'set-aside' }];
  const source = streetSource({ 'set-aside/e/finding': 'b', 'set-aside/e/reason': 'The library has one' }, report);
  source.response.entries['set-aside'] = ['e'];
  const reasons = [{ text: 'None listed' }, { text: 'Nobody knows' }];
  const finding = { kind: 'gap', rule: null, title: 'No drill', reasons };

  assert.deepEqual(findingsRows(source, [{ ...finding, id: 'a' }, { ...finding, id: 'b' }], () => 'Missing'), [
    ['Kind', 'Finding', 'Why', 'Set aside because'],
    ['Missing', 'No drill', 'None listed; Nobody knows', ''],
    ['Missing', 'No drill', 'None listed; Nobody knows', 'The library has one'],
  ]);
});
