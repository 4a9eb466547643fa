/**
 * The journal: records in IndexedDB, an answer to a row, so that a change writes only what it changed.
 *
 * IndexedDB keeps what it has confirmed even when the browser is killed a moment later; localStorage does not.
 * Never throws: every outcome is a result. A write is refused when another tab has written meanwhile.
 *
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./record.js').RecordHead} RecordHead
 *
 * @typedef {import('./database.js').StorageProblem} StorageProblem
 * @typedef {{ok: true, edits: number} | {ok: false, reason: StorageProblem | 'later-release'}} PutResult
 *   `edits` is how far the stored record has come; `later-release`: what is stored is not this release's to touch.
 * @typedef {PutResult | {ok: false, reason: 'newer' | 'gone'}} WriteResult
 * @typedef {(reason: 'newer' | 'gone' | 'later-release') => void} Refuse
 *
 * @typedef {Record<string, IDBObjectStore>} Tables
 */
import { Database } from './database.js';
import { bareRecord, editCount } from './draft.js';
import { decodeRecord, isFromLaterRelease } from './record.js';

/** @type {import('./database.js').Shape} */
const SHAPE = {
  version: 1,
  tables: { heads: 'id', answers: ['id', 'path'], entries: ['id', 'entries_id', 'entry_id'] },
};

export class Journal {
  /**
   * @param {string} name  of the database
   * @param {() => IDBFactory} factory  asked late: where storage is blocked, the very asking may throw
   * @param {number} [patience]  milliseconds after which a database that does not open counts as blocked
   */
  constructor(name, factory, patience = 8000) {
    this.database = new Database(name, SHAPE, factory, patience);
  }

  /**
   * @param {string} questionnaireId
   * @returns {Promise<{ok: true, heads: RecordHead[], later: string[]} | {ok: false, reason: StorageProblem}>}  `later`:
   *   the ids of those that a later release has written
   */
  async heads(questionnaireId) {
    /** @type {any[]} */
    let rows = [];
    const result = await this.database.run('readonly', ({ heads }) => {
      heads.getAll().onsuccess = (event) => (rows = resultOf(event));
    });
    if (!result.ok) return result;
    const own = rows.filter((row) => row.draft?.questionnaire_id === questionnaireId);
    return {
      ok: true,
      heads: own
        .filter((row) => !isFromLaterRelease(row))
        .map(({ id, opened, edits, deleted, draft }) => {
          return { id, opened, edits, name: draft.name, savedAt: draft.saved_at, deleted: deleted ?? null };
        }),
      later: own.filter(isFromLaterRelease).map(({ id }) => id),
    };
  }

  /**
   * @param {string} id
   * @returns {Promise<DraftRecord | null>}
   */
  async read(id) {
    /** @type {any} */
    let head = null;
    /** @type {any[]} */
    let answers = [];
    /** @type {any[]} */
    let entries = [];
    const result = await this.database.run('readonly', (tables) => {
      tables.heads.get(id).onsuccess = (event) => (head = resultOf(event));
      tables.answers.getAll(rowsOf(id)).onsuccess = (event) => (answers = resultOf(event));
      tables.entries.getAll(rowsOf(id)).onsuccess = (event) => (entries = resultOf(event));
    });
    if (!result.ok || !head) return null;
    const draft = { ...head.draft, answers: bareRecord(), entries: bareRecord() };
    for (const row of answers) draft.answers[row.path] = row.answer;
    for (const row of entries) {
      draft.entries[row.entries_id] ??= bareRecord();
      draft.entries[row.entries_id][row.entry_id] = row.entry;
    }
    return decodeRecord({ ...head, draft });
  }

  /**
   * Write what has changed in a record.
   * @param {DraftRecord} record
   * @param {Change} change
   * @param {number} known  the edits this tab knew to be stored; when there are more, another tab made them
   * @returns {Promise<WriteResult>}
   */
  async write(record, change, known) {
    const head = headRow(record);
    const result = await this.database.run('readwrite', (tables, /** @type {Refuse} */ refuse) => {
      tables.heads.get(record.id).onsuccess = (event) => {
        const stored = resultOf(event);
        if (!stored) return refuse('gone');
        if (isFromLaterRelease(stored)) return refuse('later-release');
        if (stored.edits > known) return refuse('newer');
        // What an earlier release has written is brought forward as a whole, never in part.
        const isOlder = stored.draft.draft_version < head.draft.draft_version;
        if (isOlder) removeRows(tables, record.id);
        putRows(tables, head, isOlder ? record.draft : change);
      };
    });
    return result.ok ? { ok: true, edits: head.edits } : result;
  }

  /**
   * Write a whole record.
   * @param {DraftRecord} record
   * @returns {Promise<PutResult>}
   */
  async put(record) {
    let edits = 0;
    const result = await this.database.run('readwrite', (tables, /** @type {(reason: 'later-release') => void} */ refuse) => {
      tables.heads.get(record.id).onsuccess = (event) => {
        if (isFromLaterRelease(resultOf(event))) return refuse('later-release');
        const head = headRow(record);
        edits = head.edits;
        putRows(tables, head, record.draft);
      };
    });
    return result.ok ? { ok: true, edits } : result;
  }

  /**
   * Remove a record.
   * @param {string} id
   * @returns {Promise<boolean>} whether it is gone
   */
  async remove(id) {
    const result = await this.database.run('readwrite', (tables) => {
      tables.heads.delete(id);
      removeRows(tables, id);
    });
    // Where the database is blocked there is nothing of ours.
    return result.ok || result.reason === 'blocked';
  }

  /**
   * Remove every record, then the database itself. Emptying comes first: removal waits for other tabs.
   * @returns {Promise<boolean>} whether no record is left
   */
  async clear() {
    const result = await this.database.run('readwrite', ({ heads, answers, entries }) => {
      for (const table of [heads, answers, entries]) table.clear();
    });
    // Where the database is blocked there is nothing of ours.
    if (!result.ok) return result.reason === 'blocked';
    await this.database.remove();
    return true;
  }
}

/**
 * @param {Tables} tables
 * @param {ReturnType<typeof headRow>} head
 * @param {Change} change
 */
function putRows({ heads, answers, entries }, head, change) {
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
function removeRows({ answers, entries }, id) {
  answers.delete(rowsOf(id));
  entries.delete(rowsOf(id));
}

/**
 * Everything of a record but its answers and entries, copied now: the draft may change before it is written.
 * @param {DraftRecord} record
 */
function headRow({ draft, ...own }) {
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
function rowsOf(id) {
  return IDBKeyRange.bound([id], [id, []]);
}

/** @param {Event} event */
function resultOf(event) {
  return /** @type {IDBRequest} */ (event.target).result;
}
