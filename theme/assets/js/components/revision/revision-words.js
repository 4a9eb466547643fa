/**
 * What is said of a draft of an earlier revision, wherever that is.
 */
import { text } from '../../catalogue.js';
import { sayMissing } from '../notices/missing-part.js';

/**
 * "31 answers carried over, 2 to look at, 1 kept aside."
 * @param {number} carried
 * @param {number} toLookAt
 * @param {number} keptAside
 */
export function countWords(carried, toLookAt, keptAside) {
  return text('revision.counts', {
    carried: text('revision.carried', { count: carried }),
    look: text('revision.to_look_at', { count: toLookAt }),
    aside: text('revision.kept_aside', { count: keptAside }),
  });
}

/**
 * The person went back to the draft as it was, or it could not be carried over when it was opened.
 * @param {import('../../component.js').App} app
 */
export async function carryOverAgain({ draft, router, alerts, announce }) {
  if (!(await draft.carryOver())) {
    const words = { title: text('revision.not_carried'), line: text('draft.part_missing') };
    return sayMissing(alerts, 'revision', null, words);
  }
  alerts.clear('revision');
  announce(text('revision.carried_again'));
  router.go('revision');
}
