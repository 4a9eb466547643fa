/**
 * Copies of records in localStorage: at hand at once, but small, and lost when the browser is killed a moment later.
 *
 * Never throws: every outcome is a result. Touches only keys that carry this site's prefix: every project of one
 * account shares an origin.
 *
 * @typedef {import('./database.js').StorageProblem} StorageProblem
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 *
 * @typedef {{ok: true, edits: number} | {ok: false, reason: StorageProblem | 'newer' | 'later-release'}} CopyResult
 */
import { problemFrom } from './database.js';
import { editCount } from './knowledge.js';
import { decodeRecord, isFromLaterRelease } from './record.js';

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
   * Every copy by its record's id: null for one that is damaged.
   * @returns {Map<string, DraftRecord | 'later-release' | null>}
   */
  list() {
    const copies = this.#attempt((storage) => {
      return keysOf(storage, this.keys).map((key) => {
        const stored = parse(storage.getItem(key));
        const copy = isFromLaterRelease(stored) ? /** @type {const} */ ('later-release') : decodeRecord(stored);
        return /** @type {const} */ ([key.slice(this.keys.length), copy]);
      });
    });
    return new Map(copies ?? []);
  }

  /**
   * What stands in the place of copies that cannot be read, by their records' ids.
   * @returns {Map<string, string>}
   */
  damaged() {
    const copies = this.#attempt((storage) => {
      return keysOf(storage, this.keys).map((key) => /** @type {const} */ ([key, storage.getItem(key) ?? '']));
    });
    const damaged = (copies ?? []).filter(([, stored]) => {
      return !isFromLaterRelease(parse(stored)) && decodeRecord(parse(stored)) === null;
    });
    return new Map(damaged.map(([key, stored]) => [key.slice(this.keys.length), stored]));
  }

  /**
   * @param {string} id
   * @returns {DraftRecord | null}
   */
  read(id) {
    const text = this.#attempt((storage) => storage.getItem(this.keys + id));
    return decodeRecord(parse(text));
  }

  /**
   * @param {DraftRecord} record
   * @param {number | null} known  the edits this tab knows to be stored, to refuse when another tab has stored more
   * @returns {CopyResult}
   */
  write(record, known) {
    const key = this.keys + record.id;
    const text = JSON.stringify(record);
    const refused = this.#attempt((storage) => {
      const other = this.#writtenElsewhere(storage, key);
      if (isFromLaterRelease(other)) return 'later-release';
      if (known !== null && editsIn(other) > known) return 'newer';
      storage.setItem(key, text);
      this.#written.set(key, text);
      return null;
    });
    const reason = this.problem ?? refused;
    return reason ? { ok: false, reason } : { ok: true, edits: editCount(record.draft) };
  }

  /**
   * @param {string} id
   * @returns {boolean} whether it is gone
   */
  remove(id) {
    this.#attempt((storage) => storage.removeItem(this.keys + id));
    // Where storage is blocked there is nothing of ours.
    return this.problem === null || this.problem === 'blocked';
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
   * What another tab has written in a copy's place; this tab's own needs no reading.
   * @param {Storage} storage
   * @param {string} key
   * @returns {unknown}
   */
  #writtenElsewhere(storage, key) {
    const text = storage.getItem(key);
    return text === this.#written.get(key) ? null : parse(text);
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

/**
 * @param {string | null} text
 * @returns {unknown}
 */
function parse(text) {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/** @param {unknown} stored */
function editsIn(stored) {
  const record = decodeRecord(stored);
  return record ? editCount(record.draft) : 0;
}
