/**
 * Earlier versions of one draft: which are worth keeping, how one differs from the draft as it stands, and the edit
 * that goes back to it.
 *
 * Their order is a count: no clock has a say in it.
 *
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./history.js').Former} Former
 *
 * @typedef {'opened' | 'edited' | 'merge' | 'revision' | 'back' | 'start-from'} Reason  Why it was taken.
 *
 * @typedef {object} Snapshot
 * @property {string} id  of the record
 * @property {number} number  the later, the higher
 * @property {string} at
 * @property {Reason} reason
 * @property {string} content
 * @property {Draft} draft
 *
 * @typedef {object} Difference  Of an earlier version from the draft as it stands.
 * @property {string[]} answers  paths, but for those of entries that only one of them has
 * @property {Record<string, {more: number, fewer: number}>} entries  by entries id
 */
import { answeredPaths, bareRecord, entryIds, hasEntry, valueAt } from './draft.js';

/** How many are kept of a draft. */
export const MOST = 10;

/** Taken by the way; the others stand before something that a person may want to take back. */
const BY_THE_WAY = new Set(['opened', 'edited']);

/**
 * All that a person would see of a draft, as text: the same for the same answers, whoever gave them and when.
 * @param {Draft} draft
 */
export function contentOf(draft) {
  const answers = answeredPaths(draft).sort().map((path) => [path, valueAt(draft, path)]);
  const entries = Object.keys(draft.entries).sort().map((id) => [id, entryIds(draft, id)]);
  return JSON.stringify([draft.name, answers, entries.filter(([, ids]) => ids.length > 0)]);
}

/**
 * What becomes of the snapshots of a draft when another is to be taken.
 * @param {Pick<Snapshot, 'number' | 'content'>[]} kept  in order
 * @param {Pick<Snapshot, 'reason' | 'content'>} taken
 * @returns {{number: number | null, drop: number[]}}  `number`: of the new one; null when it would say nothing new
 */
export function placeFor(kept, { reason, content }) {
  const same = kept.filter((snapshot) => snapshot.content === content).map(({ number }) => number);
  const last = kept.at(-1)?.number ?? 0;
  if (same.includes(last) && BY_THE_WAY.has(reason)) return { number: null, drop: [] };
  const stay = kept.map(({ number }) => number).filter((number) => !same.includes(number));
  return { number: last + 1, drop: [...same, ...stay.slice(0, Math.max(0, stay.length + 1 - MOST))] };
}

/**
 * @param {Draft} now
 * @param {Draft} then
 * @returns {Difference}
 */
export function differenceOf(now, then) {
  /** @type {Difference['entries']} */
  const entries = bareRecord();
  for (const id of new Set([...Object.keys(now.entries), ...Object.keys(then.entries)])) {
    const [here, there] = [entryIds(now, id), entryIds(then, id)];
    const more = there.filter((entryId) => !hasEntry(now, id, entryId)).length;
    const fewer = here.filter((entryId) => !hasEntry(then, id, entryId)).length;
    if (more + fewer > 0) entries[id] = { more, fewer };
  }
  const isInBoth = (/** @type {string} */ path) => {
    const [top, entryId, child] = path.split('/');
    return child === undefined || (hasEntry(now, top, entryId) && hasEntry(then, top, entryId));
  };
  const paths = new Set([...answeredPaths(now), ...answeredPaths(then)]);
  return { answers: [...paths].filter((path) => isInBoth(path) && differs(now, then, path)), entries };
}

/**
 * What is to be put in the place of what stands, to have an earlier version back.
 * @param {Draft} now
 * @param {Draft} then
 * @returns {Former}
 */
export function formerIn(now, then) {
  /** @type {Former} */
  const former = { answers: bareRecord(), entries: bareRecord() };
  if (now.name !== then.name || now.name_chosen !== then.name_chosen) {
    former.named = { name: then.name, name_chosen: then.name_chosen };
  }
  for (const path of new Set([...Object.keys(now.answers), ...Object.keys(then.answers)])) {
    if (differs(now, then, path)) former.answers[path] = then.answers[path] ?? null;
  }
  for (const id of new Set([...Object.keys(now.entries), ...Object.keys(then.entries)])) {
    for (const entryId of Object.keys({ ...now.entries[id], ...then.entries[id] })) {
      const [here, there] = [now.entries[id]?.[entryId], then.entries[id]?.[entryId]];
      const before = there ?? { order: here.order, removed: true };
      if (here?.order === before.order && here.removed === before.removed) continue;
      former.entries[id] ??= bareRecord();
      former.entries[id][entryId] = before;
    }
  }
  return former;
}

/**
 * @param {Draft} now
 * @param {Draft} then
 * @param {string} path
 */
function differs(now, then, path) {
  return JSON.stringify(valueAt(now, path)) !== JSON.stringify(valueAt(then, path));
}
