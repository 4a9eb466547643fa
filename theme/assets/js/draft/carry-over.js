/**
 * The draft at hand, carried over from an earlier revision; as it was, it is kept as an earlier version of itself.
 *
 * Brought only when there is such a draft.
 *
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./revisions.js').RevisionMaps} RevisionMaps
 * @typedef {import('./session.js').DraftSession} DraftSession
 */
import { apply } from './change.js';
import { editCount } from './knowledge.js';
import { reconcile } from './reconcile.js';

/**
 * @param {DraftSession} session
 * @param {RevisionMaps} maps
 */
export async function carryOver(session, maps) {
  await session.snapshot('revision');
  const { draft, record, definition, by } = session;
  const { change, carried } = reconcile(draft, definition, maps, by);
  record.carried_over = { from: draft.questionnaire_revision, answers: carried, put_away: false };
  record.as_it_was = false;
  // A file that was up to date holds all that there is.
  const { downloaded } = record;
  const isDownloaded = downloaded !== null && downloaded.edits >= editCount(draft);
  apply(draft, change);
  if (isDownloaded) downloaded.edits = editCount(draft);
  session.turn();
  session.save(change);
  session.tell('replaced', { cause: 'carried-over' });
}

/**
 * The draft at hand as it was before it was carried over, if that is still kept.
 * @param {DraftSession} session
 * @returns {Promise<Draft | null>}
 */
export async function asItWas(session) {
  const table = await session.store.snapshots();
  const versions = (await table?.list(session.record.id)) ?? [];
  const earlier = versions.find(({ draft }) => draft.questionnaire_revision < session.definition.revision);
  return earlier?.draft ?? null;
}
