/**
 * Combining drafts: what the chosen files bring, and each thing that a person has to decide. Nothing changes until the
 * person says so, and one undo takes all of it back.
 *
 * @typedef {import('../../draft/compare.js').Comparison} Comparison
 * @typedef {import('../../draft/merge.js').Decisions} Decisions
 * @typedef {import('./merge-question.js').Question} Question
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { compareDrafts } from '../../draft/compare.js';
import { editCount } from '../../draft/knowledge.js';
import { hasNews, mergeChange } from '../../draft/merge.js';
import { button, element, linkButton } from '../../report/element.js';
import { editorNameField } from '../drafts/editor-name.js';
import { chooseFiles, chosenFiles } from '../files/chosen-files.js';
import { MergeChoices } from './merge-choices.js';
import { answerQuestion, entryQuestion } from './merge-question.js';
import { summarySentences } from './merge-summary.js';
import { takenList } from './merge-taken.js';
import { MergeWords } from './merge-words.js';
import { showMerged } from './merged.js';

/** With this many, one by one is tedious. */
const MANY = 3;

export class MergeDrafts extends Component {
  /** @type {Comparison | null} */
  #comparison = null;

  /** @type {Question[]} */
  #questions = [];

  #askOlder = false;

  /** How far the draft had come that is shown here. */
  #edits = -1;

  /** What is shown here: whose draft, and which files. */
  #shown = { id: '', files: chosenFiles() };

  #choices = new MergeChoices();

