/**
 * Options that come from other answers: a list's entries, or the lines of a text.
 *
 * @typedef {import('./definition.js').Item} Item
 * @typedef {import('./definition.js').Option} Option
 * @typedef {import('./definition.js').Value} Value
 *
 * @typedef {object} Answers
 * @property {(path: string) => Value} value
 * @property {(path: string) => string[]} entries
 * @property {(path: string, entryId: string) => string} entryTitle
 */

/**
 * Where the options of an item come from; null when its author wrote them.
 * @param {Item} item
 */
export function optionsSource(item) {
  return item.options_from ?? item.options_from_text ?? null;
}

/**
 * The options that there are now.
 * @param {Item} item
 * @param {string} source  where they come from, as a path in the response
 * @param {Answers} answers
 * @returns {Option[]}
 */
export function presentOptions(item, source, answers) {
  if (item.options_from) return answers.entries(source).map((id) => option(id, answers.entryTitle(source, id)));
  const text = answers.value(source);
  return typeof text === 'string' ? linesOf(text).map((line) => option(line, line)) : [];
}

/**
 * The lines of a text that say something, each once.
 * @param {string} text
 */
function linesOf(text) {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/**
 * @param {string} id
 * @param {string} label
 * @returns {Option}
 */
function option(id, label) {
  return { id, label, hint: null, points: null };
}
