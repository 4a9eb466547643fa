/**
 * One line under the heading of the results while Python is at work: once for all the parts that wait for it.
 *
 * @typedef {import('../../engine/status.js').EngineStatus} EngineStatus
 */
import { text } from '../../catalogue.js';
import { element, svgElement } from '../../report/element.js';

export class ResultsProgress {
  #$share = element('span', { 'aria-hidden': 'true' });
  #$fill = svgElement('rect', { class: 'app-meter__fill', height: 6, width: 0 });

  /**
   * @param {HTMLElement} $view
   * @param {EngineStatus} status
   */
  constructor($view, status) {
    this.status = status;
    const $meter = svgElement(
      'svg',
      { class: 'app-meter', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svgElement('rect', { class: 'app-meter__track', width: 100, height: 6 }),
      this.#$fill,
    );
    this.$root = element(
      'div',
      { class: 'app-working', hidden: true },
      element('p', { class: 'govuk-body' }, text('results.waiting'), ' ', this.#$share),
      $meter,
    );
    $view.querySelector('h1')?.after(this.$root);
  }

  /** @param {boolean} isWaiting  a part that is shown waits */
  show(isWaiting) {
    const { share } = this.status;
    this.$root.hidden = !isWaiting;
    this.#$share.textContent = share === null ? '' : text('engine.share', { percent: Math.floor(share * 100) });
    this.#$fill.setAttribute('width', String(100 * (share ?? 0)));
  }
}
