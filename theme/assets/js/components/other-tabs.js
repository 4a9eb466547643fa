/** Two tabs on one draft: says so, and takes over what the other has saved, so that neither overwrites the other. */
import { text } from '../catalogue.js';

export class OtherTabs {
  #isStale = false;

  /** @param {import('../component.js').App} app */
  constructor(app) {
    this.app = app;
    const { draft, alerts } = app;
    draft.addEventListener('shared', () => {
      alerts.show('tabs', { kind: 'warning', title: text('draft.shared_title'), lines: [text('draft.shared')] });
    });
    draft.addEventListener('elsewhere', () => {
      alerts.show('tabs', {
        kind: 'warning',
        title: text('draft.elsewhere_title'),
        lines: [text('draft.elsewhere')],
        actions: [{ label: text('draft.elsewhere_load'), onClick: () => location.reload() }],
      });
    });
    draft.addEventListener('replaced', (event) => {
      const { cause } = /** @type {CustomEvent} */ (event).detail;
      if (cause === 'other-tab') app.announce(text('draft.brought_in'));
      else alerts.clear('tabs');
    });
    draft.addEventListener('stale', () => {
      this.#isStale = true;
      if (document.visibilityState === 'visible') this.#catchUp();
    });
    document.addEventListener('visibilitychange', () => this.#catchUp());
    draft.greet();
    // A page that Back brings to life again has heard nothing meanwhile.
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) this.#isStale = true;
      this.#catchUp();
    });
  }

  #catchUp() {
    if (!this.#isStale || document.visibilityState !== 'visible') return;
    this.#isStale = false;
    this.app.draft.refresh();
  }
}
