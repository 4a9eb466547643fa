/**
 * The hub: how far each step has come and how much it lists, how far all of them have come, and the way to what is
 * unanswered.
 *
 * @typedef {import('../../progress.js').Standing} Standing
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { firstUnanswered } from '../../progress.js';
import { element } from '../../report/element.js';
import { completenessOf, lowerFirst, meter } from './completeness.js';

/** @extends {Component<import('../../component.js').Basics>} */
export class Hub extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../../component.js').Basics} app
   */
  constructor($root, app) {
    super($root, app);
    for (const $row of this.$$('[data-hub-step]')) this.#addPrompts($row);
    this.$('[data-next-unanswered]')?.addEventListener('click', () => this.#goToUnanswered());
    app.router.addEventListener('view', () => this.#show());
    app.draft.addEventListener('replaced', () => this.#show());
  }

  /**
   * What the step's own page says to think of. Its words are in the page once, for a first answer waits for them.
   * @param {HTMLElement} $row
   */
  #addPrompts($row) {
    const $prompts = this.app.$main.querySelector(`[data-view="${$row.dataset.hubStep}"] [data-prompts]`);
    if (!$prompts) return;
    const $shown = element('div', { class: 'app-hub__prompts' }, $prompts.textContent ?? '');
    // Before how many are listed: after it, they would pass for what is listed.
    const $count = $row.querySelector('[data-hub-count]');
    $row.firstElementChild?.insertBefore($shown, $count);
  }

  #show() {
    if (this.app.router.current !== 'hub') return;
    const { evaluation } = this.app.draft;
    const { words, share, standings } = completenessOf(evaluation, this.#steps());
    for (const $row of this.$$('[data-hub-step]')) {
      const id = $row.dataset.hubStep ?? '';
      const standing = standings.get(id);
      $row.hidden = standing === undefined;
      if (standing) this.#fillRow($row, standing, this.#countIn(id));
    }
    for (const $group of this.$$('.app-hub__group')) {
      $group.hidden = $group.querySelector('li:not([hidden])') === null;
    }
    this.$('[data-progress]')?.replaceChildren(...(words === '' ? [] : [words, meter(share)]));
    const $next = this.$('[data-next-unanswered]');
    if ($next) $next.hidden = firstUnanswered(evaluation, this.#steps()) === null;
  }

  /**
   * @param {HTMLElement} $row
   * @param {Standing} standing
   * @param {string} count
   */
  #fillRow($row, { status, label }, count) {
    const $status = $row.querySelector('[data-hub-status]');
    const $count = $row.querySelector('[data-hub-count]');
    if ($status) {
      $status.textContent = label ?? statusText(status);
      $status.className = `app-status app-status--${status}`;
    }
    if ($count) $count.textContent = count;
  }

  /**
   * How many entries a step shows of a list: "3 services". Nothing while there are none.
   * @param {string} stepId
   */
  #countIn(stepId) {
    const { definition, draft } = this.app;
    const views = definition.step(stepId)?.items.filter((item) => item.of) ?? [];
    return views
      .map((view) => ({ list: definition.listOf(view.path), count: draft.evaluation.count(view.path) }))
      .filter(({ count }) => count > 0)
      .map(({ list, count }) => {
        const singular = list?.singular ?? text('question.entry');
        return text('hub.count', { count, singular, plural: lowerFirst(list?.title ?? '') });
      })
      .join(', ');
  }

  /** Steps that the person can come to now. */
  #steps() {
    const { definition, router } = this.app;
    return definition.steps.filter(({ id }) => router.isShown(id));
  }

  #goToUnanswered() {
    const path = firstUnanswered(this.app.draft.evaluation, this.#steps());
    if (path !== null) this.app.goToAnswer(path);
  }
}

/** @param {import('../../progress.js').Status} status */
function statusText(status) {
  switch (status) {
    case 'done':
      return text('hub.status_done');
    case 'started':
      return text('hub.status_started');
    case 'review':
      return text('hub.status_review');
    default:
      return text('hub.status_todo');
  }
}
