/**
 * How a response reads: its entries, what they are called, and its answers in words.
 *
 * Owns what an answer says that names an entry, and which entries a view or a condition picks out. Reads the plain
 * response alone, so that a copy without the private answers cannot say more than it holds.
 *
 * @typedef {import('../conditions.js').Lookup} Lookup
 * @typedef {import('../definition.js').Condition} Condition
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./source.js').Source} Source
 */
import { text } from '../catalogue.js';
import { containsAny, holds } from '../conditions.js';
import { codedTitle, concretePath, isBlank } from '../definition.js';
import { optionsSource, presentOptions } from '../options.js';
import { answerAt, answerLines } from './source.js';

/**
 * The ids of the entries of a list, or of a view of it, in the person's order.
 * @param {Source} source
 * @param {string} path
 * @returns {string[]}
 */
export function entriesOf(source, path) {
  const { response, definition } = source;
  const { of, where = {} } = definition.item(path) ?? {};
  if (!of) return Object.hasOwn(response.entries, path) ? response.entries[path] : [];
  if (!source.isVisible(path)) return [];
  return entriesOf(source, of).filter((id) =>
    Object.entries(where).every(([child, wanted]) => containsAny(answerAt(source, `${of}/${id}/${child}`), wanted)),
  );
}

/**
 * Those of the entries for which a condition holds.
 * @param {Source} source
 * @param {string} path
 * @param {Condition | null | undefined} where
 */
export function entriesWhere(source, path, where) {
  const ids = entriesOf(source, path);
  return where ? ids.filter((id) => holds(where, lookupIn(source), id)) : ids;
}

/**
 * @param {Source} source
 * @returns {Lookup}
 */
function lookupIn(source) {
  return {
    item: (path) => {
      const place = source.definition.locate(path);
      return place && { ...place.item, options: optionsOf(source, place.item, place.entryId) };
    },
    value: (path) => answerAt(source, path),
    isAnswered: (path) => !isBlank(answerAt(source, path)) || entriesOf(source, path).length > 0,
  };
}

/**
 * What an entry is called: its title's answer, or "Service 2" where that is blank or left out.
 * @param {Source} source
 * @param {string} path  of its list, or of a view of it
 * @param {string} id
 */
export function entryName(source, path, id) {
  const entries = /** @type {Item} */ (source.definition.listOf(path));
  const titled = childOf(entries, entries.entry_title);
  const words = titled ? linesAt(source, titled, id).join(', ') : '';
  if (words) return words;
  const name = entries.singular ?? codedTitle(entries);
  return text('results.entry_number', { name, number: entriesOf(source, entries.path).indexOf(id) + 1 });
}

/**
 * @param {Item | null} holder
 * @param {string | null | undefined} id
 */
export function childOf(holder, id) {
  return holder?.items?.find((child) => child.id === id) ?? null;
}

/**
 * An answer in words: one line, or one for each tick. Nothing when it is blank.
 * @param {Source} source
 * @param {Item} item
 * @param {string | null} [entryId]
 * @returns {string[]}
 */
export function linesAt(source, item, entryId = null) {
  const value = answerAt(source, concretePath(item.path, entryId));
  const from = item.options_from;
  if (from && value !== null) return [value].flat().map((id) => entryName(source, from, String(id)));
  return answerLines(item, value, source.definition.data.language);
}

/**
 * An answer that a spreadsheet can reckon with: a number, or a day. Null for any other, and for none.
 * @param {Source} source
 * @param {Item} item
 * @param {string | null} [entryId]
 */
export function reckoned(source, item, entryId = null) {
  const value = answerAt(source, concretePath(item.path, entryId));
  if (typeof value === 'number') return value;
  return item.type === 'date' && value !== null ? { date: String(value) } : null;
}

/**
 * The options of a question: its author's, or what entries or the lines of a text give.
 * @param {Source} source
 * @param {Item} item
 * @param {string | null} [entryId]
 */
export function optionsOf(source, item, entryId = null) {
  const from = optionsSource(item);
  if (!from) return item.options ?? [];
  return presentOptions(item, concretePath(from, entryId), {
    value: (path) => answerAt(source, path),
    entries: (path) => entriesOf(source, path),
    entryTitle: (path, id) => entryName(source, path, id),
  });
}

/**
 * What the response is of, as its author chose: "Sunshine team, Northtown". Empty when none of it is answered.
 * @param {Source} source
 */
export function nameOf(source) {
  return source.definition.data.name_from
    .flatMap((path) => {
      const item = source.definition.item(path);
      return item ? linesAt(source, item) : [];
    })
    .join(', ');
}
