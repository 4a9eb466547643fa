/** Buttons that take an answer from a draft of another questionnaire. */
import { TakeFrom } from './take-from.js';

/** @param {import('../../component.js').App} app */
export function offerTaking(app) {
  app.$main.addEventListener('click', (event) => {
    const $button = /** @type {Element} */ (event.target).closest('[data-take]');
    const $root = /** @type {HTMLElement | null | undefined} */ ($button?.closest('[data-take-from]'));
    if ($root && !$root.querySelector('[data-take-panel]')) new TakeFrom($root, app).open();
  });
}
