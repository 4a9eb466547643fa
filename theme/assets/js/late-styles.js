/**
 * The styles of what a first answer does not need: asked for once, with the scripts of what they are for.
 *
 * @type {Promise<void> | null}
 */
let brought = null;

/**
 * @param {HTMLElement} $main
 * @returns {Promise<void>} they are there, or will not come: plain results are better than none
 */
export function lateStyles($main) {
  brought ??= new Promise((resolve) => {
    const $link = document.createElement('link');
    $link.rel = 'stylesheet';
    $link.href = $main.dataset.lateCss ?? '';
    $link.addEventListener('load', () => resolve());
    $link.addEventListener('error', () => resolve());
    document.head.append($link);
  });
  return brought;
}
