/**
 * Radios and checkboxes in GOV.UK's markup, for choices that the page itself offers.
 *
 * @typedef {{value: string, label: string, hint?: string | null}} Choice
 * @typedef {{value: string, $input: HTMLInputElement, $label: HTMLElement, $item: HTMLElement}} Item
 */
import { element } from '../report/element.js';

const TICKS = 'govuk-checkboxes govuk-checkboxes--small';

class Choices {
  /** @type {Item[]} */
  #items;

  /**
   * @param {HTMLElement} $root
   * @param {Item[]} items
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

  /**
   * Call one of them something else.
   * @param {string} value
   * @param {string} words
   */
  label(value, words) {
    for (const item of this.#items) if (item.value === value) item.$label.textContent = words;
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
  const items = choices.map((choice, index) => itemOf('radio', name, choice, `${name}-${index}`));
  items[0].$input.defaultChecked = true;
  const $legend = element('legend', { class: 'govuk-fieldset__legend govuk-visually-hidden' }, legend);
  return new Choices(group($legend, 'govuk-radios', items), items, onChange);
}

/**
 * One of several, under a legend that everybody reads; none is chosen to begin with.
 * @param {string} name
 * @param {string} legend
 * @param {() => void} onChange
 * @param {Choice[]} choices
 * @param {{isInline?: boolean}} [look]
 */
export function openRadios(name, legend, onChange, choices, { isInline = false } = {}) {
  const items = choices.map((choice, index) => itemOf('radio', name, choice, `${name}-${index}`));
  const className = isInline ? 'govuk-radios govuk-radios--small govuk-radios--inline' : 'govuk-radios';
  const $legend = element('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, legend);
  return new Choices(fieldset($legend, className, items), items, onChange);
}

/**
 * Any of several, under a legend.
 * @param {string} name
 * @param {string} legend
 * @param {() => void} onChange
 * @param {Choice[]} choices
 */
export function checkboxes(name, legend, onChange, choices) {
  const items = choices.map((choice, index) => itemOf('checkbox', name, choice, `${name}-${index}`));
  const $legend = element('legend', { class: 'govuk-fieldset__legend' }, legend);
  return new Choices(group($legend, TICKS, items), items, onChange);
}

/**
 * A tick that stands alone.
 * @param {string} id
 * @param {string} label
 * @param {(isTicked: boolean) => void} onChange
 * @param {string | null} [hint]
 */
export function tick(id, label, onChange, hint) {
  const { $input, $item } = itemOf('checkbox', id, { value: 'on', label, hint }, id);
  $input.addEventListener('change', () => onChange($input.checked));
  return element('div', { class: TICKS }, $item);
}

/**
 * @param {HTMLElement} $legend
 * @param {string} className
 * @param {Item[]} items
 */
function group($legend, className, items) {
  return element('div', { class: 'govuk-form-group' }, fieldset($legend, className, items));
}

/**
 * @param {HTMLElement} $legend
 * @param {string} className
 * @param {Item[]} items
 */
function fieldset($legend, className, items) {
  const $items = element('div', { class: className }, ...items.map(({ $item }) => $item));
  return element('fieldset', { class: 'govuk-fieldset' }, $legend, $items);
}

/**
 * @param {'radio' | 'checkbox'} type
 * @param {string} name
 * @param {Choice} choice
 * @param {string} id
 * @returns {Item}
 */
function itemOf(type, name, { value, label, hint }, id) {
  const block = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const describedBy = hint ? `${id}-hint` : null;
  const $input = element('input', { class: `${block}__input`, type, id, name, value, 'aria-describedby': describedBy });
  const $label = element('label', { class: `govuk-label ${block}__label`, for: id }, label);
  const $hint = hint && element('div', { class: `govuk-hint ${block}__hint`, id: `${id}-hint` }, hint);
  return { value, $input, $label, $item: element('div', { class: `${block}__item` }, $input, $label, $hint) };
}
