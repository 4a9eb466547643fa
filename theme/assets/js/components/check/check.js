/**
 * Check answers: everything that has been answered, with a way to change it, and what has not, with a way there.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../definition.js').Section} Section
 * @typedef {import('../../definition.js').Step} Step
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { codedTitle, concretePath } from '../../definition.js';
import { valueAt } from '../../draft/draft.js';
import { entryGroups } from '../../entry-groups.js';
import { element, spoken } from '../../report/element.js';
import { answerLink } from '../answer-link.js';
import { entryName } from '../entries/entry-name.js';
import { EntryWords } from '../entries/entry-words.js';
import { openFoldsToPrint, showAllButton } from '../fold.js';
import { answerWords, storedWords } from '../questions/answer-words.js';
import { problemText } from '../questions/problem-text.js';
import { QuestionNames } from '../questions/question-names.js';
import { AnswerAuthors } from './answer-authors.js';
import { CheckTally, tallyStatus, tallyWords } from './check-tally.js';

/** More entries than this are folded, each by itself; and so are more sections. */
const FEW = { entries: 5, sections: 8 };

export class Check extends Component {
  /** The folds that are open, by what they hold. @type {Set<string>} */
  #open = new Set();

  #foldsEntries = false;

  /** @type {QuestionNames} */
  #called;

