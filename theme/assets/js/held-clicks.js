/**
 * Clicks on what the rest of the page is still to bring to life: kept, and made again once it is there.
 *
 * @param {HTMLElement} $root
 * @returns {() => void} the rest is there
 */
export function holdClicks($root) {
  const $held = /** @type {Set<HTMLElement>} */ (new Set());
  const hold = (/** @type {Event} */ event) => {
    const $control = /** @type {Element} */ (event.target).closest(HELD);
    if (!($control instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopPropagation();
    $held.add($control);
  };
  $root.addEventListener('click', hold, true);
  return () => {
    $root.removeEventListener('click', hold, true);
    for (const $control of $held) $control.click();
  };
}

/** Buttons, but for those of a single question; and the way on from a step, which is looked over first. */
const HELD = 'button:not([data-clear]), [data-step] a.govuk-button';
