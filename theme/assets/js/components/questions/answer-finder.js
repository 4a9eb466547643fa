/**
 * Shows a question wherever it is: in its step, its entry, its fold.
 *
 * @typedef {import('../../component.js').Basics} Basics
 * @typedef {import('../entries/entry-lists.js').EntryLists} EntryLists
 * @typedef {import('./questions.js').Questions} Questions
 */
import { placeOf } from '../../places.js';

/**
 * @param {Basics} app
 * @param {Questions} questions
 * @param {EntryLists} lists
 */
export function answerFinder({ $main, draft, router }, questions, lists) {
  return (/** @type {string} */ path) => {
    const { step, holder, entryId } = placeOf(draft.evaluation, path);
    router.go(step ?? 'hub', { focus: false });
    if (entryId !== null) lists.open(holder, entryId);
    const question = questions.question(path);
    const $place = question?.$root ?? $main.querySelector(`[data-item="${CSS.escape(holder)}"]`);
    for (let $fold = $place?.closest('details'); $fold; $fold = $fold.parentElement?.closest('details')) $fold.open = true;
    $place?.scrollIntoView({ behavior: 'instant' });
    if (question) question.focus();
    else /** @type {HTMLElement | null | undefined} */ ($place?.querySelector('[data-entry-add]'))?.focus();
  };
}
