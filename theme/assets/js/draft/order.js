/**
 * Order keys: texts that sort entries, with room for another between any two, so that moving one entry changes
 * one entry. Read as digits after a point in base 62; compared as plain text.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** @param {unknown} order */
export function isOrder(order) {
  return typeof order === 'string' && order.length <= 500 && /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(order);
}

/**
 * A key between two others; null stands for the beginning or the end.
 * @param {string | null} before
 * @param {string | null} after
 */
export function orderBetween(before, after) {
  if (before === null && after === null) return 'a1';
  if (after === null) return following(/** @type {string} */ (before));
  return midpoint(before ?? '', after);
}

/**
 * The next key by counting up the last digit: a list that only grows at its end keeps short keys.
 * @param {string} order
 */
function following(order) {
  for (let end = order.length - 1; end >= 0; end -= 1) {
    const digit = DIGITS.indexOf(order[end]);
    if (digit < DIGITS.length - 1) return order.slice(0, end) + DIGITS[digit + 1];
  }
  return `${order}1`;
}

/**
 * @param {string} low
 * @param {string | null} high  null stands for one
 * @returns {string}
 */
function midpoint(low, high) {
  if (high !== null) {
    let shared = 0;
    while (shared < high.length && (low[shared] ?? '0') === high[shared]) shared += 1;
    if (shared > 0) return high.slice(0, shared) + midpoint(low.slice(shared), high.slice(shared));
  }
  const from = low === '' ? 0 : DIGITS.indexOf(low[0]);
  const to = high === null ? DIGITS.length : DIGITS.indexOf(high[0]);
  if (to - from > 1) return DIGITS[Math.floor((from + to) / 2)];
  if (high !== null && high.length > 1) return high[0];
  return DIGITS[from] + midpoint(low.slice(1), null);
}
