/**
 * Opening drafts: what each chosen file is, or why it cannot be opened, before anything is replaced or combined.
 *
 * @typedef {import('../../draft/file.js').FileResult} FileResult
 * @typedef {import('../../draft/present-file.js').PresentResult} PresentResult
 * @typedef {PresentResult | import('./workbook-reading.js').WorkbookResult} Result
 * @typedef {{file: File, result: Result}} ReadFile
 * @typedef {{file: File, result: Result & {ok: true}}} GoodFile
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { readDraftFile } from '../../draft/file.js';
import { inPresentRevision } from '../../draft/present-file.js';
import { Making } from '../copies/making.js';
import { chooseFiles, compareFiles, forgetFiles } from './chosen-files.js';
import { fileCard, refusalCard } from './file-card.js';
import { FileChoices, latestFirst } from './file-choices.js';
import { unlockForm } from './unlock.js';
import { leftCells } from './workbook-left.js';
import { readWorkbook } from './workbook-reading.js';

export class OpenDraft extends Component {
  /** Counts the choices made: a file that is read slowly must not appear over later ones. */
  #chosen = 0;

  /**
   * @param {HTMLElement} $root  [data-view=open]
   * @param {import('../../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
    this.choices = new FileChoices(app, {
      combine: (good) => this.#combine(good),
      compare: (good) => this.#compare(good),
      openTogether: (good) => this.#openTogether(good),
      cancel: () => this.#cancel(),
    });
    /** Says that a workbook is being read. */
    this.reading = new Making(app, 2);
    this.$input = /** @type {HTMLInputElement} */ (this.$('[data-open-file]'));
    this.$drop = /** @type {HTMLElement} */ (this.$('[data-open-drop]'));
    this.$preview = /** @type {HTMLElement} */ (this.$('[data-open-preview]'));
    this.$input.addEventListener('change', () => this.#read(this.$input.files));
    // Anywhere on the page: a file dropped beside the box would take the browser to the file.
    for (const type of ['dragover', 'dragleave', 'drop']) {
      document.addEventListener(type, (event) => this.#dragged(/** @type {DragEvent} */ (event)));
    }
    app.router.addEventListener('view', () => this.#start());
    app.draft.addEventListener('replaced', (event) => {
      const { cause } = /** @type {CustomEvent} */ (event).detail;
      if (cause === 'cleared' || cause === 'moved') forgetFiles();
      if (cause !== 'other-tab') this.#start();
    });
    // Files that were chosen before this was there.
    this.#read(this.$input.files);
  }

  #start() {
    this.#chosen += 1;
    this.reading.stop();
    this.$input.value = '';
    this.$preview.replaceChildren();
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    if (this.app.router.current !== 'open' || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.$drop.classList.toggle('app-drop--over', event.type === 'dragover');
    if (event.type === 'drop') this.#read(event.dataTransfer.files);
  }

  /** @param {FileList | null} files */
  async #read(files) {
    if (!files || files.length === 0) return;
    this.#chosen += 1;
    const chosen = this.#chosen;
    const { definition, draft } = this.app;
    const read = await Promise.all(
      [...files].map(async (file) => {
        return { file, result: await inPresentRevision(await readDraftFile(file, definition), draft) };
      }),
    );
    if (chosen !== this.#chosen) return;
    if (read.some((one) => isWorkbook(one))) this.#readWorkbooks(read);
    else this.#show(read, 0);
  }

  /**
   * Python reads them, and is fetched for that.
   * @param {ReadFile[]} read
   */
  #readWorkbooks(read) {
    this.$preview.replaceChildren(this.reading.$root);
    this.reading.run({
      $button: this.$input,
      words: text('files.reading_workbook'),
      make: async (signal) => {
        /** @type {ReadFile[]} */
        const done = [];
        // One after another: each takes a Python of its own.
        for (const one of read) {
          done.push(isWorkbook(one) ? { ...one, result: await readWorkbook(one.file, this.app, signal) } : one);
        }
        if (!signal.aborted) this.#show(done, 0);
      },
      failedTitle: text('files.reading_failed_title'),
      failed: text('files.reading_failed'),
    });
  }

  /**
   * @param {ReadFile[]} read
   * @param {number} first  which to go to
   */
  #show(read, first) {
    if (read.length === 0) return this.#cancel();
    const good = read.filter((one) => isGood(one));
    const $cards = read.map((one, index) => {
      return isGood(one) ? this.#card(one, good.length > 1) : this.#problem(one, read, index);
    });
    this.$preview.replaceChildren(...$cards, ...(good.length > 1 ? [this.choices.together(good)] : []));
    $cards[Math.min(first, $cards.length - 1)].querySelector('h2')?.focus();
  }

  /**
   * @param {GoodFile} good
   * @param {boolean} isOneOfMany
   */
  #card(good, isOneOfMany) {
    const { definition } = this.app;
    const left = 'left' in good.result && leftCells(good.result, good.file.name, this.app);
    return fileCard(good.file.name, good.result, definition, left, ...this.choices.ofFile(good, isOneOfMany));
  }

  /**
   * @param {ReadFile} bad
   * @param {ReadFile[]} read
   * @param {number} index
   */
  #problem({ file, result }, read, index) {
    const { definition, announce } = this.app;
    if (result.ok || result.reason !== 'locked') {
      return refusalCard(file.name, /** @type {FileResult & {ok: false}} */ (result), definition.title);
    }
    return unlockForm(result, {
      file: file.name,
      title: definition.title,
      onDone: async (opened) => {
        const result = await inPresentRevision(opened, this.app.draft);
        this.#show(read.map((one, at) => (at === index ? { file, result } : one)), index);
      },
      onCancel: () => this.#show(read.filter((_, at) => at !== index), index),
      announce,
    });
  }

  /** @param {GoodFile[]} good */
  #combine(good) {
    chooseFiles(good.map(({ file, result }) => ({ name: file.name, draft: result.present })));
    this.app.router.go('merge');
  }

  /** @param {GoodFile[]} good */
  #compare(good) {
    compareFiles(good.map(({ file, result }) => ({ name: file.name, draft: result.present })));
    this.app.router.go('workshop');
  }

  /**
   * Nothing is here yet: the latest is opened, and the others are combined with it.
   * @param {GoodFile[]} good
   */
  async #openTogether(good) {
    const [latest, ...others] = latestFirst(good);
    await this.app.draft.openDraft(latest.result.draft);
    this.#combine(others);
  }

  #cancel() {
    this.#start();
    this.$input.focus();
  }
}

/**
 * @param {ReadFile} read
 * @returns {read is GoodFile}
 */
function isGood(read) {
  return read.result.ok;
}

/** @param {ReadFile} read */
function isWorkbook({ result }) {
  return !result.ok && result.reason === 'workbook';
}
