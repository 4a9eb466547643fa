/**
 * Conditions: does `show_when`, `warn` or a case hold for these answers?
 *
 * Owns their meaning, which the Python core shares (both sides run the vectors in site_tests/fixtures/vectors).
 * Reads answers only through a lookup, in which whatever is hidden is already unanswered.
 *
 * @typedef {import('./definition.js').Condition} Condition
 * @typedef {import('./definition.js').Item} Item
 * @typedef {import('./definition.js').Scalar} Scalar
 * @typedef {import('./definition.js').Value} Value
 *
 * @typedef {object} Lookup
 * @property {(path: string) => Value} value  null when blank or hidden
 * @property {(path: string) => boolean} isAnswered
 * @property {(path: string) => Item | null} item  with the options there are now
 */
import { concretePath, isBlank } from './definition.js';

/**
 * @param {Condition} condition
 * @param {Lookup} lookup
 * @param {string | null} [entryId]  the entry in which the condition stands
 * @returns {boolean}
 */
export function holds(condition, lookup, entryId = null) {
  if (condition.all) return condition.all.every((part) => holds(part, lookup, entryId));
  if (condition.any) return condition.any.some((part) => holds(part, lookup, entryId));
  if (condition.item === undefined) {
    return !holds(/** @type {Condition} */ (condition.not), lookup, entryId);
  }

  const path = concretePath(condition.item, entryId);
  if (condition.answered !== undefined) return lookup.isAnswered(path) === condition.answered;

  const value = lookup.value(path);
  const item = lookup.item(path);
  if (condition.all_of !== undefined) return hasAllOf(item, value) === condition.all_of;
  if (isBlank(value)) return false;
  if (condition.is !== undefined) return containsAny(value, condition.is);
  if (condition.not !== undefined) {
    return !containsAny(value, /** @type {Scalar | Scalar[]} */ (condition.not));
  }
  const amount = measure(item, value);
  const bound = measure(item, condition.at_least ?? condition.below ?? null);
  if (amount === null || bound === null) return false;
  return condition.at_least === undefined ? amount < bound : amount >= bound;
}

/**
 * An answer is one of these; of several ticks, one is enough.
 * @param {Value} value
 * @param {Scalar | Scalar[]} wanted
 */
export function containsAny(value, wanted) {
  /** @type {Value[]} */
  const given = Array.isArray(value) ? value : [value];
  return [wanted].flat().some((one) => given.includes(one));
}

/**
 * @param {Item | null} item
 * @param {Value} value
 */
function hasAllOf(item, value) {
  return Array.isArray(value) && (item?.options ?? []).every((option) => value.includes(option.id));
}

/**
 * What an answer amounts to: a number itself, an option its points, ticks their points together. An option without
 * points ("Not sure") amounts to nothing, and nothing is neither more nor less than anything.
 * @param {Item | null} item
 * @param {Value} value
 * @returns {number | null}
 */
export function measure(item, value) {
  if (typeof value === 'number') return value;
  const options = item?.options ?? [];
  if (typeof value === 'string') return options.find((option) => option.id === value)?.points ?? null;
  const points = options
    .filter((option) => value?.includes(option.id))
    .flatMap((option) => option.points ?? []);
  return points.length > 0 ? addUp(points) : null;
}

/**
 * Add numbers as Python's sum() does, carrying the part that each step rounds away: the two sides must agree to the
 * last bit, or a threshold could be met on one and missed on the other.
 * @param {number[]} numbers
 */
export function addUp(numbers) {
  let total = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = total + number;
    lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  }
  return total + lost;
}