  /**
   * @param {HTMLElement} $root  [data-view=merge]
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.$body = /** @type {HTMLElement} */ (this.$('[data-merge]'));
    this.$name = editorNameField(app);
    this.$body.addEventListener('change', (event) => this.#chosen(/** @type {Element} */ (event.target)));
    app.router.addEventListener('view', () => this.#start());
    app.draft.addEventListener('replaced', (event) => {
      if (/** @type {CustomEvent} */ (event).detail.cause === 'other-tab') this.#changed();
      else this.#start();
    });
    app.draft.addEventListener('change', () => this.#changed());
    this.#start();
  }

  #start() {
    const { router, draft } = this.app;
    if (router.current !== 'merge') return;
    const [id, files] = [draft.record.id, chosenFiles()];
    const isSame = this.#shown.id === id && this.#shown.files === files;
    const hasChanged = this.#edits !== editCount(draft.draft);
    // Somebody who went to look at an answer, and comes back, finds what they had chosen.
    if (isSame && this.#comparison && !hasChanged) return;
    if (!isSame) [this.#shown, this.#askOlder, this.#choices] = [{ id, files }, false, new MergeChoices()];
    this.#show(isSame && hasChanged);
  }

  /** Another tab has brought something in: what is shown here may not be so any more. */
  #changed() {
    if (this.app.router.current !== 'merge' || this.#edits === editCount(this.app.draft.draft)) return;
    this.#show(true);
  }

  /** @param {boolean} [hasChanged]  since this was shown last */
  #show(hasChanged = false) {
    const { draft } = this.app;
    const files = chosenFiles();
    this.#edits = editCount(draft.draft);
    this.#questions = [];
    if (files.length === 0) {
      this.#comparison = null;
      this.$body.replaceChildren(
        element('p', {}, text('merge.no_files')),
        element('p', {}, element('a', { class: 'govuk-link', href: '?step=open', 'data-go': 'open' }, text('merge.choose_files'))),
      );
      return;
    }
    const others = files.map((file) => file.draft);
    const hadFocus = this.$body.contains(document.activeElement);
    const $changed = hasChanged && element('div', { class: 'app-panel', tabindex: -1 }, element('p', {}, text('merge.changed')));
    const comparison = compareDrafts(draft.draft, others, { askOlder: this.#askOlder });
    const words = new MergeWords(this.app, files);
    this.#comparison = comparison;
    this.#questions = this.#ask(comparison, words);
    this.#choices.restore(this.#questions);
    this.$body.replaceChildren(
      $changed || '',
      ...summarySentences(comparison, words).map((sentence) => element('p', { class: 'app-lead app-lines' }, sentence)),
      takenList(comparison, words) ?? '',
      ...this.#questionsPart(words),
      this.#older(comparison) ?? '',
      this.#foot(hasNews(comparison)),
    );
    this.#hideIdle();
    if (!$changed) return;
    if (hadFocus) $changed.focus();
    else this.app.announce(text('merge.changed'));
  }

  /** @param {Element} $input */
  #chosen($input) {
    const question = this.#questions.find(({ $root }) => $root.contains($input));
    if (question) this.#choices.note(question);
    this.#hideIdle();
  }

  /**
   * @param {Comparison} comparison
   * @param {MergeWords} words
   */
  #ask({ conflicts }, words) {
    return [...conflicts]
      .sort((a, b) => words.inOrder(a.path, b.path))
      .map((conflict, number) => {
        return conflict.kind === 'answer'
          ? answerQuestion(conflict, number, words)
          : entryQuestion(conflict, number, words);
      });
  }

  /** @param {MergeWords} words */
  #questionsPart(words) {
    if (this.#questions.length === 0) return [];
    const count = this.#questions.length;
    return [
      element('h2', { class: 'govuk-heading-m', tabindex: -1, 'data-merge-questions': true }, text('merge.to_decide', { count })),
      element('p', {}, text('merge.newest_chosen')),
      ...(count >= MANY ? [this.#shortcuts(words)] : []),
      ...this.#questions.map(({ $root }) => $root),
    ];
  }

  /** @param {MergeWords} words */
  #shortcuts(words) {
    const shortcut = (/** @type {string} */ label, /** @type {number | null} */ index) =>
      linkButton(label, () => this.#chooseAll(label, index));
    return element(
      'div',
      { class: 'govuk-button-group app-merge__shortcuts' },
      ...words.drafts.map((_, index) => shortcut(text('merge.all_from', { file: words.draftName(index) }), index)),
      shortcut(text('merge.all_newest'), null),
    );
  }

  /**
   * @param {string} label
   * @param {number | null} index  of the draft to follow where it has a say; null for the newest
   */
  #chooseAll(label, index) {
    for (const question of this.#questions) {
      const { choices, choose } = question;
      const choice = index === null ? choices[0] : choices.find(({ saidBy }) => saidBy.includes(index));
      if (!choice) continue;
      choose(choice);
      this.#choices.note(question);
    }
    this.#hideIdle();
    this.app.announce(text('merge.chosen', { what: label }));
  }

  /** What is asked within an entry that is to go has no need of an answer. */
  #hideIdle() {
    const gone = this.#questions.filter(({ chosen }) => chosen().value === false).map(({ path }) => `${path}/`);
    for (const { $root, path } of this.#questions) $root.hidden = gone.some((start) => path.startsWith(start));
  }

  /** @param {Comparison} comparison */
  #older({ older }) {
    if (older === 0) return null;
    const ask = () => {
      this.#askOlder = true;
      this.#show();
      this.$('[data-merge-questions]')?.focus();
    };
    return element(
      'div',
      { class: 'app-panel' },
      element('p', {}, text('merge.older', { count: older })),
      element('p', {}, linkButton(text('merge.ask_older', { count: older }), ask)),
    );
  }

  /** @param {boolean} isNews */
  #foot(isNews) {
    const leave = () => {
      chooseFiles([]);
      this.app.router.go('open');
    };
    return element(
      'div',
      {},
      isNews && this.$name,
      isNews && element('p', {}, text('merge.nothing_yet')),
      element(
        'div',
        { class: 'govuk-button-group app-step__foot' },
        isNews && button(text('merge.combine'), () => this.#combine(), { class: 'govuk-button' }),
        linkButton(isNews ? text('files.cancel') : text('merge.choose_files'), leave),
      ),
    );
  }

  async #combine() {
    const { app } = this;
    const { draft } = app;
    const comparison = this.#comparison;
    if (!comparison) return;
    // A second press, while the draft as it stands is kept to be gone back to, is one too many.
    this.#comparison = null;
    await draft.snapshot('merge');
    // There may be more to decide by now.
    if (this.#edits !== editCount(draft.draft)) return this.#show(true);
    // An id that another computer uses too would go on making the same counts.
    if (comparison.forked.has(draft.by.editor)) draft.renewEditor();
    const files = chosenFiles();
    const words = new MergeWords(app, files);
    const name = new Intl.ListFormat(words.language, { type: 'conjunction' }).format(words.fileNames);
    const change = mergeChange(comparison, this.#decisions(), draft.by);
    if (!draft.edit(change, { label: text('merge.label', { files: name }) })) return this.#show();
    chooseFiles([]);
    showMerged(app, comparison, name);
    app.router.go('hub');
  }

  /** @returns {Decisions} */
  #decisions() {
    /** @type {Decisions} */
    const decisions = { answers: {}, kept: {} };
    for (const { path, chosen } of this.#questions) {
      const { value } = chosen();
      if (typeof value === 'boolean') decisions.kept[path] = value;
      else decisions.answers[path] = value;
    }
    return decisions;
  }
}
