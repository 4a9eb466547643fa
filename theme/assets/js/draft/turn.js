/**
 * Whose turn it is, of the tabs that have one thing open: a lock of the browser's, which no crashed or closed tab keeps.
 *
 * Whoever comes second waits in line, and gets the turn when the first has gone. A tab whose turn is taken from it
 * goes back in line.
 *
 * @typedef {(lock: unknown) => Promise<void> | void} WithLock
 * @typedef {{request: (name: string, options: LockOptions, work: WithLock) => Promise<unknown>}} Locks
 */
export class Turn {
  #name = '';

  /** Counts what the turn was for: what comes late for another is let go. */
  #round = 0;

  #letGo = () => {};

  #stopWaiting = new AbortController();

  isMine = false;

  /**
   * @param {Locks} locks
   * @param {(isMine: boolean) => void} changed
   */
  constructor(locks, changed) {
    this.locks = locks;
    this.changed = changed;
  }

  /** @param {string} name  of what the turn is for */
  enter(name) {
    this.leave();
    this.#name = name;
    this.#request({ ifAvailable: true });
  }

  /** Let others have it, and want it no more. */
  leave() {
    this.#round += 1;
    this.isMine = false;
    this.#stopWaiting.abort();
    this.#letGo();
  }

  /** Have it now, whoever has it. */
  take() {
    this.#stopWaiting.abort();
    this.#request({ steal: true });
  }

  #wait() {
    this.#stopWaiting = new AbortController();
    this.#request({ signal: this.#stopWaiting.signal });
  }

  /** @param {LockOptions} options */
  async #request(options) {
    const round = this.#round;
    let wasMine = false;
    const hold = (/** @type {unknown} */ lock) => {
      if (round !== this.#round) return;
      this.#tell(lock !== null);
      if (lock === null) return this.#wait();
      wasMine = true;
      return /** @type {Promise<void>} */ (new Promise((letGo) => (this.#letGo = letGo)));
    };
    try {
      await this.locks.request(this.#name, options, hold);
    } catch {
      // Taken by another tab; else the waiting was given up, or this browser gives no locks to this page.
      if (!wasMine || round !== this.#round) return;
      this.#tell(false);
      this.#wait();
    }
  }

  /** @param {boolean} isMine */
  #tell(isMine) {
    this.isMine = isMine;
    this.changed(isMine);
  }
}
