/**
 * Edits of a draft. An edit is a Change: the part of a draft that is new. Making a Change alters nothing; `apply` is
 * the only thing that does.
 *
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 * @typedef {import('./draft.js').Stamp} Stamp
 *
 * @typedef {object} Change
 * @property {string} [name]
 * @property {boolean} [name_chosen]
 * @property {string} [saved_at]
 * @property {number} [questionnaire_revision]
 * @property {string[] | null} [parts]
 * @property {Record<string, string>} [editors]
 * @property {Record<string, number>} [seen]
 * @property {import('./knowledge.js').PartSeen[]} [seen_in_parts]  in the place of those there are
 * @property {Record<string, Answer>} [answers]
 * @property {Record<string, Record<string, Entry>>} [entries]
 *
 * @typedef {{editor: string, at: string}} By  Who makes an edit, and when (an instant in UTC).
 */
import { bareRecord, entryIds } from './draft.js';
import { highestCounts } from './knowledge.js';
import { orderBetween } from './order.js';

/**
 * @param {Draft} draft
 * @param {string} path
 * @param {Value} value  null for cleared
 * @param {By} by
 * @returns {Change}
 */
export function answerChange(draft, path, value, by) {
  return answersChange(draft, { [path]: value }, by);
}

/**
 * Several answers in one edit.
 * @param {Draft} draft
 * @param {Record<string, Value>} values  by path
 * @param {By} by
 * @returns {Change}
 */
export function answersChange(draft, values, by) {
  const { stamp, ...rest } = stamped(draft, by);
  /** @type {Record<string, Answer>} */
  const answers = bareRecord();
  for (const [path, value] of Object.entries(values)) answers[path] = { value, stamp, at: by.at, ...unseenAt(draft.answers[path]) };
  return { ...rest, answers };
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
  const entry = { order, stamp, at: by.at, removed, ...unseenAt(before) };
  return { ...rest, entries: bareRecord({ [entriesId]: bareRecord({ [entryId]: entry }) }) };
}

/**
 * The draft gets a name that is no answer, or goes back to the one that its answers give.
 * @param {Draft} draft
 * @param {string} name
 * @param {boolean} chosen
 * @param {By} by
 * @returns {Change}
 */
export function nameChange(draft, name, chosen, by) {
  const { stamp: _stamp, ...rest } = stamped(draft, by);
  return { ...rest, name, name_chosen: chosen };
}

/**
 * Put an entry, a new one or one that is there, right before or after another.
 * @param {Draft} draft
 * @param {string} entriesId
 * @param {string} entryId
 * @param {{before: string} | {after: string}} where
 * @param {By} by
 * @returns {Change}
 */
export function placeChange(draft, entriesId, entryId, where, by) {
  const ids = entryIds(draft, entriesId).filter((id) => id !== entryId);
  const index = 'before' in where ? ids.indexOf(where.before) : ids.indexOf(where.after) + 1;
  const orderAt = (/** @type {number} */ at) => draft.entries[entriesId][ids[at]]?.order ?? null;
  const [before, after] = [orderAt(index - 1), orderAt(index)];
  if (before === null || after === null || before < after) {
    return entryChange(draft, entriesId, entryId, { order: orderBetween(before, after) }, by);
  }
  // Two files merged may have given neighbours the same key, which leaves no room: number all afresh.
  ids.splice(index, 0, entryId);
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
    entries[id] = { order, stamp, at: by.at, removed: false, ...unseenAt(draft.entries[entriesId]?.[id]) };
  }
  return { ...rest, entries: bareRecord({ [entriesId]: entries }) };
}

/**
 * What went with a merge that was taken back is still unseen when the place is edited.
 * @param {Answer | Entry | undefined} before
 */
function unseenAt(before) {
  return before?.unseen && { unseen: before.unseen };
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
  const count = (highestCounts(draft)[editor] ?? 0) + 1;
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
  if (change.name_chosen !== undefined) draft.name_chosen = change.name_chosen;
  if (change.saved_at !== undefined) draft.saved_at = change.saved_at;
  if (change.questionnaire_revision !== undefined) draft.questionnaire_revision = change.questionnaire_revision;
  if (change.parts !== undefined) draft.parts = change.parts;
  Object.assign(draft.editors, change.editors);
  Object.assign(draft.seen, change.seen);
  if (change.seen_in_parts !== undefined) draft.seen_in_parts = change.seen_in_parts;
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
