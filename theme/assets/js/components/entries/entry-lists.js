/**
 * Every place on the page that shows entries. A list may be shown in many: they share its one blank form, which is
 * taken out of the page to begin with.
 *
 * @typedef {import('../../component.js').App} App
 * @typedef {import('../../definition.js').Item} Item
 */
import { Component } from '../../component.js';
import { EntryForm } from './entry-form.js';
import { EntryList } from './entry-list.js';

export class EntryLists extends Component {
  /** By the id of the list or view. @type {Map<string, EntryList>} */
  #places = new Map();

  /**
   * @param {HTMLElement} $root
   * @param {App} app
   * @param {import('../questions/questions.js').Questions} questions
   */
  constructor($root, app, questions) {
    super($root, app);
    this.form = new EntryForm(questions);
    for (const $list of this.$$('[data-entries]')) this.#takeIn($list, $list.dataset.entries ?? '');
  }

  /**
   * @param {HTMLElement} $list
   * @param {string} id
   */
  #takeIn($list, id) {
    const { app, form } = this;
    const list = /** @type {Item} */ (app.definition.item(id));
    const $blank = /** @type {HTMLElement} */ (this.$(`[data-entry-blank="${id}"]`));
    $blank.remove();
    const shared = { list, $blank, form };
    this.#places.set(id, new EntryList($list, app, list, shared));
    for (const view of app.definition.viewsOf(id)) {
      const $view = this.$(`[data-entries-view="${view.id}"]`);
      if ($view) this.#places.set(view.id, new EntryList($view, app, view, shared));
    }
  }

  /**
   * Open an entry.
   * @param {string} place  the list or view in which it is to be shown
   * @param {string} entryId
   */
  open(place, entryId) {
    this.#places.get(place)?.open(entryId);
  }
}
