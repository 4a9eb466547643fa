/**
 * A list that grows: add, change, move, remove with undo. One entry is open at a time, the others are a line each, so
 * that three hundred are as quick as three.
 *
 * @typedef {import('../component.js').App} App
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('./questions.js').Questions} Questions
 */
import { text } from '../catalogue.js';
import { Component } from '../component.js';
import { entryIds } from '../draft/draft.js';
import { button, element } from '../report/element.js';
import { entryForm } from './entry-form.js';
import { entryLine } from './entry-line.js';
import { entryFacts, entryTitle, unnamed } from './entry-name.js';

const LONGEST = 120;

export class Entries extends Component {
  /** @type {Map<string, HTMLElement>} */
  #$rows = new Map();

  /**
   * Removed during this visit, by id, with their names: a line in their place offers them back, for as long as the
   * page stands.
   * @type {Map<string, string>}
   */
  #removed = new Map();

  /** What each line says, until an answer changes it. @type {Map<string, {title: string | null, facts: string}>} */
  #words = new Map();

  /** @type {{id: string, $form: HTMLElement} | null} */
  #open = null;

  /**
   * @param {HTMLElement} $root  [data-entries]
   * @param {App} app
   * @param {Questions} questions
   */
  constructor($root, app, questions) {
    super($root, app);
    this.questions = questions;
    this.id = $root.dataset.entries ?? '';
    this.item = /** @type {Item} */ (app.definition.item(this.id));
    this.$list = /** @type {HTMLElement} */ (this.$('[data-entry-list]'));
    this.$add = /** @type {HTMLElement} */ (this.$('[data-entry-add]'));
    this.$blank = /** @type {HTMLElement} */ (this.$('[data-entry-blank]'));
    this.$blank.remove();
    this.$empty = element('p', { class: 'govuk-hint' }, text('question.no_entries'));
    this.$list.before(this.$empty);
    this.$add.addEventListener('click', () => this.#addOne());
    app.draft.addEventListener('change', (event) => this.#changed(/** @type {CustomEvent} */ (event).detail.path));
    app.draft.addEventListener('replaced', (event) => {
      this.#words.clear();
      if (/** @type {CustomEvent} */ (event).detail.cause === 'other-tab') this.#arrange();
      else this.#startAgain();
    });
    this.#arrange();
  }

  /**
   * Open an entry, closing the one that is open.
   * @param {string} entryId
   */
  open(entryId) {
    if (this.#open?.id === entryId) return;
    this.#close();
    const $row = this.#$rows.get(entryId);
    if (!$row || this.#removed.has(entryId)) return;
    const $form = entryForm(this.$blank, entryId);
    $form.append(button(text('entries.done'), () => this.#finish(entryId)));
    $row.append($form);
    this.#open = { id: entryId, $form };
    this.#fillRow(entryId);
    this.questions.attach($form);
  }

  #close() {
    if (!this.#open) return;
    const { id, $form } = this.#open;
    this.#open = null;
    this.questions.detach($form);
    $form.remove();
    this.#fillRow(id);
  }

  #addOne() {
    this.#edit(this.app.draft.addEntry(this.id));
  }

  /** @param {string} id */
  #finish(id) {
    this.#close();
    this.#focusTool(id, 'edit');
  }

  /** @param {string} id */
  #remove(id) {
    const name = this.#name(id);
    if (this.#open?.id === id) this.#close();
    this.#removed.set(id, name);
    this.app.draft.removeEntry(this.id, id);
    this.app.announce(text('entries.removed', { name }));
    this.#focusTool(id, 'undo');
  }

  /** @param {string} id */
  #restore(id) {
    this.app.draft.restoreEntry(this.id, id);
    this.app.announce(text('entries.restored', { name: this.#name(id) }));
    this.#focusTool(id, 'edit');
  }

  /**
   * @param {string} id
   * @param {-1 | 1} direction
   */
  #move(id, direction) {
    this.app.draft.moveEntry(this.id, id, direction);
    const ids = this.app.draft.entryIds(this.id);
    const position = ids.indexOf(id) + 1;
    this.app.announce(text('entries.moved', { name: this.#name(id), position, of: ids.length }));
    this.#focusTool(id, direction < 0 ? 'up' : 'down');
  }

  /** @param {string | null} path */
  #changed(path) {
    if (path === this.id) {
      this.#arrange();
      return;
    }
    const [top, id] = (path ?? '').split('/');
    // An answer elsewhere may show or hide what a line says.
    if (top !== this.id) this.#words.clear();
    else if (this.#words.delete(id)) this.#fillRow(id);
  }

  #startAgain() {
    this.#close();
    this.#removed.clear();
    this.#$rows.clear();
    this.$list.replaceChildren();
    this.#arrange();
  }

  /** Bring the rows into the draft's order, touching only what is not in its place. */
  #arrange() {
    const { draft } = this.app;
    const inOrder = draft.entryIds(this.id);
    const present = new Set(inOrder);
    for (const id of this.#removed.keys()) {
      if (present.has(id)) this.#removed.delete(id);
    }
    const ids = entryIds(draft.draft, this.id, new Set(this.#removed.keys()));
    for (const [id, $row] of this.#$rows) {
      if (ids.includes(id)) continue;
      if (this.#open?.id === id) this.#close();
      $row.remove();
      this.#$rows.delete(id);
    }
    ids.forEach((id, index) => {
      const $row = this.#$rows.get(id) ?? this.#newRow(id);
      const $present = this.$list.children[index];
      if ($present !== $row) this.$list.insertBefore($row, $present ?? null);
    });
    for (const id of ids) this.#fillRow(id, inOrder);
    this.$empty.hidden = ids.length > 0;
    this.$add.hidden = typeof this.item.max === 'number' && present.size >= this.item.max;
  }

  /** @param {string} id */
  #newRow(id) {
    const $row = element('div', { class: 'app-entry', 'data-entry': id });
    this.#$rows.set(id, $row);
    return $row;
  }

  /**
   * A row's line, made anew when what it says has changed.
   * @param {string} id
   * @param {string[]} [ids]  the entries in order
   */
  #fillRow(id, ids = this.app.draft.entryIds(this.id)) {
    const $row = this.#$rows.get(id);
    if (!$row) return;
    const index = ids.indexOf(id);
    const line = {
      name: this.#removed.get(id) ?? this.#name(id, index),
      facts: this.#removed.has(id) ? '' : this.#said(id).facts,
      isOpen: this.#open?.id === id,
      isRemoved: this.#removed.has(id),
      isFirst: index === 0,
      isLast: index === ids.length - 1,
    };
    const state = JSON.stringify(line);
    if ($row.dataset.state === state) return;
    $row.dataset.state = state;
    $row.classList.toggle('app-entry--removed', line.isRemoved);
    $row.classList.toggle('app-entry--open', line.isOpen);
    const $line = entryLine(line, (tool) => this.#use(tool, id));
    const $before = $row.querySelector(':scope > .app-entry__line');
    if ($before) $before.replaceWith($line);
    else $row.prepend($line);
  }

  /**
   * @param {import('./entry-line.js').Tool} tool
   * @param {string} id
   */
  #use(tool, id) {
    switch (tool) {
      case 'edit':
        return this.#edit(id);
      case 'up':
        return this.#move(id, -1);
      case 'down':
        return this.#move(id, 1);
      case 'remove':
        return this.#remove(id);
      case 'undo':
        return this.#restore(id);
    }
  }

  /** @param {string} id */
  #edit(id) {
    this.open(id);
    this.questions.firstIn(this.#open?.$form ?? this.$root)?.focus();
  }

  /**
   * @param {string} id
   * @param {number} [index]
   */
  #name(id, index = this.app.draft.entryIds(this.id).indexOf(id)) {
    return this.#said(id).title ?? unnamed(this.item, index);
  }

  /** @param {string} id */
  #said(id) {
    const known = this.#words.get(id);
    if (known) return known;
    const title = entryTitle(this.app.draft, this.item, id);
    const words = {
      title: title && shortened(title),
      facts: shortened(entryFacts(this.app.draft, this.item, id)),
    };
    this.#words.set(id, words);
    return words;
  }

  /**
   * @param {string} id
   * @param {string} tool
   */
  #focusTool(id, tool) {
    const $tool = this.#$rows.get(id)?.querySelector(`[data-tool="${tool}"]`);
    /** @type {HTMLElement | null | undefined} */ ($tool)?.focus();
  }
}

/**
 * A line has no room for a page of text; the form shows all of it.
 * @param {string} words
 */
function shortened(words) {
  const characters = [...words.slice(0, 2 * LONGEST)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : words;
}
