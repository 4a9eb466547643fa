/**
 * The quiet line that says how far the engine is, with "Try again" when it failed.
 *
 * @typedef {import('../../engine/client.js').EngineClient} EngineClient
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';

export class EngineStatusLine {
  /**
   * @param {HTMLElement} $root
   * @param {EngineClient} engine
   */
  constructor($root, engine) {
    this.engine = engine;
    this.$line = $root.querySelector('[data-engine-status]');
    // Apart from the line, which is read out whenever it changes.
    this.$share = element('span', { class: 'app-engine__share', 'aria-hidden': 'true' });
    this.$line?.after(this.$share);
    this.$retry = /** @type {HTMLButtonElement | null} */ ($root.querySelector('[data-engine-retry]'));
    this.$retry?.addEventListener('click', () => engine.start());
    engine.status.addEventListener('stage', () => this.show());
    this.show();
  }

  show() {
    const { stage, share } = this.engine.status;
    this.$line?.parentElement?.setAttribute('data-stage', stage);
    this.$share.textContent = share === null ? '' : text('engine.share', { percent: Math.floor(share * 100) });
    const words = wordsFor(stage);
    if (this.$line && this.$line.textContent !== words) this.$line.textContent = words;
    if (!this.$retry) return;
    // A button that disappears under the finger would send the focus to the top of the page.
    if (document.activeElement === this.$retry && stage !== 'failed') {
      this.$line?.setAttribute('tabindex', '-1');
      /** @type {HTMLElement | null} */ (this.$line)?.focus({ preventScroll: true });
    }
    this.$retry.hidden = stage !== 'failed';
  }
}

/** @param {import('../../engine/status.js').Stage} stage */
function wordsFor(stage) {
  switch (stage) {
    case 'loading':
      return text('engine.loading');
    case 'ready':
      return text('engine.ready');
    case 'failed':
      return text('engine.failed');
    default:
      return '';
  }
}
