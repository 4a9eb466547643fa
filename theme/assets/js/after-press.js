/**
 * For what moves the page when a field is left: whoever leaves it by pressing something must find it still under the
 * finger when they let go, or nothing is clicked.
 */
let isPressing = false;

/** @param {boolean} value */
const setPressing = (value) => () => (isPressing = value);

addEventListener('pointerdown', setPressing(true), true);
for (const type of ['pointerup', 'pointercancel']) addEventListener(type, setPressing(false), true);

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
