/**
 * The results as one file, or on paper: the team's own copy, or one to share; all of it, or a shorter version.
 *
 * Owns the taking away. Never makes anybody wait for Python who does not want to.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('../../report/summary-file.js').Summary} Summary
 * @typedef {import('./copy-choices.js').Copy} Copy
 * @typedef {import('../results/results.js').Results} Results
 * @typedef {import('./copy-works.js').Taken} Taken
 * @typedef {'download' | 'word' | 'excel' | 'print'} Way
 */
import { text } from '../../catalogue.js';
import { fileName } from '../../draft/file.js';
import { localDate } from '../../moments.js';
import { hasFindings } from '../../report/changes/findings.js';
import { button, element } from '../../report/element.js';
import { needsEngine } from '../../report/report.js';
import { summaryHtml } from '../../report/summary-file.js';
import { tellsWhatChanged } from '../../report/versions.js';
import { CopyChoices } from './copy-choices.js';
import { copyContents } from './copy-contents.js';
import { excelWork, webPageWork, wordWork, workbookOf } from './copy-works.js';
import { Making } from './making.js';
import { printSummary } from './print-summary.js';

export class CopyTool {
  /** @type {Promise<string> | null} */
  #css = null;

  /**
   * @param {App} app
   * @param {Results} results
   */
  constructor(app, results) {
    this.app = app;
    this.results = results;
    this.choices = new CopyChoices(app, results);
    this.making = new Making(app);
    this.$page = button(text('export.download_copy'), () => this.take('download'), { class: 'govuk-button' });
    this.$word = button(text('export.download_word'), () => this.take('word'));
    this.$excel = button(text('export.download_excel'), () => this.take('excel'));
    this.$offer = element('div', { class: 'app-copy__offer', tabindex: -1, hidden: true, 'data-copy-offer': true });
    this.$root = element(
      'div',
      { class: 'app-tools__group app-copy' },
      element('h3', { class: 'govuk-heading-s' }, text('export.copy_title')),
      element('p', { class: 'govuk-body' }, text('export.copy_text')),
      this.choices.$root,
      element(
        'div',
        { class: 'govuk-button-group' },
        this.$page,
        this.$word,
        this.$excel,
        button(text('export.print_copy'), () => this.take('print')),
      ),
      this.$offer,
      this.making.$root,
      element(
        'p',
        { class: 'govuk-body' },
        text('export.booklet'),
        ' ',
        element('a', { class: 'govuk-link', href: 'booklet/' }, text('export.booklet_link')),
      ),
    );
  }

  refresh() {
    this.choices.refresh();
  }

  /**
   * Make the copy; where Python has not answered yet, ask first whether to wait for it.
   * @param {Way} way
   */
  async take(way) {
    const { copy } = this.choices;
    if (!this.#waitsForPython(copy)) {
      await this.hand(copy, way, null);
      return;
    }
    if (this.results.engine.status.stage !== 'ready') {
      this.offerToWait(copy, way);
      return;
    }
    const evaluation = await this.results.evaluateAll().catch(() => null);
    await this.hand(copy, way, evaluation);
  }

  /**
   * Findings that have changed are the core's too.
   * @param {Copy} copy
   */
  #waitsForPython({ parts }) {
    const { source, compared } = this.results.material;
    return parts.some((part) => needsEngine(part) || (tellsWhatChanged(part) && compared.length > 0 && hasFindings(source)));
  }

  /**
   * @param {Copy} copy
   * @param {Way} way
   */
  offerToWait(copy, way) {
    const hasFailed = this.results.engine.status.stage === 'failed';
    const $words = element('p', { class: 'govuk-body' }, hasFailed ? text('export.failed') : text('export.not_ready'));
    const $wait = button(hasFailed ? text('export.try_again') : text('export.wait'), async () => {
      $words.textContent = text('export.waiting');
      $wait.hidden = true;
      this.$offer.focus();
      this.results.engine.start();
      try {
        await this.hand(copy, way, await this.results.evaluateAll());
      } catch {
        this.offerToWait(copy, way);
      }
    });
    const $without = button(text('export.without'), () => this.hand(copy, way, null));
    this.$offer.replaceChildren($words, element('div', { class: 'govuk-button-group' }, $wait, $without));
    this.$offer.hidden = false;
    this.$offer.focus();
  }

  /**
   * @param {Copy} copy
   * @param {Way} way
   * @param {Evaluation | null} evaluation
   */
  async hand(copy, way, evaluation) {
    const { app } = this;
    const material = { ...this.results.material, evaluation };
    const taken = copyContents(app, copy, material, this.choices.leftOutWords(copy));
    const { summary } = taken;
    this.$offer.hidden = true;
    if (way === 'print') {
      printSummary(app.$main, summary);
      return;
    }
    await this.making.run(this.workOf(way, taken));
  }

  /**
   * @param {Exclude<Way, 'print'>} way
   * @param {Taken} taken
   */
  workOf(way, taken) {
    const { app } = this;
    const { copy, summary } = taken;
    if (way === 'word') {
      return wordWork(app, this.$word, summary, (file) => this.give(copy, summary, '.docx', file));
    }
    if (way === 'download') return webPageWork(this.$page, (signal) => this.#webPage(copy, summary, signal));
    const content = workbookOf(app, taken);
    return excelWork(app, this.$excel, content, (file) => this.give(copy, summary, '.xlsx', file));
  }

  /**
   * @param {Copy} copy
   * @param {Summary} summary
   * @param {AbortSignal} signal
   */
  async #webPage(copy, summary, signal) {
    const css = await this.css(signal);
    signal.throwIfAborted();
    this.give(copy, summary, '.html', { type: 'text/html;charset=utf-8', text: summaryHtml({ ...summary, css }) });
    if (summary.draft) this.app.draft.markDownloaded();
  }

  /**
   * @param {Copy} copy
   * @param {Summary} summary
   * @param {string} extension
   * @param {{type: string, text: string | ArrayBuffer}} file
   */
  give(copy, summary, extension, file) {
    const { app } = this;
    const audience = copy.isShared ? text('export.share_copy_ending') : text('export.team_copy_ending');
    const ending = `${copy.version ? `-${copy.version.ending}` : ''}-${audience}${extension}`;
    const name = fileName(summary.name, app.definition.id, localDate(new Date()), ending);
    app.download({ name, ...file });
    app.announce(text('export.downloaded', { file: name }));
  }

  /**
   * The file's own style sheet; without it (the line is down) the file is plain, and whole.
   * @param {AbortSignal} signal
   */
  css(signal) {
    this.#css ??= fetch(this.app.$main.dataset.reportCss ?? '', { signal })
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText))))
      .catch(() => {
        this.#css = null;
        return '';
      });
    return this.#css;
  }
}
