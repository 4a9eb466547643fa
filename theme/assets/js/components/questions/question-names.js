/**
 * What questions are called away from what stands around them, as where a screen reader lists links: by the group or
 * the entry that holds them too, and by their section where another asks in the same words.
 *
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../definition.js').Section} Section
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { entryFacts, entryName, twins } from '../entries/entry-name.js';

export class QuestionNames {
  /** By list, the names that several of its entries have. @type {Map<string, Set<string>>} */
  #namesakes = new Map();

  /** @param {import('../../response.js').Evaluation} evaluation */
  constructor(evaluation) {
    this.evaluation = evaluation;
    const { sections } = evaluation.definition.data;
    this.repeated = twins(sections.flatMap(({ items }) => [...new Set(items.map(codedTitle))]));
  }

  /** @param {string} path */
  of(path) {
    const place = this.evaluation.definition.locate(path);
    if (!place) return path;
    const { item, parent, entryId, section } = place;
    if (!parent) return this.#inSection(section, item);
    const holder = entryId === null ? this.#inSection(section, parent) : this.#entry(parent, entryId);
    return text('look.within', { holder, title: codedTitle(item) });
  }

  /**
   * @param {Section} section
   * @param {Item} item
   */
  #inSection(section, item) {
    const title = codedTitle(item);
    return this.repeated.has(title) ? text('look.within', { holder: codedTitle(section), title }) : title;
  }

  /**
   * @param {Item} list
   * @param {string} entryId
   */
  #entry(list, entryId) {
    const name = entryName(this.evaluation, list, entryId);
    const namesakes =
      this.#namesakes.get(list.id) ??
      twins(this.evaluation.entries(list.id).map((id) => entryName(this.evaluation, list, id)));
    this.#namesakes.set(list.id, namesakes);
    const facts = namesakes.has(name) ? entryFacts(this.evaluation, list, entryId) : '';
    return facts === '' ? name : text('entries.told_apart', { name, facts });
  }
}
