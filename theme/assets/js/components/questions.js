/**
 * The questions in the page and the draft behind them: each edit goes to the draft as it is made, and what depends
 * on it (questions shown or hidden, warnings, computed values) follows.
 *
 * @typedef {import('../component.js').App} App
 * @typedef {import('../definition.js').Place} Place
 */
import { text } from '../catalogue.js';
import { Component } from '../component.js';
import { holds } from '../conditions.js';
import { answerLines } from '../report/source.js';
import { problemOf } from '../validation.js';
import { problemText } from './problem-text.js';
import { Question } from './question.js';

export class Questions extends Component {
  /** @type {Map<string, Question>} */
  #byPath = new Map();

  /** Those whose problem is being shown. @type {Set<string>} */
  #marked = new Set();

  /** What follows the answers, by the root it was found in. @type {Map<HTMLElement, (() => void)[]>} */
  #followers = new Map();

  /**
   * @param {HTMLElement} $root
   * @param {App} app
   */
  constructor($root, app) {
    super($root, app);
    $root.addEventListener('input', (event) => this.#edited(event));
    $root.addEventListener('focusout', (event) => this.#left(/** @type {FocusEvent} */ (event)));
    $root.addEventListener('click', (event) => this.#clicked(event));
    app.draft.addEventListener('change', (event) => this.#changed(/** @type {CustomEvent} */ (event).detail.path));
    app.draft.addEventListener('replaced', () => this.fill());
  }

  /**
   * Take in the questions of a part of the page: of all of it at first, of an entry's form as it opens.
   * @param {HTMLElement} $part
   */
  attach($part) {
    for (const $question of $part.querySelectorAll('[data-item]')) {
      const { item: path = '', type } = /** @type {HTMLElement} */ ($question).dataset;
      const item = this.app.definition.item(path);
      if (!item || type === 'entries' || type === 'computed') continue;
      const question = new Question(/** @type {HTMLElement} */ ($question), item);
      this.#byPath.set(path, question);
      this.#fillOne(question);
    }
    const followers = [...this.#hiders($part), ...this.#warners($part), ...this.#computers($part)];
    this.#followers.set($part, followers);
    for (const follow of followers) follow();
  }

  /** @param {HTMLElement} $part */
  detach($part) {
    this.#followers.delete($part);
    for (const [path, { $root }] of this.#byPath) {
      if ($part.contains($root)) this.#byPath.delete(path);
    }
  }

  /** Show every answer as the draft has it: it is another draft, or another tab has changed it. */
  fill() {
    for (const question of this.#byPath.values()) this.#fillOne(question);
    this.#follow();
  }

  /** @param {string} path */
  question(path) {
    return this.#byPath.get(path) ?? null;
  }

  /**
   * The first question that is shown in a part of the page.
   * @param {HTMLElement} $part
   */
  firstIn($part) {
    for (const $question of $part.querySelectorAll('[data-item]')) {
      const question = this.#byPath.get($question.getAttribute('data-item') ?? '');
      if (question && this.app.draft.evaluation.isVisible(question.path)) return question;
    }
    return null;
  }

  /**
   * Show what cannot be used as an answer, in a part of the page.
   * @param {HTMLElement} $part
   * @returns {{question: Question, message: string}[]}
   */
  problemsIn($part) {
    return [...this.#byPath.values()].flatMap((question) => {
      if (!$part.contains(question.$root) || !this.app.draft.evaluation.isVisible(question.path)) return [];
      const message = this.#mark(question);
      return message === null ? [] : [{ question, message }];
    });
  }

  /** @param {Question} question */
  #fillOne(question) {
    question.write(this.app.draft.value(question.path));
    question.showLength();
    this.#mark(question);
  }

  /**
   * @param {Question} question
   * @returns {string | null} the message shown
   */
  #mark(question) {
    const value = this.app.draft.value(question.path);
    const problem = problemOf(question.item, value);
    const message = problem ? problemText(problem, question.item, value, this.app.definition.data.language) : null;
    if (problem || this.#marked.has(question.path)) question.showError(message);
    if (problem) this.#marked.add(question.path);
    else this.#marked.delete(question.path);
    return message;
  }

  /** @param {Event} event */
  #questionOf(event) {
    const $question = /** @type {Element} */ (event.target).closest('[data-item]');
    return this.#byPath.get($question?.getAttribute('data-item') ?? '') ?? null;
  }

  /** @param {Event} event */
  #edited(event) {
    const question = this.#questionOf(event);
    if (!question) return;
    const value = question.read();
    this.app.draft.set(question.path, value);
    question.write(value);
    question.showLength();
    // While someone types, a message may go or change, but none appears.
    if (this.#marked.has(question.path)) this.#mark(question);
  }

  /** @param {string | null} path */
  #changed(path) {
    const question = this.#byPath.get(path ?? '');
    // Changed from elsewhere on the page; whoever is typing in it is left alone.
    if (question && !question.$root.contains(document.activeElement)) this.#fillOne(question);
    this.#follow();
  }

  /** @param {FocusEvent} event */
  #left(event) {
    const question = this.#questionOf(event);
    if (!question || question.$root.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    const wasMarked = this.#marked.has(question.path);
    const message = this.#mark(question);
    if (message !== null && !wasMarked) this.app.announce(message);
  }

  /** @param {Event} event */
  #clicked(event) {
    if (!(/** @type {Element} */ (event.target).closest('[data-clear]'))) return;
    const question = this.#questionOf(event);
    if (!question) return;
    this.app.draft.set(question.path, null);
    this.#fillOne(question);
    question.focus();
    this.app.announce(text('draft.answer_cleared'));
  }

  #follow() {
    for (const followers of this.#followers.values()) {
      for (const follow of followers) follow();
    }
  }

