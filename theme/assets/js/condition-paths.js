/**
 * The questions a condition asks about.
 *
 * @typedef {import('./definition.js').Condition} Condition
 *
 * @param {Condition | null | undefined} condition
 * @returns {string[]} paths, as the condition names them
 */
export function pathsIn(condition) {
  if (!condition) return [];
  if (condition.item !== undefined) return [condition.item];
  const negated = /** @type {Condition | undefined} */ (condition.not);
  return [...(condition.all ?? []), ...(condition.any ?? []), ...(negated ? [negated] : [])].flatMap(pathsIn);
}
