/** @typedef {import('./blocks.js').Mark} Mark */

/**
 * Marks that stand together, by what they are of.
 * @param {Mark[]} marks
 * @returns {Map<string, Mark[]>}
 */
export function byGroup(marks) {
  /** @type {Map<string, Mark[]>} */
  const groups = new Map();
  for (const mark of marks) {
    const group = mark.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), mark]);
  }
  return groups;
}
