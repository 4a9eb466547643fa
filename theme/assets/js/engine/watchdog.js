/**
 * Notices when something that should give news has gone silent.
 *
 * It counts its own seconds and does not compare clocks: after a laptop's sleep the silence of the
 * night counts for nothing.
 *
 * @typedef {object} Timers
 * @property {(callback: () => void, milliseconds: number) => any} setInterval
 * @property {(timer: any) => void} clearInterval
 */

const SECOND = 1000;

export class Watchdog {
  #timer = null;
  #silence = 0;
  #limit = 0;

  /**
   * @param {() => void} onSilence
   * @param {Timers} timers
   */
  constructor(onSilence, timers) {
    this.onSilence = onSilence;
    this.timers = timers;
  }

  /**
   * Expect news at least every so many seconds.
   * @param {number} seconds
   */
  watch(seconds) {
    this.stop();
    this.#limit = seconds;
    this.#timer = this.timers.setInterval(() => this.#tick(), SECOND);
  }

  /** There was news. */
  heard() {
    this.#silence = 0;
  }

  stop() {
    if (this.#timer !== null) this.timers.clearInterval(this.#timer);
    this.#timer = null;
    this.#silence = 0;
  }

  #tick() {
    this.#silence += 1;
    if (this.#silence < this.#limit) return;
    this.stop();
    this.onSilence();
  }
}
