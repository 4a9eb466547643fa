/**
 * Drafts of another questionnaire of this site, as its present revision asks. They are left as they are.
 *
 * @typedef {import('./definition.js').Definition} Definition
 * @typedef {import('./draft/draft.js').Draft} Draft
 */
import { newShortId } from './draft/ids.js';
import { NO_REVISIONS } from './draft/revisions.js';
import { fetchJson } from './fetch-json.js';

/**
 * @param {Draft} draft
 * @param {Definition} definition  of its questionnaire
 * @param {string} revisionsUrl  of what carries earlier drafts over; empty where none is on record
 * @returns {Promise<Draft>}
 * @throws where what carries it over cannot be had
 */
export async function inRevisionOf(draft, definition, revisionsUrl) {
  if (draft.questionnaire_revision >= definition.revision) return draft;
  const [{ reconcile }, maps] = await Promise.all([
    import('./draft/reconcile.js'),
    revisionsUrl ? fetchJson(revisionsUrl) : Promise.resolve(NO_REVISIONS),
  ]);
  return reconcile(draft, definition, maps, { editor: newShortId(), at: draft.saved_at }).draft;
}
