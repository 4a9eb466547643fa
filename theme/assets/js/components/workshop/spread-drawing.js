/**
 * How many people chose each answer: a mark for each person, and the same in words and numbers.
 *
 * @typedef {import('../../definition.js').Option} Option
 *
 * @typedef {object} Line
 * @property {string} label
 * @property {number} count
 * @property {'scale' | 'beside' | 'missing'} kind  on the scale, beside it, or no answer at all
 * @property {string[] | null} names  whose answer it is; null when that is not shown
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';

/** More marks than this say no more. */
const MOST = 40;

/**
 * @param {Option[]} options
 * @param {(option: Option | null) => {count: number, names: string[] | null}} found  null for those who did not answer
 */
export function spreadLines(options, found) {
  const isScale = options.some(({ points }) => points !== null);
  /** @type {Line[]} */
  const lines = options.map((option) => ({
    label: option.label,
    kind: isScale && option.points === null ? 'beside' : 'scale',
    ...found(option),
  }));
  const missing = found(null);
  if (missing.count > 0) lines.push({ label: text('workshop.not_answered'), kind: 'missing', ...missing });
  return lines;
}

/** @param {Line[]} lines */
export function spreadDrawing(lines) {
  return element(
    'ul',
    { class: 'app-spread__answers' },
    ...lines.map(({ label, count, kind, names }) =>
      element(
        'li',
        { class: `app-spread__answer${count === 0 ? ' app-spread__answer--none' : ''}` },
        element('span', { class: 'app-spread__label' }, `${label}: `),
        element('span', { class: 'app-spread__count' }, String(count)),
        count > 0 && marks(count, kind),
        names !== null && names.length > 0 && element('span', { class: 'app-spread__names' }, ` ${text('workshop.who', { names: names.join(', ') })}`),
      ),
    ),
  );
}

/**
 * @param {number} count
 * @param {Line['kind']} kind
 */
export function marks(count, kind) {
  const $marks = Array.from({ length: Math.min(count, MOST) }, () => element('i', { class: `app-spread__mark app-spread__mark--${kind}` }));
  return element('span', { class: 'app-spread__marks', 'aria-hidden': 'true' }, ...$marks);
}
