/**
 * A store that ends with its page: for an example, and for a computer that others use.
 *
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./record.js').RecordHead} RecordHead
 * @typedef {import('./store.js').Kept} Kept
 * @typedef {import('./store.js').SaveResult} SaveResult
 */
import { editCount } from './knowledge.js';
import { headOf } from './record.js';

export class MemoryStore {
  keepsNothing = true;

  /** @type {{journal: null, local: null}} */
  health = { journal: null, local: null };

  /** @type {Map<string, DraftRecord>} */
  #records = new Map();

  /** @param {DraftRecord | null} record  what there is at first */
  constructor(record) {
    if (record) this.#records.set(record.id, record);
  }

  /** @returns {Promise<Kept>} */
  async open() {
    const [current = null] = this.#records.values();
    return { current, others: [], damaged: false, laterRelease: false };
  }

  /** @returns {Promise<RecordHead[]>} */
  async heads() {
    return [...this.#records.values()].map(headOf).filter((head) => head.edits > 0);
  }

  /**
   * @param {string} id
   * @returns {Promise<DraftRecord | null>}
   */
  async read(id) {
    return this.#records.get(id) ?? null;
  }

  /**
   * @param {DraftRecord} record
   * @returns {Promise<SaveResult>}
   */
  async save(record) {
    this.#records.set(record.id, record);
    return { ok: true, edits: editCount(record.draft) };
  }

  /** @param {DraftRecord} record */
  replace(record) {
    return this.save(record);
  }

  /** @param {DraftRecord} record */
  put(record) {
    return this.save(record);
  }

  /** @param {string} id */
  async remove(id) {
    return this.#records.delete(id) || true;
  }

  async tidyAway() {}

  async clear() {
    this.#records.clear();
    return true;
  }

  async snapshots() {
    return null;
  }

  flush() {}

  forget() {}
}
