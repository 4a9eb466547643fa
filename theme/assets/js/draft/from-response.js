/**
 * A draft from a plain response: an example, or what an importer has read.
 *
 * @typedef {import('../response.js').Response} Response
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./change.js').By} By
 */
import { answerChange, apply, entryChange } from './change.js';
import { newDraft } from './draft.js';
import { newUuid } from './ids.js';

/**
 * @param {Omit<Response, 'broken'>} response
 * @param {By} by  who is to count as its editor
 * @returns {Draft}
 */
export function draftFromResponse(response, by) {
  const draft = newDraft({
    draftId: newUuid(),
    questionnaireId: response.questionnaire_id,
    revision: response.questionnaire_revision,
    at: by.at,
  });
  for (const [entriesId, ids] of Object.entries(response.entries)) {
    for (const id of ids) apply(draft, entryChange(draft, entriesId, id, {}, by));
  }
  for (const [path, value] of Object.entries(response.answers)) {
    apply(draft, answerChange(draft, path, value, by));
  }
  return draft;
}
