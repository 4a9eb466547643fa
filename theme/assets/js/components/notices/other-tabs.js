/**
 * Two tabs on one draft: one of them writes it, the other says so, shows it as it stands and offers to take over.
 *
 * A browser without locks cannot tell them apart: there both write, and each takes over what the other has saved.
 */
import { text } from '../../catalogue.js';
import { OneWriter } from '../../draft/one-writer.js';
import { Reading } from './reading.js';

export class OtherTabs {
  #isStale = false;

  /** @param {import('../../component.js').App} app */
  constructor(app) {
    this.app = app;
    const { draft, alerts } = app;
    draft.addEventListener('elsewhere', () => this.#sayElsewhere());
    draft.addEventListener('replaced', (event) => {
      const { cause } = /** @type {CustomEvent} */ (event).detail;
      if (cause !== 'other-tab') alerts.clear('tabs');
      else if (!draft.isReading) app.announce(text('draft.brought_in'));
    });
    draft.addEventListener('stale', () => {
      this.#isStale = true;
      if (document.visibilityState === 'visible') this.#catchUp();
    });
    document.addEventListener('visibilitychange', () => this.#catchUp());
    // A page that Back brings to life again has heard nothing meanwhile.
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) this.#isStale = true;
      this.#catchUp();
    });
    if (navigator.locks && !app.isExample) this.#takeTurns();
    else this.#shareOpenly();
  }

  #takeTurns() {
    const { draft, $main } = this.app;
    const reading = new Reading($main);
    const { storagePrefix = '' } = $main.dataset;
    draft.addEventListener('reading', () => {
      if (draft.isReading) reading.begin();
      else reading.end();
      this.#sayWhoWrites();
    });
    draft.addEventListener('refused', () => this.#sayWhoWrites());
    this.writer = new OneWriter(draft, navigator.locks, storagePrefix);
    window.addEventListener('pagehide', () => this.writer?.pause());
    window.addEventListener('pageshow', () => this.writer?.resume());
  }

  #sayWhoWrites() {
    const { draft, alerts, announce } = this.app;
    if (!draft.isReading) {
      alerts.clear('tabs');
      announce(text('draft.writing'));
      return;
    }
    alerts.show('tabs', {
      kind: 'warning',
      lasting: true,
      title: text('draft.reading_title'),
      lines: [text('draft.reading')],
      actions: [{ label: text('draft.take_over'), onClick: () => this.writer?.takeOver() }],
    });
  }

  #shareOpenly() {
    const { draft, alerts } = this.app;
    draft.addEventListener('shared', () => {
      alerts.show('tabs', { kind: 'warning', title: text('draft.shared_title'), lines: [text('draft.shared')] });
    });
    draft.greet();
  }

  #sayElsewhere() {
    this.app.alerts.show('tabs', {
      kind: 'warning',
      title: text('draft.elsewhere_title'),
      lines: [text('draft.elsewhere')],
      actions: [{ label: text('draft.elsewhere_load'), onClick: () => location.reload() }],
    });
  }

  #catchUp() {
    if (!this.#isStale || document.visibilityState !== 'visible') return;
    this.#isStale = false;
    this.app.draft.refresh();
  }
}
