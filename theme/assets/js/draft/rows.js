/**
 * The rows of the journal's tables: what stands in them, and drafts made into rows and out of them.
 *
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 *
 * @typedef {Record<string, IDBObjectStore>} Tables
 *
 * @typedef {object} Rows  Of one record.
 * @property {any} head
 * @property {any[]} answers
 * @property {any[]} entries
 */
import { bareRecord } from './draft.js';
import { editCount } from './knowledge.js';

/** @type {import('./database.js').Shape} */
export const SHAPE = {
  version: 2,
  tables: {
    heads: 'id',
    answers: ['id', 'path'],
    entries: ['id', 'entries_id', 'entry_id'],
    snapshots: ['id', 'number'],
  },
};

/**
 * Ask for all rows of a record. They are there when the transaction has answered what is asked after them.
 * @param {Tables} tables
 * @param {string} id
 * @returns {Rows}
 */
export function askRows(tables, id) {
  /** @type {Rows} */
  const rows = { head: null, answers: [], entries: [] };
  tables.heads.get(id).onsuccess = (event) => (rows.head = resultOf(event));
  tables.answers.getAll(rowsOf(id)).onsuccess = (event) => (rows.answers = resultOf(event));
  tables.entries.getAll(rowsOf(id)).onsuccess = (event) => (rows.entries = resultOf(event));
  return rows;
}

/**
 * The record as it was stored, of whatever release; nobody has looked yet whether it is whole.
 * @param {Rows} rows
 */
export function recordIn({ head, answers, entries }) {
  const draft = { ...head.draft, answers: bareRecord(), entries: bareRecord() };
  for (const row of answers) draft.answers[row.path] = row.answer;
  for (const row of entries) {
    draft.entries[row.entries_id] ??= bareRecord();
    draft.entries[row.entries_id][row.entry_id] = row.entry;
  }
  return { ...head, draft };
}

/**
 * @param {Tables} tables
 * @param {ReturnType<typeof headRow>} head
 * @param {Change} change
 */
export function putRows({ heads, answers, entries }, head, change) {
  heads.put(head);
  for (const [path, answer] of Object.entries(change.answers ?? {})) answers.put({ id: head.id, path, answer });
  for (const [entriesId, some] of Object.entries(change.entries ?? {})) {
    for (const [entryId, entry] of Object.entries(some)) {
      entries.put({ id: head.id, entries_id: entriesId, entry_id: entryId, entry });
    }
  }
}

/**
 * @param {Tables} tables
 * @param {string} id
 */
export function removeRows({ answers, entries }, id) {
  answers.delete(rowsOf(id));
  entries.delete(rowsOf(id));
}

/**
 * Everything of a record but its answers and entries, copied now: the draft may change before it is written.
 * @param {DraftRecord} record
 */
export function headRow({ draft, ...own }) {
  const { answers: _answers, entries: _entries, ...rest } = draft;
  return {
    ...own,
    edits: editCount(draft),
    draft: { ...rest, editors: { ...rest.editors }, seen: { ...rest.seen } },
  };
}

/**
 * Every row whose key begins with a record's id: an array sorts after every text.
 * @param {string} id
 */
export function rowsOf(id) {
  return IDBKeyRange.bound([id], [id, []]);
}

/** @param {Event} event */
export function resultOf(event) {
  return /** @type {IDBRequest} */ (event.target).result;
}
