/**
 * Saves the edits of one record, one write at a time: what comes while a write is under way goes together in the
 * next. What could not be saved waits, and goes with the next edit.
 *
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./store.js').DraftStore} DraftStore
 *
 * @typedef {object} Outcomes  What its owner is told.
 * @property {(at: string, wasGone: boolean) => void} saved  everything up to this instant is stored; `wasGone`: all of it
 *   again, because what had been stored was there no more
 * @property {(reason: string) => void} failed
 * @property {() => Promise<void>} overtaken  another tab has stored more than this one knew
 */
import { combine } from './change.js';
import { editCount } from './knowledge.js';

export class Saver {
  /** @type {Change | null} */
  #pending = null;

  /** @type {Promise<void> | null} */
  #draining = null;

  #stopped = false;

  /** The edits known to be stored. */
  #known;

  /**
   * @param {Pick<DraftStore, 'save'>} store
   * @param {DraftRecord} record  as it is stored now
   * @param {Outcomes} outcomes
   */
  constructor(store, record, outcomes) {
    this.store = store;
    this.record = record;
    this.outcomes = outcomes;
    this.#known = editCount(record.draft);
  }

  /** Some edits are not stored yet. */
  get isBusy() {
    return this.#pending !== null || this.#draining !== null;
  }

  /** @param {Change} change  already carried out in the record */
  add(change) {
    this.#pending = this.#pending ? combine(this.#pending, change) : change;
    if (!this.#stopped) this.#draining ??= this.#drain();
  }

  /** Write on, whatever is stored. */
  insist() {
    this.#known = Number.MAX_SAFE_INTEGER;
  }

  /**
   * Save no more: another record is at hand.
   * @returns {Change | null} what is not stored yet
   */
  stop() {
    this.#stopped = true;
    return this.#pending;
  }

  /** Everything so far is stored, or has failed to be. */
  async settled() {
    await this.#draining;
  }

  async #drain() {
    // Edits of one moment (a name, and the answer it comes from) go together.
    await null;
    /** @type {string | null} */
    let failure = null;
    while (this.#pending && !this.#stopped && failure === null) failure = await this.#saveNext(this.#pending);
    this.#draining = null;
    if (failure !== null && !this.#stopped) this.outcomes.failed(failure);
  }

  /**
   * @param {Change} change
   * @returns {Promise<string | null>} why it could not be saved
   */
  async #saveNext(change) {
    this.#pending = null;
    const at = this.record.draft.saved_at;
    const result = await this.store.save(this.record, change, this.#known);
    if (result.ok) {
      this.#known = result.edits;
      if (!this.#stopped) this.outcomes.saved(at, result.wasGone === true);
      return null;
    }
    this.#pending = this.#pending ? combine(change, this.#pending) : change;
    if (result.reason !== 'newer') return result.reason;
    if (!this.#stopped) await this.outcomes.overtaken();
    return null;
  }
}
