/**
 * What is folded away, and opened for the print.
 *
 * @typedef {import('../report/element.js').Child} Child
 */
import { text } from '../catalogue.js';
import { button, element } from '../report/element.js';

/**
 * @param {string | Node} label
 * @param {Child | Child[]} content
 * @param {{open?: boolean, look?: string}} [state]  `look`: a class of its own
 */
export function fold(label, content, { open = false, look = '' } = {}) {
  return element(
    'details',
    { class: `govuk-details ${look}`.trim(), open },
    element(
      'summary',
      { class: 'govuk-details__summary' },
      element('span', { class: 'govuk-details__summary-text' }, label),
    ),
    element('div', { class: 'govuk-details__text' }, ...[content].flat()),
  );
}

/**
 * A closed fold prints as one line: open them for the print, and close them again.
 * @param {HTMLElement} $view
 */
export function openFoldsToPrint($view) {
  /** @type {HTMLDetailsElement[]} */
  let $opened = [];
  window.addEventListener('beforeprint', () => {
    $opened = [...$view.querySelectorAll('details')].filter(({ open }) => !open);
    for (const $fold of $opened) $fold.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const $fold of $opened) $fold.open = false;
  });
}

/**
 * All folds at once, open or closed.
 * @param {HTMLDetailsElement[]} $folds
 */
export function showAllButton($folds) {
  const areOpen = () => $folds.every(({ open }) => open);
  const words = () => (areOpen() ? text('check.show_none') : text('check.show_all'));
  const $button = button(words(), () => {
    const open = !areOpen();
    for (const $fold of $folds) $fold.open = open;
    $button.textContent = words();
  });
  return $button;
}
