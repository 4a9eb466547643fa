/**
 * Asks why a finding is set aside. Without a reason it is not.
 *
 * @typedef {import('../../definition.js').Item} Item
 */
import { text } from '../../catalogue.js';
import { element, linkButton } from '../../report/element.js';

export class DismissalForm {
  /**
   * @param {Item} entries  those that keep the reason
   * @param {{id: string}} finding
   * @param {{onReason: (reason: string) => void, onCancel: () => void}} answers
   */
  constructor(entries, finding, { onReason, onCancel }) {
    const reason = /** @type {Item} */ (entries.items?.find(({ id }) => id === 'reason'));
    const id = `set-aside-${finding.id}`;
    this.hintId = reason.hint ? `${id}-hint` : null;
    this.$input = element('input', {
      class: 'govuk-input',
      id,
      type: 'text',
      maxlength: reason.max_length ?? null,
      autocomplete: 'off',
      'aria-describedby': this.hintId,
    });
    const error = { class: 'govuk-error-message', id: `${id}-error`, hidden: true };
    this.$error = element('p', error, text('results.say_why'));
    this.$group = element(
      'div',
      { class: 'govuk-form-group' },
      element('label', { class: 'govuk-label', for: id }, reason.title),
      this.hintId && element('div', { class: 'govuk-hint', id: this.hintId }, reason.hint),
      this.$error,
      this.$input,
    );
    this.$root = element(
      'form',
      { class: 'app-dismissal', novalidate: true },
      this.$group,
      element(
        'div',
        { class: 'govuk-button-group' },
        element('button', { class: 'govuk-button app-button--small' }, text('results.set_aside_confirm')),
        linkButton(text('results.set_aside_cancel'), onCancel),
      ),
    );
    this.$root.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = this.$input.value.trim();
      if (words) onReason(words);
      else this.complain();
    });
  }

  focus() {
    this.$input.focus();
  }

  complain() {
    this.$error.hidden = false;
    this.$group.classList.add('govuk-form-group--error');
    this.$input.classList.add('govuk-input--error');
    this.$input.setAttribute('aria-describedby', [this.hintId, this.$error.id].filter(Boolean).join(' '));
    this.focus();
  }
}
