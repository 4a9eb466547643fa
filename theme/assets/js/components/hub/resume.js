/** The draft's name where it is shown, and on the start page the way back to where the person was. */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { codedTitle } from '../../definition.js';
import { dayOf, timeOf } from '../../moments.js';

/** @extends {Component<import('../../component.js').Basics>} */
export class Resume extends Component {
  /**
   * @param {HTMLElement} $root
   * @param {import('../../component.js').Basics} app
   */
  constructor($root, app) {
    super($root, app);
    app.draft.addEventListener('replaced', () => this.#show());
    app.router.addEventListener('view', () => this.#show());
  }

  #show() {
    const { draft, isExample, router } = this.app;
    for (const $name of this.$$('[data-draft-name]')) $name.textContent = draft.draft.name;
    const $resume = this.$('[data-resume]');
    const $link = this.$('[data-resume-link]');
    if (!$resume || !$link) return;
    $resume.hidden = draft.isBlank || isExample;
    const $begin = this.$('[data-begin]');
    if ($begin) $begin.hidden = !draft.isBlank;
    this.#showAll();
    // What is not seen is not worked out: the first date of a page costs a browser as much as all of this together.
    if ($resume.hidden || router.current !== 'start') return;
    const step = draft.step ?? 'hub';
    $link.dataset.go = step;
    $link.setAttribute('href', `?step=${encodeURIComponent(step)}`);
    /** @type {HTMLElement} */ (this.$('[data-resume-about]')).textContent = this.#about();
  }

  /** The way to all drafts, where there is more than the one to continue. */
  #showAll() {
    const { draft, isExample } = this.app;
    const $all = this.$('[data-all-drafts]');
    if (!$all) return;
    const here = draft.isBlank ? 0 : 1;
    $all.hidden = isExample || draft.others.length === 0;
    $all.textContent = text('start.all_drafts', { count: draft.others.length + here });
  }

  #about() {
    const { draft, definition } = this.app;
    const { language } = definition.data;
    const step = definition.step(draft.step ?? '');
    const values = {
      name: draft.draft.name || definition.title,
      count: draft.answerCount,
      date: dayOf(draft.draft.saved_at, language),
      time: timeOf(draft.draft.saved_at, language),
    };
    const about = text('draft.about', values);
    return step ? `${about} ${text('draft.last_step', { step: codedTitle(step) })}` : about;
  }
}
