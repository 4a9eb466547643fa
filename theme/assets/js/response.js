/**
 * From a draft to a response: what is shown, what each item answers, and the plain response that Python is given.
 *
 * Owns visibility and the dropping of what is hidden, blank or unusable. Touches neither page nor storage.
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
 */
import { computedValue } from './computed.js';
import { holds } from './conditions.js';
import { concretePath, Definition, isBlank } from './definition.js';
import { entryIds, hasEntry, valueAt } from './draft/draft.js';
import { problemOf } from './validation.js';

/** One reading of a draft. Remembers what it has worked out, so make a new one when the draft changes. */
export class Evaluation {
  /** @type {Map<string, boolean>} */
  #visible = new Map();

  /** @type {Map<string, Value>} */
  #values = new Map();

  /**
   * @param {Definition} definition
   * @param {Draft} draft
   */
  constructor(definition, draft) {
    this.definition = definition;
    this.draft = draft;
  }

  /** @param {string} path */
  item(path) {
    return this.definition.item(path);
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
    if (item.type === 'entries') return entryIds(this.draft, item.id);
    const value = valueAt(this.draft, path);
    return isBlank(value) || problemOf(item, value) ? null : value;
  }

  /** @param {string} path */
  isAnswered(path) {
    return !isBlank(this.value(path));
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
   * @param {string} entriesId
   */
  count(entriesId) {
    return this.entries(entriesId).length;
  }

  /**
   * The ids of the entries, in order: none while they are hidden.
   * @param {string} entriesId
   * @returns {string[]}
   */
  entries(entriesId) {
    return /** @type {string[] | null} */ (this.value(entriesId)) ?? [];
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
      } else if (item.type === 'entries') {
        for (const entryId of this.entries(item.id)) {
          for (const child of item.items ?? []) {
            const path = concretePath(child.path, entryId);
            if (this.isVisible(path)) yield { item: child, path };
          }
        }
      } else {
        yield { item, path: item.path };
      }
    }
  }

  /** @returns {Response} */
  response() {
    /** @type {Record<string, Value>} */
    const answers = {};
    for (const { path } of this.leaves()) {
      const value = this.value(path);
      if (!isBlank(value)) answers[path] = value;
    }
    /** @type {Record<string, string[]>} */
    const entries = {};
    for (const item of this.definition.topItems) {
      if (item.type !== 'entries') continue;
      const ids = this.entries(item.id);
      if (ids.length > 0) entries[item.id] = ids;
    }
    return {
      questionnaire_id: this.definition.id,
      questionnaire_revision: this.definition.revision,
      answers,
      entries,
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
