/**
 * Keeps something where it is on the screen while the page around it changes; what begins above the screen is brought
 * to its top.
 *
 * @param {HTMLElement} $anchor
 * @param {() => HTMLElement | null | void} change  gives back what is to stand in its place, where that is not itself
 */
export function keepInPlace($anchor, change) {
  const before = $anchor.getBoundingClientRect().top;
  const $now = change() ?? $anchor;
  const moved = $now.getBoundingClientRect().top - Math.max(before, 0);
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
}
