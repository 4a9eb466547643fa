/**
 * What stands in a workbook, as plain data: `questionnaire_core/outputs/workbook.py` says what becomes of it.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./source.js').Source} Source
 *
 * @typedef {null | string | number | {date: string} | {sheet: number}} SheetCell  `sheet`: leads to that sheet
 * @typedef {{text: string, kind: 'text' | 'number' | 'date', options: string[] | null, width: number | null}} SheetColumn
 * @typedef {{look: 'title' | 'heading' | 'label' | 'note' | null, cells: SheetCell[]}} SheetRow
 * @typedef {{title: string, columns: SheetColumn[], is_table: boolean, rows: SheetRow[]}} Sheet
 */
import { linesAt, reckoned } from './reading.js';

/**
 * @param {string} text
 * @param {Partial<SheetColumn>} [more]
 * @returns {SheetColumn}
 */
export function column(text, more = {}) {
  return { text, kind: 'text', options: null, width: null, ...more };
}

/**
 * @param {SheetCell[]} cells
 * @param {SheetRow['look']} [look]
 * @returns {SheetRow}
 */
export function row(cells, look = null) {
  return { look, cells };
}

/**
 * A table whose columns say something: one in which nothing stands is left out.
 * @param {string} title
 * @param {SheetColumn[]} columns
 * @param {SheetCell[][]} cells
 * @returns {Sheet}
 */
export function fullColumns(title, columns, cells) {
  const said = columns.map((_, index) => cells.some((each) => each[index] !== '' && each[index] !== null));
  const kept = (/** @type {any[]} */ all) => all.filter((_, index) => said[index]);
  return { title, columns: kept(columns), is_table: true, rows: cells.map((each) => row(kept(each))) };
}

/**
 * An answer as what it is: a number to count with, a day to sort by, else its words.
 * @param {Source} source
 * @param {Item} item
 * @param {string | null} [entryId]
 * @returns {SheetCell}
 */
export function answerCell(source, item, entryId = null) {
  return reckoned(source, item, entryId) ?? linesAt(source, item, entryId).join('\n');
}

/**
 * The title of a question whose answers stand under it as bare numbers.
 * @param {Item} item
 */
export function titleWithUnit({ title, unit }) {
  return unit ? `${title} (${unit})` : title;
}
