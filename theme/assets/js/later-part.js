/**
 * What the page has besides scripts that a first answer does not need: the whole definition, the other words and the
 * other views. Each is fetched once, when it is first asked for.
 *
 * @typedef {import('./definition.js').Definition} Definition
 */
import { addWords } from './catalogue.js';
import { fetchJson } from './fetch-json.js';

export class LaterPart {
  /** @type {Promise<void> | null} */
  #definition = null;

  /** @type {Promise<void> | null} */
  #views = null;

  /**
   * @param {HTMLElement} $main
   * @param {Definition} definition  as far as a first answer needs it
   */
  constructor($main, definition) {
    this.$main = $main;
    this.definition = definition;
  }

  /** The definition is whole: for whoever reads more of it than the questions' shape. */
  wholeDefinition() {
    this.#definition ??= this.#fetch('definition').then((whole) => this.definition.complete(whole));
    return this.#definition;
  }

  /** The words that the first scripts do not say. */
  async words() {
    addWords(await this.#fetch('words'));
  }

  /** The views that are not start, hub or step, and the blank forms of entries, put into the page. */
  views() {
    this.#views ??= this.#fetch('later').then((html) => {
      const $template = document.createElement('template');
      $template.innerHTML = html;
      this.$main.querySelector('.app-foot')?.before($template.content);
    });
    return this.#views;
  }

  /** @param {string} which */
  #fetch(which) {
    return fetchJson(this.$main.dataset[which] ?? '');
  }
}
