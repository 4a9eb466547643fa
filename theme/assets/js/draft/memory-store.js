/**
 * A store that keeps nothing: for an example, and where a draft must end with its page.
 *
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./store.js').Kept} Kept
 * @typedef {import('./store.js').SaveResult} SaveResult
 */
import { editCount } from './draft.js';

export class MemoryStore {
  /** @type {{journal: null, local: null}} */
  health = { journal: null, local: null };

  /** @param {DraftRecord | null} record  what there is at first */
  constructor(record) {
    this.record = record;
  }

  /** @returns {Promise<Kept>} */
  async open() {
    return { current: this.record, others: [], damaged: false, laterRelease: false };
  }

  /** @returns {Promise<DraftRecord | null>} */
  async read() {
    return null;
  }

  /**
   * @param {DraftRecord} record
   * @returns {Promise<SaveResult>}
   */
  async save({ draft }) {
    return { ok: true, edits: editCount(draft) };
  }

  /** @param {DraftRecord} record */
  replace(record) {
    return this.save(record);
  }

  async clear() {
    return true;
  }

  flush() {}

  forget() {}
}
