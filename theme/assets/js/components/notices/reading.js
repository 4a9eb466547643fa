/**
 * A draft that is only looked at: nothing on the page takes an answer. Everything can still be read, copied and moved
 * about in.
 */
import { forEach } from '../../component.js';

/** What changes the draft at hand. To open an entry changes nothing. */
const EDITING = [
  '[data-item] :is(input, textarea, select, button:not([data-tool="edit"]))',
  ':is(.app-finding__suggest, .app-finding__dismiss) button',
  ':is([data-view="merge"], [data-view="workshop"], [data-view="revision"]) :is(input, textarea, select, button)',
].join(', ');

export class Reading {
  /** What comes to the page meanwhile is no exception. */
  #observer = new MutationObserver(() => this.#switchOff());

  /** @param {HTMLElement} $main */
  constructor($main) {
    this.$main = $main;
  }

  begin() {
    this.#switchOff();
    this.#observer.observe(this.$main, { childList: true, subtree: true });
  }

  end() {
    this.#observer.disconnect();
    forEach(this.$main, '[data-switched-off]', ($control) => {
      const name = /** @type {string} */ ($control.dataset.switchedOff);
      $control.removeAttribute(name);
      $control.removeAttribute('data-switched-off');
    });
  }

  #switchOff() {
    forEach(this.$main, EDITING, ($control) => {
      // A text that can be read can also be selected and copied.
      const isText = $control.matches('textarea, input:not([type="radio"], [type="checkbox"], [type="file"])');
      const name = isText ? 'readonly' : 'disabled';
      if ($control.hasAttribute(name)) return;
      $control.setAttribute(name, '');
      $control.setAttribute('data-switched-off', name);
    });
  }
}
