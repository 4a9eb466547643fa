/**
 * Entries in a grid: a row for each option of one question, a column for each of another, and in each cell the entries
 * that answer both so, by name or counted.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./blocks.js').GridCell} GridCell
 * @typedef {import('./report.js').Part} Part
 * @typedef {import('./source.js').Source} Source
 */
import { text } from '../catalogue.js';
import { codedTitle, concretePath } from '../definition.js';
import { childOf, entriesWhere, entryName, optionsOf } from './reading.js';
import { answerAt } from './source.js';

/**
 * @param {Part} part
 * @param {Source} source
 * @returns {Block[]}
 */
export function gridBlocks({ title, entries: path = '', where, rows: across, columns: down, cell, empty }, source) {
  const entries = source.definition.listOf(path);
  const rowChild = childOf(entries, across);
  const columnChild = childOf(entries, down);
  const ids = entriesWhere(source, path, where);
  if (!entries || !rowChild || !columnChild || ids.length === 0) return [];

  const columns = optionsOf(source, columnChild);
  const places = ids.map((id) => ({
    id,
    inRows: chosen(source, rowChild, id),
    inColumns: chosen(source, columnChild, id),
  }));
  const none = empty ?? text('results.none_found');
  const rows = optionsOf(source, rowChild).map((row) => ({
    header: row.label,
    cells: columns.map((column) => {
      const found = places.filter(({ inRows, inColumns }) => inRows.includes(row.id) && inColumns.includes(column.id));
      return gridCell(source, entries, found.map(({ id }) => id), cell === 'count', none);
    }),
  }));
  const nowhere = places.filter(({ inRows, inColumns }) => inRows.length === 0 || inColumns.length === 0);
  return [
    {
      type: 'grid',
      caption: title,
      row_header: codedTitle(rowChild),
      columns: columns.map(({ label }) => label),
      rows,
    },
    ...notPlaced(source, entries, nowhere.map(({ id }) => id)),
  ];
}

/**
 * @param {Source} source
 * @param {Item} child
 * @param {string} id
 */
function chosen(source, child, id) {
  const value = answerAt(source, concretePath(child.path, id));
  return value === null ? [] : [value].flat().map(String);
}

/**
 * @param {Source} source
 * @param {Item} entries
 * @param {string[]} ids
 * @param {boolean} isCounted
 * @param {string} none
 * @returns {GridCell}
 */
function gridCell(source, entries, ids, isCounted, none) {
  if (ids.length === 0) return { text: none, state: 'blank' };
  if (isCounted) return { text: String(ids.length), state: 'yes' };
  const lines = ids.map((id) => ({ text: entryName(source, entries.path, id), paths: [titlePath(entries, id)] }));
  return { text: lines.map((line) => line.text).join('; '), state: 'yes', lines };
}

/**
 * Entries that lack an answer for a row or a column are named, so that nobody takes them for absent.
 * @param {Source} source
 * @param {Item} entries
 * @param {string[]} ids
 * @returns {Block[]}
 */
function notPlaced(source, entries, ids) {
  if (ids.length === 0) return [];
  const items = ids.map((id) => ({ text: entryName(source, entries.path, id), paths: [titlePath(entries, id)] }));
  return [
    { type: 'note', text: text('results.not_placed') },
    { type: 'list', items },
  ];
}

/**
 * Where an entry is found on the page: at the question that names it.
 * @param {Item} entries
 * @param {string} id
 */
export function titlePath(entries, id) {
  const child = childOf(entries, entries.entry_title) ?? entries.items?.[0];
  return child ? concretePath(child.path, id) : entries.path;
}
