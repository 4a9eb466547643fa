/**
 * The snapshots of drafts, in the journal's database. One is made of what is stored, within one transaction: the page
 * does not wait for it, and nothing half-written gets into it.
 *
 * Never throws: what cannot be had is not there.
 *
 * @typedef {import('./snapshots.js').Reason} Reason
 * @typedef {import('./snapshots.js').Snapshot} Snapshot
 */
import { decodeDraft } from './decode.js';
import { isFromLaterRelease } from './record.js';
import { askRows, recordIn, resultOf, rowsOf } from './rows.js';
import { contentOf, placeFor } from './snapshots.js';

export class SnapshotTable {
  /** @param {import('./database.js').Database} database */
  constructor(database) {
    this.database = database;
  }

  /**
   * Keep a draft as it is stored now.
   * @param {string} id  of its record
   * @param {Reason} reason
   * @param {string} at
   * @returns {Promise<boolean>} whether what is stored now can be gone back to
   */
  async take(id, reason, at) {
    let isKept = false;
    const result = await this.database.run('readwrite', (tables) => {
      const rows = askRows(tables, id);
      tables.snapshots.getAll(rowsOf(id)).onsuccess = (event) => {
        if (!rows.head || isFromLaterRelease(rows.head)) return;
        const { draft } = recordIn(rows);
        const content = contentOf(draft);
        const { number, drop } = placeFor(resultOf(event), { reason, content });
        for (const one of drop) tables.snapshots.delete([id, one]);
        if (number !== null) tables.snapshots.put({ id, number, at, reason, content, draft });
        isKept = true;
      };
    });
    return result.ok && isKept;
  }

  /**
   * The latest first.
   * @param {string} id
   * @returns {Promise<Snapshot[]>}
   */
  async list(id) {
    /** @type {any[]} */
    let rows = [];
    await this.database.run('readonly', ({ snapshots }) => {
      snapshots.getAll(rowsOf(id)).onsuccess = (event) => (rows = resultOf(event));
    });
    return rows.reverse().flatMap((row) => {
      const decoded = decodeDraft(row.draft);
      return decoded.ok ? [{ ...row, draft: decoded.draft }] : [];
    });
  }
}
