/**
 * The tables and grids of the report, each as a sheet of its own.
 *
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./workbook-cells.js').Sheet} Sheet
 * @typedef {import('./workbook-cells.js').SheetCell} SheetCell
 */
import { column, row } from './workbook-cells.js';

const NUMBER = /^-?\d{1,15}(\.\d+)?$/;

/**
 * Called as their part is, or where it has several, as they are themselves.
 * @param {Block[]} blocks
 * @param {string} partTitle
 * @returns {Sheet[]}
 */
export function tableSheets(blocks, partTitle) {
  const tables = blocks.flatMap((block) => (block.type === 'table' || block.type === 'grid' ? [block] : []));
  return tables.map((block) => {
    const title = (tables.length > 1 && block.caption) || partTitle;
    return block.type === 'table' ? fromTable(block, title) : fromGrid(block, title);
  });
}

/**
 * @param {import('./blocks.js').BlockOf<'table'>} block
 * @param {string} title
 * @returns {Sheet}
 */
function fromTable({ columns, rows }, title) {
  return {
    title,
    columns: columns.map(({ text, unit }) => column(unit ? `${text} (${unit})` : text)),
    is_table: true,
    rows: rows.map((cells) => row(cells.map((cell, index) => cellOf(cell, columns[index]?.numeric ?? false)))),
  };
}

/**
 * @param {string | import('./blocks.js').Cell} cell
 * @param {boolean} isNumeric
 * @returns {SheetCell}
 */
function cellOf(cell, isNumeric) {
  if (typeof cell === 'string') return typed(cell, isNumeric);
  return cell.value ?? typed(cell.text, isNumeric);
}

/**
 * @param {string} text
 * @param {boolean} isNumeric
 */
function typed(text, isNumeric) {
  return isNumeric && NUMBER.test(text) ? Number(text) : text;
}

/**
 * Rows that only head the rows below are a column of their own, so that a filter leaves each row where it belongs.
 * @param {import('./blocks.js').BlockOf<'grid'>} block
 * @param {string} title
 * @returns {Sheet}
 */
function fromGrid({ row_header, columns, rows }, title) {
  const isGrouped = rows.some(({ cells }) => cells.length === 0);
  let group = '';
  return {
    title,
    columns: [...(isGrouped ? [''] : []), row_header, ...columns].map((text) => column(text)),
    is_table: true,
    rows: rows.flatMap(({ header, cells }) => {
      if (cells.length === 0) {
        group = header;
        return [];
      }
      const words = cells.map(({ text, lines }) => (lines ? lines.map((line) => line.text).join('\n') : text));
      return [row([...(isGrouped ? [group] : []), header, ...words])];
    }),
  };
}
