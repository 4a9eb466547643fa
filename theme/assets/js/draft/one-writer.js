/**
 * Of the tabs that have one draft open, one writes; the others show it, and each can take over.
 *
 * Before a tab gives up its turn it writes what it has. One that does not answer, because it is frozen, loses it all
 * the same; should it come back with something unwritten, the journal refuses that and it is done again on top.
 *
 * @typedef {import('./undoable-draft.js').UndoableDraft} UndoableDraft
 */
import { Turn } from './turn.js';

export class OneWriter {
  /** @type {string | null} */
  #id = null;

  /** What another tab's word is waited for. */
  #given = () => {};

  /**
   * @param {UndoableDraft} draft
   * @param {import('./turn.js').Locks} locks
   * @param {string} prefix  of the locks' names
   * @param {number} [patience]  milliseconds that the tab which has the turn may take to write what it has
   */
  constructor(draft, locks, prefix, patience = 1500) {
    this.draft = draft;
    this.prefix = prefix;
    this.patience = patience;
    this.turn = new Turn(locks, (isMine) => this.#turned(isMine));
    draft.addEventListener('replaced', () => this.#follow());
    draft.addEventListener('asked', () => this.#give());
    draft.addEventListener('given', () => this.#given());
    this.#follow();
  }

  /** Write here from now on, wherever that was until now. */
  async takeOver() {
    await new Promise((resolve) => {
      this.#given = () => resolve(null);
      setTimeout(resolve, this.patience);
      this.draft.neighbours.say('asks');
    });
    this.turn.take();
  }

  /** The page is put aside. */
  pause() {
    this.#id = null;
    this.turn.leave();
  }

  /** The page is back. */
  resume() {
    this.#follow();
  }

  #follow() {
    const { id } = this.draft.record;
    if (id === this.#id) return;
    this.#id = id;
    this.draft.setReading(false);
    this.turn.enter(`${this.prefix}:draft:${id}`);
  }

  /** @param {boolean} isMine */
  async #turned(isMine) {
    const id = this.#id;
    // What the other tab has written comes first.
    if (isMine && this.draft.isReading) await this.draft.refresh();
    if (id === this.#id) this.draft.setReading(!isMine);
  }

  /** Another tab asks for the turn. */
  async #give() {
    if (this.draft.isReading) return;
    this.draft.setReading(true);
    await this.draft.settled();
    this.draft.flush();
    this.draft.neighbours.say('gives');
    // Whoever asked may have gone meanwhile.
    setTimeout(() => this.draft.setReading(!this.turn.isMine), 2 * this.patience);
  }
}
