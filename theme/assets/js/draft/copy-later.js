/**
 * The copy of the draft at hand in localStorage: made after a pause, so that typing never waits for a long draft to be
 * written out.
 *
 * @typedef {import('./copies.js').LocalCopies} LocalCopies
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./store.js').SaveResult} SaveResult
 */

export class CopyLater {
  /** The draft at hand is too large for localStorage: it lives in the journal alone. */
  isOutgrown = false;

  /** The copy that is still to be made. @type {WaitingCopy | null} */
  #waiting = null;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {LocalCopies} copies
   * @param {() => boolean} isJournalSure  what is not copied is safe in the journal
   * @param {number} idle  milliseconds without a change before the copy is made
   */
  constructor(copies, isJournalSure, idle) {
    this.copies = copies;
    this.isJournalSure = isJournalSure;
    this.idle = idle;
  }

  /**
   * Copy a record at the next pause; a later one takes its place.
   * @param {DraftRecord} record
   * @param {number} known  the edits this tab knows to be stored
   * @returns {Promise<SaveResult>}
   */
  copy(record, known) {
    const isFirst = this.#waiting === null;
    this.#waiting ??= new WaitingCopy(record, known);
    this.#waiting.record = record;
    // After a pause, but not for ever.
    if (isFirst || Date.now() - this.#waiting.since <= 8 * this.idle) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.flush(), this.idle);
    }
    return this.#waiting.done;
  }

  /** Make the waiting copy now. */
  flush() {
    const waiting = this.#waiting;
    this.giveUp();
    waiting?.resolve(this.#make(waiting));
  }

  /** Make no copy of what is waiting. */
  giveUp() {
    clearTimeout(this.#timer);
    this.#waiting = null;
  }

  /**
   * @param {WaitingCopy} waiting
   * @returns {SaveResult}
   */
  #make({ record, known }) {
    const sure = this.isJournalSure();
    // To try at every pause whether it fits again would only cost time.
    if (sure && this.isOutgrown) return { ok: false, reason: 'full' };
    const result = this.copies.write(record, sure ? null : known);
    this.isOutgrown = sure && !result.ok && result.reason === 'full';
    // An old copy of what the journal holds only takes room.
    if (this.isOutgrown) this.copies.remove(record.id);
    return result;
  }
}

/** A copy to be made, and the promise of how it went. */
class WaitingCopy {
  since = Date.now();

  /** @type {(result: SaveResult) => void} */
  resolve = () => {};

  /** @type {Promise<SaveResult>} */
  done = new Promise((resolve) => (this.resolve = resolve));

  /**
   * @param {DraftRecord} record
   * @param {number} known
   */
  constructor(record, known) {
    this.record = record;
    this.known = known;
  }
}
