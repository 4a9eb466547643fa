/**
 * Clicks on what the rest of the page is still to bring to life: kept, and made again once it is there.
 *
 * @param {HTMLElement} $root
 * @param {(view: string) => boolean} [isHere]  whether the page has a view already
 * @returns {() => void} the rest is there
 */
export function holdClicks($root, isHere = () => true) {
  const $held = /** @type {Set<HTMLElement>} */ (new Set());
  const hold = (/** @type {Event} */ event) => {
    const $control = /** @type {Element} */ (event.target).closest(HELD);
    if (!($control instanceof HTMLElement)) return;
    if ($control.matches(WAY) && isHere($control.dataset.go ?? '')) return;
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

/** Ways to other views; but not the way on from a step, which is looked over first. */
const WAY = 'a[data-go]:not([data-step] a.govuk-button)';

/** Those, and buttons, but for the ones of a single question. */
const HELD = 'button:not([data-clear]), a[data-go]';
