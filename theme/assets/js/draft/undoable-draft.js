/**
 * A kept draft that is edited in steps, each of which can be taken back and done again for as long as the page lives.
 *
 * Events: `change` (detail.path: an answer's path, an entries id, or null for several places; detail.answers: the paths
 * of all answers in it; detail.isTurned: it takes back or does again), `history` (what would be undone or done again is another step now), `reading` (whether
 * this draft may be edited here has changed), `refused` (an edit was not taken).
 *
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./history.js').Step} Step
 */
import { apply } from './change.js';
import { backChange, formerOf, History, placeOfChange, stepOf } from './history.js';
import { ReplaceableDraft } from './replaceable-draft.js';

export class UndoableDraft extends ReplaceableDraft {
  #history = new History();

  /** It is only looked at: another tab writes it. */
  isReading = false;

  /** @param {ConstructorParameters<typeof ReplaceableDraft>[0]} parts */
  constructor(parts) {
    super(parts);
    // Nothing from before is to be taken back: it was another draft, or another tab's edits.
    this.addEventListener('replaced', () => {
      this.#history.clear();
      this.tell('history');
    });
  }

  /**
   * One step, whatever its size.
   * @param {Change} change
   * @param {object} [about]
   * @param {string} [about.label]  what it does, in words, where its place does not say enough
   * @param {boolean} [about.isTyping]  one of many small edits of one text, which are taken back together
   * @returns {boolean} whether it was taken
   */
  edit(change, { label = '', isTyping = false } = {}) {
    if (this.isReading) {
      this.tell('refused');
      return false;
    }
    const step = stepOf(this.draft, change, label);
    const isNew = this.#history.add(step, isTyping ? this.now().getTime() : null);
    this.#carryOut(change, false);
    if (isNew) this.tell('history');
    return true;
  }

  /** @param {boolean} isReading */
  setReading(isReading) {
    if (isReading === this.isReading) return;
    this.isReading = isReading;
    this.tell('reading');
  }

  /** What would be undone. */
  get undoable() {
    return this.#history.last;
  }

  /** What would be done again. */
  get redoable() {
    return this.#history.next;
  }

  get canUndo() {
    return this.undoable !== null;
  }

  get canRedo() {
    return this.redoable !== null;
  }

  /** @returns {Step | null} what was taken back */
  undo() {
    if (this.isReading) return null;
    return this.#turned(this.#history.undo(({ former, knew }) => this.#putBack(former, knew)));
  }

  /** @returns {Step | null} what was done again */
  redo() {
    if (this.isReading) return null;
    return this.#turned(this.#history.redo(({ former }) => this.#putBack(former, null)));
  }

  /**
   * Keep the draft as it stands, to be gone back to: before something that changes much of it.
   * @param {import('./snapshots.js').Reason} reason
   * @returns {Promise<boolean>} whether it is kept
   */
  async snapshot(reason) {
    await this.settled();
    const table = this.isBlank ? null : await this.store.snapshots();
    return (await table?.take(this.record.id, reason, this.by.at)) ?? false;
  }

  /**
   * What follows from an edit, and needs no step of its own.
   * @param {Change} _change
   */
  followUp(_change) {}

  /**
   * @param {import('./history.js').Former} former
   * @param {import('./knowledge.js').Knowledge | null} knew
   */
  #putBack(former, knew) {
    const change = backChange(this.draft, former, this.by, knew);
    const replaced = formerOf(this.draft, change);
    this.#carryOut(change, true);
    return replaced;
  }

  /** @param {Step | null} step */
  #turned(step) {
    if (step) this.tell('history');
    return step;
  }

  /**
   * @param {Change} change
   * @param {boolean} isTurned
   */
  #carryOut(change, isTurned) {
    apply(this.draft, change);
    this.turn();
    this.tell('change', { path: placeOfChange(change), answers: Object.keys(change.answers ?? {}), isTurned });
    this.save(change);
    this.followUp(change);
  }
}
