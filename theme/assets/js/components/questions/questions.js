/**
 * The questions in the page and the draft behind them: each edit goes to the draft as it is made, and what depends
 * on it (questions shown or hidden, warnings, computed values) follows.
 *
 * Those of the view that is shown are taken in first: a page of a thousand questions is then there as soon as one of ten.
 *
 * @typedef {import('../../component.js').Basics} App
 */
import { afterPress } from '../../after-press.js';
import { breath } from '../../breath.js';
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { followersIn, placesIn } from './followers.js';
import { problemText } from './problem-text.js';
import { Question } from './question.js';

/** What stands in the place of questions, and is not one. @type {ReadonlySet<string>} */
const UNASKED = new Set(['entries', 'entries-view', 'computed']);

/** @extends {Component<App>} */
export class Questions extends Component {
  /** @type {Map<string, Question>} */
  #byPath = new Map();

  /** Those whose problem is being shown. @type {Set<string>} */
  #marked = new Set();

  /** What follows the answers, by the root it was found in. @type {Map<HTMLElement, (() => void)[]>} */
  #followers = new Map();

  /** Puts in what an open form still leaves out. */
  complete = () => {};

  /**
   * @param {HTMLElement} $root
   * @param {App} app
   */
  constructor($root, app) {
    super($root, app);
    $root.addEventListener('input', (event) => this.#edited(event));
    $root.addEventListener('focusout', (event) => this.#left(/** @type {FocusEvent} */ (event)));
    $root.addEventListener('click', (event) => this.#clicked(event));
    app.draft.addEventListener('change', (event) => this.#changed(/** @type {CustomEvent} */ (event).detail));
    app.draft.addEventListener('replaced', () => this.fill());
    app.router.addEventListener('view', () => this.#viewShown());
  }

  #viewShown() {
    const { router } = this.app;
    const $view = router.$view(router.current);
    if ($view) this.#takeIn($view);
  }

  /** Take in the views that have not been shown yet, one at a time. */
  async takeInRest() {
    for (const $view of this.$$('[data-view]')) {
      await breath();
      this.#takeIn($view);
    }
  }

  /** @param {HTMLElement} $view */
  #takeIn($view) {
    if (!this.#followers.has($view)) this.attach($view);
  }

  /**
   * Take in the questions of a part of the page: a view, an entry's form, a fold of it.
   * @param {HTMLElement} $part
   */
  attach($part) {
    for (const { $node, path, place } of placesIn($part, '[data-item]', this.app)) {
      if (UNASKED.has(place.item.type)) continue;
      const question = new Question($node, place.item);
      this.#byPath.set(path, question);
      this.#fillOne(question);
    }
    const followers = followersIn($part, this.app, (path) => this.#fillAt(path));
    this.#followers.set($part, followers);
    for (const follow of followers) follow();
  }

  /** @param {HTMLElement} $part */
  detach($part) {
    for (const $held of this.#followers.keys()) {
      if ($part.contains($held)) this.#followers.delete($held);
    }
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
    if (!this.#byPath.has(path)) this.complete();
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
    this.complete();
    return [...this.#byPath.values()].flatMap((question) => {
      if (!$part.contains(question.$root) || !this.app.draft.evaluation.isVisible(question.path)) return [];
      const message = this.#mark(question);
      return message === null ? [] : [{ question, message }];
    });
  }

  /** @param {string} path */
  #fillAt(path) {
    const question = this.#byPath.get(path);
    if (question) this.#fillOne(question);
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
    const { draft, definition } = this.app;
    const problem = draft.evaluation.problem(question.path);
    const value = draft.value(question.path);
    const message = problem ? problemText(problem, question.item, value, definition.data.language) : null;
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
    const length = question.showLength();
    if (length) this.app.announce(length);
    // While someone types, a message may go or change, but none appears.
    if (this.#marked.has(question.path)) this.#mark(question);
  }

  /** @param {{path: string | null, isTurned: boolean}} change */
  #changed({ path, isTurned }) {
    for (const question of this.#questionsAt(path)) {
      // Changed from elsewhere on the page; whoever is typing in it is left alone, unless it was taken back.
      if (isTurned || !question.$root.contains(document.activeElement)) this.#fillOne(question);
    }
    this.#follow();
  }

  /**
   * @param {string | null} path  an answer's, or an entries id; null for all
   * @returns {Question[]}
   */
  #questionsAt(path) {
    const question = this.#byPath.get(path ?? '');
    if (question) return [question];
    return [...this.#byPath.values()].filter((one) => path === null || one.path.startsWith(`${path}/`));
  }

  /** @param {FocusEvent} event */
  #left(event) {
    const question = this.#questionOf(event);
    if (!question || question.$root.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    afterPress(() => {
      const wasMarked = this.#marked.has(question.path);
      const message = this.#mark(question);
      if (message !== null && !wasMarked) this.app.announce(message);
    });
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
}
