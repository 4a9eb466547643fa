/**
 * The hub: how far each step has come and how much it lists, how far all of them have come, and the way to what is
 * unanswered.
 *
 * @typedef {import('../definition.js').Step} Step
 * @typedef {import('../progress.js').Standing} Standing
 */
import { text } from '../catalogue.js';
import { Component } from '../component.js';
import { firstUnanswered, isStepShown, standingOf, statusSetter } from '../progress.js';
import { svgElement } from '../report/element.js';

/** @extends {Component<import('../component.js').Basics>} */
export class Hub extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../component.js').Basics} app
   */
  constructor($root, app) {
    super($root, app);
    this.$('[data-next-unanswered]')?.addEventListener('click', () => this.#goToUnanswered());
    app.router.addEventListener('view', () => this.#show());
    app.draft.addEventListener('replaced', () => this.#show());
  }

  #show() {
    if (this.app.router.current !== 'hub') return;
    const { evaluation } = this.app.draft;
    const shown = this.app.definition.steps.filter((step) => isStepShown(evaluation, step));
    const standings = new Map(shown.map((step) => [step.id, standingOf(evaluation, step)]));
    for (const $row of this.$$('[data-hub-step]')) {
      const id = $row.dataset.hubStep ?? '';
      const standing = standings.get(id);
      $row.hidden = standing === undefined;
      if (standing) this.#fillRow($row, standing, this.#countIn(id));
    }
    for (const $group of this.$$('.app-hub__group')) {
      $group.hidden = $group.querySelector('li:not([hidden])') === null;
    }
    this.#showProgress(shown, standings);
    const $next = this.$('[data-next-unanswered]');
    if ($next) $next.hidden = firstUnanswered(evaluation) === null;
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

  /**
   * @param {Step[]} shown
   * @param {Map<string, Standing>} standings
   */
  #showProgress(shown, standings) {
    const { data } = this.app.definition;
    const isDone = (/** @type {Step} */ step) => standings.get(step.id)?.status === 'done';
    const stated = shown.filter(statusSetter);
    if (stated.length > 0) {
      const done = stated.filter(isDone).length;
      return this.#drawProgress(text('draft.progress_settled', { done, all: stated.length }), done / stated.length);
    }
    // A questionnaire counts what it is made of: a section asked apart (the details at the start) is not one of them.
    const counted = shown.filter((step) => step.section.step === data.step);
    const done = counted.filter(isDone).length;
    const label = lowerFirst(data.step === 'item' ? data.labels.items : data.labels.sections);
    this.#drawProgress(text('draft.progress', { done, all: counted.length, label }), done / counted.length);
  }

  /**
   * @param {string} words
   * @param {number} share
   */
  #drawProgress(words, share) {
    const width = 200;
    const bar = { height: 8, rx: 4 };
    const box = { viewBox: `0 0 ${width} ${bar.height}`, preserveAspectRatio: 'xMinYMid' };
    this.$('[data-progress]')?.replaceChildren(
      words,
      svgElement(
        'svg',
        { class: 'app-meter', 'aria-hidden': 'true', ...box },
        svgElement('rect', { class: 'app-meter__track', width, ...bar }),
        share > 0 && svgElement('rect', { class: 'app-meter__fill', width: width * share, ...bar }),
      ),
    );
  }

  #goToUnanswered() {
    const path = firstUnanswered(this.app.draft.evaluation);
    if (path !== null) this.app.goToAnswer(path);
  }
}

/** @param {import('../progress.js').Status} status */
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

/**
 * A label within a sentence: "Descriptors" is "descriptors", but "NHS trusts" stays.
 * @param {string} label
 */
function lowerFirst(label) {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label[0].toLowerCase() + label.slice(1) : label;
}
