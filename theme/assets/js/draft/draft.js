/**
 * A draft: everything a person has entered, as answers at paths, and the edits that change it.
 *
 * Owns the shape (version 1) and its operations. An edit is a Change: the part of a draft that is new. Making a
 * Change alters nothing; `apply` is the only thing that does. Knows nothing of questions, storage or the page.
 *
 * @typedef {import('../definition.js').Value} Value
 * @typedef {[editor: string, count: number]} Stamp  An editor's count of edits: which came first, without a clock.
 * @typedef {{value: Value, stamp: Stamp, at: string}} Answer
 * @typedef {{order: string, stamp: Stamp, at: string, removed: boolean}} Entry
 *
 * @typedef {object} Draft
 * @property {'questionnaire-draft'} type
 * @property {1} draft_version
 * @property {string} draft_id
 * @property {string} name
 * @property {string} questionnaire_id
 * @property {number} questionnaire_revision
 * @property {string} created_at
 * @property {string} saved_at
 * @property {Record<string, string>} editors  Names or roles by editor id; may be empty.
 * @property {Record<string, number>} seen  The highest count known of each editor.
 * @property {Record<string, Answer>} answers
 * @property {Record<string, Record<string, Entry>>} entries
 *
 * @typedef {object} Change
 * @property {string} [name]
 * @property {string} [saved_at]
 * @property {Record<string, string>} [editors]
 * @property {Record<string, number>} [seen]
 * @property {Record<string, Answer>} [answers]
 * @property {Record<string, Record<string, Entry>>} [entries]
 *
 * @typedef {{editor: string, at: string}} By  Who makes an edit, and when (an instant in UTC).
 */
import { isBlank } from '../definition.js';
import { orderBetween } from './order.js';

export const DRAFT_TYPE = 'questionnaire-draft';
export const DRAFT_VERSION = 1;

/**
 * A record without a prototype: no path or id read from a file can reach Object's own properties.
 * @template T
 * @param {Record<string, T>} [from]
 * @returns {Record<string, T>}
 */
export function bareRecord(from = {}) {
  return Object.assign(Object.create(null), from);
}

/**
 * @param {{draftId: string, questionnaireId: string, revision: number, at: string}} start
 * @returns {Draft}
 */
export function newDraft({ draftId, questionnaireId, revision, at }) {
  return {
    type: DRAFT_TYPE,
    draft_version: DRAFT_VERSION,
    draft_id: draftId,
    name: '',
    questionnaire_id: questionnaireId,
    questionnaire_revision: revision,
    created_at: at,
    saved_at: at,
    editors: bareRecord(),
    seen: bareRecord(),
    answers: bareRecord(),
    entries: bareRecord(),
  };
}

/**
 * What is stored at a path, whether or not its question is shown.
 * @param {Draft} draft
 * @param {string} path
 * @returns {Value}
 */
export function valueAt(draft, path) {
  return draft.answers[path]?.value ?? null;
}

/**
 * Entries that have not been removed, in their order.
 * @param {Draft} draft
 * @param {string} entriesId
 * @param {ReadonlySet<string>} [also]  removed ones to be listed all the same, where they stood
 */
export function entryIds(draft, entriesId, also = new Set()) {
  return Object.entries(draft.entries[entriesId] ?? {})
    .filter(([id, entry]) => !entry.removed || also.has(id))
    .sort(([idA, a], [idB, b]) => compareText(a.order, b.order) || compareText(idA, idB))
    .map(([id]) => id);
}

/**
 * By code unit, the same on every computer; a locale would not be.
 * @param {string} a
 * @param {string} b
 */
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * @param {Draft} draft
 * @param {string} entriesId
 * @param {string} entryId
 */
export function hasEntry(draft, entriesId, entryId) {
  return draft.entries[entriesId]?.[entryId]?.removed === false;
}

/**
 * How many edits a draft holds, its editors together. It only grows, so of two copies the larger is the later.
 * @param {Pick<Draft, 'seen'>} draft
 */
export function editCount(draft) {
  return Object.values(draft.seen).reduce((total, count) => total + count, 0);
}

/**
 * Answers a person would count: not blank, not of a removed entry.
 * @param {Draft} draft
 */
export function answeredPaths(draft) {
  return Object.keys(draft.answers).filter((path) => {
    if (isBlank(valueAt(draft, path))) return false;
    const [top, entryId, child] = path.split('/');
    return child === undefined || hasEntry(draft, top, entryId);
  });
}

/**
 * @param {Draft} draft
 * @param {string} path
 * @param {Value} value  null for cleared
 * @param {By} by
 * @returns {Change}
 */
