/**
 * One question on the page: what its controls hold, and the message beside them.
 *
 * Owns the markup of each type of question. Knows nothing of the draft.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../definition.js').Value} Value
 */
import { text } from '../../catalogue.js';
import { isBlank } from '../../definition.js';
import { element, spoken } from '../../report/element.js';
import { dateFromParts, dateParts, numberFromText } from '../../validation.js';

const DATE_PARTS = ['day', 'month', 'year'];

export class Question {
  /**
   * @param {HTMLElement} $root  [data-item]
   * @param {Item} item
   */
  constructor($root, item) {
    this.$root = $root;
    this.item = item;
    this.path = /** @type {string} */ ($root.dataset.item);
    this.$clear = /** @type {HTMLElement | null} */ ($root.querySelector('[data-clear]'));
  }

  /** @returns {HTMLInputElement[]} */
  get $inputs() {
    return [...this.$root.querySelectorAll('input[name], textarea[name]')].map(($input) => /** @type {any} */ ($input));
  }

  /** What the controls hold, as it would be stored. @returns {Value} */
  read() {
    const $inputs = this.$inputs;
    switch (this.item.type) {
      case 'choice':
      case 'yes-no':
        return $inputs.find(($input) => $input.checked)?.value ?? null;
      case 'choices': {
        const ticked = $inputs.filter(($input) => $input.checked).map(($input) => $input.value);
        return ticked.length > 0 ? ticked : null;
      }
      case 'number':
        return numberFromText($inputs[0].value);
      case 'date': {
        const [day, month, year] = this.#$dateInputs().map(($input) => $input.value);
        return dateFromParts(day, month, year);
      }
      default:
        return $inputs[0].value === '' ? null : $inputs[0].value;
    }
  }

  /**
   * Show a stored answer. What the person has typed for the same answer ("1,200") is left as it is.
   * @param {Value} value
   */
  write(value) {
    if (JSON.stringify(this.read()) !== JSON.stringify(value)) this.#fill(value);
    if (this.$clear) this.$clear.hidden = isBlank(value);
  }

  /** @param {Value} value */
  #fill(value) {
    const $inputs = this.$inputs;
    switch (this.item.type) {
      case 'choice':
      case 'yes-no':
      case 'choices': {
        const chosen = [value].flat();
        for (const $input of $inputs) $input.checked = chosen.includes($input.value);
        break;
      }
      case 'date': {
        const parts = dateParts(typeof value === 'string' ? value : '');
        this.#$dateInputs().forEach(($input, index) => ($input.value = parts[index]));
        break;
      }
      default:
        $inputs[0].value = value === null ? '' : String(value);
    }
  }

  #$dateInputs() {
    return DATE_PARTS.map((part) => {
      return /** @type {HTMLInputElement} */ (this.$root.querySelector(`[data-date-part="${part}"]`));
    });
  }

  focus() {
    const $chosen = this.$inputs.find(($input) => $input.checked) ?? this.$inputs[0];
    $chosen?.focus();
  }

  /**
   * A message beside the question, in the pattern people know; null takes it away.
   * @param {string | null} message
   */
  showError(message) {
    const id = `${this.path}-error`;
    const $group = this.$root.querySelector('.govuk-form-group');
    const $described = this.$root.querySelector('fieldset') ?? this.$inputs[0];
    this.$root.querySelector('.govuk-error-message')?.remove();
    $group?.classList.toggle('govuk-form-group--error', message !== null);
    for (const $input of this.$inputs) {
      if ($input.matches('.govuk-input, .govuk-textarea')) {
        $input.classList.toggle(`govuk-${$input.localName}--error`, message !== null);
        $input.setAttribute('aria-invalid', String(message !== null));
      }
    }
    if (!$described) return;
    this.#describe($described, id, message !== null);
    if (message !== null) {
      this.#$controls()?.before(
        element(
          'p',
          { id, class: 'govuk-error-message' },
          spoken(text('validation.prefix'), ' '),
          message,
        ),
      );
    }
  }

  #$controls() {
    const $wrapper = '.govuk-radios, .govuk-checkboxes, .govuk-date-input, .govuk-input__wrapper';
    return this.$root.querySelector($wrapper) ?? this.$inputs[0];
  }

  /**
   * Where the text has a length that should not be passed: how much is left, once it matters.
   * @returns {string} what is to be said aloud: it has begun to matter, or has been passed; empty while nothing is new
   */
  showLength() {
    const most = this.item.max_length;
    if (!most) return '';
    const left = most - [...this.$inputs[0].value].length;
    let $count = this.$root.querySelector('[data-length]');
    if (!$count) {
      const id = `${this.path}-length`;
      $count = element('p', { id, class: 'govuk-hint', 'data-length': true });
      this.#$controls()?.after($count);
      this.#describe(this.$inputs[0], id, true);
    }
    const state = left > most / 5 ? '' : left < 0 ? 'over' : 'near';
    const isNew = state !== $count.getAttribute('data-length');
    const words =
      left < 0 ? text('validation.too_long', { count: -left }) : text('validation.length_left', { count: left });
    $count.setAttribute('data-length', state);
    // Emptied too: it describes the box, and what is hidden would be read out as well.
    $count.toggleAttribute('hidden', state === '');
    $count.textContent = state && words;
    return isNew ? $count.textContent : '';
  }

  /**
   * @param {Element} $control
   * @param {string} id  of what describes it
   * @param {boolean} isDescribed
   */
  #describe($control, id, isDescribed) {
    const others = ($control.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
    if (isDescribed) others.push(id);
    if (others.length > 0) $control.setAttribute('aria-describedby', others.join(' '));
    else $control.removeAttribute('aria-describedby');
  }
}
