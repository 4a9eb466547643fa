/**
 * A link that downloads a file of the website. Browsers fetch what a link downloads past the service worker, so where
 * that keeps the site the page hands the file over itself: then it comes without a network too.
 */
import { Component } from '../../component.js';
import { sayMissing } from '../notices/missing-part.js';
import { considerRelease } from '../notices/new-release.js';

export class SiteFile extends Component {
  /**
   * @param {HTMLElement} $link
   * @param {import('../../component.js').App} app
   */
  constructor($link, app) {
    super($link, app);
    $link.addEventListener('click', (event) => {
      if (!navigator.serviceWorker?.controller) return;
      event.preventDefault();
      this.#handOver(/** @type {HTMLAnchorElement} */ ($link));
    });
  }

  /** @param {HTMLAnchorElement} link */
  async #handOver({ href, download: name }) {
    const { app } = this;
    try {
      const response = await fetch(href);
      if (!response.ok) throw new Error(`${href}: ${response.status}`);
      const type = response.headers.get('Content-Type') ?? '';
      app.download({ name, type, text: await response.arrayBuffer() });
      app.alerts.clear('site-file');
    } catch (error) {
      sayMissing(app.alerts, 'site-file', error);
      considerRelease(app, 'site-file');
    }
  }
}
