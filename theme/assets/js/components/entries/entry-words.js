/**
 * What the line of each entry says at one place, remembered until an answer changes it.
 *
 * @typedef {import('../../component.js').Basics} Basics
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../progress.js').Status} Status
 *
 * @typedef {object} Words
 * @property {string | null} title  null while it has no name
 * @property {string} facts
 * @property {{text: string, status: Status} | null} standing
 */
import { text } from '../../catalogue.js';
import { entryTally } from '../../progress.js';
import { entryFacts, entryTitle } from './entry-name.js';

const LONGEST = 120;

export class EntryWords {
  /** @type {Map<string, Words>} */
  #words = new Map();

  /**
   * @param {Basics} app
   * @param {Item} list
   * @param {Record<string, unknown>} given  children that all entries here answer alike
   */
  constructor(app, list, given) {
    this.app = app;
    this.list = list;
    this.given = given;
    this.asksLater = (list.items ?? []).some((item) => item.later);
  }

  /**
   * Forget what a change of the draft may have altered.
   * @param {string | null} path  that has changed; null when anything may have
   */
  forget(path) {
    const [top, id] = (path ?? '').split('/');
    // An answer elsewhere may show, hide or name what a line says.
    if (top !== this.list.id) this.#words.clear();
    else if (id !== undefined) this.#words.delete(id);
  }

  /** @param {string} id */
  of(id) {
    const known = this.#words.get(id);
    if (known) return known;
    const { evaluation } = this.app.draft;
    const title = entryTitle(evaluation, this.list, id);
    const words = {
      title: title && shortened(title),
      facts: shortened(entryFacts(evaluation, this.list, id, this.given)),
      standing: this.#standing(id),
    };
    this.#words.set(id, words);
    return words;
  }

  /**
   * What is missing, first to have the entry at all, then before it is shared.
   * @param {string} id
   * @returns {Words['standing']}
   */
  #standing(id) {
    const { evaluation } = this.app.draft;
    const { unanswered, later, unusable } = entryTally(evaluation, this.list.id, id);
    if (unusable.length > 0) return { text: text('entries.to_look_at'), status: 'review' };
    if (unanswered.length > 0) {
      const titles = unanswered.map((path) => evaluation.definition.item(path)?.title).join(' · ');
      return { text: shortened(text('entries.missing', { titles })), status: 'todo' };
    }
    if (!this.asksLater) return null;
    if (later.length === 0) return { text: text('entries.complete'), status: 'done' };
    const label = this.app.definition.data.labels.later || text('entries.later');
    return { text: text('entries.wanted_later', { label, count: later.length }), status: 'started' };
  }
}

/**
 * A line has no room for a page of text, and shows the whole words that fit; the form shows all of it.
 * @param {string} words
 */
function shortened(words) {
  const characters = [...words.slice(0, 2 * LONGEST)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').replace(/\s\S*$/, '')}…` : words;
}
