/**
 * A part of a draft: chosen sections, to send to one colleague and to merge when they come back.
 *
 * Holds what these sections show, whole, and of the rest only what they need to be shown: the answers their conditions
 * ask about, and the names of the entries they offer as answers. Those merge as the same.
 *
 * @typedef {import('../definition.js').Section} Section
 * @typedef {import('../response.js').Evaluation} Evaluation
 * @typedef {import('./draft.js').Draft} Draft
 */
import { pathsIn } from '../condition-paths.js';
import { bareRecord } from './draft.js';
import { covers, entryPath, knowledgeOf } from './knowledge.js';

/**
 * @param {Evaluation} evaluation  of the draft
 * @param {string[]} sectionIds
 * @returns {Draft}
 */
export function partOf(evaluation, sectionIds) {
  const { definition, draft } = evaluation;
  const sections = definition.sections.filter(({ id }) => sectionIds.includes(id));
  const paths = new Set(sections.flatMap((section) => ownPaths(evaluation, section)));
  const needs = new Needs(evaluation, sections);
  /** @type {Draft} */
  const part = { ...draft, parts: sections.map(({ id }) => id), answers: bareRecord(), entries: bareRecord() };
  let hasAll = true;
  for (const [id, entries] of Object.entries(draft.entries)) {
    for (const [entryId, entry] of Object.entries(entries)) {
      const path = entryPath(id, entryId);
      if (!entry.removed && needs.entries.has(id)) paths.add(path);
      if (covers(paths, path)) (part.entries[id] ??= bareRecord())[entryId] = entry;
      else hasAll = false;
    }
  }
  for (const [path, answer] of Object.entries(draft.answers)) {
    if (needs.hasAnswer(path)) paths.add(path);
    if (covers(paths, path)) part.answers[path] = answer;
    else hasAll = false;
  }
  // Where nothing is left out, everything is known as before.
  if (hasAll) return part;
  return { ...part, editors: editorsIn(part), seen: bareRecord(), seen_in_parts: knowledgeOf(draft, [...paths]) };
}

/**
 * Sections that a person can choose: those that are shown.
 * @param {Evaluation} evaluation
 */
export function sectionsToSend(evaluation) {
  return evaluation.definition.sections.filter(({ items }) => items.some(({ path }) => evaluation.isVisible(path)));
}

/**
 * A section's questions and lists; of a view, the entries that it shows.
 * @param {Evaluation} evaluation
 * @param {Section} section
 */
function ownPaths(evaluation, { items }) {
  return items.flatMap((item) => {
    return item.of ? evaluation.entries(item.id).map((id) => `${item.of}/${id}`) : [item.path];
  });
}

/**
 * Names of those whose answers are in it, and of no one else.
 * @param {Draft} part
 */
function editorsIn(part) {
  const stamped = [part.answers, ...Object.values(part.entries)].flatMap((record) => Object.values(record));
  const editors = new Set(stamped.map(({ stamp: [editor] }) => editor));
  return bareRecord(Object.fromEntries(Object.entries(part.editors).filter(([editor]) => editors.has(editor))));
}

/** What sections need of others in order to be shown as they are. */
class Needs {
  /** Lists of which it must be known that their entries are there. @type {Set<string>} */
  entries = new Set();

  /** Template paths. @type {Set<string>} */
  #needed = new Set();

  /**
   * @param {Evaluation} evaluation
   * @param {Section[]} sections
   */
  constructor(evaluation, sections) {
    this.evaluation = evaluation;
    for (const item of sections.flatMap(({ items }) => items)) {
      const list = this.definition.listOf(item.path);
      for (const { path } of [item, ...(list?.items ?? [])]) this.#show(path, list?.type === 'entries');
    }
  }

  get definition() {
    return this.evaluation.definition;
  }

  /** @param {string} path  concrete */
  hasAnswer(path) {
    const place = this.definition.locate(path);
    if (!place || !this.#needed.has(place.item.path)) return false;
    const { parent, entryId } = place;
    return entryId === null || this.evaluation.draft.entries[parent?.id ?? '']?.[entryId]?.removed === false;
  }

  /**
   * What a question needs to be shown and to offer its options, its own answer apart.
   * @param {string} path  a template where it is an entry's
   * @param {boolean} [inWholeEntry]  the rest of its entry goes with it
   */
  #show(path, inWholeEntry = false) {
    const place = this.definition.locate(path);
    if (!place) return;
    const { item, parent, section } = place;
    const { sum = [], cases = [], count } = item.value ?? {};
    const conditions = [section.show_when, parent?.show_when, item.show_when, ...[...item.warn, ...cases].map(({ when }) => when)];
    const sources = [item.options_from, item.options_from_text, count, ...sum.map((term) => term.item)];
    if (item.of) this.#show(item.of);
    for (const needed of [...conditions.flatMap(pathsIn), ...sources]) {
      if (needed && !(inWholeEntry && needed.startsWith(`${parent?.id}/*/`))) this.#need(needed);
    }
  }

  /** @param {string} path  a template where it is an entry's */
  #need(path) {
    if (this.#needed.has(path)) return;
    this.#needed.add(path);
    this.#show(path);
    const list = this.definition.listOf(path);
    if (list?.type !== 'entries') return;
    this.entries.add(list.id);
    const { where } = this.definition.item(path) ?? {};
    for (const child of [list.entry_title, ...Object.keys(where ?? {})]) {
      if (child) this.#need(`${list.id}/*/${child}`);
    }
  }
}
