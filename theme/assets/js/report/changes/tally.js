/**
 * How many of each kind of change there were, in one sentence.
 *
 * @typedef {[count: number, words: (values: {count: number}) => string, always?: boolean]} Count
 */

/**
 * Without those of which there are none, but for what is wanted all the same.
 * @param {Count[]} counts
 */
export function tally(counts) {
  return counts
    .filter(([count, , always]) => count > 0 || always)
    .map(([count, words]) => words({ count }))
    .join(', ');
}
