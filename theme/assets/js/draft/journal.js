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
 */
import { Database } from './database.js';
import { decodeRecord, isFromLaterRelease } from './record.js';
import { askRows, headRow, putRows, recordIn, removeRows, resultOf, rowsOf, SHAPE } from './rows.js';

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
    let rows = /** @type {import('./rows.js').Rows | null} */ (null);
    const result = await this.database.run('readonly', (tables) => (rows = askRows(tables, id)));
    if (!result.ok || !rows?.head) return null;
    return decodeRecord(recordIn(rows));
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
      tables.snapshots.delete(rowsOf(id));
      removeRows(tables, id);
    });
    // Where the database is blocked there is nothing of ours.
    return result.ok || result.reason === 'blocked';
  }

  async removeIfEmpty() {
    let count = 0;
    const result = await this.database.run('readonly', ({ heads }) => {
      heads.count().onsuccess = (event) => (count = resultOf(event));
    });
    if (result.ok && count === 0) await this.database.remove();
  }

  /**
   * Remove every record, then the database itself. Emptying comes first: removal waits for other tabs.
   * @returns {Promise<boolean>} whether no record is left
   */
  async clear() {
    const result = await this.database.run('readwrite', (tables) => {
      for (const table of Object.values(tables)) table.clear();
    });
    // Where the database is blocked there is nothing of ours.
    if (!result.ok) return result.reason === 'blocked';
    await this.database.remove();
    return true;
  }
}
