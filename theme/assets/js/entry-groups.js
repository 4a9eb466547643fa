/**
 * The entries that one place on the page shows, under their headings: a list that other sections show their part of
 * is grouped as they are; any other place has one group without a heading.
 *
 * @typedef {import('./definition.js').Item} Item
 *
 * @typedef {object} EntryGroup
 * @property {string} id  the view's; empty for entries that are in none
 * @property {Item | null} view
 * @property {string[]} ids  in order
 */
import { entryIds } from './draft/draft.js';

/**
 * @param {import('./response.js').Evaluation} evaluation
 * @param {string} path  of the list, or of a view
 * @param {ReadonlyMap<string, string>} [kept]  entries that stay in a group, whatever they answer and even if removed
 * @returns {EntryGroup[]}
 */
export function entryGroups(evaluation, path, kept = new Map()) {
  const { definition, draft } = evaluation;
  const views = definition.viewsOf(path).filter((view) => evaluation.isVisible(view.path));
  const groupOf = new Map(kept);
  for (const { id: group } of views) addAll(groupOf, evaluation.entries(group), group);
  addAll(groupOf, evaluation.entries(path), '');
  const ids = entryIds(draft, definition.listOf(path)?.id ?? path, kept).filter((id) => groupOf.has(id));
  return [...views, null].map((view) => {
    const group = view?.id ?? '';
    return { id: group, view, ids: ids.filter((id) => groupOf.get(id) === group) };
  });
}

/**
 * An entry that several views show stands once, with the first.
 * @param {Map<string, string>} groupOf
 * @param {string[]} ids
 * @param {string} group
 */
function addAll(groupOf, ids, group) {
  for (const id of ids) {
    if (!groupOf.has(id)) groupOf.set(id, group);
  }
}

/**
 * What every entry of a view answers, and a new one from the start.
 * @param {Item} item  the view; any other item gives nothing
 * @param {Item} list
 * @returns {Record<string, import('./definition.js').Value>} by child id
 */
export function givenAnswers({ where }, list) {
  const isTicked = (/** @type {string} */ child) => list.items?.find(({ id }) => id === child)?.type === 'choices';
  return Object.fromEntries(
    Object.entries(where ?? {}).map(([child, value]) => [child, isTicked(child) ? [String(value)] : value]),
  );
}
