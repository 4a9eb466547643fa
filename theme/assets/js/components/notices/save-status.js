/** The quiet line that says when answers were last saved, and where. The first save and failures are announced. */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { dayOf, localDate, timeOf } from '../../moments.js';

/** @extends {Component<import('../../component.js').Basics>} */
export class SaveStatus extends Component {
  #failed = false;

  /**
   * @param {HTMLElement} $root
   * @param {import('../../component.js').Basics} app
   */
  constructor($root, app) {
    super($root, app);
    const { draft } = app;
    draft.addEventListener('saved', (event) => this.#saved(/** @type {CustomEvent} */ (event).detail.first));
    draft.addEventListener('save-failed', () => this.#fail());
    draft.addEventListener('replaced', () => this.#show());
    this.#show();
  }

  /** @param {boolean} first */
  #saved(first) {
    const recovered = this.#failed;
    this.#failed = false;
    this.#show();
    if ((first && !this.app.isExample) || recovered) this.app.announce(this.#words());
  }

  #fail() {
    if (!this.#failed) this.app.announce(text('save.not_saved'));
    this.#failed = true;
    this.#show();
  }

  #show() {
    const words = this.#words();
    // Each save says when; the same minute written again would have the page laid out and painted once more.
    if (this.$root.textContent !== words) this.$root.textContent = words;
  }

  #words() {
    const { savedAt, health } = this.app.draft;
    if (this.app.isExample) return text('save.example');
    if (this.app.draft.keepsNothing) return text('save.shared');
    if (this.#failed || (health.journal && health.local)) return text('save.not_saved');
    if (savedAt === null) return text('save.nothing_yet');
    const { language } = this.app.definition.data;
    const time = timeOf(savedAt, language);
    const isToday = localDate(new Date(savedAt)) === localDate(new Date());
    return isToday
      ? text('save.saved_at', { time })
      : text('save.saved_on', { date: dayOf(savedAt, language), time });
  }
}
