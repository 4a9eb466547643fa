/**
 * What can be taken back during a visit: for each edit, what stood before it.
 *
 * Remembering an edit costs as much as the edit, whatever the size of the draft. Taking one back is an edit of its own,
 * with fresh stamps: whoever has seen the first sees the second as later.
 *
 * A merge is taken back otherwise: what it brought is others' to withdraw. What is put back then counts, for whoever
 * merges, as the edit that it was, and what came with the merge as not seen.
 *
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./change.js').By} By
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 * @typedef {import('./draft.js').TakenBack} TakenBack
 * @typedef {import('./knowledge.js').Knowledge} Knowledge
 *
 * @typedef {object} Former  What stood where a change spoke.
 * @property {Pick<Draft, 'name' | 'name_chosen'>} [named]
 * @property {string[] | null} [parts]
 * @property {Record<string, Answer | null>} answers  null where none was
 * @property {Record<string, Record<string, Entry | Place>>} entries
 *
 * @typedef {{order: string, removed: true, stamp?: undefined}} Place  Where an entry goes that was not there: it leaves its tombstone.
 *
 * @typedef {object} Step
 * @property {string} label  what was done, in words; empty where the rest says enough
 * @property {string | null} path  where it was done: a path, an entries id, or null for more than one place
 * @property {'answered' | 'added' | 'removed' | 'moved' | 'named' | 'several'} act
 * @property {string | null} entryId  where it was done to one entry
 * @property {Former} former
 * @property {Knowledge | null} knew  of a merge: what had been seen before it
 */
import { answersChange, combine, entryChange } from './change.js';
import { bareRecord } from './draft.js';
import { entryPath, isUnseen, seenBetween } from './knowledge.js';

/** Steps that are remembered. */
const MOST = 300;

/** How long one may stop for breath and still be writing the same thing, in milliseconds. */
const PAUSE = 2000;

/**
 * What a change is about to replace.
 * @param {Draft} draft  as it is before
 * @param {Change} change
 * @returns {Former}
 */
export function formerOf(draft, change) {
  /** @type {Former} */
  const former = { answers: bareRecord(), entries: bareRecord() };
  if (change.name !== undefined) former.named = { name: draft.name, name_chosen: draft.name_chosen };
  if (change.parts !== undefined) former.parts = draft.parts;
  for (const path of Object.keys(change.answers ?? {})) former.answers[path] = draft.answers[path] ?? null;
  for (const [entriesId, some] of Object.entries(change.entries ?? {})) {
    former.entries[entriesId] = bareRecord();
    for (const [entryId, { order }] of Object.entries(some)) {
      former.entries[entriesId][entryId] = draft.entries[entriesId]?.[entryId] ?? { order, removed: true };
    }
  }
  return former;
}

/**
 * The edit that puts back what stood before another.
 * @param {Draft} draft
 * @param {Former} former
 * @param {By} by
 * @param {Knowledge | null} [knew]  what had been seen then, where what was brought since is to be unseen again
 * @returns {Change}
 */
export function backChange(draft, { answers, entries, named, parts }, by, knew = null) {
  const unseenAt = knew && seenBetween(knew, draft);
  const values = Object.fromEntries(Object.entries(answers).map(([path, answer]) => [path, answer?.value ?? null]));
  let change = answersChange(draft, bareRecord(values), by);
  for (const [path, before] of Object.entries(answers)) {
    putBack(/** @type {Answer} */ (change.answers?.[path]), draft.answers[path], before, unseenAt?.(path));
  }
  for (const [entriesId, some] of Object.entries(entries)) {
    for (const [entryId, before] of Object.entries(some)) {
      const { order, removed } = before;
      const edit = entryChange(draft, entriesId, entryId, { order, removed }, by);
      const [now, then] = [draft.entries[entriesId]?.[entryId], before.stamp ? before : null];
      putBack(/** @type {Entry} */ (edit.entries?.[entriesId][entryId]), now, then, unseenAt?.(entryPath(entriesId, entryId)));
      change = combine(change, edit);
    }
  }
  return { ...change, ...named, ...(parts !== undefined && { parts }) };
}

/**
 * @param {Answer | Entry} record  that takes the place of what there is
 * @param {Answer | Entry | undefined} now  what there is
 * @param {Answer | Entry | null} before  what it is again
 * @param {import('./draft.js').Unseen[]} [unseen]  what is to be unseen again
 */
