/**
 * What came of a check, in plain words.
 *
 * @typedef {object} Outcome
 * @property {'ok' | 'look' | 'note'} state  `look`: somebody should see to it; `note`: neither good nor bad
 * @property {string} found
 * @property {string} [advice]  what to do about it
 */

/**
 * @param {string} found
 * @returns {Outcome}
 */
export const ok = (found) => ({ state: 'ok', found });

/**
 * @param {string} found
 * @param {string} [advice]
 * @returns {Outcome}
 */
export const note = (found, advice) => ({ state: 'note', found, advice });

/**
 * @param {string} found
 * @param {string} advice
 * @returns {Outcome}
 */
export const look = (found, advice) => ({ state: 'look', found, advice });

/**
 * Bytes in words that anybody knows.
 * @param {number} bytes
 * @param {(key: string, values: Record<string, string>) => string} text
 */
export function sizeOf(bytes, text) {
  const [unit, size] = bytes < 1e6 ? ['kB', bytes / 1e3] : bytes < 1e9 ? ['MB', bytes / 1e6] : ['GB', bytes / 1e9];
  return text('computer.size', { size: String(size < 10 ? Math.ceil(size * 10) / 10 : Math.ceil(size)), unit });
}
