/**
 * Radios and checkboxes in GOV.UK's markup, for choices that the page itself offers.
 *
 * @typedef {{value: string, label: string, hint?: string}} Choice
 */
import { element } from '../report/element.js';

export class Choices {
  /** @type {{value: string, $input: HTMLInputElement, $item: HTMLElement}[]} */
  #items;

  /**
   * @param {HTMLElement} $root
   * @param {{value: string, $input: HTMLInputElement, $item: HTMLElement}[]} items
   * @param {() => void} onChange
   */
  constructor($root, items, onChange) {
    this.$root = $root;
    this.#items = items;
    $root.addEventListener('change', onChange);
  }

  /** Values that are chosen and shown. */
  get chosen() {
    return this.#items.filter(({ $input, $item }) => $input.checked && !$item.hidden).map(({ value }) => value);
  }

  /**
   * Choose these, and no others.
   * @param {string[]} values
   */
  choose(values) {
    for (const { value, $input } of this.#items) $input.checked = values.includes(value);
  }

  /** Put the cursor on the first that is shown. */
  focus() {
    this.#items.find(({ $item }) => !$item.hidden)?.$input.focus();
  }

  /**
   * Show these choices only; without any the whole group goes.
   * @param {string[]} values
   */
  show(values) {
    for (const { value, $item } of this.#items) $item.hidden = !values.includes(value);
    this.$root.hidden = values.length === 0;
  }
}

/**
 * One of several, under a legend that only a screen reader needs; the first is chosen to begin with.
 * @param {string} name
 * @param {string} legend
 * @param {() => void} onChange
 * @param {Choice[]} choices
 */
export function radios(name, legend, onChange, choices) {
  const items = choices.map((choice, index) => item('radio', name, choice, index));
  items[0].$input.defaultChecked = true;
  const $legend = element('legend', { class: 'govuk-fieldset__legend govuk-visually-hidden' }, legend);
  return new Choices(fieldset($legend, 'govuk-radios', items), items, onChange);
}

/**
 * Any of several, under a legend.
 * @param {string} name
 * @param {string} legend
 * @param {() => void} onChange
 * @param {Choice[]} choices
 */
export function checkboxes(name, legend, onChange, choices) {
  const items = choices.map((choice, index) => item('checkbox', name, choice, index));
  const $legend = element('legend', { class: 'govuk-fieldset__legend' }, legend);
  return new Choices(fieldset($legend, 'govuk-checkboxes govuk-checkboxes--small', items), items, onChange);
}

/**
 * @param {HTMLElement} $legend
 * @param {string} className
 * @param {{$item: HTMLElement}[]} items
 */
function fieldset($legend, className, items) {
  const $items = element('div', { class: className }, ...items.map(({ $item }) => $item));
  const $fieldset = element('fieldset', { class: 'govuk-fieldset' }, $legend, $items);
  return element('div', { class: 'govuk-form-group' }, $fieldset);
}

/**
 * @param {'radio' | 'checkbox'} type
 * @param {string} name
 * @param {Choice} choice
 * @param {number} index
 */
function item(type, name, { value, label, hint }, index) {
  const block = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const id = `${name}-${index}`;
  const describedBy = hint ? `${id}-hint` : null;
  const $input = element('input', { class: `${block}__input`, type, id, name, value, 'aria-describedby': describedBy });
  const $item = element(
    'div',
    { class: `${block}__item` },
    $input,
    element('label', { class: `govuk-label ${block}__label`, for: id }, label),
    hint && element('div', { class: `govuk-hint ${block}__hint`, id: `${id}-hint` }, hint),
  );
  return { value, $input, $item };
}
