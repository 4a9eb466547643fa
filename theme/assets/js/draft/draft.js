/**
 * A draft: everything a person has entered, as answers at paths.
 *
 * Owns the shape (version 2) and how to read it. Knows nothing of questions, storage or the page.
 *
 * @typedef {import('../definition.js').Value} Value
 * @typedef {[editor: string, count: number]} Stamp  An editor's count of edits: which came first, without a clock.
 * @typedef {{value: Value, stamp: Stamp, at: string} & TakenBack} Answer
 * @typedef {{order: string, stamp: Stamp, at: string, removed: boolean} & TakenBack} Entry
 *
 * @typedef {object} TakenBack  Where a merge was taken back. Its stamp tells this browser's copies which is the later;
 *   to whoever merges, it is what it was before.
 * @property {{stamp: Stamp, at: string} | null} [again]  The edit that was put back; null where nothing stood.
 * @property {Unseen[]} [unseen]  What went with the merge: it was not in view here, although the draft has seen it.
 *
 * @typedef {[editor: string, after: number, upTo: number]} Unseen  Edits of one editor.
 *
 * @typedef {{draft_id: string, name: string, saved_at: string}} Origin  The earlier draft that one was started from.
 *
 * @typedef {object} Draft
 * @property {'questionnaire-draft'} type
 * @property {2} draft_version
 * @property {string} draft_id
 * @property {string} name
 * @property {boolean} name_chosen  The person has named it; else it is called what the answers say.
 * @property {string} questionnaire_id
 * @property {number} questionnaire_revision
 * @property {string[] | null} parts  The sections it carries, when it was sent for them alone; null for the whole.
 * @property {Origin | null} started_from
 * @property {string} created_at
 * @property {string} saved_at
 * @property {Record<string, string>} editors  Names or roles by editor id; may be empty.
 * @property {Record<string, number>} seen  The highest count known of each editor.
 * @property {import('./knowledge.js').PartSeen[]} seen_in_parts  What was seen of some paths alone, in a file of chosen sections.
 * @property {Record<string, Answer>} answers
 * @property {Record<string, Record<string, Entry>>} entries
 */
import { isBlank } from '../definition.js';

export const DRAFT_TYPE = 'questionnaire-draft';
export const DRAFT_VERSION = 2;

/**
 * Tells a draft, in one state, from every other draft and every other state of it.
 * @param {Draft} draft
 */
export function stateOf({ draft_id: id, saved_at: savedAt, seen }) {
  return `${id} ${savedAt} ${JSON.stringify(Object.entries(seen).sort())}`;
}

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
    name_chosen: false,
    questionnaire_id: questionnaireId,
    questionnaire_revision: revision,
    parts: null,
    started_from: null,
    created_at: at,
    saved_at: at,
    editors: bareRecord(),
    seen: bareRecord(),
    seen_in_parts: [],
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
 * @param {{has: (id: string) => boolean}} [also]  removed ones to be listed all the same, where they stood
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
export function compareText(a, b) {
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
