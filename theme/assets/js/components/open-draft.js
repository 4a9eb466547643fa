/**
 * Opening a draft: what a file is, or why it cannot be opened, before anything is replaced; and the way back to the
 * drafts that were replaced.
 *
 * @typedef {import('../draft/file.js').FileResult} FileResult
 * @typedef {import('../draft/file.js').FileSummary} FileSummary
 * @typedef {import('../draft/record.js').RecordHead} RecordHead
 */
import { text } from '../catalogue.js';
import { Component } from '../component.js';
import { readDraftFile } from '../draft/file.js';
import { dayOf, timeOf } from '../moments.js';
import { button, element } from '../report/element.js';
import { fileProblemText } from './file-problem.js';
import { unlockForm } from './unlock.js';

export class OpenDraft extends Component {
  /** Counts the files chosen: one that is read slowly must not appear over a later one. */
  #chosen = 0;

  /**
   * @param {HTMLElement} $root  [data-view=open]
   * @param {import('../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.language = app.definition.data.language;
    this.$input = /** @type {HTMLInputElement} */ (this.$('[data-open-file]'));
    this.$preview = /** @type {HTMLElement} */ (this.$('[data-open-preview]'));
    this.$others = element('div');
    this.$preview.after(this.$others);
    this.$input.addEventListener('change', () => this.#read());
    app.router.addEventListener('view', () => this.#start());
    app.draft.addEventListener('replaced', () => this.#start());
    this.#showOthers();
    // A file that was chosen before this was there.
    this.#read();
  }

  #start() {
    this.#chosen += 1;
    this.$input.value = '';
    this.$preview.replaceChildren();
    this.#showOthers();
  }

  async #read() {
    const file = this.$input.files?.[0];
    if (!file) return;
    this.#chosen += 1;
    const chosen = this.#chosen;
    const result = await readDraftFile(file, this.app.definition);
    if (chosen === this.#chosen) this.#show(file, result);
  }

  /**
   * @param {File} file
   * @param {FileResult} result
   */
  #show(file, result) {
    const $content = this.#about(file, result);
    this.$preview.replaceChildren($content);
    $content.querySelector('h2')?.focus();
  }

  /**
   * @param {File} file
   * @param {FileResult} result
   */
  #about(file, result) {
    if (result.ok) return this.#offer(file, result);
    if (result.reason !== 'locked') return this.#refusal(file, result);
    return unlockForm(result, {
      file: file.name,
      title: this.app.definition.title,
      onDone: (opened) => this.#show(file, opened),
      onCancel: () => this.#cancel(),
      announce: this.app.announce,
    });
  }

  /**
   * @param {File} file
   * @param {FileResult & {ok: false}} problem
   */
  #refusal(file, problem) {
    return element(
      'div',
      { class: 'app-alert app-alert--error' },
      element('h2', { class: 'app-alert__title', tabindex: -1 }, text('files.cannot_open', { file: file.name })),
      element(
        'div',
        { class: 'app-alert__body' },
        element('p', {}, fileProblemText(problem, this.app.definition.title)),
        element('p', {}, text('files.nothing_changed')),
      ),
    );
  }

  /**
   * @param {File} file
   * @param {FileResult & {ok: true}} found
   */
  #offer(file, { draft, summary }) {
    const { isBlank } = this.app.draft;
    return element(
      'div',
      { class: 'app-file' },
      element('h2', { class: 'app-file__title', tabindex: -1 }, file.name),
      this.#facts(summary),
      ...notes(summary).map((note) => element('p', {}, note)),
      !isBlank && element('p', {}, text('files.replaces')),
      element(
        'div',
        { class: 'govuk-button-group' },
        button(text('files.open'), () => this.app.draft.openDraft(draft).then(() => this.app.router.go('hub')), {
          class: 'govuk-button',
        }),
        !isBlank && button(text('files.download_first'), () => this.app.downloadDraft()),
        button(text('files.cancel'), () => this.#cancel(), { class: 'app-link-button' }),
      ),
    );
  }

  #cancel() {
    this.#start();
    this.$input.focus();
  }

  /** @param {FileSummary} summary */
  #facts({ name, savedAt, answers }) {
    return factList([
      [text('files.questionnaire'), this.app.definition.title],
      [text('files.name'), name || text('files.no_name')],
      [text('files.saved'), this.#moment(savedAt)],
      [text('files.answers'), String(answers)],
    ]);
  }

  /** @param {string} instant */
  #moment(instant) {
    return text('files.moment', { date: dayOf(instant, this.language), time: timeOf(instant, this.language) });
  }

  #showOthers() {
    const { others } = this.app.draft;
    this.$others.replaceChildren();
    if (others.length === 0) return;
    this.$others.append(
      element('h2', { class: 'govuk-heading-m' }, text('files.others_title')),
      element('p', {}, text('files.others_text')),
      ...others.map((head) => this.#other(head)),
    );
  }

  /** @param {RecordHead} head */
  #other(head) {
    const name = head.name || text('files.no_name');
    return element(
      'div',
      { class: 'app-file' },
      element('h3', { class: 'app-file__title' }, name),
      factList([[text('files.saved'), this.#moment(head.savedAt)]]),
      button(text('files.go_back'), () => this.#goBack(head.id)),
    );
  }

  /** @param {string} id */
  async #goBack(id) {
    if (await this.app.draft.openRecord(id)) this.app.router.go('hub');
    else this.app.alerts.show('files', { kind: 'error', title: text('files.other_unreadable') });
  }
}

/**
 * What of a file cannot be shown as answers, and what becomes of it.
 * @param {FileSummary} summary
 */
function notes({ unknown, unusable, unreadable }) {
  return [
    unknown > 0 && text('files.unknown', { count: unknown }),
    unusable > 0 && text('files.unusable', { count: unusable }),
    unreadable > 0 && text('files.unreadable_parts', { count: unreadable }),
  ].filter((note) => note !== false);
}

/** @param {[string, string][]} facts */
function factList(facts) {
  return element(
    'dl',
    { class: 'govuk-summary-list' },
    ...facts.map(([key, value]) =>
      element(
        'div',
        { class: 'govuk-summary-list__row' },
        element('dt', { class: 'govuk-summary-list__key' }, key),
        element('dd', { class: 'govuk-summary-list__value app-lines' }, value),
      ),
    ),
  );
}
