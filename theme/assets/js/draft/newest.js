/**
 * Two copies of one draft that this browser wrote to different places: which has more, and both as one.
 *
 * The copies are of one line of editing, so the later of each answer and entry is simply right. Files of different
 * people are another matter, and not this module's.
 *
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 */
import { bareRecord, editCount } from './draft.js';
import { joinKnowledge } from './knowledge.js';

/**
 * Of each answer and entry, the later.
 * @param {Draft} one
 * @param {Draft} other
 * @returns {Draft}
 */
export function newest(one, other) {
  const [older, newer] = editCount(one) <= editCount(other) ? [one, other] : [other, one];
  // A name has no stamp. One that the person chose is worth more than one that follows the answers.
  const { name, name_chosen } = older.name_chosen && !newer.name_chosen ? older : newer;
  /** @type {Draft} */
  const draft = {
    ...newer,
    name,
    name_chosen,
    editors: Object.assign(bareRecord(older.editors), newer.editors),
    ...joinKnowledge(older, newer),
    answers: newestOfEach(older.answers, newer.answers),
    entries: bareRecord(older.entries),
  };
  for (const [id, entries] of Object.entries(newer.entries)) {
    draft.entries[id] = newestOfEach(draft.entries[id] ?? {}, entries);
  }
  return draft;
}

/**
 * Whether another copy of a draft has something later than this one.
 * @param {Draft} draft
 * @param {Draft} other
 */
export function isBehind(draft, other) {
  const isBehindIn = (
    /** @type {Record<string, Answer | Entry>} */ here,
    /** @type {Record<string, Answer | Entry>} */ there,
  ) => Object.entries(there).some(([key, record]) => !(key in here) || isLater(record, here[key]));
  return (
    isBehindIn(draft.answers, other.answers) ||
    Object.entries(other.entries).some(([id, entries]) => isBehindIn(draft.entries[id] ?? {}, entries))
  );
}

/**
 * @template {Answer | Entry} T
 * @param {Record<string, T>} older
 * @param {Record<string, T>} newer
 */
function newestOfEach(older, newer) {
  const all = bareRecord(older);
  for (const [key, record] of Object.entries(newer)) {
    if (!(key in all) || !isLater(all[key], record)) all[key] = record;
  }
  return all;
}

/**
 * @param {Answer | Entry} a
 * @param {Answer | Entry} b
 */
function isLater(a, b) {
  if (a.stamp[0] === b.stamp[0] && a.stamp[1] !== b.stamp[1]) return a.stamp[1] > b.stamp[1];
  return a.at > b.at;
}
