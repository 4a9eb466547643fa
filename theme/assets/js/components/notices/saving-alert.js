/**
 * Says loudly when this browser cannot keep answers, or cannot keep them surely, and offers the file instead.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('./alerts.js').Alert} Alert
 */
import { text } from '../../catalogue.js';
import { checkLink } from './check-link.js';

const SUBJECT = 'saving';

export class SavingAlert {
  /** What is being said, to say each thing once. */
  #said = '';

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const { draft } = app;
    draft.addEventListener('saved', () => this.#check());
    draft.addEventListener('save-failed', (event) => {
      this.#say(`failed-${/** @type {CustomEvent} */ (event).detail.reason}`);
    });
    draft.addEventListener('rewritten', () => app.alerts.show('rewritten', this.#rewritten()));
    this.#check();
    if (draft.laterRelease) app.alerts.show('later-release', this.#laterRelease());
  }

  /** Saved, or not yet tried: is either place missing? */
  #check() {
    const { journal, local } = this.app.draft.health;
    if (journal && local) this.#say(`failed-${journal}`);
    else if (journal) this.#say('unsure');
    else if (local === 'blocked') this.#say('partly');
    else this.#say('');
  }

  /** @param {string} what */
  #say(what) {
    if (what === this.#said) return;
    this.#said = what;
    const { alerts } = this.app;
    if (what === '') alerts.clear(SUBJECT);
    else alerts.show(SUBJECT, what.startsWith('failed') ? this.#failure(what) : this.#weakness(what));
  }

  /**
   * @param {string} what
   * @returns {Alert}
   */
  #failure(what) {
    return {
      kind: 'error',
      lasting: true,
      title: text('save.failed_title'),
      lines: [whyFailed(what), text('save.failed_advice'), ...checkLink(this.app.$main)],
      actions: [this.#download(), { label: text('save.retry'), onClick: () => this.#retry() }],
    };
  }

  /**
   * @param {string} what
   * @returns {Alert}
   */
  #weakness(what) {
    return {
      kind: 'warning',
      title: text('save.unsure_title'),
      lines: [what === 'unsure' ? text('save.unsure') : text('save.partly'), ...checkLink(this.app.$main)],
      actions: [this.#download()],
    };
  }

  /** @returns {Alert} */
  #rewritten() {
    return {
      kind: 'warning',
      title: text('save.rewritten_title'),
      lines: [text('save.rewritten')],
      actions: [this.#download()],
    };
  }

  /** @returns {Alert} */
  #laterRelease() {
    return {
      kind: 'warning',
      title: text('save.later_release_title'),
      lines: [text('save.later_release')],
      actions: [{ label: text('draft.reload'), onClick: () => location.reload() }],
    };
  }

  #download() {
    return { label: text('draft.download'), onClick: () => this.app.downloadDraft() };
  }

  #retry() {
    // Gone at once, and back again if it fails again: so the button has an answer either way.
    this.#say('');
    this.app.draft.retry();
  }
}

/** @param {string} what */
function whyFailed(what) {
  if (what === 'failed-full') return text('save.failed_full');
  return what === 'failed-later-release' ? text('save.failed_later_release') : text('save.failed_blocked');
}
