/** The hub: how far each step has come, how far all of them have, and the way to what is unanswered. */
import { text } from '../catalogue.js';
import { Component } from '../component.js';
import { firstUnanswered, isStepShown, progressOf } from '../progress.js';
import { svgElement } from '../report/element.js';

export class Hub extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../component.js').App} app
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
    const { steps, data } = this.app.definition;
    const shown = steps.filter((step) => isStepShown(evaluation, step));
    const statuses = new Map(shown.map((step) => [step.id, progressOf(evaluation, step).status]));
    for (const $row of this.$$('[data-hub-step]')) {
      const status = statuses.get($row.dataset.hubStep ?? '');
      $row.hidden = status === undefined;
      const $status = $row.querySelector('[data-hub-status]');
      if (!$status || !status) continue;
      $status.textContent = statusText(status);
      $status.className = `app-status app-status--${status}`;
    }
    for (const $group of this.$$('.app-hub__group')) {
      $group.hidden = $group.querySelector('li:not([hidden])') === null;
    }

    // A questionnaire counts what it is made of: a section asked apart (the details at the start) is not one of them.
    const counted = shown.filter((step) => step.section.step === data.step);
    const done = counted.filter((step) => statuses.get(step.id) === 'done').length;
    const label = data.step === 'item' ? data.labels.items : data.labels.sections;
    this.#showProgress(done, counted.length, label);
    const $next = this.$('[data-next-unanswered]');
    if ($next) $next.hidden = firstUnanswered(evaluation) === null;
  }

  /**
   * @param {number} done
   * @param {number} all
   * @param {string} label
   */
  #showProgress(done, all, label) {
    const $progress = this.$('[data-progress]');
    if (!$progress) return;
    const width = 200;
    const bar = { height: 8, rx: 4 };
    const box = { viewBox: `0 0 ${width} ${bar.height}`, preserveAspectRatio: 'xMinYMid' };
    $progress.replaceChildren(
      text('draft.progress', { done, all, label: lowerFirst(label) }),
      svgElement(
        'svg',
        { class: 'app-meter', 'aria-hidden': 'true', ...box },
        svgElement('rect', { class: 'app-meter__track', width, ...bar }),
        done > 0 && svgElement('rect', { class: 'app-meter__fill', width: (width * done) / all, ...bar }),
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
