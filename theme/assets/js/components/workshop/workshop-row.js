/**
 * One question of a workshop: how far apart people are, what each wrote, and what they agree.
 *
 * @typedef {import('../../report/spread.js').Counts} Counts
 * @typedef {import('../../report/spread.js').Spread} Spread
 * @typedef {import('../../workshop.js').Agreement} Agreement
 * @typedef {import('../../workshop.js').ComparedQuestion} ComparedQuestion
 * @typedef {import('../../workshop.js').Person} Person
 */
import { text } from '../../catalogue.js';
import { element } from '../../report/element.js';
import { countOf, minorityOf, spreadOf } from '../../report/spread.js';
import { countsOf } from '../../workshop.js';
import { fold } from '../fold.js';
import { AgreeForm } from './agree-form.js';
import { spreadDrawing, spreadLines } from './spread-drawing.js';
import { voteCounter } from './vote-counter.js';

let rows = 0;

export class WorkshopRow {
  /** @type {Counts} */
  counts = {};

  spread = spreadOf([], {});

  /**
   * @param {ComparedQuestion} compared
   * @param {object} page
   * @param {import('../../component.js').App} page.app
   * @param {import('./workshop-kept.js').WorkshopKept} page.kept
   * @param {(row: WorkshopRow, agreement: Agreement) => void} page.onRecord
   * @param {() => void} page.onCount
   */
  constructor(compared, { app, kept, onRecord, onCount }) {
    rows += 1;
    const id = `workshop-${rows}`;
    this.id = id;
    this.compared = compared;
    this.options = compared.item.options ?? [];
    this.kept = kept;
    this.onCount = onCount;
    this.form = new AgreeForm(`${id}-agree`, compared, {
      app,
      othersThan: (answer) => this.#othersThan(answer),
      onRecord: (agreement) => onRecord(this, agreement),
    });
    this.form.$root.addEventListener('input', () => kept.begin(compared.question, this.form.written));
    this.$state = element('p', { class: 'app-spread__state' });
    this.$drawing = element('div');
    this.$notes = element('div');
    this.$summary = element('span');
    this.$agree = fold(this.$summary, this.form.$root, { look: 'app-spread__agree' });
    this.$agree.addEventListener('toggle', () => this.#opened());
    const isNamedByGroup = compared.item.title !== compared.heading;
    this.$root = element(
      'section',
      { class: 'app-spread', 'aria-labelledby': `${id}-title`, 'data-workshop-row': compared.question },
      element('div', { class: 'app-spread__head' }, element('h2', { class: 'app-spread__title', id: `${id}-title`, tabindex: -1 }, compared.heading), this.$state),
      isNamedByGroup && element('p', { class: 'app-spread__question' }, compared.item.title),
      this.$drawing,
      this.$notes,
      this.$agree,
    );
    const begun = kept.begun(compared.question);
    if (begun) this.form.refill(begun);
    this.$agree.open = begun !== null;
  }

  /** Somebody has begun to say what was agreed. */
  get isBegun() {
    return this.kept.begun(this.compared.question) !== null;
  }

  get isAgreed() {
    return this.kept.isAgreed(this.compared.question);
  }

  /** What is chosen before anybody has decided: nothing, unless all are of one mind. */
  get #obvious() {
    return this.isAgreed ? String(this.form.app.draft.value(this.compared.question)) : this.spread.unanimous;
  }

  /**
   * From people's files.
   * @param {Person[]} people
   * @param {boolean} withNames
   */
  showPeople(people, withNames) {
    const { question } = this.compared;
    const { counts, missing } = countsOf(people, question);
    this.#take(counts, missing);
    const lines = spreadLines(this.options, (option) => ({
      count: option ? countOf(counts, option.id) : missing,
      names: withNames ? people.filter(({ answers }) => (answers[question] ?? null) === (option?.id ?? null)).map(({ name }) => name) : null,
    }));
    this.$drawing.replaceChildren(spreadDrawing(lines));
    this.#showNotes(people, withNames);
    this.showState();
  }

