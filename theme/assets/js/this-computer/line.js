/**
 * One line of the page: what is checked, how it stands, what that means and what to do.
 *
 * @typedef {import('./outcome.js').Outcome} Outcome
 */
import { text } from '../catalogue.js';
import { element } from '../report/element.js';

export class Line {
  /** @type {Outcome | null} */
  outcome = null;

  #$state = element('strong', { class: 'app-check__state' });
  #$words = element('div', { class: 'app-check__words' });

  /**
   * @param {string} title
   * @param {...Node} more  what the person can do to have it checked
   */
  constructor(title, ...more) {
    this.title = title;
    this.$root = element(
      'li',
      { class: 'app-check' },
      element('h3', { class: 'app-check__title' }, title),
      this.#$state,
      this.#$words,
      ...more,
    );
    this.say('wait', text('computer.checking'));
  }

  /** @param {Outcome} outcome */
  show(outcome) {
    this.outcome = outcome;
    this.say(outcome.state, outcome.found, outcome.advice);
  }

  /**
   * @param {Outcome['state'] | 'wait' | 'untried'} state
   * @param {string} found
   * @param {string} [advice]
   */
  say(state, found, advice) {
    this.$root.dataset.state = state;
    this.#$state.textContent = stateWords(state);
    this.#$words.replaceChildren(element('p', {}, found), ...(advice ? [element('p', {}, advice)] : []));
  }

  /** For the results that are sent. */
  get words() {
    if (!this.outcome) return `${text('computer.state_untried')}: ${this.title}`;
    const { state, found } = this.outcome;
    return `${stateWords(state)}: ${this.title}. ${found}`;
  }
}

/** @param {Outcome['state'] | 'wait' | 'untried'} state */
function stateWords(state) {
  switch (state) {
    case 'ok':
      return text('computer.state_ok');
    case 'look':
      return text('computer.state_look');
    case 'note':
      return text('computer.state_note');
    case 'untried':
      return text('computer.state_untried');
    default:
      return '';
  }
}
