/**
 * A workshop: several people's answers side by side, or a vote in the room, and what the team agrees on each question.
 * Files are only compared. The draft changes when something is recorded, as ordinary answers, each record one undo.
 *
 * @typedef {import('../../definition.js').Value} Value
 * @typedef {import('../../workshop.js').Agreement} Agreement
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { answersChange } from '../../draft/change.js';
import { button, element } from '../../report/element.js';
import { biggestFirst } from '../../report/spread.js';
import { agreedValues, comparedQuestions, withLine } from '../../workshop.js';
import { openRadios, tick } from '../choices.js';
import { takeFilesToCompare } from '../files/chosen-files.js';
import { WorkshopKept } from './workshop-kept.js';
import { WorkshopPeople } from './workshop-people.js';
import { WorkshopRow } from './workshop-row.js';

/** @typedef {'all' | 'differ' | 'settled'} Filter */

export class Workshop extends Component {
  /** @type {WorkshopRow[]} */
  #rows = [];

  #withNames = false;

  /** @type {Filter} */
  #filter = 'all';

  /** @type {'files' | 'hands' | null} */
  #way = null;

  /**
   * @param {HTMLElement} $root  [data-view=workshop]
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.questions = comparedQuestions(app.definition);
    this.kept = new WorkshopKept(app);
    this.people = new WorkshopPeople(app, this.questions.length, () => this.#showPeople());
    this.ways = openRadios('workshop-way', text('workshop.how'), () => this.#go(this.ways.chosen[0]), [
      { value: 'files', label: text('workshop.by_files'), hint: text('workshop.by_files_hint') },
      { value: 'hands', label: text('workshop.by_hands'), hint: text('workshop.by_hands_hint') },
    ]);
    this.$progress = element('p', { class: 'app-workshop__progress', tabindex: -1, 'data-workshop-progress': true });
    this.$bar = element('progress', { max: this.questions.length, value: 0, 'aria-hidden': 'true' });
    this.$kept = element('p', { class: 'app-workshop__aside' });
    this.$all = element('p');
    const showNames = (/** @type {boolean} */ isTicked) => {
      this.#withNames = isTicked;
      this.#showPeople();
    };
    this.$names = tick('workshop-names', text('workshop.names'), showNames, text('workshop.names_hint'));
    const filter = () => {
      this.#filter = /** @type {Filter} */ (this.filters.chosen[0]);
      this.#refresh();
    };
    const filters = [
      { value: 'all', label: text('workshop.all', { count: 0 }) },
      { value: 'differ', label: text('workshop.differ', { count: 0 }) },
      { value: 'settled', label: text('workshop.settled', { count: 0 }) },
    ];
    this.filters = openRadios('workshop-filter', text('workshop.show'), filter, filters, { isInline: true });
    this.filters.choose(['all']);
    this.$none = element('p', { hidden: true }, text('workshop.none_shown'));
    this.$list = element('div');
    this.$meeting = element(
      'div',
      { hidden: true, 'data-workshop-meeting': true },
      element('div', { class: 'app-workshop__bar' }, this.$progress, this.$bar, this.$kept, this.$all),
      element('div', { class: 'app-workshop__tools' }, this.filters.$root, this.$names),
      this.$none,
      this.$list,
    );
    this.people.$root.hidden = true;
    $root.append(this.ways.$root, this.people.$root, this.$meeting);
    app.router.addEventListener('view', () => this.#start());
    app.draft.addEventListener('replaced', (event) => {
      if (/** @type {CustomEvent} */ (event).detail.cause === 'other-tab') this.#refresh();
      else this.#replaced();
    });
    app.draft.addEventListener('change', () => this.#refresh());
    this.#start();
  }

  #start() {
    if (this.app.router.current !== 'workshop') return;
    const files = takeFilesToCompare();
    if (files.length > 0) this.#go('files');
    for (const { draft, name } of files) this.people.add(draft, name);
    if (this.#way === 'files') this.people.show();
    this.#refresh();
  }

  /** Another draft is here: what was agreed was agreed for the other. */
  #replaced() {
    this.kept.read();
    this.people.clear();
    if (this.#way) this.#go(this.#way);
  }

  /** @param {string} way */
  #go(way) {
    const isSame = this.#way === way;
    this.#way = way === 'hands' ? 'hands' : 'files';
    this.ways.choose([this.#way]);
    this.people.$root.hidden = this.#way !== 'files';
    this.$names.hidden = this.#way !== 'files';
    if (isSame && this.#way === 'files') return this.#showPeople();
    this.#rows = this.questions.map((compared) => new WorkshopRow(compared, {
      app: this.app,
      kept: this.kept,
      onRecord: (row, agreement) => this.#record(row, agreement),
      onCount: () => this.#refresh(),
    }));
    if (this.#way === 'files') return this.#showPeople();
    for (const row of this.#rows) row.showVotes();
    this.$list.replaceChildren(...this.#rows.map(({ $root }) => $root));
    this.$meeting.hidden = false;
    this.#refresh();
  }

  #showPeople() {
    const { people } = this.people;
    this.$meeting.hidden = people.length < 2;
    for (const row of this.#rows) row.showPeople(people, this.#withNames);
    const sorted = biggestFirst(this.#rows).map(({ $root }) => $root);
    // Moving what stands where it should would take the cursor out of it.
    if (sorted.some(($row, index) => this.$list.children[index] !== $row)) this.$list.replaceChildren(...sorted);
    this.#refresh();
  }

  /** What depends on the draft and on the counts, and not on who said what. */
  #refresh() {
    for (const row of this.#rows) row.showState();
    const agreed = this.#rows.filter(({ isAgreed }) => isAgreed);
    const differ = this.#rows.filter(({ spread }) => spread.different > 1);
    const shown = { all: this.#rows, differ, settled: agreed }[this.#filter];
    for (const row of this.#rows) row.$root.hidden = !shown.includes(row);
    this.$none.hidden = shown.length > 0;
    this.filters.label('all', text('workshop.all', { count: this.#rows.length }));
    this.filters.label('differ', text('workshop.differ', { count: differ.length }));
    this.filters.label('settled', text('workshop.settled', { count: agreed.length }));
    this.$progress.textContent = text('workshop.progress', { count: agreed.length, total: this.#rows.length });
    this.$bar.value = agreed.length;
    const about = [text('workshop.kept'), this.#way === 'hands' ? text('workshop.kept_hands') : text('workshop.order')];
    this.$kept.textContent = about.join(' ');
    this.#offerAll();
  }

  /** Those on which there is nothing to talk about: nor does the draft that is here say anything else. */
  get #obvious() {
    const { draft } = this.app;
    return this.#rows.filter(({ compared, spread, isAgreed, isBegun }) => {
      const here = draft.value(compared.question) ?? spread.unanimous;
      return spread.unanimous !== null && here === spread.unanimous && !isAgreed && !isBegun;
    });
  }

  #offerAll() {
    const count = this.#obvious.length;
    this.$all.hidden = count === 0;
    const label = text('workshop.record_all', { count });
    if (this.$all.textContent !== label) this.$all.replaceChildren(button(label, () => this.#recordAll()));
  }

  #recordAll() {
    const rows = this.#obvious;
    const { draft } = this.app;
    const values = Object.assign({}, ...rows.map((row) => this.#values(row, {
      answer: String(row.spread.unanimous),
      why: wordsAt(draft, row.compared.why),
      minority: wordsAt(draft, row.compared.minority),
    })));
    if (!this.#edit(values, text('workshop.record_all_label'))) return;
    for (const { compared, spread } of rows) this.kept.agree(compared.question, String(spread.unanimous));
    this.#refresh();
    this.$progress.focus();
    this.app.announce(text('workshop.recorded_all', { count: rows.length }));
  }

  /**
   * @param {WorkshopRow} row
   * @param {Agreement} agreement
   */
  #record(row, agreement) {
    const { question, heading } = row.compared;
    if (!this.#edit(this.#values(row, agreement), text('workshop.step', { title: heading }))) return;
    this.kept.agree(question, agreement.answer);
    this.#refresh();
    row.close();
    const count = this.#rows.filter(({ isAgreed }) => isAgreed).length;
    this.app.announce(text('workshop.recorded', { count, total: this.#rows.length }));
  }

  /**
   * What the room voted goes with the reasons or, where there is no place for them, with the other view.
   * @param {WorkshopRow} row
   * @param {Agreement} agreement
   */
  #values(row, agreement) {
    const { draft } = this.app;
    const sentence = row.voteSentence;
    const beginning = text('workshop.room_vote', { facts: '\n' }).split('\n')[0];
    const place = row.compared.why ? 'why' : 'minority';
    const whole = sentence ? { ...agreement, [place]: withLine(agreement[place], beginning, sentence) } : agreement;
    return agreedValues(row.compared, whole, (path) => draft.value(path));
  }

  /**
   * @param {Record<string, Value>} values
   * @param {string} label
   */
  #edit(values, label) {
    const { draft } = this.app;
    if (Object.keys(values).length === 0) return !draft.isReading;
    return draft.edit(answersChange(draft.draft, values, draft.by), { label });
  }
}

/**
 * @param {import('../../draft/session.js').DraftSession} draft
 * @param {string | null} path
 */
function wordsAt(draft, path) {
  return path === null ? '' : String(draft.value(path) ?? '');
}
