/**
 * Earlier versions of the draft at hand: kept as the person works, and to go back to.
 *
 * @typedef {import('./snapshots.js').Snapshot} Snapshot
 */
import { bareRecord } from './draft.js';
import { backChange } from './history.js';
import { highestCounts } from './knowledge.js';
import { formerIn } from './snapshots.js';

/** How long one works before another is kept, in milliseconds. */
const EVERY = 10 * 60 * 1000;

export class EarlierVersions {
  #keptAt = -Infinity;

  /** @type {import('./snapshot-table.js').SnapshotTable | null} */
  #table = null;

  /**
   * @param {import('./session.js').DraftSession} session
   * @param {() => number} [clock]  milliseconds; one that never goes back
   */
  constructor(session, clock = () => performance.now()) {
    this.session = session;
    this.clock = clock;
    session.addEventListener('change', () => this.#edited());
    session.addEventListener('replaced', (event) => {
      if (/** @type {CustomEvent} */ (event).detail.cause !== 'other-tab') this.#opened();
    });
    session.store.snapshots().then((table) => (this.#table = table));
    this.#opened();
  }

  /**
   * The latest first.
   * @returns {Promise<Snapshot[]>}
   */
  async list() {
    return (await this.session.store.snapshots())?.list(this.session.record.id) ?? [];
  }

  /**
   * Have an earlier version again: an edit like any other, and what stood before it is kept as well. What a merge has
   * brought since is taken back as undo takes it back: it is others' to withdraw.
   * @param {Snapshot} snapshot
   * @param {string} label  of the edit
   */
  async goBackTo({ draft }, label) {
    await this.session.snapshot('back');
    const { session } = this;
    const then = (await session.carried(draft))?.draft ?? draft;
    const { draft: now, by } = session;
    // One's own edits since are not unseen: to go back behind them is to take them back.
    const own = highestCounts(now)[by.editor] ?? 0;
    const knew = { seen: bareRecord({ ...then.seen, [by.editor]: own }), seen_in_parts: then.seen_in_parts };
    return session.edit(backChange(now, formerIn(now, then), by, knew), { label });
  }

  #opened() {
    this.#keptAt = this.clock();
    this.session.snapshot('opened');
  }

  /** At once: what is stored is still what stood before this edit. */
  #edited() {
    if (this.clock() - this.#keptAt < EVERY) return;
    this.#keptAt = this.clock();
    this.#table?.take(this.session.record.id, 'edited', this.session.by.at);
  }
}
