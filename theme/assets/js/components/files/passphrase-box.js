/**
 * A box for a passphrase, which its person may look at. Nothing keeps what is written in it.
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';
import { tick } from '../choices.js';

export class PassphraseBox {
  /**
   * @param {string} id
   * @param {string} label
   * @param {string} [hint]
   */
  constructor(id, label, hint) {
    this.$input = element('input', {
      class: 'govuk-input',
      id,
      type: 'password',
      // A browser is not to keep it, nor to put its person's own password here.
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      'aria-describedby': hint ? `${id}-hint` : null,
    });
    this.$error = element('p', { class: 'govuk-error-message', id: `${id}-error`, hidden: true });
    this.$root = element(
      'div',
      { class: 'govuk-form-group' },
      element('label', { class: 'govuk-label govuk-label--s', for: id }, label),
      hint && element('div', { class: 'govuk-hint', id: `${id}-hint` }, hint),
      this.$error,
      this.$input,
    );
  }

  get value() {
    return this.$input.value;
  }

  get isShown() {
    return this.$input.type === 'text';
  }

  clear() {
    this.$input.value = '';
    this.refuse(null);
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.$input.type = isShown ? 'text' : 'password';
  }

  /**
   * Say what is wrong with it, and put the cursor there; null when nothing is.
   * @param {string | null} words
   */
  refuse(words) {
    const { $input, $error } = this;
    const hint = `${$input.id}-hint`;
    const described = [this.$root.querySelector(`[id="${hint}"]`) && hint, words !== null && $error.id].filter(Boolean);
    this.$root.classList.toggle('govuk-form-group--error', words !== null);
    $error.hidden = words === null;
    $error.textContent = words ?? '';
    $input.classList.toggle('govuk-input--error', words !== null);
    if (words === null) $input.removeAttribute('aria-invalid');
    else $input.setAttribute('aria-invalid', 'true');
    if (described.length > 0) $input.setAttribute('aria-describedby', described.join(' '));
    else $input.removeAttribute('aria-describedby');
    if (words !== null) $input.focus();
  }
}

/**
 * The tick that shows what is written in passphrase boxes.
 * @param {string} id
 * @param {() => PassphraseBox[]} boxes
 * @param {() => void} [onChange]
 */
export function showTick(id, boxes, onChange = () => {}) {
  const show = (/** @type {boolean} */ isTicked) => {
    for (const box of boxes()) box.show(isTicked);
    onChange();
  };
  return element('div', { class: 'govuk-form-group' }, tick(id, text('lock.show'), show));
}
