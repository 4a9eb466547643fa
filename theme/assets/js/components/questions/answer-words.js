/**
 * Answers in words, as the form says them: an entry that was chosen by its name, one that has gone as removed.
 *
 * @typedef {import('../../response.js').Evaluation} Evaluation
 * @typedef {import('../../definition.js').Item} Item
 * @typedef {import('../../definition.js').Value} Value
 *
 * @typedef {{value: string, label: string, isRemoved: boolean}} OfferedOption
 */
import { text } from '../../catalogue.js';
import { valueAt } from '../../draft/draft.js';
import { optionsSource } from '../../options.js';
import { answerLines } from '../../report/source.js';

/**
 * The answer at a path, a line for each tick; nothing when there is none that can be used. An answer that is broken
 * says so.
 * @param {Evaluation} evaluation
 * @param {string} path
 * @returns {string[]}
 */
export function answerWords(evaluation, path) {
  const item = evaluation.item(path);
  if (!item) return [];
  if (evaluation.isBroken(path)) return storedWords(evaluation, item, valueAt(evaluation.draft, path));
  const value = evaluation.value(path);
  return item.options_from
    ? storedWords(evaluation, item, value)
    : answerLines(item, value, evaluation.definition.data.language);
}

/**
 * What is stored for an answer that cannot be used.
 * @param {Evaluation} evaluation
 * @param {Item} item  with its options
 * @param {Value} value
 */
export function storedWords(evaluation, item, value) {
  if (!optionsSource(item)) return [value].flat().map(String);
  return offeredOptions(evaluation, item, value).filter(isChosen(value)).map(({ label }) => label);
}

/**
 * What a question offers whose options come from other answers: those there are now and, so that they can be seen and
 * taken back, those its answer names that have gone.
 * @param {Evaluation} evaluation
 * @param {Item} item  with its options
 * @param {Value} value  as it is stored
 * @returns {OfferedOption[]}
 */
export function offeredOptions(evaluation, item, value) {
  const list = item.options_from ? evaluation.definition.listOf(item.options_from) : null;
  const options = item.options ?? [];
  const present = options.map(({ id, label }) => ({
    value: id,
    label: label === '' && list ? unnamed(list, evaluation.entries(list.id).indexOf(id)) : label,
    isRemoved: false,
  }));
  const ids = new Set(options.map(({ id }) => id));
  const gone = value === null ? [] : [value].flat().map(String).filter((id) => !ids.has(id));
  return [
    ...present,
    ...gone.map((id) => ({ value: id, label: removedLabel(evaluation, list, id), isRemoved: true })),
  ];
}

/**
 * What stands for an entry that has no name yet.
 * @param {Item} list
 * @param {number} index
 */
export function unnamed(list, index) {
  const singular = list.singular ?? text('question.entry');
  return text('entries.unnamed', { singular: singular[0].toUpperCase() + singular.slice(1), number: index + 1 });
}

/**
 * @param {Evaluation} evaluation
 * @param {Item | null} list  whose entry it was; null for a line of text
 * @param {string} id
 */
function removedLabel({ draft }, list, id) {
  // A removed entry leaves its name behind.
  const name = list ? valueAt(draft, `${list.id}/${id}/${list.entry_title}`) : id;
  return typeof name === 'string' && name.trim() !== ''
    ? text('question.removed_named', { name })
    : text('question.removed');
}

/** @param {Value} value */
function isChosen(value) {
  return (/** @type {OfferedOption} */ option) => [value].flat().includes(option.value);
}
