/**
 * An old answer in the words of the question that takes it over.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./revisions.js').Was} Was
 */
import { optionsSource } from '../options.js';
import { problemOf } from '../validation.js';
import { member } from './revisions.js';

/**
 * @param {Value} value
 * @param {Item} item
 * @param {object} words
 * @param {Record<string, string>} words.values  options of the question it was given to, by the author's map
 * @param {Record<string, string>} words.options  earlier ids of the item's own options
 * @param {Was | undefined} words.was
 * @returns {Value} as it was, where nothing fits
 */
export function convert(value, item, { values, options, was }) {
  const now = (/** @type {string} */ id) => {
    const mapped = member(values, id) ?? id;
    return member(options, mapped) ?? mapped;
  };
  const converted = inKind(value, item, now, (id) => member(was?.options ?? {}, id) ?? id);
  return fits(item, converted) ? converted : value;
}

/**
 * Whether an item can hold a value. Where its options come from other answers, these decide later.
 * @param {Item} item
 * @param {Value} value
 */
export function fits(item, value) {
  const problem = problemOf(item, value);
  return problem === null || (problem === 'unknown-option' && optionsSource(item) !== null);
}

/**
 * @param {Value} value
 * @param {Item} item
 * @param {(id: string) => string} now
 * @param {(id: string) => string} label
 * @returns {Value}
 */
function inKind(value, item, now, label) {
  switch (item.type) {
    case 'choice':
    case 'yes-no':
      if (Array.isArray(value)) return value.length === 1 ? now(value[0]) : value;
      return typeof value === 'string' ? now(value) : value;
    case 'choices':
      return typeof value === 'number' || value === null ? value : knownTicks([value].flat().map(now), item);
    case 'number':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
    case 'text':
      return inWords(value, label, ', ');
    case 'long-text':
      return inWords(value, label, '\n');
    default:
      return value;
  }
}

/**
 * The ticks that can still be made. What becomes of the others is for a person to see.
 * @param {string[]} ticks
 * @param {Item} item
 */
function knownTicks(ticks, item) {
  const unique = [...new Set(ticks)];
  if (optionsSource(item)) return unique;
  const known = unique.filter((id) => (item.options ?? []).some((option) => option.id === id));
  return known.length > 0 ? known : unique;
}

/**
 * @param {Value} value
 * @param {(id: string) => string} label
 * @param {string} between
 */
function inWords(value, label, between) {
  return value === null ? null : [value].flat().map((one) => label(String(one))).join(between);
}
