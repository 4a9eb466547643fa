/**
 * One place that shows entries: all of a list, or those of a view. Add, change, duplicate, move, remove with undo. One
 * entry is open at a time, the others are a line each.
 *
 * Draws only what has changed, and only while it can be seen: what changes meanwhile is drawn when it is.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../definition.js').Item} Item
 *
 * @typedef {object} Shared  What all places of a list have in common.
 * @property {Item} list
 * @property {HTMLElement} $blank
 * @property {import('./entry-form.js').EntryForm} form
 */
import { text } from '../../catalogue.js';
import { Component } from '../../component.js';
import { hasEntry } from '../../draft/draft.js';
import { givenAnswers } from '../../entry-groups.js';
import { entryTally } from '../../progress.js';
import { button, element } from '../../report/element.js';
import { unnamed } from '../questions/answer-words.js';
import { EntryRows } from './entry-rows.js';
import { EntryWords } from './entry-words.js';
import { keepInPlace } from './keep-in-place.js';

/** How long what follows an answer waits for whoever is typing it, in milliseconds. */
const PAUSE = 300;

export class EntryList extends Component {
  /** @type {Record<import('./entry-line.js').Tool, (id: string) => void>} */
  #tools = {
    edit: (id) => this.#edit(id),
    duplicate: (id) => this.#duplicate(id),
    up: (id) => this.#move(id, -1),
    down: (id) => this.#move(id, 1),
    remove: (id) => this.#remove(id),
    undo: (id) => this.#restore(id),
  };

  #isOutdated = true;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #lineTimer;

  /**
   * @param {HTMLElement} $root
   * @param {App} app
   * @param {Item} item  the list or the view
   * @param {Shared} shared
   */
  constructor($root, app, item, { list, $blank, form }) {
    super($root, app);
    this.item = item;
    this.list = list;
    this.step = app.definition.stepOf(item.id);
    this.$blank = $blank;
    this.given = givenAnswers(item, list);
    // What its heading says of an entry, its line need not.
    const said = Object.assign({}, this.given, ...app.definition.viewsOf(item.id).map(({ where }) => where));
    this.words = new EntryWords(app, list, said);
    this.form = form;
    this.rows = new EntryRows($root, list, {
      line: (id) => this.#line(id),
      use: (tool, id) => this.#tools[tool](id),
    });
    this.$add = /** @type {HTMLElement} */ (this.$('[data-entry-add]'));
    this.$add.addEventListener('click', () => this.#add());
    app.draft.addEventListener('change', (event) => this.#changed(/** @type {CustomEvent} */ (event).detail));
    app.draft.addEventListener('replaced', (event) => {
      this.words.forget(null);
      if (/** @type {CustomEvent} */ (event).detail.cause !== 'other-tab') {
        this.form.close();
        this.rows.clear();
      }
      this.#outdate();
    });
    app.router.addEventListener('view', () => this.#isOutdated && this.#outdate());
    this.#outdate();
  }

  /**
   * Open an entry, closing the one that is open.
   * @param {string} id
   */
  open(id) {
    if (this.#isOpen(id)) return;
    const $before = this.rows.$row(id);
    if ($before) keepInPlace($before, () => this.#show(id));
    else this.#show(id);
  }

  /** @param {string} id */
  #show(id) {
    this.form.close();
    if (this.#isOutdated) this.#arrange();
    const $row = this.rows.$row(id);
    if (!$row || !hasEntry(this.app.draft.draft, this.list.id, id)) return null;
    const isBegun = entryTally(this.app.draft.evaluation, this.list.id, id).unanswered.length === 0;
    const entry = { list: this.list.id, id, given: Object.keys(this.given), isBegun };
    const $form = this.form.open(entry, this.$blank, $row, () => this.#closed(id));
    $form.append(this.#formTools(id));
    this.rows.pinned = id;
    this.rows.fill(id);
    return $row;
  }

  /** @param {string} id */
  #formTools(id) {
    const singular = this.list.singular ?? text('question.entry');
    return element(
      'div',
      { class: 'govuk-button-group' },
      button(text('entries.done'), () => this.#finish(id), { class: 'govuk-button' }),
      !this.isFull && button(text('entries.add_another', { singular }), () => this.#addAnother(id)),
    );
  }

  /** @param {string} id */
  #closed(id) {
    this.rows.pinned = null;
    this.rows.fill(id);
    // Its answers may have put it under another heading, or somewhere else altogether.
    this.#isOutdated = true;
  }

  /** @param {string} id */
  #finish(id) {
    this.form.close();
    this.#arrange();
    this.rows.focus(id, 'edit');
  }

  #add() {
    // First, so that the list is brought into order once, and laid out once.
    this.form.close();
    this.#show(this.app.draft.addEntry(this.list.id, undefined, this.given));
    this.form.focus();
  }

  /**
   * The next one begins where the last one was, so that many can be entered in a row.
   * @param {string} id
   */
  #addAnother(id) {
    const $row = /** @type {HTMLElement} */ (this.rows.$row(id));
    keepInPlace($row, () => {
      this.form.close();
      const next = this.app.draft.addEntry(this.list.id, undefined, this.given);
      this.open(next);
      return this.rows.$row(next);
    });
    this.form.focus();
  }

  /** @param {string} id */
  #edit(id) {
    this.open(id);
    this.form.focus();
  }

  /** @param {string} id */
  #duplicate(id) {
    const title = this.list.items?.find((child) => child.id === this.list.entry_title);
    const name = text('entries.copy_of', { name: this.#name(id) });
    const renamed = title?.type === 'text' ? { [title.id]: name } : {};
    this.#edit(this.app.draft.duplicateEntry(this.list.id, id, renamed));
    this.app.announce(text('entries.duplicated', { name }));
  }

  /** @param {string} id */
  #remove(id) {
    const name = this.#name(id);
    if (this.#isOpen(id)) this.form.close();
    this.rows.setRemoved(id, name);
    this.app.draft.removeEntry(this.list.id, id);
    this.app.announce(text('entries.removed', { name }));
    this.rows.focus(id, 'undo');
  }

  /** @param {string} id */
  #restore(id) {
    this.app.draft.restoreEntry(this.list.id, id);
    this.app.announce(text('entries.restored', { name: this.#name(id) }));
    this.rows.focus(id, 'edit');
  }

  /**
   * @param {string} id
   * @param {-1 | 1} direction
   */
  #move(id, direction) {
    this.app.draft.moveEntry(this.list.id, id, direction, this.rows.among(id));
    const among = this.rows.among(id);
    const position = among.indexOf(id) + 1;
    this.app.announce(text('entries.moved', { name: this.#name(id), position, of: among.length }));
    this.rows.focus(id, direction < 0 ? 'up' : 'down');
  }

  get isFull() {
    const { max } = this.list;
    return typeof max === 'number' && this.app.draft.entryIds(this.list.id).length >= max;
  }

  /** @param {string} id */
  #isOpen(id) {
    return this.form.path === `${this.list.id}/${id}` && this.rows.$row(id)?.querySelector('.app-entry__form') !== null;
  }

  /** @param {string} id */
  #line(id) {
    const { facts, standing } = this.words.of(id);
    return { name: this.#name(id), facts, standing, isOpen: this.#isOpen(id), isFull: this.isFull };
  }

  /** @param {string} id */
  #name(id) {
    return this.words.of(id).title ?? unnamed(this.list, this.app.draft.entryIds(this.list.id).indexOf(id));
  }

  /** @param {{path: string | null, answers: string[]}} change */
  #changed({ path, answers }) {
    const [top, id] = (path ?? '').split('/');
    for (const changed of [path, ...answers]) this.words.forget(changed);
    const { pinned } = this.rows;
    // Taken back, with its form open.
    if (pinned !== null && !hasEntry(this.app.draft.draft, this.list.id, pinned)) this.form.close();
    if (top !== this.list.id) return this.#outdate(PAUSE);
    if (id === undefined) return this.#outdate();
    // Where the entry belongs is seen to when it is closed: nothing jumps away under someone's hands.
    this.#isOutdated = true;
    if (id === pinned) this.#fillSoon(id);
    else if (this.#isSeen) this.rows.fill(id);
  }

  /**
   * The line above an open form follows when the typing pauses: nobody reads there meanwhile, and a key costs less.
   * @param {string} id
   */
  #fillSoon(id) {
    clearTimeout(this.#lineTimer);
    this.#lineTimer = setTimeout(() => this.#isSeen && this.rows.fill(id), PAUSE);
  }

  get #isSeen() {
    return this.step === this.app.router.current;
  }

  /**
   * What is shown may not be right any more: draw it again, now or when it is next seen.
   * @param {number} [pause]  milliseconds to wait, for whoever may be typing
   */
  #outdate(pause = 0) {
    this.#isOutdated = true;
    if (!this.#isSeen) return;
    clearTimeout(this.#timer);
    if (pause === 0) this.#arrange();
    else this.#timer = setTimeout(() => this.#isSeen && this.#arrange(), pause);
  }

  #arrange() {
    this.#isOutdated = false;
    this.rows.arrange(this.app.draft.evaluation, this.item.path);
    this.$add.hidden = this.isFull;
  }
}
