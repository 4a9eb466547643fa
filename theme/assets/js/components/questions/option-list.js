/**
 * The radios or checkboxes of a question whose options come from other answers, kept in step with them.
 *
 * Owns their markup, which is GOV.UK's. What has gone stays in sight while the answer names it.
 *
 * @typedef {import('./answer-words.js').OfferedOption} OfferedOption
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';
import { offeredOptions } from './answer-words.js';
import { addFilter } from './option-filter.js';

const MANY = 12;

export class OptionList {
  #drawn = '';

  /** How many have been made: a text is no id. */
  #made = 0;

  #hasFilter = false;

  /**
   * @param {HTMLElement} $question  [data-item]
   * @param {string} path
   * @param {import('../../component.js').Basics} app
   * @param {string} source  the title of what its options come from
   */
  constructor($question, path, app, source) {
    this.path = path;
    this.app = app;
    this.$list = /** @type {HTMLElement} */ ($question.querySelector('.govuk-radios, .govuk-checkboxes'));
    this.block = this.$list.matches('.govuk-radios') ? 'govuk-radios' : 'govuk-checkboxes';
    this.$none = element('p', { class: 'govuk-body' }, text('question.no_options', { title: source }));
    this.$list.after(this.$none);
  }

  /** @returns {boolean} whether there are other options now, or other words for them */
  refresh() {
    const { evaluation } = this.app.draft;
    const item = evaluation.item(this.path);
    const options = item ? offeredOptions(evaluation, item, this.app.draft.value(this.path)) : [];
    const drawn = JSON.stringify(options);
    if (drawn === this.#drawn) return false;
    this.#drawn = drawn;
    this.$none.hidden = options.length > 0;
    this.#draw(options);
    if (options.length > MANY) this.#addFilter();
    return true;
  }

  /** Among many it is quicker to type a part of the name. */
  #addFilter() {
    if (this.#hasFilter) return;
    this.#hasFilter = true;
    addFilter(this.$list, this.path);
  }

  /**
   * An option that stays keeps its node, and with it the focus that may be on it.
   * @param {OfferedOption[]} options
   */
  #draw(options) {
    const $known = new Map([...this.$list.children].map(($item) => [$item.querySelector('input')?.value, $item]));
    options.forEach((option, index) => {
      const $item = $known.get(option.value) ?? this.#item(option);
      $known.delete(option.value);
      /** @type {HTMLElement} */ ($item.querySelector('label')).textContent = option.label;
      const $present = this.$list.children[index];
      if ($present !== $item) this.$list.insertBefore($item, $present ?? null);
    });
    const hadFocus = [...$known.values()].some(($gone) => $gone.contains(document.activeElement));
    for (const $gone of $known.values()) $gone.remove();
    if (hadFocus) this.$list.querySelector('input')?.focus();
  }

  /** @param {OfferedOption} option */
  #item({ value }) {
    const type = this.block === 'govuk-radios' ? 'radio' : 'checkbox';
    this.#made += 1;
    const id = `${this.path}-option-${this.#made}`;
    return element(
      'div',
      { class: `${this.block}__item` },
      element('input', { class: `${this.block}__input`, type, id, name: this.path, value }),
      element('label', { class: `govuk-label ${this.block}__label`, for: id }),
    );
  }
}
