/**
 * From a draft to a response: what is shown, what each item answers, and the plain response that Python is given.
 *
 * Owns visibility, options that come from other answers, and the dropping of what is hidden, blank or unusable. Its
 * meaning is shared with the Python core by the vectors in site_tests/fixtures/vectors. Touches neither page nor storage.
 *
 * @typedef {import('./definition.js').Item} Item
 * @typedef {import('./definition.js').Place} Place
 * @typedef {import('./definition.js').Value} Value
 * @typedef {import('./draft/draft.js').Draft} Draft
 *
 * @typedef {object} Response
 * @property {string} questionnaire_id
 * @property {number} questionnaire_revision
 * @property {Record<string, Value>} answers
 * @property {Record<string, string[]>} entries
 * @property {string[]} broken  paths of answers that name an option which is not there any more
 */
import { computedValue } from './computed.js';
import { containsAny, holds } from './conditions.js';
import { concretePath, Definition, isBlank } from './definition.js';
import { entryIds, hasEntry, valueAt } from './draft/draft.js';
import { optionsSource, presentOptions } from './options.js';
import { problemOf } from './validation.js';

/** One reading of a draft. Remembers what it has worked out, so make a new one when the draft changes. */
export class Evaluation {
  /** @type {Map<string, boolean>} */
  #visible = new Map();

  /** @type {Map<string, Value>} */
  #values = new Map();

  /** @type {Map<string, string[]>} */
  #entries = new Map();

  /** The entries of a list by what they answer to one of its questions. @type {Map<string, Map<Value, string[]>>} */
  #answering = new Map();

  /** Items with the options that they have now, by item and source. @type {Map<string, Item>} */
  #items = new Map();

  /**
   * @param {Definition} definition
   * @param {Draft} draft
   */
  constructor(definition, draft) {
    this.definition = definition;
    this.draft = draft;
  }

  /**
   * The item at a path; where its options come from other answers, with those that there are now.
   * @param {string} path
   * @returns {Item | null}
   */
  item(path) {
    const place = this.definition.locate(path);
    if (!place) return null;
    const { item, entryId } = place;
    const source = optionsSource(item);
    if (!source) return item;
    const sourcePath = concretePath(source, entryId);
    const key = `${item.path} ${sourcePath}`;
    const known = this.#items.get(key);
    if (known) return known;
    this.#items.set(key, item);
    const present = { ...item, options: presentOptions(item, sourcePath, this) };
    this.#items.set(key, present);
    return present;
  }

  /**
   * What a person called an entry; empty while it has no name.
   * @param {string} path  of the entries, or of a view of them
   * @param {string} entryId
   */
  entryTitle(path, entryId) {
    const list = this.definition.listOf(path);
    if (!list?.entry_title) return '';
    const titlePath = `${list.id}/${entryId}/${list.entry_title}`;
    const value = this.value(titlePath);
    const options = this.item(titlePath)?.options;
    if (!options) return typeof value === 'string' ? value : '';
    return options.filter(({ id }) => containsAny(value, id)).map(({ label }) => label).join(', ');
  }

  /**
   * The usable answer at a path: null when blank, hidden, unusable or unknown.
   * @param {string} path
   * @returns {Value}
   */
  value(path) {
    const known = this.#values.get(path);
    if (known !== undefined) return known;
    this.#values.set(path, null);
    const value = this.#findValue(path);
    this.#values.set(path, value);
    return value;
  }

