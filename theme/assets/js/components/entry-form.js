/** A form for one entry: the blank one of its list, with the entry's id wherever that has a *. */

const PATH_ATTRIBUTES = [
  'id',
  'name',
  'for',
  'aria-describedby',
  'aria-labelledby',
  'data-item',
  'data-clear',
  'data-warn',
  'data-computed',
];

/**
 * @param {HTMLElement} $blank
 * @param {string} entryId
 */
export function entryForm($blank, entryId) {
  const $form = /** @type {HTMLElement} */ ($blank.cloneNode(true));
  $form.removeAttribute('data-entry-blank');
  $form.classList.add('app-entry__form');
  for (const $node of $form.querySelectorAll('*')) {
    for (const name of PATH_ATTRIBUTES) {
      const value = $node.getAttribute(name);
      if (value?.includes('*')) $node.setAttribute(name, value.replaceAll('*', entryId));
    }
  }
  return $form;
}
