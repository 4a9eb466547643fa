/**
 * Entries to look up: a table of some of their answers, of all entries or of those for which a condition holds.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./report.js').Part} Part
 * @typedef {import('./source.js').Source} Source
 */
import { concretePath } from '../definition.js';
import { childOf, entriesWhere, entryName, linesAt, optionsOf, reckoned } from './reading.js';
import { answerAt } from './source.js';

/**
 * @param {Part} part
 * @param {Source} source
 * @returns {Block[]}
 */
export function listBlocks({ title, entries: path = '', where, show = [], sort }, source) {
  const entries = source.definition.listOf(path);
  if (!entries) return [];
  const ids = sorted(entriesWhere(source, path, where), source, childOf(entries, sort));
  if (ids.length === 0) return [];
  const children = show.flatMap((id) => {
    const child = id === entries.entry_title ? null : childOf(entries, id);
    return child && !source.isLeftOut(child.path) ? [child] : [];
  });
  const named = childOf(entries, entries.entry_title) ?? entries;
  return [
    {
      type: 'table',
      caption: title,
      columns: [named, ...children].map(({ title: words, unit }) => ({ text: words, ...(unit && { unit }) })),
      rows: ids.map((id) => [
        { text: entryName(source, path, id), header: true, paths: [concretePath(named.path, id)] },
        ...children.map((child) => ({
          text: linesAt(source, child, id).join('\n'),
          value: reckoned(source, child, id) ?? undefined,
        })),
      ]),
    },
  ];
}

/**
 * By an answer: numbers by size, dates by day, choices as their options stand, words as a dictionary has them.
 * Blanks come last, and equals stay as the person has them.
 * @param {string[]} ids
 * @param {Source} source
 * @param {Item | null} child
 */
function sorted(ids, source, child) {
  if (!child) return ids;
  const { compare } = new Intl.Collator(source.definition.data.language, { numeric: true });
  const places = new Map(optionsOf(source, child).map(({ id }, index) => [id, index]));
  const keys = new Map(ids.map((id) => [id, keyOf(answerAt(source, concretePath(child.path, id)), places)]));
  return [...ids].sort((a, b) => {
    const [first, second] = [keys.get(a) ?? null, keys.get(b) ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return typeof first === 'number' && typeof second === 'number'
      ? first - second
      : compare(String(first), String(second));
  });
}

/**
 * @param {Value} value
 * @param {Map<string, number>} places
 * @returns {string | number | null}
 */
function keyOf(value, places) {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? (places.get(first) ?? first) : (first ?? null);
}
