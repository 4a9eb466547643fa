/**
 * Looks a step over when the person moves on. What cannot be used as an answer is listed at the top, with links; they
 * correct it or go on all the same. Unanswered questions never stop anybody.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('./questions.js').Questions} Questions
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';

export class StepCheck {
  /** @type {HTMLElement | null} */
  #$summary = null;

  /**
   * @param {App} app
   * @param {Questions} questions
   */
  constructor(app, questions) {
    this.app = app;
    this.questions = questions;
    app.router.addEventListener('view', () => this.#put(null));
  }

  /**
   * @param {HTMLElement} $link  a link that was followed
   * @returns {boolean} whether it may be followed now
   */
  allows($link) {
    const $step = /** @type {HTMLElement | null} */ ($link.closest('[data-step]'));
    if (!$step || !$link.matches('.govuk-button')) return true;
    const problems = this.questions.problemsIn($step);
    if (problems.length === 0) return true;
    const isFirst = this.#$summary === null;
    this.#put(this.#summary(problems, $link.dataset.go ?? 'hub'));
    $step.prepend(/** @type {HTMLElement} */ (this.#$summary));
    if (isFirst) document.title = text('validation.title', { title: document.title });
    this.#$summary?.focus();
    return false;
  }

  /** @param {HTMLElement | null} $summary */
  #put($summary) {
    this.#$summary?.remove();
    this.#$summary = $summary;
  }

  /**
   * @param {{question: import('./question.js').Question, message: string}[]} problems
   * @param {string} next
   */
  #summary(problems, next) {
    const $problems = problems.map(({ question, message }) => {
      const $link = element('a', { href: `#${question.$inputs[0].id}` }, `${question.item.title}: ${message}`);
      $link.addEventListener('click', (event) => {
        event.preventDefault();
        this.app.goToAnswer(question.path);
      });
      return element('li', {}, $link);
    });
    const $anyway = element(
      'a',
      { class: 'govuk-link', href: `?step=${encodeURIComponent(next)}` },
      text('validation.go_on'),
    );
    $anyway.addEventListener('click', (event) => {
      event.preventDefault();
      this.app.router.go(next);
    });
    return element(
      'div',
      { class: 'govuk-error-summary', tabindex: -1 },
      element(
        'div',
        { role: 'alert' },
        element('h2', { class: 'govuk-error-summary__title' }, text('validation.summary_title')),
        element(
          'div',
          { class: 'govuk-error-summary__body' },
          element('ul', { class: 'govuk-list govuk-error-summary__list' }, ...$problems),
          element('p', {}, text('validation.kept'), ' ', $anyway),
        ),
      ),
    );
  }
}
