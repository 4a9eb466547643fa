/**
 * Drafts of earlier revisions on this page: what carries them over is fetched when the first of them is met.
 *
 * @typedef {import('./draft/draft.js').Draft} Draft
 * @typedef {import('./draft/revisions.js').RevisionMaps} RevisionMaps
 * @typedef {import('./draft/session.js').DraftSession} DraftSession
 */
import { carryOver } from './draft/carry-over.js';
import { lookBack } from './draft/look-back.js';
import { reconcile } from './draft/reconcile.js';
import { NO_REVISIONS } from './draft/revisions.js';
import { fetchJson } from './fetch-json.js';

/** @type {Promise<RevisionMaps> | null} */
let fetched = null;

/** @returns {Promise<RevisionMaps>} */
function revisionMaps() {
  const $main = /** @type {HTMLElement} */ (document.querySelector('[data-revisions]'));
  // A draft of an earlier revision that was never on record: only what has its old path is carried over.
  const url = $main.dataset.revisions;
  fetched ??= url ? fetchJson(url) : Promise.resolve(NO_REVISIONS);
  fetched.catch(() => (fetched = null));
  return fetched;
}

/** @param {DraftSession} session */
export async function bringUpToDate(session) {
  await carryOver(session, await revisionMaps());
}

/**
 * Another draft than the one at hand.
 * @param {DraftSession} session
 * @param {Draft} draft
 */
export async function carriedOver(session, draft) {
  return reconcile(draft, session.definition, await revisionMaps(), session.by);
}

/** @param {DraftSession} session */
export async function lookBackAt(session) {
  return lookBack(session.draft, session.definition, await revisionMaps());
}
