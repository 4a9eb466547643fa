/**
 * Buttons that take an answer from a draft of another questionnaire. What they open is brought when it is asked for.
 *
 * @param {import('../component.js').App} app
 */
export function offerTaking(app) {
  app.$main.addEventListener('click', async (event) => {
    const $button = /** @type {Element} */ (event.target).closest('[data-take]');
    const $root = /** @type {HTMLElement | null | undefined} */ ($button?.closest('[data-take-from]'));
    if (!$root || $root.querySelector('[data-take-panel]')) return;
    const { TakeFrom } = await import('./take-from.js');
    new TakeFrom($root, app).open();
  });
}
