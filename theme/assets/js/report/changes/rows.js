/**
 * What has changed as rows for a spreadsheet: all its tables as one, with a column that says which.
 *
 * @typedef {import('../blocks.js').Block} Block
 */
import { text } from '../../catalogue.js';

/**
 * @param {Block[]} blocks
 * @returns {string[][]}
 */
export function changesRows(blocks) {
  const tables = blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
  const columnsOf = (/** @type {typeof tables[number]} */ { columns }) => columns.slice(1).map((column) => column.text);
  // A date that has no findings is no column of theirs.
  const titles = [...new Set(tables.flatMap(columnsOf))];
  const rows = tables.flatMap((table) =>
    table.rows.map((cells) => {
      const [first, ...others] = cells.map((cell) => (typeof cell === 'string' ? cell : cell.text));
      return [table.caption, first, ...titles.map((title) => others[columnsOf(table).indexOf(title)] ?? '')];
    }),
  );
  return [[text('changes.about'), text('changes.what'), ...titles], ...rows];
}
