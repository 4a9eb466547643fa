/**
 * Puts earlier drafts beside the one at hand: from files, or from this browser. They are only read, and the draft at
 * hand stays as it is.
 *
 * Owns which are compared and asks the engine what it finds in each as of its own date. What has changed is worked out
 * and drawn elsewhere.
 *
 * @typedef {import('../../draft/draft.js').Draft} Draft
 * @typedef {import('../../engine/client.js').EngineClient} EngineClient
 * @typedef {import('../../report/changes/dated.js').Dated} Dated
 * @typedef {{draft: Draft, dated: Dated, working: Promise<void> | null}} Compared
 */
import { text } from '../../catalogue.js';
import { stateOf } from '../../draft/draft.js';
import { datedFrom, inOrder } from '../../report/changes/dated.js';
import { element, linkButton, spoken } from '../../report/element.js';
import { nameOf } from '../../report/reading.js';
import { longDate, sourceFrom } from '../../report/source.js';
import { Evaluation } from '../../response.js';
import { EarlierDrafts } from './earlier-drafts.js';

export class Comparison {
  /** @type {Compared[]} */
  #compared = [];

  /**
   * @param {HTMLElement} $body  of the part, which gets what chooses drafts before it
   * @param {import('../../component.js').App} app
   * @param {EngineClient} engine
   * @param {() => void} onChange
   */
  constructor($body, app, engine, onChange) {
    this.app = app;
    this.engine = engine;
    this.onChange = onChange;
    const id = `${$body.closest('[data-report-part]')?.getAttribute('data-report-part')}-earlier`;
    this.earlier = new EarlierDrafts(id, app, (draft, name) => this.add(draft, name));
    this.$count = element('p', { class: 'govuk-body', tabindex: -1 });
    this.$list = element('ul', { class: 'govuk-list app-comparison__list' });
    this.$beside = element('div', { hidden: true }, this.$count, this.$list);
    $body.before(element('div', { class: 'app-comparison' }, this.earlier.$root, this.$beside));
  }

  /** The drafts beside the one at hand. */
  get dated() {
    return this.#compared.map(({ dated }) => dated);
  }

  /**
   * @param {Draft} draft  in the present revision
   * @param {string} fileName
   * @returns {boolean} false when it is there already, or is the draft at hand
   */
  add(draft, fileName) {
    const states = [this.app.draft.draft, ...this.#compared.map((one) => one.draft)].map(stateOf);
    if (states.includes(stateOf(draft))) {
      this.earlier.refuse(text('changes.already', { file: fileName }));
      return false;
    }
    const source = sourceFrom(new Evaluation(this.app.definition, draft));
    const dated = datedFrom({ source, savedAt: draft.saved_at, isPart: draft.parts !== null, evaluation: null });
    this.#compared.push({ draft, dated, working: null });
    this.workOut();
    this.#changed();
    this.app.announce(text('changes.added', { draft: this.#about(dated) }));
    this.$count.focus();
    return true;
  }

  /** Another draft is at hand. */
  clear() {
    if (this.#compared.length === 0) return;
    this.#compared = [];
    this.#changed();
  }

  /** Ask the engine about those that it has not worked out: newly added, or left by an engine that failed. */
  workOut() {
    for (const compared of this.#compared) {
      if (compared.dated.evaluation || compared.working) continue;
      compared.working = this.#evaluate(compared).finally(() => (compared.working = null));
    }
  }

  /** Until the engine has answered, or failed to, for each. */
  async workedOut() {
    await Promise.all(this.#compared.map(({ working }) => working));
  }

  /** @param {Compared} compared */
  async #evaluate(compared) {
    const { source, date } = compared.dated;
    // Without it, answers are compared all the same, and the page says that findings are not.
    const evaluation = await this.engine.evaluateApart(source.response, date).catch(() => null);
    if (!evaluation) return;
    compared.dated = { ...compared.dated, evaluation };
    this.onChange();
  }

  #changed() {
    const drafts = inOrder(this.dated);
    this.$beside.hidden = drafts.length === 0;
    this.$count.textContent = text('changes.beside', { count: drafts.length });
    this.$list.replaceChildren(...drafts.map((dated) => this.#line(dated)));
    this.onChange();
  }

  /** @param {Dated} dated */
  #line(dated) {
    const { app } = this;
    const about = this.#about(dated);
    const compared = /** @type {Compared} */ (this.#compared.find((one) => one.dated.source === dated.source));
    const remove = () => {
      this.#compared = this.#compared.filter((one) => one !== compared);
      this.#changed();
      app.announce(text('changes.removed', { draft: about }));
      if (this.#compared.length > 0) this.$count.focus();
      else this.earlier.focus();
    };
    const $remove = linkButton(text('changes.remove'), remove);
    $remove.append(spoken(` ${about}`));
    const isOwn = compared.draft.draft_id === app.draft.draft.draft_id;
    return element(
      'li',
      {},
      element('span', { class: 'app-lines' }, about),
      ' ',
      $remove,
      isOwn && element('span', { class: 'govuk-hint app-comparison__note' }, text('changes.earlier_state')),
    );
  }

  /** @param {Dated} dated */
  #about({ source, date }) {
    const name = nameOf(source) || text('changes.unnamed');
    return text('changes.one_draft', { name, date: longDate(date, source.definition.data.language) });
  }
}