function putBack(record, now, before, unseen = []) {
  delete record.unseen;
  const all = [...(before?.unseen ?? []), ...unseen];
  if (all.length > 0) record.unseen = all;
  if (now && isUnseen(unseen, now.stamp)) record.again = originOf(before);
}

/**
 * Which edit a record is of: put back more than once, it is still the first.
 * @param {Answer | Entry | null} record
 * @returns {TakenBack['again']}
 */
function originOf(record) {
  if (record === null) return null;
  const { again, stamp, at } = record;
  return again === undefined ? { stamp, at } : again;
}

/**
 * The one place a change is about: an answer's path, or an entries id; null for more than one.
 * @param {Pick<Change, 'answers' | 'entries'>} change
 */
export function placeOfChange({ answers = {}, entries = {} }) {
  const paths = Object.keys(answers);
  const lists = Object.keys(entries);
  if (lists.length === 0) return paths.length === 1 ? paths[0] : null;
  return lists.length === 1 && paths.every((path) => path.startsWith(`${lists[0]}/`)) ? lists[0] : null;
}

/**
 * A change, as it can be told of and taken back.
 * @param {Draft} draft  as it is before
 * @param {Change} change
 * @param {string} label
 * @returns {Step}
 */
export function stepOf(draft, change, label) {
  const path = placeOfChange(change);
  const entries = Object.entries(change.entries?.[path ?? ''] ?? {});
  const entryId = entries.length === 1 ? entries[0][0] : null;
  // Nothing but a merge brings what others have seen.
  const knew = change.seen_in_parts ? { seen: bareRecord(draft.seen), seen_in_parts: draft.seen_in_parts } : null;
  return { label, path, entryId, act: actOf(draft, change, path, entryId), former: formerOf(draft, change), knew };
}

/**
 * @param {Draft} draft
 * @param {Change} change
 * @param {string | null} path
 * @param {string | null} entryId
 * @returns {Step['act']}
 */
function actOf(draft, change, path, entryId) {
  if (path === null) return change.name_chosen === undefined ? 'several' : 'named';
  if (entryId === null) return change.entries?.[path] ? 'moved' : 'answered';
  const wasThere = draft.entries[path]?.[entryId]?.removed === false;
  const isThere = change.entries?.[path][entryId].removed === false;
  if (wasThere === isThere) return 'moved';
  return isThere ? 'added' : 'removed';
}

/** @param {Former} former */
function isNothing({ named, answers, entries }) {
  return !named && Object.keys(answers).length === 0 && Object.keys(entries).length === 0;
}

export class History {
  /** @type {Step[]} */
  #done = [];

  /** @type {Step[]} */
  #undone = [];

  /** What is being written, and when last. */
  #burst = { path: '', at: -Infinity };

  /** What would be undone. */
  get last() {
    return this.#done.at(-1) ?? null;
  }

  /** What would be done again. */
  get next() {
    return this.#undone.at(-1) ?? null;
  }

  /**
   * @param {Step} step
   * @param {number | null} typedAt  milliseconds, where it is one of many small edits of one text
   * @returns {boolean} whether what would be undone is another step now
   */
  add(step, typedAt = null) {
    if (isNothing(step.former)) return false;
    const path = typedAt === null ? '' : (step.path ?? '');
    const { path: before, at } = this.#burst;
    const since = (typedAt ?? 0) - at;
    this.#burst = { path, at: typedAt ?? -Infinity };
    if (path !== '' && path === before && since >= 0 && since < PAUSE) return false;
    this.#done.push(step);
    if (this.#done.length > MOST) this.#done.shift();
    this.#undone = [];
    return true;
  }

  /**
   * The last step is about to be taken back.
   * @param {(step: Step) => Former} carryOut  does so, and says what that replaces
   */
  undo(carryOut) {
    return this.#turn(this.#done, this.#undone, carryOut);
  }

  /** @param {(step: Step) => Former} carryOut */
  redo(carryOut) {
    return this.#turn(this.#undone, this.#done, carryOut);
  }

  clear() {
    this.#done = [];
    this.#undone = [];
    this.#endBurst();
  }

  /**
   * @param {Step[]} from
   * @param {Step[]} to
   * @param {(step: Step) => Former} carryOut
   */
  #turn(from, to, carryOut) {
    const step = from.pop();
    if (!step) return null;
    this.#endBurst();
    to.push({ ...step, former: carryOut(step) });
    return step;
  }

  #endBurst() {
    this.#burst = { path: '', at: -Infinity };
  }
}
