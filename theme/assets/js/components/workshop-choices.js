/** The choices at the head of a workshop: radio buttons and a tick box that act at once. */
import { element } from '../report/element.js';

/**
 * @param {string} name
 * @param {string} legend
 * @param {{value: string, label: string, hint?: string}[]} choices
 * @param {(value: string) => void} onChoose
 * @param {string} [className]
 */
export function radioGroup(name, legend, choices, onChoose, className = '') {
  const made = choices.map(({ value, label, hint }, index) => {
    const id = `${name}-${index}`;
    const $input = element('input', {
      class: 'govuk-radios__input', type: 'radio', id, name, value, 'aria-describedby': hint ? `${id}-hint` : null,
    });
    const $label = element('label', { class: 'govuk-label govuk-radios__label', for: id }, label);
    $input.addEventListener('change', () => onChoose(value));
    const $hint = hint && element('div', { class: 'govuk-hint govuk-radios__hint', id: `${id}-hint` }, hint);
    return { value, $input, $label, $root: element('div', { class: 'govuk-radios__item' }, $input, $label, $hint) };
  });
  const of = (/** @type {string} */ value) => made.find((one) => one.value === value);
  return {
    $root: element(
      'fieldset',
      { class: `govuk-fieldset ${className}` },
      element('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, legend),
      element('div', { class: `govuk-radios ${className ? 'govuk-radios--small govuk-radios--inline' : ''}` }, ...made.map(({ $root }) => $root)),
    ),
    /** @param {string} value */
    choose: (value) => {
      const one = of(value);
      if (one) one.$input.checked = true;
    },
    /**
     * @param {string} value
     * @param {string} words
     */
    label: (value, words) => {
      const one = of(value);
      if (one) one.$label.textContent = words;
    },
  };
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string} hint
 * @param {(ticked: boolean) => void} onTick
 */
export function tickBox(id, label, hint, onTick) {
  const $input = element('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id, 'aria-describedby': `${id}-hint` });
  $input.addEventListener('change', () => onTick($input.checked));
  const $root = element(
    'div',
    { class: 'govuk-checkboxes govuk-checkboxes--small' },
    element(
      'div',
      { class: 'govuk-checkboxes__item' },
      $input,
      element('label', { class: 'govuk-label govuk-checkboxes__label', for: id }, label),
      element('div', { class: 'govuk-hint govuk-checkboxes__hint', id: `${id}-hint` }, hint),
    ),
  );
  return { $root };
}
