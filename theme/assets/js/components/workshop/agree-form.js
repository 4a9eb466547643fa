/**
 * What a team agreed on one question: the answer, why, and a view to keep that was another.
 *
 * @typedef {import('../../workshop.js').Agreement} Agreement
 * @typedef {import('../../workshop.js').ComparedQuestion} ComparedQuestion
 */
import { text } from '../../catalogue.js';
import { element, spoken } from '../../report/element.js';

export class AgreeForm {
  /** The person has written the other view in words of their own. */
  #isOwnView = false;

  /**
   * @param {string} id
   * @param {ComparedQuestion} compared
   * @param {object} page
   * @param {import('../../component.js').App} page.app
   * @param {(answer: string) => string} page.othersThan  the view of those who chose something else, in a sentence
   * @param {(agreement: Agreement) => void} page.onRecord
   */
  constructor(id, compared, { app, othersThan, onRecord }) {
    this.id = id;
    this.app = app;
    this.othersThan = othersThan;
    const { options = [] } = compared.item;
    this.$inputs = options.map((option, index) =>
      element('input', { class: 'govuk-radios__input', type: 'radio', id: `${id}-${index}`, name: id, value: option.id }),
    );
    const $prefix = spoken(text('validation.prefix'), ' ');
    this.$error = element('p', { class: 'govuk-error-message', id: `${id}-error`, hidden: true }, $prefix, text('workshop.choose_one'));
    const $radios = options.map(({ label }, index) =>
      element(
        'div',
        { class: 'govuk-radios__item' },
        this.$inputs[index],
        element('label', { class: 'govuk-label govuk-radios__label', for: `${id}-${index}` }, label),
      ),
    );
    this.$answer = element(
      'fieldset',
      { class: 'govuk-fieldset' },
      element('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, text('workshop.answer')),
      this.$error,
      element('div', { class: 'govuk-radios govuk-radios--small app-agree__answers' }, ...$radios),
    );
    this.$why = compared.why ? element('textarea', { class: 'govuk-textarea', id: `${id}-why`, rows: 3 }) : null;
    this.$view = compared.minority ? element('textarea', { class: 'govuk-textarea', id: `${id}-view`, rows: 3 }) : null;
    this.$root = element(
      'form',
      { class: 'app-agree', novalidate: true },
      element('div', { class: 'govuk-form-group' }, this.$answer),
      this.$why && this.#field(this.$why, text('workshop.why'), compared.why, false),
      this.$view && this.#field(this.$view, text('workshop.minority'), compared.minority, true),
      element('button', { type: 'submit', class: 'govuk-button' }, text('workshop.record')),
    );
    this.$answer.addEventListener('change', () => this.suggest());
    this.$view?.addEventListener('input', () => (this.#isOwnView = true));
    this.$root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#record(onRecord);
    });
    this.compared = compared;
  }

  /**
   * As the draft has it, for a form that nobody has begun to fill in.
   * @param {string | null} answer  what is chosen beforehand
   */
  fill(answer) {
    const { why, minority } = this.compared;
    const words = (/** @type {string | null} */ path) => String((path === null ? null : this.app.draft.value(path)) ?? '');
    this.#showError(false);
    for (const $input of this.$inputs) $input.checked = $input.value === answer;
    if (this.$why) this.$why.value = words(why);
    this.#isOwnView = words(minority) !== '';
    if (this.$view) this.$view.value = words(minority);
    this.suggest();
  }

  /** As far as it is filled in. @returns {Agreement} */
  get written() {
    const view = this.#isOwnView ? this.$view?.value : null;
    return { answer: this.#chosen ?? '', why: this.$why?.value ?? '', minority: view ?? '' };
  }

  /**
   * As somebody had begun to fill it in.
   * @param {Agreement} written
   */
  refill({ answer, why, minority }) {
    for (const $input of this.$inputs) $input.checked = $input.value === answer;
    if (this.$why) this.$why.value = why;
    if (this.$view) this.$view.value = minority;
    this.#isOwnView = minority !== '';
    this.suggest();
  }

  /** What others chose, until somebody puts it otherwise. */
  suggest() {
    const answer = this.#chosen;
    if (this.$view && !this.#isOwnView && answer !== null) this.$view.value = this.othersThan(answer);
  }

  get #chosen() {
    return this.$inputs.find(($input) => $input.checked)?.value ?? null;
  }

  /** @param {(agreement: Agreement) => void} onRecord */
  #record(onRecord) {
    const answer = this.#chosen;
    this.#showError(answer === null);
    if (answer === null) return this.$inputs[0].focus();
    onRecord({ answer, why: this.$why?.value ?? '', minority: this.$view?.value ?? '' });
  }

  /** @param {boolean} isWrong */
  #showError(isWrong) {
    this.$error.hidden = !isWrong;
    // What is hidden would be read out as well.
    if (isWrong) this.$answer.setAttribute('aria-describedby', this.$error.id);
    else this.$answer.removeAttribute('aria-describedby');
    this.$answer.parentElement?.classList.toggle('govuk-form-group--error', isWrong);
  }

  /**
   * @param {HTMLTextAreaElement} $text
   * @param {string} label
   * @param {string | null} path
   * @param {boolean} withHint  what the question itself says of it
   */
  #field($text, label, path, withHint) {
    const item = this.app.definition.item(path ?? '');
    const hints = [
      text('workshop.kept_under', { title: item?.title ?? '' }),
      item?.private ? text('workshop.team_only') : '',
      withHint ? (item?.hint ?? '') : '',
    ];
    $text.setAttribute('aria-describedby', `${$text.id}-hint`);
    return element(
      'div',
      { class: 'govuk-form-group' },
      element('label', { class: 'govuk-label govuk-label--s', for: $text.id }, label),
      element('div', { class: 'govuk-hint', id: `${$text.id}-hint` }, hints.filter(Boolean).join(' ')),
      $text,
    );
  }
}
