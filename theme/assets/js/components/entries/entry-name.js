/**
 * What an entry is called: the answer its questionnaire names for that, else its number; and what else it says.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../response.js').Evaluation} Evaluation
 */
import { answerWords, unnamed } from '../questions/answer-words.js';

/**
 * @param {Evaluation} evaluation
 * @param {Item} list
 * @param {string} entryId
 */
export function entryName(evaluation, list, entryId) {
  return entryTitle(evaluation, list, entryId) ?? unnamed(list, evaluation.entries(list.id).indexOf(entryId));
}

/**
 * @param {Evaluation} evaluation
 * @param {Item} list
 * @param {string} entryId
 * @returns {string | null}
 */
export function entryTitle(evaluation, list, entryId) {
  if (!list.entry_title) return null;
  const lines = answerWords(evaluation, `${list.id}/${entryId}/${list.entry_title}`);
  return lines.length > 0 ? lines.join(', ') : null;
}

/**
 * The names that several things have: where they are listed away from what stands around them, a name is not enough.
 * @param {string[]} names
 * @returns {Set<string>}
 */
export function twins(names) {
  const seen = new Set();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

/**
 * What the summary line says besides the name.
 * @param {Evaluation} evaluation
 * @param {Item} list
 * @param {string} entryId
 * @param {Record<string, unknown>} [given]  children that all entries here answer alike, which need not be said
 */
export function entryFacts(evaluation, list, entryId, given = {}) {
  return (list.entry_summary ?? [])
    .filter((child) => !(child in given))
    .flatMap((child) => answerWords(evaluation, `${list.id}/${entryId}/${child}`))
    .join(' · ');
}