  /** From a show of hands. */
  showVotes() {
    const { question } = this.compared;
    this.#take(this.kept.votes(question), 0);
    const count = (/** @type {string} */ option, /** @type {number} */ votes) => {
      this.kept.count(question, option, votes);
      this.#take(this.kept.votes(question), 0);
      this.showState();
      this.onCount();
    };
    this.$drawing.replaceChildren(voteCounter({ id: this.id, heading: this.compared.heading, announce: this.form.app.announce }, this.options, (option) => countOf(this.counts, option), count));
    this.showState(true);
  }

  /** @param {boolean} [isVote] */
  showState(isVote = this.isVote) {
    this.isVote = isVote;
    const { isAgreed } = this;
    const answer = this.options.find(({ id }) => id === this.form.app.draft.value(this.compared.question))?.label ?? '';
    this.$state.textContent = isAgreed ? text('workshop.agreed', { answer }) : stateOf(this.spread, isVote);
    this.$root.classList.toggle('app-spread--agreed', isAgreed);
    this.$root.classList.toggle('app-spread--same', this.spread.different === 1 && this.spread.missing === 0);
    this.$summary.textContent = isAgreed ? text('workshop.change') : text('workshop.agree');
    if (!this.isBegun && this.$agree.open) this.form.fill(this.#obvious);
  }

  isVote = false;

  /** It is settled: out of the way, and where to change it at hand. */
  close() {
    this.$agree.open = false;
    this.$agree.querySelector('summary')?.focus();
  }

  /** What the room voted, as a sentence; empty when nobody did. */
  get voteSentence() {
    if (!this.isVote || this.spread.answered === 0) return '';
    const facts = this.options
      .filter(({ id }) => countOf(this.counts, id) > 0)
      .map(({ id, label }) => text('workshop.fact', { label, count: countOf(this.counts, id) }));
    return text('workshop.room_vote', { facts: facts.join(', ') });
  }

  /**
   * @param {Counts} counts
   * @param {number} missing
   */
  #take(counts, missing) {
    this.counts = counts;
    this.spread = spreadOf(this.options, counts, missing);
    if (this.isBegun) this.form.suggest();
  }

  #opened() {
    if (this.$agree.open && !this.isBegun) this.form.fill(this.#obvious);
  }

  /** @param {string} answer */
  #othersThan(answer) {
    return minorityOf(this.options, this.counts, answer)
      .map(({ option: { label }, count }) => text('workshop.others', { count, total: this.spread.answered, label }))
      .join(' ');
  }

  /**
   * Without names they are in the order of their words, which says nothing of whose they are.
   * @param {Person[]} people
   * @param {boolean} withNames
   */
  #showNotes(people, withNames) {
    const notes = people.flatMap(({ name, notes: all }) => (all[this.compared.question] ?? []).map((words) => ({ name, words })));
    if (!withNames) notes.sort((a, b) => (a.words < b.words ? -1 : 1));
    const isOpen = this.$notes.querySelector('details')?.open ?? false;
    this.$notes.replaceChildren();
    if (notes.length === 0) return;
    const $notes = notes.map(({ name, words }) =>
      element('li', { class: 'app-lines' }, withNames && element('strong', {}, `${text('workshop.note_by', { name })} `), words),
    );
    const $list = element('ul', { class: 'govuk-list govuk-list--bullet' }, ...$notes);
    const label = text('workshop.notes', { count: notes.length });
    this.$notes.append(fold(label, $list, { open: isOpen, look: 'app-spread__notes' }));
  }
}

/**
 * @param {Spread} spread
 * @param {boolean} isVote
 */
function stateOf({ answered, missing, steps, different, unanimous }, isVote) {
  if (answered === 0) return isVote ? text('workshop.not_counted') : text('workshop.nobody');
  if (steps > 0) return text('workshop.steps', { count: steps });
  if (different > 1) return text('workshop.different', { count: different });
  if (unanimous !== null) return text('workshop.same');
  if (answered === 1) return isVote ? text('workshop.counted', { count: 1 }) : text('workshop.one_answer');
  return missing > 0 ? text('workshop.some_missing') : text('workshop.counted', { count: answered });
}
