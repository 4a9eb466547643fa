/**
 * Entries (an action plan, a list of services) as a table to read and as rows for a spreadsheet.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./source.js').Source} Source
 */
import { text } from '../catalogue.js';
import { codedTitle, concretePath } from '../definition.js';
import { entriesOf, entryName, linesAt } from './reading.js';
import { answerAt } from './source.js';

/** More columns than this fit on no page: each entry then has a list of its own. */
const MOST_COLUMNS = 8;

/**
 * A table of the questions that are always open; what the folded ones hold follows, entry by entry.
 * @param {Source} source
 * @param {Item} entries
 * @param {{isShort?: boolean, most?: number | null}} [how]  short: without what is folded; most: so many entries
 * @returns {Block[]}
 */
export function entriesBlocks(source, entries, { isShort = false, most = null } = {}) {
  const all = entriesOf(source, entries.path);
  const ids = all.slice(0, most ?? undefined);
  if (ids.length === 0) return [];
  const children = (entries.items ?? []).filter((child) =>
    ids.some((id) => source.isVisible(concretePath(child.path, id))),
  );
  const isOpen = (/** @type {Item} */ child) => !child.fold;
  const open = children.filter(isOpen);
  const more = moreBlocks(all.length - ids.length);
  if (open.length > MOST_COLUMNS) return [...ids.flatMap((id) => entryBlocks(source, entries, id, children)), ...more];
  const folded = children.filter((child) => !isShort && !isOpen(child));
  return [
    {
      type: 'table',
      caption: codedTitle(entries),
      columns: open.map((child) => ({ text: child.title })),
      rows: ids.map((id) =>
        open.map((child, column) => ({ text: linesAt(source, child, id).join('\n'), header: column === 0 })),
      ),
    },
    ...ids.flatMap((id) => entryBlocks(source, entries, id, folded)),
    ...more,
  ];
}

/**
 * @param {number} count  what a shorter version leaves to the whole
 * @returns {Block[]}
 */
export function moreBlocks(count) {
  return count > 0 ? [{ type: 'note', text: text('export.more', { count }) }] : [];
}

/**
 * What one entry answers to some of its questions, under its name.
 * @param {Source} source
 * @param {Item} entries
 * @param {string} id
 * @param {Item[]} children
 * @returns {Block[]}
 */
function entryBlocks(source, entries, id, children) {
  const rows = children
    .map((child) => ({ key: child.title, lines: linesAt(source, child, id) }))
    .filter(({ lines }) => lines.length > 0);
  if (rows.length === 0) return [];
  return [
    { type: 'heading', level: 1, text: entryName(source, entries.path, id) },
    { type: 'summary', rows },
  ];
}

/**
 * One row of titles, then one row for each entry. Numbers stay numbers and dates stay sortable.
 * @param {Source} source
 * @param {Item} entries
 * @returns {(string | number)[][]}
 */
export function entriesRows(source, entries) {
  const children = entries.items ?? [];
  const rows = entriesOf(source, entries.path).map((id) =>
    children.map((child) => {
      const value = answerAt(source, concretePath(child.path, id));
      if (typeof value === 'number') return value;
      if (child.type === 'date') return String(value ?? '');
      return linesAt(source, child, id).join('; ');
    }),
  );
  return [children.map((child) => (child.unit ? `${child.title} (${child.unit})` : child.title)), ...rows];
}
