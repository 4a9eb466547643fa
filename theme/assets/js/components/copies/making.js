/**
 * A file that takes a while to make: says so, lets the person stop it, and says what to do instead when it fails.
 *
 * Owns the words while it is made and after. What is made, and how it is ended, comes from outside.
 *
 * @typedef {import('../../component.js').App} App
 *
 * @typedef {object} Work
 * @property {HTMLElement} $button  that asked for it
 * @property {string} words  said while it is made
 * @property {(signal: AbortSignal) => Promise<void>} make
 * @property {string} failedTitle
 * @property {string} failed  what can be done instead
 */
import { text } from '../../catalogue.js';
import { button, element, heading } from '../../report/element.js';
import { considerRelease } from '../notices/new-release.js';

/** What is made faster than this, in milliseconds, is only told of when it is there. */
const SOON = 300;

export class Making {
  /** @type {AbortController | null} */
  #running = null;

  /**
   * @param {App} app
   * @param {number} [level]  of the heading that says that it failed
   */
  constructor(app, level = 4) {
    this.app = app;
    this.level = level;
    this.$root = element('div', { class: 'app-copy__offer', tabindex: -1, hidden: true, 'data-making': true });
  }

  /** @param {Work} work */
  async run(work) {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    if (this.$root.contains(document.activeElement)) work.$button.focus();
    this.$root.hidden = true;
    const waiting = setTimeout(() => this.#say(work), SOON);
    const outcome = await work.make(running.signal).then(
      () => null,
      (error) => error,
    );
    clearTimeout(waiting);
    // Whoever stopped it has said so; another may be on its way.
    if (running.signal.aborted) return;
    this.#running = null;
    this.$root.hidden = true;
    if (outcome) this.#sayFailed(work, outcome);
  }

  stop() {
    this.#running?.abort();
    this.#running = null;
    this.$root.hidden = true;
  }

  /** @param {Work} work */
  #say({ words, $button }) {
    const $stop = button(text('export.stop_making'), () => {
      this.stop();
      $button.focus();
      this.app.announce(text('export.stopped_making'));
    });
    this.$root.replaceChildren(
      element('p', { class: 'govuk-body' }, words),
      element('progress', { class: 'app-copy__progress', 'aria-label': words }),
      element('div', { class: 'govuk-button-group' }, $stop),
    );
    this.$root.hidden = false;
    this.app.announce(words);
  }

  /**
   * @param {Work} work
   * @param {unknown} error
   */
  #sayFailed(work, error) {
    reportError(error);
    this.$root.replaceChildren(
      heading(work.failedTitle, this.level),
      element('p', { class: 'govuk-body' }, work.failed),
      element('div', { class: 'govuk-button-group' }, button(text('export.try_again'), () => this.run(work))),
    );
    this.$root.hidden = false;
    this.$root.focus();
    considerRelease(this.app);
  }
}
