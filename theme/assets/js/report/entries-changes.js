/**
 * What changed in lists since an earlier response: which entries are new, which are gone, and what others answer anew.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./blocks.js').Cell} Cell
 * @typedef {import('./source.js').Source} Source
 */
import { text } from '../catalogue.js';
import { codedTitle, concretePath } from '../definition.js';
import { entriesOf, entryName } from './reading.js';
import { answerAt } from './source.js';

/**
 * A table for each list in which anything changed.
 * @param {Source} now
 * @param {Source} then
 * @returns {Block[]}
 */
export function entriesChanges(now, then) {
  const { data, topItems } = now.definition;
  const lists = topItems.filter(({ type, path }) => {
    return type === 'entries' && !data.report.some(({ dismiss }) => dismiss === path);
  });
  return lists.flatMap((list) => {
    const rows = changedRows(now, then, list);
    if (rows.length === 0) return [];
    const columns = [{ text: codedTitle(list) }, { text: text('changes.change') }];
    return [/** @type {Block} */ ({ type: 'table', caption: codedTitle(list), columns, rows })];
  });
}

/**
 * @param {Source} now
 * @param {Source} then
 * @param {Item} list
 * @returns {Cell[][]}
 */
function changedRows(now, then, list) {
  const [present, past] = [now, then].map((source) => entriesOf(source, list.path));
  const known = new Set(past);
  const stay = new Set(present);
  const row = (/** @type {Source} */ source, /** @type {string} */ id, /** @type {string} */ words) => [
    { text: entryName(source, list.path, id), header: true },
    { text: words },
  ];
  return [
    ...present.flatMap((id) => {
      if (!known.has(id)) return [row(now, id, text('changes.entry_new'))];
      const titles = changedTitles(now, then, list, id);
      return titles.length > 0 ? [row(now, id, text('changes.entry_changed', { titles: titles.join('; ') }))] : [];
    }),
    ...past.filter((id) => !stay.has(id)).map((id) => row(then, id, text('changes.entry_gone'))),
  ];
}

/**
 * @param {Source} now
 * @param {Source} then
 * @param {Item} list
 * @param {string} id
 */
function changedTitles(now, then, list, id) {
  const answer = (/** @type {Source} */ source, /** @type {Item} */ child) =>
    JSON.stringify(answerAt(source, concretePath(child.path, id)));
  return (list.items ?? []).filter((child) => answer(now, child) !== answer(then, child)).map(({ title }) => title);
}
