/**
 * What an entry is called: the answer its questionnaire names for that, else its number.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('../draft/session.js').DraftSession} DraftSession
 */
import { text } from '../catalogue.js';
import { answerLines } from '../report/source.js';

/**
 * @param {DraftSession} draft
 * @param {Item} entries
 * @param {string} entryId
 * @param {number} index  its place among the entries
 */
export function entryName(draft, entries, entryId, index) {
  return entryTitle(draft, entries, entryId) ?? unnamed(entries, index);
}

/**
 * @param {DraftSession} draft
 * @param {Item} entries
 * @param {string} entryId
 * @returns {string | null}
 */
export function entryTitle(draft, entries, entryId) {
  const [title] = entries.entry_title ? childLines(draft, entries, entryId, entries.entry_title) : [];
  return title ?? null;
}

/**
 * @param {Item} entries
 * @param {number} index
 */
export function unnamed(entries, index) {
  const singular = entries.singular ?? text('question.entry');
  return text('entries.unnamed', { singular: singular[0].toUpperCase() + singular.slice(1), number: index + 1 });
}

/**
 * What the summary line says besides the name.
 * @param {DraftSession} draft
 * @param {Item} entries
 * @param {string} entryId
 */
export function entryFacts(draft, entries, entryId) {
  return (entries.entry_summary ?? []).flatMap((child) => childLines(draft, entries, entryId, child)).join(' · ');
}

/**
 * @param {DraftSession} draft
 * @param {Item} entries
 * @param {string} entryId
 * @param {string} childId
 */
function childLines(draft, entries, entryId, childId) {
  const child = entries.items?.find((item) => item.id === childId);
  if (!child) return [];
  const value = draft.evaluation.value(`${entries.id}/${entryId}/${childId}`);
  return answerLines(child, value, draft.definition.data.language);
}
