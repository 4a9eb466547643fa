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
import { bareRecord } from './draft.js';
import { editCount, entryPath, joinKnowledge, knows } from './knowledge.js';

/**
 * Of each answer and entry, the later.
 * @param {Draft} one
 * @param {Draft} other
 * @returns {Draft}
 */
export function newest(one, other) {
  const [older, newer] = editCount(one) <= editCount(other) ? [one, other] : [other, one];
  const isSeen = knows(newer);
  // A name has no stamp. One that the person chose is worth more than one that follows the answers.
  const { name, name_chosen } = older.name_chosen && !newer.name_chosen ? older : newer;
  /** @type {Draft} */
  const draft = {
    ...newer,
    name,
    name_chosen,
    editors: Object.assign(bareRecord(older.editors), newer.editors),
    ...joinKnowledge(older, newer),
    answers: newestOfEach(older.answers, newer.answers, (path) => path, isSeen),
    entries: bareRecord(older.entries),
  };
  for (const [id, entries] of Object.entries(newer.entries)) {
    const pathOf = (/** @type {string} */ entryId) => entryPath(id, entryId);
    draft.entries[id] = newestOfEach(draft.entries[id] ?? {}, entries, pathOf, isSeen);
  }
  return draft;
}

/**
 * Whether another copy of a draft has something later than this one.
 * @param {Draft} draft
 * @param {Draft} other
 */
export function isBehind(draft, other) {
  const isSeen = knows(draft);
  /**
   * @param {Record<string, Answer | Entry>} here
   * @param {Record<string, Answer | Entry>} there
   * @param {(key: string) => string} pathOf
   */
  const isBehindIn = (here, there, pathOf) =>
    Object.entries(there).some(([key, record]) => !(key in here) || isLater(record, here[key], pathOf(key), isSeen));
  return (
    isBehindIn(draft.answers, other.answers, (path) => path) ||
    Object.entries(other.entries).some(([id, entries]) =>
      isBehindIn(draft.entries[id] ?? {}, entries, (entryId) => entryPath(id, entryId)),
    )
  );
}

/**
 * @template {Answer | Entry} T
 * @param {Record<string, T>} older
 * @param {Record<string, T>} newer
 * @param {(key: string) => string} pathOf
 * @param {ReturnType<typeof knows>} isSeen  by the newer
 */
function newestOfEach(older, newer, pathOf, isSeen) {
  const all = bareRecord(older);
  for (const [key, record] of Object.entries(newer)) {
    if (!(key in all) || !isLater(all[key], record, pathOf(key), isSeen)) all[key] = record;
  }
  return all;
}

/**
 * No clock is asked, which may have been put back in between.
 * @param {Answer | Entry} a
 * @param {Answer | Entry} b
 * @param {string} path
 * @param {ReturnType<typeof knows>} isSeen  by the draft that has b: what it has seen of a, it has gone beyond
 */
function isLater(a, b, path, isSeen) {
  if (a.stamp[0] === b.stamp[0]) return a.stamp[1] > b.stamp[1];
  return !isSeen(path, a.stamp);
}
