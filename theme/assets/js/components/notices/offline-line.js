/**
 * Says at the foot of the page that the site works without a network now, or that a new version waits. Nothing it says
 * comes between a person and what they type.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../offline/offline.js').Offline} Offline
 */
import { text } from '../../catalogue.js';
import { savesData } from '../../offline/offline.js';
import { element, linkButton } from '../../report/element.js';
import { loadAgain, loadWhenAsked } from './load-again.js';

export class OfflineLine {
  /** The person asked for it, and is told how it goes. */
  #isAskedFor = false;

  /**
   * @param {App} app
   * @param {Offline} offline
   */
  constructor(app, offline) {
    this.app = app;
    this.offline = offline;
    this.$words = element('p', { role: 'status' });
    // Apart from the words, which are read out whenever they change.
    this.$share = element('span', { 'aria-hidden': 'true' });
    this.$root = element('div', { class: 'app-offline', 'data-offline': true }, this.$words, this.$share);
    app.$main.querySelector('.app-foot')?.append(this.$root);
    offline.addEventListener('state', () => this.#show());
    this.#show();
    this.#begin();
  }

  async #begin() {
    const { offline } = this;
    await offline.look();
    // On a shared computer nothing new is put into the browser.
    const mayKeep = !this.app.draft.keepsNothing || this.app.isExample;
    if (offline.state === 'none' && (!mayKeep || offline.isDeclined || savesData())) return;
    await offline.keep();
    // A line that broke off is back.
    addEventListener('online', () => (offline.hasFailed ? offline.keep() : offline.lookForNewer()));
    addEventListener('focus', () => offline.lookForNewer());
    document.addEventListener('visibilitychange', () => document.hidden || offline.lookForNewer());
  }

  #show() {
    const { state } = this.offline;
    this.$root.dataset.offline = state;
    const { words, label, act } = this.#what(state);
    if (this.$words.textContent !== words) this.$words.textContent = words;
    const isTold = state === 'filling' && this.#isAskedFor;
    this.$share.textContent = isTold ? text('offline.share', { percent: Math.floor(this.offline.share * 100) }) : '';
    const hadFocus = this.$root.contains(document.activeElement);
    this.$root.querySelector('button')?.remove();
    if (label !== '') this.$root.append(linkButton(label, act));
    if (!hadFocus) return;
    this.$words.setAttribute('tabindex', '-1');
    this.$words.focus({ preventScroll: true });
  }

  /** @param {import('../../offline/offline.js').State} state */
  #what(state) {
    const { offline } = this;
    if (state === 'ready') return { words: text('offline.ready'), label: '', act: () => {} };
    if (state === 'update') {
      return { words: text('offline.update'), label: text('offline.take_over'), act: () => this.#takeOver() };
    }
    if (this.#isAskedFor && (state === 'filling' || offline.hasFailed)) {
      return { words: state === 'filling' ? text('offline.filling') : text('offline.failed'), label: '', act: () => {} };
    }
    const isOffered = state === 'none' && savesData() && !offline.isDeclined && !this.app.draft.keepsNothing;
    if (!isOffered) return { words: '', label: '', act: () => {} };
    return { words: text('offline.saves_data'), label: text('offline.keep'), act: () => this.#keep() };
  }

  #keep() {
    this.#isAskedFor = true;
    this.offline.keep();
  }

  /** What was typed is stored first: the other tabs load themselves again too. */
  #takeOver() {
    loadWhenAsked(this.app, () => this.offline.takeOver(loadAgain));
  }
}
