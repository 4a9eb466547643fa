/**
 * A table of what was so at each date and what has changed: a row for each thing.
 *
 * @typedef {import('../blocks.js').Block} Block
 * @typedef {import('../blocks.js').Cell} Cell
 * @typedef {import('./dated.js').Span} Span
 *
 * @typedef {object} DatedRow
 * @property {string} title
 * @property {string[]} [paths]  of the answers it is about
 * @property {string[]} words  at each date
 * @property {{text: string, tone?: string}[]} [changes]  for each span
 */
import { text } from '../../catalogue.js';

/**
 * @param {string} caption
 * @param {string} first  what a row is about
 * @param {string[]} labels  of the dates
 * @param {Span[]} spans  those of which a row tells the change
 * @param {DatedRow[]} rows
 * @returns {Block[]} none without rows
 */
export function datedTable(caption, first, labels, spans, rows) {
  if (rows.length === 0) return [];
  const changes = spans.length === 1 ? [text('changes.change')] : spans.map(({ label }) => label);
  return [
    {
      type: 'table',
      caption,
      columns: [first, ...labels, ...changes].map((words) => ({ text: words })),
      rows: rows.map(({ title, paths, words, changes: changed = [] }) => [
        /** @type {Cell} */ ({ text: title, header: true, ...(paths && { paths }) }),
        ...words,
        ...changed,
      ]),
    },
  ];
}
