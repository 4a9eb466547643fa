/**
 * Copies of records in localStorage: at hand at once, but small, and lost when the browser is killed a moment later.
 *
 * Never throws: every outcome is a result. Touches only keys that carry this site's prefix: every project of one
 * account shares an origin.
 *
 * @typedef {import('./database.js').StorageProblem} StorageProblem
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 *
 * @typedef {{ok: true, edits: number} | {ok: false, reason: StorageProblem | 'newer'}} CopyResult
 */
import { editCount } from './draft.js';
import { problemFrom } from './database.js';
import { decodeRecord } from './record.js';

export class LocalCopies {
  /** What is wrong with localStorage, as of the last attempt. @type {StorageProblem | null} */
  problem = null;

  /** What this tab wrote last, by key, to notice another tab's writing. @type {Map<string, string>} */
  #written = new Map();

  /**
   * @param {() => Storage} storage  asked late: where storage is blocked, the very asking throws
   * @param {string} prefix  the site's path
   * @param {string} questionnaireId
   */
  constructor(storage, prefix, questionnaireId) {
    this.storage = storage;
    this.prefix = `${prefix}:`;
    this.keys = `${prefix}:draft:${questionnaireId}:`;
  }

  /**
   * Every copy by its record's id; null for one that is damaged.
   * @returns {Map<string, DraftRecord | null>}
   */
  list() {
    const copies = this.#attempt((storage) => {
      return keysOf(storage, this.keys).map((key) => {
        return /** @type {const} */ ([key.slice(this.keys.length), parseRecord(storage.getItem(key) ?? '')]);
      });
    });
    return new Map(copies ?? []);
  }

  /**
   * @param {string} id
   * @returns {DraftRecord | null}
   */
  read(id) {
    const text = this.#attempt((storage) => storage.getItem(this.keys + id));
    return text ? parseRecord(text) : null;
  }

  /**
   * @param {DraftRecord} record
   * @param {number | null} known  the edits this tab knows to be stored, to refuse when another tab has stored more
   * @returns {CopyResult}
   */
  write(record, known) {
    const key = this.keys + record.id;
    const text = JSON.stringify(record);
    const written = this.#attempt((storage) => {
      if (known !== null && this.#storedEdits(storage, key) > known) return false;
      storage.setItem(key, text);
      this.#written.set(key, text);
      return true;
    });
    if (this.problem) return { ok: false, reason: this.problem };
    return written ? { ok: true, edits: editCount(record.draft) } : { ok: false, reason: 'newer' };
  }

  /** @param {string} id */
  remove(id) {
    this.#attempt((storage) => storage.removeItem(this.keys + id));
  }

  /**
   * Remove whatever this site keeps here, of any questionnaire.
   * @returns {boolean}
   */
  clear() {
    this.#attempt((storage) => keysOf(storage, this.prefix).forEach((key) => storage.removeItem(key)));
    // Where storage is blocked there is nothing of ours.
    return this.problem === null || this.problem === 'blocked';
  }

  /**
   * How far a copy has come that another tab has written; this tab's own needs no reading.
   * @param {Storage} storage
   * @param {string} key
   */
  #storedEdits(storage, key) {
    const text = storage.getItem(key);
    if (text === null || text === this.#written.get(key)) return 0;
    const record = parseRecord(text);
    return record ? editCount(record.draft) : 0;
  }

  /**
   * @template T
   * @param {(storage: Storage) => T} work
   * @returns {T | null}
   */
  #attempt(work) {
    try {
      const result = work(this.storage());
      this.problem = null;
      return result;
    } catch (error) {
      this.problem = problemFrom(error) === 'full' ? 'full' : 'blocked';
      return null;
    }
  }
}

/**
 * @param {Storage} storage
 * @param {string} prefix
 */
function keysOf(storage, prefix) {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

/** @param {string} text */
function parseRecord(text) {
  try {
    return decodeRecord(JSON.parse(text));
  } catch {
    return null;
  }
}