export function answerChange(draft, path, value, by) {
  const { stamp, ...rest } = stamped(draft, by);
  return { ...rest, answers: bareRecord({ [path]: { value, stamp, at: by.at } }) };
}

/**
 * @param {Draft} draft
 * @param {string} entriesId
 * @param {string} entryId
 * @param {{order?: string, removed?: boolean}} now  what is to be; the rest stays, a new entry goes last
 * @param {By} by
 * @returns {Change}
 */
export function entryChange(draft, entriesId, entryId, now, by) {
  const before = draft.entries[entriesId]?.[entryId];
  const order = now.order ?? before?.order ?? orderBetween(lastOrder(draft, entriesId), null);
  const removed = now.removed ?? before?.removed ?? false;
  const { stamp, ...rest } = stamped(draft, by);
  const entry = { order, stamp, at: by.at, removed };
  return { ...rest, entries: bareRecord({ [entriesId]: bareRecord({ [entryId]: entry }) }) };
}

/**
 * Move an entry one place up or down.
 * @param {Draft} draft
 * @param {string} entriesId
 * @param {string} entryId
 * @param {-1 | 1} direction
 * @param {By} by
 * @returns {Change | null}  null when it is at the end already
 */
export function moveChange(draft, entriesId, entryId, direction, by) {
  const ids = entryIds(draft, entriesId);
  const from = ids.indexOf(entryId);
  const to = from + direction;
  if (from < 0 || to < 0 || to >= ids.length) return null;
  const orderAt = (/** @type {number} */ index) => draft.entries[entriesId][ids[index]]?.order ?? null;
  const [before, after] = direction < 0 ? [orderAt(to - 1), orderAt(to)] : [orderAt(to), orderAt(to + 1)];
  if (before === null || after === null || before < after) {
    return entryChange(draft, entriesId, entryId, { order: orderBetween(before, after) }, by);
  }
  // Two files merged may have given neighbours the same key, which leaves no room: number all afresh.
  ids.splice(to, 0, ...ids.splice(from, 1));
  return renumbered(draft, entriesId, ids, by);
}

/**
 * @param {Draft} draft
 * @param {string} entriesId
 * @param {string[]} ids
 * @param {By} by
 */
function renumbered(draft, entriesId, ids, by) {
  const { stamp, ...rest } = stamped(draft, by);
  /** @type {Record<string, Entry>} */
  const entries = bareRecord();
  /** @type {string | null} */
  let order = null;
  for (const id of ids) {
    order = orderBetween(order, null);
    entries[id] = { order, stamp, at: by.at, removed: false };
  }
  return { ...rest, entries: bareRecord({ [entriesId]: entries }) };
}

/**
 * Removed entries count too: one that comes back has its place to itself.
 * @param {Draft} draft
 * @param {string} entriesId
 */
function lastOrder(draft, entriesId) {
  const orders = Object.values(draft.entries[entriesId] ?? {}).map((entry) => entry.order);
  return orders.reduce((/** @type {string | null} */ last, order) => {
    return last === null || order > last ? order : last;
  }, null);
}

/**
 * @param {Draft} draft
 * @param {By} by
 */
function stamped(draft, { editor, at }) {
  const count = (draft.seen[editor] ?? 0) + 1;
  return {
    stamp: /** @type {Stamp} */ ([editor, count]),
    saved_at: at,
    seen: bareRecord({ [editor]: count }),
    ...(editor in draft.editors ? {} : { editors: bareRecord({ [editor]: '' }) }),
  };
}

/**
 * Carry out a change, in place: a draft of many entries is not copied at every key.
 * @param {Draft} draft
 * @param {Change} change
 */
export function apply(draft, change) {
  if (change.name !== undefined) draft.name = change.name;
  if (change.saved_at !== undefined) draft.saved_at = change.saved_at;
  Object.assign(draft.editors, change.editors);
  Object.assign(draft.seen, change.seen);
  Object.assign(draft.answers, change.answers);
  for (const [id, entries] of Object.entries(change.entries ?? {})) {
    draft.entries[id] = Object.assign(draft.entries[id] ?? bareRecord(), entries);
  }
}

/**
 * Two changes as one; where both speak, the later holds.
 * @param {Change} earlier
 * @param {Change} later
 * @returns {Change}
 */
export function combine(earlier, later) {
  const entries = bareRecord(earlier.entries);
  for (const [id, some] of Object.entries(later.entries ?? {})) {
    entries[id] = Object.assign(bareRecord(entries[id]), some);
  }
  return {
    ...earlier,
    ...later,
    editors: Object.assign(bareRecord(earlier.editors), later.editors),
    seen: Object.assign(bareRecord(earlier.seen), later.seen),
    answers: Object.assign(bareRecord(earlier.answers), later.answers),
    entries,
  };
}
