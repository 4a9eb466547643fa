/**
 * Entries (an action plan, a list of services) as a table to read and as rows for a spreadsheet.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./source.js').Source} Source
 */
import { text } from '../catalogue.js';
import { codedTitle, concretePath } from '../definition.js';
import { answerAt, entriesOf, linesAt } from './source.js';

/**
 * A table of the questions that are always open; what the folded ones hold follows, entry by entry.
 * @param {Source} source
 * @param {Item} entries
 * @returns {Block[]}
 */
export function entriesBlocks(source, entries) {
  const ids = entriesOf(source, entries.id);
  if (ids.length === 0) return [];
  const asked = ids.flatMap((id) => (entries.items ?? []).filter((child) => source.isVisible(concretePath(child.path, id))));
  const children = (entries.items ?? []).filter((child) => asked.includes(child));
  const open = children.filter((child) => !child.fold);
  const folded = children.filter((child) => child.fold);

  /** @type {Block[]} */
  const blocks = [
    {
      type: 'table',
      caption: codedTitle(entries),
      columns: open.map((child) => ({ text: child.title })),
      rows: ids.map((id) =>
        open.map((child, column) => ({ text: linesAt(source, child, id).join('\n'), header: column === 0 })),
      ),
    },
  ];
  ids.forEach((id, index) => {
    const rows = folded
      .map((child) => ({ key: child.title, lines: linesAt(source, child, id) }))
      .filter(({ lines }) => lines.length > 0);
    if (rows.length === 0) return;
    blocks.push({ type: 'heading', level: 1, text: entryName(source, entries, id, index) }, { type: 'summary', rows });
  });
  return blocks;
}

/**
 * What an entry is called: its title's answer, or "Action 2" where that is blank.
 * @param {Source} source
 * @param {Item} entries
 * @param {string} id
 * @param {number} index
 */
function entryName(source, entries, id, index) {
  const titled = entries.items?.find((child) => child.id === entries.entry_title);
  const [line] = titled ? linesAt(source, titled, id) : [];
  const name = entries.singular ?? codedTitle(entries);
  return line ?? text('results.entry_number', { name, number: index + 1 });
}

/**
 * One row of titles, then one row for each entry. Numbers stay numbers and dates stay sortable.
 * @param {Source} source
 * @param {Item} entries
 * @returns {(string | number)[][]}
 */
export function entriesRows(source, entries) {
  const children = entries.items ?? [];
  const rows = entriesOf(source, entries.id).map((id) =>
    children.map((child) => {
      const value = answerAt(source, concretePath(child.path, id));
      if (typeof value === 'number') return value;
      if (child.type === 'date') return String(value ?? '');
      return linesAt(source, child, id).join('; ');
    }),
  );
  return [children.map((child) => (child.unit ? `${child.title} (${child.unit})` : child.title)), ...rows];
}
