/** Something that neither comes nor fails: whoever waits is told after a while, and it still counts when it comes. */

/** Milliseconds. On a slow line everything that a page waits for comes within a few seconds. */
const PATIENCE = 30_000;

/**
 * @template T
 * @param {Promise<T>} work
 * @param {() => void} sayLate
 * @returns {Promise<T>}
 */
export function orLate(work, sayLate) {
  const timer = setTimeout(sayLate, PATIENCE);
  return work.finally(() => clearTimeout(timer));
}
