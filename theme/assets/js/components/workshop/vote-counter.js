/** Counts a show of hands: for each answer a number, with a button for one more and one fewer. */
import { text } from '../../catalogue.js';
import { button, element, spoken } from '../../report/element.js';
import { marks } from './spread-drawing.js';

/** No room holds more. */
const MOST = 999;

/**
 * @typedef {object} About
 * @property {string} id  of the question on this page
 * @property {string} heading  over it, by which its counters are told from those of the other questions
 * @property {(words: string) => void} announce
 */

/**
 * @param {About} about
 * @param {import('../../definition.js').Option[]} options
 * @param {(option: string) => number} countOf
 * @param {(option: string, count: number) => void} onCount
 */
export function voteCounter(about, options, countOf, onCount) {
  const isScale = options.some(({ points }) => points !== null);
  return element(
    'ul',
    { class: 'app-spread__answers app-spread__answers--votes' },
    ...options.map((option, index) => {
      const kind = isScale && option.points === null ? 'beside' : 'scale';
      const id = `${about.id}-votes-${index}`;
      return line({ ...about, id }, option, kind, countOf(option.id), (count) => onCount(option.id, count));
    }),
  );
}

/**
 * @param {About} about
 * @param {import('../../definition.js').Option} option
 * @param {'scale' | 'beside'} kind
 * @param {number} count
 * @param {(count: number) => void} onCount
 */
function line({ id, heading, announce }, { label }, kind, count, onCount) {
  const $marks = element('span');
  const $input = element('input', {
    class: 'govuk-input app-votes__number', id, type: 'text', inputmode: 'numeric', maxlength: 3, autocomplete: 'off',
    role: 'spinbutton', 'aria-valuemin': 0, 'aria-valuemax': MOST,
  });
  const draw = () => {
    $input.setAttribute('aria-valuenow', String(count));
    $marks.replaceChildren(marks(count, kind));
  };
  const show = () => {
    $input.value = String(count);
    draw();
  };
  const set = (/** @type {number} */ wanted) => {
    count = Math.min(MOST, Math.max(0, wanted));
    onCount(count);
  };
  const step = (/** @type {-1 | 1} */ by) => () => {
    set(count + by);
    show();
  };
  const press = (/** @type {-1 | 1} */ by) => () => {
    step(by)();
    // The number is beside the button that was pressed.
    announce(text('workshop.fact', { label, count }));
  };
  $input.addEventListener('input', () => {
    const wanted = $input.value.trim();
    if (!/^\d*$/.test(wanted)) return;
    set(Number(wanted));
    draw();
  });
  // By keyboard the number itself is enough: three stops for each answer would be too many.
  $input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? 1 : -1)();
  });
  // What is not a number gives way to the last that was.
  $input.addEventListener('change', show);
  show();
  return element(
    'li',
    { class: 'app-spread__answer' },
    element('label', { class: 'app-spread__label', for: id }, spoken(text('workshop.votes', { label, heading })), element('span', { 'aria-hidden': 'true' }, label)),
    element(
      'span',
      { class: 'app-votes' },
      button('−', press(-1), { class: 'app-votes__button', tabindex: -1, 'aria-label': text('workshop.fewer', { label, heading }) }),
      $input,
      button('+', press(1), { class: 'app-votes__button', tabindex: -1, 'aria-label': text('workshop.more', { label, heading }) }),
    ),
    $marks,
  );
}
