/**
 * Whether an answer is better or worse than an earlier one, as far as its author says: by the points of its options or,
 * where they have none, by which of them are best. Any other answer is only the same or changed.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../definition.js').Value} Value
 *
 * @typedef {'up' | 'down' | 'same' | 'changed' | 'new' | 'gone'} Direction
 */
import { text } from '../../catalogue.js';
import { isBlank } from '../../definition.js';
import { tally } from './tally.js';

/**
 * @param {Item} item
 * @param {Value} before
 * @param {Value} value
 * @returns {Direction}
 */
export function directionOf(item, before, value) {
  if (isSame(before, value)) return 'same';
  if (isBlank(before)) return 'new';
  if (isBlank(value)) return 'gone';
  const [was, is] = [height(item, before), height(item, value)];
  if (was === null || is === null || was === is) return 'changed';
  return is > was ? 'up' : 'down';
}

/**
 * How far along a value is; null where nobody has said.
 * @param {Item} item
 * @param {Value} value
 */
function height({ options = [], best = null }, value) {
  if (Array.isArray(value)) return Array.isArray(best) ? value.filter((id) => best.includes(id)).length : null;
  if (options.some(({ points }) => points !== null)) return options.find(({ id }) => id === value)?.points ?? null;
  if (typeof best !== 'string') return null;
  return value === best ? 1 : 0;
}

/**
 * @param {Value} a
 * @param {Value} b
 */
function isSame(a, b) {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  return JSON.stringify([a].flat().sort()) === JSON.stringify([b].flat().sort());
}

/** @param {Direction} direction */
export function wordFor(direction) {
  switch (direction) {
    case 'up':
      return text('changes.up');
    case 'down':
      return text('changes.down');
    case 'same':
      return text('changes.same');
    case 'new':
      return text('changes.new');
    case 'gone':
      return text('changes.gone');
    default:
      return text('changes.changed');
  }
}

/**
 * "12 better, 3 worse, 4 newly answered"
 * @param {Direction[]} directions
 */
export function directionTally(directions) {
  const count = (/** @type {Direction} */ wanted) => directions.filter((direction) => direction === wanted).length;
  return tally([
    [count('up'), (values) => text('changes.n_up', values)],
    [count('down'), (values) => text('changes.n_down', values)],
    [count('new'), (values) => text('changes.n_answered', values)],
    [count('gone'), (values) => text('changes.n_unanswered', values)],
    [count('changed'), (values) => text('changes.n_changed', values)],
    [count('same'), (values) => text('changes.n_same', values)],
  ]);
}
