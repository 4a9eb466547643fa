/** The drafts that this browser keeps of a questionnaire. */
import { LocalCopies } from './copies.js';
import { Journal } from './journal.js';
import { DraftStore } from './store.js';

/**
 * @param {string} prefix  the site's path
 * @param {string} questionnaireId
 */
export function browserStore(prefix, questionnaireId) {
  return new DraftStore({
    journal: new Journal(`${prefix}:drafts`, () => indexedDB),
    copies: new LocalCopies(() => localStorage, prefix, questionnaireId),
    questionnaireId,
  });
}