  /**
   * @param {HTMLElement} $root
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.#called = new QuestionNames(app.draft.evaluation);
    this.language = app.definition.data.language;
    this.authors = new AnswerAuthors(app, () => this.#show());
    this.later = app.definition.data.labels.later || text('entries.later');
    // A fold does not say to what holds it that it has been opened.
    $root.addEventListener('toggle', ({ target }) => this.#toggled(/** @type {HTMLDetailsElement} */ (target)), true);
    app.router.addEventListener('view', () => this.#show());
    app.draft.addEventListener('replaced', () => this.#show());
    openFoldsToPrint($root);
    this.#show();
  }

  /** @param {HTMLDetailsElement} $fold */
  #toggled({ open, dataset: { fold = '' } }) {
    if (open) this.#open.add(fold);
    else this.#open.delete(fold);
  }

  #show() {
    if (this.app.router.current !== 'check') return;
    const { definition, draft, router } = this.app;
    const { evaluation } = draft;
    const steps = definition.steps.filter(({ id }) => router.isShown(id));
    const sections = [...new Set(steps.map((step) => step.section))];
    const lists = definition.topItems.filter(({ type }) => type === 'entries');
    this.#foldsEntries = lists.some(({ path }) => evaluation.count(path) > FEW.entries);
    this.#called = new QuestionNames(evaluation);
    const tally = new CheckTally(evaluation);
    const $sections = sections.map((section) => {
      const own = steps.filter((step) => step.section === section);
      const $items = this.#items(own.flatMap((step) => step.items));
      const counted = tally.count(own);
      return sections.length > FEW.sections ? this.#fold(section, $items, counted) : plainSection(section, $items);
    });
    const words = tallyWords(tally, this.later) || text('check.all_answered');
    const look = `app-entry__standing app-entry__standing--${tallyStatus(tally)}`;
    const $standing = element('p', { class: look }, words);
    this.$root.replaceChildren(
      ...this.authors.part(),
      $standing,
      ...$sections,
    );
    const $folds = /** @type {HTMLDetailsElement[]} */ (this.$$('[data-fold]'));
    if ($folds.length > 0) $standing.after(showAllButton($folds));
  }

  /**
   * @param {Section} section
   * @param {HTMLElement[]} $items
   * @param {Parameters<typeof tallyStatus>[0]} counted
   */
  #fold(section, $items, counted) {
    const words = tallyWords(counted, this.later) || text('entries.complete');
    const $title = element('h2', { class: 'govuk-heading-s app-fold__title' }, codedTitle(section));
    return this.#details(section.id, $title, { text: words, status: tallyStatus(counted) }, $items);
  }

  /**
   * @param {string} id
   * @param {HTMLElement} $title
   * @param {import('../entries/entry-words.js').Words['standing']} standing
   * @param {HTMLElement[]} $content
   */
  #details(id, $title, standing, $content) {
    const look = `app-entry__standing app-entry__standing--${standing?.status}`;
    return element(
      'details',
      { class: 'app-fold', 'data-fold': id, open: this.#open.has(id) },
      element('summary', {}, $title, standing && element('span', { class: look }, standing.text)),
      ...$content,
    );
  }

  /**
   * Neighbouring questions share a list; a group and each entry have a heading and a list of their own.
   * @param {Item[]} items
   * @returns {HTMLElement[]}
   */
  #items(items) {
    const { evaluation } = this.app.draft;
    /** @type {HTMLElement[]} */
    const $parts = [];
    /** @type {HTMLElement[]} */
    let $rows = [];
    const endList = () => {
      if ($rows.length > 0) $parts.push(summaryList($rows));
      $rows = [];
    };
    for (const item of items.filter(({ path }) => evaluation.isVisible(path))) {
      if (item.type === 'group') {
        endList();
        $parts.push(heading(codedTitle(item)), ...this.#items(item.items ?? []));
      } else if (item.type === 'entries' || item.of) {
        endList();
        $parts.push(heading(codedTitle(item)), ...this.#entries(item));
      } else {
        $rows.push(...this.#rows(item, item.path));
      }
    }
    endList();
    return $parts;
  }

  /**
   * Entries stand once: with the view that shows them, else with their list.
   * @param {Item} item  a list or a view
   */
  #entries(item) {
    const { evaluation } = this.app.draft;
    const list = this.app.definition.listOf(item.path) ?? item;
    if (evaluation.count(item.path) === 0) {
      return [element('p', {}, text('question.no_entries'), ' ', this.#link(item.path))];
    }
    const { ids = [] } = entryGroups(evaluation, list.path).find(({ id }) => id === (item.of ? item.id : '')) ?? {};
    if (ids.length === 0) return [element('p', {}, text('entries.shown_elsewhere'))];
    const given = item.where ?? {};
    const asked = (list.items ?? []).filter((child) => !(child.id in given));
    const words = new EntryWords(this.app, list, given);
    return ids.map((id) => {
      const shown = asked.filter((child) => evaluation.isVisible(concretePath(child.path, id)));
      const name = entryName(evaluation, list, id);
      const $answers = summaryList(shown.flatMap((child) => this.#rows(child, concretePath(child.path, id))));
      if (this.#foldsEntries) {
        const $name = element('strong', { class: 'app-fold__title app-lines' }, name);
        return this.#details(`${list.id}/${id}`, $name, words.of(id).standing, [$answers]);
      }
      return element('div', {}, element('h4', { class: 'govuk-heading-s app-lines' }, name), $answers);
    });
  }

  /**
   * An optional question that was left out needs no row.
   * @param {Item} item
   * @param {string} path
   * @returns {HTMLElement[]}
   */
  #rows(item, path) {
    const { evaluation } = this.app.draft;
    const lines = answerWords(evaluation, path);
    const stored = valueAt(evaluation.draft, path);
    const isAsked = item.type !== 'computed';
    const problem = isAsked ? evaluation.problem(path) : null;
    if (lines.length === 0 && !problem && (item.optional || !isAsked)) return [];
    return [
      element(
        'div',
        { class: `govuk-summary-list__row${isAsked ? '' : ' govuk-summary-list__row--no-actions'}` },
        element('dt', { class: 'govuk-summary-list__key' }, codedTitle(item)),
        element(
          'dd',
          { class: 'govuk-summary-list__value' },
          this.#value(path, lines, stored, problem),
          this.authors.line(path),
        ),
        isAsked &&
          element(
            'dd',
            { class: 'govuk-summary-list__actions' },
            this.#link(path, lines.length > 0 || problem !== null),
          ),
      ),
    ];
  }

  /**
   * @param {string} path
   * @param {string[]} lines
   * @param {import('../../definition.js').Value} stored
   * @param {import('../../validation.js').Problem | null} problem
   */
  #value(path, lines, stored, problem) {
    const { evaluation } = this.app.draft;
    const item = evaluation.item(path);
    if (item && problem) {
      return element(
        'div',
        {},
        element('p', { class: 'app-lines' }, storedWords(evaluation, item, stored).join(', ')),
        element('p', { class: 'govuk-error-message' }, problemText(problem, item, stored, this.language)),
      );
    }
    if (lines.length === 0) return element('span', { class: 'app-unanswered' }, text('draft.not_answered'));
    if (lines.length === 1) return element('div', { class: 'app-lines' }, lines[0]);
    return element('ul', { class: 'govuk-list' }, ...lines.map((line) => element('li', {}, line)));
  }

  /**
   * @param {string} path
   * @param {boolean} [answered]
   */
  #link(path, answered = false) {
    const words = answered ? text('draft.change') : text('draft.answer');
    return answerLink(this.app.draft.evaluation, path, words, spoken(`: ${this.#called.of(path)}`));
  }
}

/**
 * @param {Section} section
 * @param {HTMLElement[]} $items
 */
function plainSection(section, $items) {
  return element('section', {}, element('h2', { class: 'govuk-heading-m' }, codedTitle(section)), ...$items);
}

/** @param {string} title */
function heading(title) {
  return element('h3', { class: 'govuk-heading-s' }, title);
}

/** @param {HTMLElement[]} $rows */
function summaryList($rows) {
  return element('dl', { class: 'govuk-summary-list' }, ...$rows);
}
