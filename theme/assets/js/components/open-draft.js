/**
 * Opening drafts: what each chosen file is, or why it cannot be opened, before anything is replaced or combined.
 *
 * @typedef {import('../draft/file.js').FileResult} FileResult
 * @typedef {import('../draft/present-file.js').PresentResult} PresentResult
 * @typedef {PresentResult | import('./workbook-reading.js').WorkbookResult} Result
 * @typedef {{file: File, result: Result}} ReadFile
 * @typedef {{file: File, result: Result & {ok: true}}} GoodFile
 */
import { text } from '../catalogue.js';
import { Component } from '../component.js';
import { readDraftFile } from '../draft/file.js';
import { inPresentRevision } from '../draft/present-file.js';
import { button, element } from '../report/element.js';
import { chooseFiles, compareFiles, forgetFiles } from './chosen-files.js';
import { fileCard, refusalCard } from './file-card.js';
import { Making } from './making.js';
import { unlockForm } from './unlock.js';
import { leftCells } from './workbook-left.js';
import { readWorkbook } from './workbook-reading.js';

const SECONDARY = 'govuk-button govuk-button--secondary';

export class OpenDraft extends Component {
  /** Counts the choices made: a file that is read slowly must not appear over later ones. */
  #chosen = 0;

  /**
   * @param {HTMLElement} $root  [data-view=open]
   * @param {import('../component.js').App} app
   */
  constructor($root, app) {
    super($root, app);
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
    this.$preview.replaceChildren(...$cards, ...(good.length > 1 ? [this.#together(good)] : []));
    $cards[Math.min(first, $cards.length - 1)].querySelector('h2')?.focus();
  }

  /**
   * @param {GoodFile} good
   * @param {boolean} isOneOfMany
   */
  #card(good, isOneOfMany) {
    const { definition } = this.app;
    const left = 'left' in good.result && leftCells(good.result, good.file.name, this.app);
    return fileCard(good.file.name, good.result, definition, left, ...this.#choices(good, isOneOfMany));
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

  /**
   * What can be done with one file.
   * @param {GoodFile} good
   * @param {boolean} isOneOfMany
   */
  #choices(good, isOneOfMany) {
    const { isBlank } = this.app.draft;
    if (isOneOfMany) {
      const $one = this.#openButton(good, text('files.open_this'), SECONDARY);
      $one.append(element('span', { class: 'govuk-visually-hidden' }, `: ${good.file.name}`));
      return [$one];
    }
    if (isBlank) return [buttons(this.#openButton(good, text('files.open'), 'govuk-button'), this.#cancelButton())];
    const isPart = good.result.draft.parts !== null;
    const isCopy = good.result.draft.draft_id === this.app.draft.draft.draft_id;
    const combineFirst = isPart || isCopy;
    const $open = this.#openButton(good, text('files.open_instead'), combineFirst ? SECONDARY : 'govuk-button');
    const $combine = this.#combineButton([good], combineFirst ? 'govuk-button' : SECONDARY);
    return [
      isPart && element('p', {}, text('files.is_part')),
      !isPart && isCopy && element('p', {}, text('files.is_copy')),
      element('p', {}, text('files.combining')),
      element('p', {}, text('files.replaces')),
      buttons(...(combineFirst ? [$combine, $open] : [$open, $combine]), this.#downloadButton(), this.#cancelButton()),
    ];
  }

  /** @param {GoodFile[]} good */
  #together(good) {
    const { isBlank } = this.app.draft;
    const values = { count: good.length };
    return element(
      'div',
      { class: 'app-file', 'data-open-together': true },
      element('h2', { class: 'app-file__title' }, text('files.together', values)),
      element('p', {}, isBlank ? text('files.together_blank') : text('files.combining')),
      buttons(
        isBlank
          ? button(text('files.open_together'), () => this.#openTogether(good), { class: 'govuk-button' })
          : this.#combineButton(good, 'govuk-button'),
        this.app.definition.data.workshop && button(text('workshop.compare'), () => this.#compare(good)),
        !isBlank && this.#downloadButton(),
        this.#cancelButton(),
      ),
    );
  }

  /**
   * @param {GoodFile} good
   * @param {string} label
   * @param {string} className
   */
  #openButton({ result }, label, className) {
    const open = () => this.app.draft.openDraft(result.draft).then(() => this.app.router.go('hub'));
    return button(label, open, { class: className });
  }

  /**
   * @param {GoodFile[]} good
   * @param {string} className
   */
  #combineButton(good, className) {
    return button(text('files.combine'), () => this.#combine(good), { class: className });
  }

  #downloadButton() {
    return button(text('files.download_first'), () => this.app.downloadDraft());
  }

  #cancelButton() {
    return button(text('files.cancel'), () => this.#cancel(), { class: 'app-link-button' });
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
    const [latest, ...others] = [...good].sort((a, b) => (a.result.draft.saved_at < b.result.draft.saved_at ? 1 : -1));
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

/** @param {...(Node | false | null | undefined)} $buttons */
function buttons(...$buttons) {
  return element('div', { class: 'govuk-button-group' }, ...$buttons);
}
