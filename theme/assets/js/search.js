/** The search page. Its address carries the query, so that Back, reload and a link to a search all work. */
import { text } from './catalogue.js';
import { excerptOf, findEntries } from './search-index.js';

/**
 * @typedef {import('./search-index.js').Entry} Entry
 * @typedef {import('./search-index.js').Found} Found
 */

const SHOWN = 30;

class SearchPage {
  /** @type {Entry[] | undefined} */
  entries;

  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    this.$form = /** @type {HTMLFormElement} */ ($root.querySelector('form'));
    this.$query = /** @type {HTMLInputElement} */ ($root.querySelector('#query'));
    this.$status = /** @type {HTMLElement} */ ($root.querySelector('[data-search-status]'));
    this.$results = /** @type {HTMLElement} */ ($root.querySelector('[data-search-results]'));
    this.$form.addEventListener('submit', (event) => {
      event.preventDefault();
      history.pushState(null, '', `?${new URLSearchParams({ q: this.$query.value })}`);
      void this.showAddress();
    });
    addEventListener('popstate', () => void this.showAddress());
    // The button waits for this script. What somebody typed meanwhile stays.
    const $button = this.$form.querySelector('button');
    $button?.removeAttribute('disabled');
    $button?.removeAttribute('aria-disabled');
    if (location.search !== '') void this.showAddress();
  }

  /** Show what the address asks for. */
  async showAddress() {
    const query = (new URLSearchParams(location.search).get('q') ?? '').trim();
    this.$query.value = query;
    this.$results.replaceChildren();
    this.$status.textContent = query === '' ? '' : await this.search(query);
  }

  /**
   * @param {string} query
   * @returns {Promise<string>} what to say of it
   */
  async search(query) {
    try {
      this.entries ??= await this.load();
    } catch {
      return text('search.failed');
    }
    const found = findEntries(this.entries, query);
    this.$results.replaceChildren(...found.slice(0, SHOWN).map((entry) => this.resultOf(entry, query)));
    if (found.length === 0) return text('search.none', { query });
    return text('search.results', { count: found.length, query });
  }

  /** @returns {Promise<Entry[]>} */
  async load() {
    const response = await fetch(this.addressOf('index'));
    if (!response.ok) throw new Error(response.statusText);
    return (await response.json()).docs;
  }

  /**
   * @param {Found} entry
   * @param {string} query
   */
  resultOf(entry, query) {
    const $link = document.createElement('a');
    $link.className = 'govuk-link';
    $link.href = new URL(entry.location, this.addressOf('site')).href;
    $link.textContent = nameOf(entry);
    const $title = document.createElement('h2');
    $title.className = 'govuk-heading-s';
    $title.append($link);
    const $excerpt = document.createElement('p');
    $excerpt.textContent = excerptOf(entry.text, query);
    const $item = document.createElement('li');
    $item.append($title, $excerpt);
    return $item;
  }

  /** @param {'index' | 'site'} name */
  addressOf(name) {
    return new URL(this.$root.dataset[name] ?? '', document.baseURI);
  }
}

/** @param {Found} entry */
function nameOf({ title, page }) {
  return page === null ? title : text('search.heading_on_page', { heading: title, page });
}

for (const $root of document.querySelectorAll('[data-module="search"]')) {
  new SearchPage(/** @type {HTMLElement} */ ($root));
}
