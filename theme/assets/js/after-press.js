/**
 * For what moves the page when a field is left: whoever leaves it by pressing something must find it still under the
 * finger when they let go, or nothing is clicked.
 */
let isPressing = false;

// Of the other buttons the end is not always told: a menu of the browser's own may have opened.
addEventListener('pointerdown', ({ button }) => (isPressing = button === 0), true);
for (const type of ['pointerup', 'pointercancel']) addEventListener(type, () => (isPressing = false), true);

/**
 * At once, or when the press that is under way has done what it does.
 * @param {() => void} act
 */
export function afterPress(act) {
  if (!isPressing) return act();
  const ended = new AbortController();
  const end = () => {
    ended.abort();
    // The click follows.
    setTimeout(act);
  };
  for (const type of ['pointerup', 'pointercancel']) addEventListener(type, end, { signal: ended.signal });
}
