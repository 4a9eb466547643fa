/**
 * Answers as a person gave them, question by question: an evidence index, recorded facts, every answer.
 *
 * Only what is answered is listed.
 *
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('../definition.js').Section} Section
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./source.js').Source} Source
 *
 * @typedef {{key: string, lines: string[]}} Row
 */
import { codedTitle } from '../definition.js';
import { entriesBlocks } from './entries-table.js';
import { linesAt } from './reading.js';

/**
 * @param {Source} source
 * @param {{items?: string[], sections?: string[]}} part  ids of questions and of sections; an empty list means all
 * @returns {Block[]}
 */
export function answersBlocks(source, { items: wanted = [], sections = [] }) {
  const chosen = source.definition.sections.filter(({ id }) => sections.length === 0 || sections.includes(id));
  const [sole, ...others] = chosen.flatMap((section) => section.items);
  if (sections.length === 1 && sole && !sole.items && others.length === 0) return soleAnswer(source, sole);
  return chosen.flatMap((section) => {
    // One question asked of many items reads best as an index: the item, then what was said of it.
    const blocks = wanted.length === 1 ? index(source, section, wanted[0]) : full(source, section, wanted);
    return blocks.length > 0 ? [heading(1, codedTitle(section)), ...blocks] : [];
  });
}

/**
 * The answer to the one question of the one section, over which the part's title says enough.
 * @param {Source} source
 * @param {Item} item
 * @returns {Block[]}
 */
function soleAnswer(source, item) {
  return linesAt(source, item).map((line) => ({ type: 'paragraph', text: line }));
}

/**
 * @param {Source} source
 * @param {Section} section
 * @param {string} wanted
 * @returns {Block[]}
 */
function index(source, section, wanted) {
  return summary(
    section.items.flatMap((item) =>
      questionsOf(item)
        .filter(({ id }) => id === wanted)
        .flatMap((question) => row(source, question, codedTitle(item))),
    ),
  );
}

/**
 * @param {Source} source
 * @param {Section} section
 * @param {string[]} wanted
 * @returns {Block[]}
 */
function full(source, section, wanted) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Row[]} */
  let rows = [];
  const endRows = () => {
    blocks.push(...summary(rows));
    rows = [];
  };
  for (const item of section.items) {
    if (item.type === 'group') {
      const own = questionsOf(item)
        .filter(({ id }) => isWanted(id, wanted))
        .flatMap((question) => row(source, question));
      if (own.length === 0) continue;
      endRows();
      blocks.push(heading(2, codedTitle(item)), ...summary(own));
    } else if (!isWanted(item.id, wanted)) {
      continue;
    } else if (item.type === 'entries') {
      if (keepsSetAside(source, item)) continue;
      const entries = entriesBlocks(source, item);
      if (entries.length === 0) continue;
      endRows();
      blocks.push(...entries);
    } else {
      rows.push(...row(source, item));
    }
  }
  endRows();
  return blocks;
}

/**
 * Findings set aside are told of with the findings.
 * @param {Source} source
 * @param {Item} item
 */
function keepsSetAside({ definition }, item) {
  return definition.data.report.some((part) => part.dismiss === item.path);
}

/** @param {Item} item */
function questionsOf(item) {
  if (item.type === 'entries') return [];
  return item.type === 'group' ? (item.items ?? []) : [item];
}

/**
 * @param {string} id
 * @param {string[]} wanted
 */
function isWanted(id, wanted) {
  return wanted.length === 0 || wanted.includes(id);
}

/**
 * @param {Source} source
 * @param {Item} question
 * @param {string} [key]
 * @returns {Row[]}
 */
function row(source, question, key = codedTitle(question)) {
  const lines = linesAt(source, question);
  return lines.length > 0 ? [{ key, lines }] : [];
}

/**
 * @param {Row[]} rows
 * @returns {Block[]}
 */
function summary(rows) {
  return rows.length > 0 ? [{ type: 'summary', rows }] : [];
}

/**
 * @param {number} level
 * @param {string} words
 * @returns {Block}
 */
function heading(level, words) {
  return { type: 'heading', level, text: words };
}