  /**
   * Questions and groups that are shown only sometimes, and folds that hold nothing else.
   * @param {HTMLElement} $part
   */
  #hiders($part) {
    const { draft } = this.app;
    /** @type {Set<HTMLElement>} */
    const $folds = new Set();
    const hiders = this.#placesIn($part, '[data-item], [data-group]').flatMap(({ $node, path, place }) => {
      if (!place.item.show_when && !place.section.show_when) return [];
      const $fold = /** @type {HTMLElement | null} */ ($node.closest('details'));
      if ($fold && $part.contains($fold)) $folds.add($fold);
      return [() => ($node.hidden = !draft.evaluation.isVisible(path))];
    });
    const foldHiders = [...$folds].map(($fold) => () => {
      $fold.hidden = $fold.querySelector('[data-item]:not([hidden])') === null;
    });
    return [...hiders, ...foldHiders];
  }

  /** @param {HTMLElement} $part */
  #warners($part) {
    const { draft } = this.app;
    return this.#placesIn($part, '[data-warn]').flatMap(({ $node, path, place }) => {
      const warn = place.item.warn[Number($node.dataset.warnIndex)];
      if (!warn) return [];
      return [
        () => {
          const { evaluation } = draft;
          $node.hidden = !(evaluation.isVisible(path) && holds(warn.when, evaluation, place.entryId));
        },
      ];
    });
  }

  /** @param {HTMLElement} $part */
  #computers($part) {
    const { draft, definition } = this.app;
    return this.#placesIn($part, '[data-computed]').map(({ $node, path, place }) => () => {
      const lines = answerLines(place.item, draft.evaluation.value(path), definition.data.language);
      $node.textContent = lines.join(', ') || text('question.computed_none');
    });
  }

  /**
   * @param {HTMLElement} $part
   * @param {string} selector
   * @returns {{$node: HTMLElement, path: string, place: Place}[]}
   */
  #placesIn($part, selector) {
    return [.../** @type {NodeListOf<HTMLElement>} */ ($part.querySelectorAll(selector))].flatMap(($node) => {
      const { item, group, warn, computed } = $node.dataset;
      const path = item ?? group ?? warn ?? computed ?? '';
      const place = this.app.definition.locate(path);
      return place ? [{ $node, path, place }] : [];
    });
  }
}