  /**
   * @param {string} path
   * @returns {Value}
   */
  #findValue(path) {
    const place = this.definition.locate(path);
    if (!place || !this.isVisible(path)) return null;
    const { item, entryId } = place;
    if (item.type === 'computed') return item.value ? computedValue(item.value, this, entryId) : null;
    const value = valueAt(this.draft, path);
    if (isBlank(value) || this.problem(path)) return null;
    return Array.isArray(value) && optionsSource(item) ? this.#inOrder(path, value) : value;
  }

  /**
   * Ticks in the order of the options, each once: options that come and go have no other.
   * @param {string} path
   * @param {string[]} ticked
   */
  #inOrder(path, ticked) {
    return (this.item(path)?.options ?? []).map(({ id }) => id).filter((id) => ticked.includes(id));
  }

  /**
   * Why what is stored at a path cannot be used as an answer; null when it can, or is blank.
   * @param {string} path
   */
  problem(path) {
    const item = this.item(path);
    return item && problemOf(item, valueAt(this.draft, path));
  }

  /**
   * Whether the answer names an option that is not there any more.
   * @param {string} path
   */
  isBroken(path) {
    const item = this.definition.item(path);
    if (!item || !optionsSource(item) || !this.isVisible(path)) return false;
    return this.problem(path) === 'unknown-option';
  }

  /** @param {string} path */
  isAnswered(path) {
    return !isBlank(this.value(path)) || this.count(path) > 0;
  }

  /**
   * Shown: its section, the item that holds it and it itself ask for nothing that is not so.
   * @param {string} path
   * @returns {boolean}
   */
  isVisible(path) {
    const known = this.#visible.get(path);
    if (known !== undefined) return known;
    // Checked questionnaires hold no cycles; in others an item asked about meanwhile counts as hidden.
    this.#visible.set(path, false);
    const place = this.definition.locate(path);
    const visible = place !== null && this.#isPlaceVisible(place);
    this.#visible.set(path, visible);
    return visible;
  }

  /** @param {Place} place */
  #isPlaceVisible({ item, parent, entryId, section }) {
    if (section.show_when && !holds(section.show_when, this)) return false;
    if (parent && !this.isVisible(parent.path)) return false;
    if (entryId !== null && parent && !hasEntry(this.draft, parent.id, entryId)) return false;
    return !item.show_when || holds(item.show_when, this, entryId);
  }

  /**
   * How many entries there are: none while they are hidden.
   * @param {string} path
   */
  count(path) {
    return this.entries(path).length;
  }

  /**
   * The ids of the entries of a list, or of those that a view shows, in order: none while they are hidden.
   * @param {string} path
   * @returns {string[]}
   */
  entries(path) {
    const known = this.#entries.get(path);
    if (known) return known;
    this.#entries.set(path, []);
    const ids = this.#findEntries(path);
    this.#entries.set(path, ids);
    return ids;
  }

  /** @param {string} path */
  #findEntries(path) {
    const item = this.definition.item(path);
    if (!item || !this.isVisible(path)) return [];
    if (item.type === 'entries') return entryIds(this.draft, item.id);
    const { of, where = {} } = item;
    if (!of) return [];
    const found = Object.entries(where).map(([child, wanted]) => this.#entriesAnswering(of, child, [wanted].flat()));
    return this.entries(of).filter((id) => found.every((ids) => ids.has(id)));
  }

  /**
   * A list may have many views, each of which asks for other answers to the same question: it is looked through once.
   * @param {string} of
   * @param {string} child
   * @param {Value[]} wanted
   */
  #entriesAnswering(of, child, wanted) {
    const path = `${of}/${child}`;
    let byAnswer = this.#answering.get(path);
    if (!byAnswer) {
      byAnswer = new Map();
      for (const id of this.entries(of)) {
        for (const answer of [this.value(`${of}/${id}/${child}`)].flat()) {
          const ids = byAnswer.get(answer);
          if (ids) ids.push(id);
          else byAnswer.set(answer, [id]);
        }
      }
      this.#answering.set(path, byAnswer);
    }
    return new Set(wanted.flatMap((answer) => byAnswer.get(answer) ?? []));
  }

  /**
   * Every question and computed item that is shown, with its concrete path, in the questionnaire's order.
   * @param {Item[]} [items]
   * @returns {Generator<{item: Item, path: string}>}
   */
  *leaves(items = this.definition.topItems) {
    for (const item of items) {
      if (!this.isVisible(item.path)) continue;
      if (item.type === 'group') {
        yield* this.leaves(item.items);
      } else if (item.type === 'entries' || item.of) {
        for (const entryId of this.entries(item.id)) yield* this.entryLeaves(item.id, entryId);
      } else {
        yield { item, path: item.path };
      }
    }
  }

  /**
   * The same of one entry.
   * @param {string} path  of the entries, or of a view of them
   * @param {string} entryId
   * @returns {Generator<{item: Item, path: string}>}
   */
  *entryLeaves(path, entryId) {
    for (const item of this.definition.listOf(path)?.items ?? []) {
      const childPath = concretePath(item.path, entryId);
      if (this.isVisible(childPath)) yield { item, path: childPath };
    }
  }

  /** @returns {Response} */
  response() {
    /** @type {Record<string, Value>} */
    const answers = {};
    /** @type {string[]} */
    const broken = [];
    // A view shows what a list holds.
    const items = this.definition.topItems.filter((item) => !item.of);
    for (const { path } of this.leaves(items)) {
      const value = this.value(path);
      if (!isBlank(value)) answers[path] = value;
      else if (this.isBroken(path)) broken.push(path);
    }
    /** @type {Record<string, string[]>} */
    const entries = {};
    for (const item of items) {
      if (item.type !== 'entries') continue;
      const ids = this.entries(item.id);
      if (ids.length > 0) entries[item.id] = ids;
    }
    return {
      questionnaire_id: this.definition.id,
      questionnaire_revision: this.definition.revision,
      answers,
      entries,
      broken,
    };
  }
}

/**
 * @param {Definition} definition
 * @param {Draft} draft
 */
export function toResponse(definition, draft) {
  return new Evaluation(definition, draft).response();
}
