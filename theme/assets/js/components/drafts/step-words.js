/**
 * What an edit was, in words, for whoever is about to take it back.
 *
 * @typedef {import('../../draft/history.js').Step} Step
 * @typedef {import('../../response.js').Evaluation} Evaluation
 */
import { text } from '../../catalogue.js';
import { codedTitle } from '../../definition.js';
import { valueAt } from '../../draft/draft.js';
import { entryTitle } from '../entries/entry-name.js';

/**
 * @param {Evaluation} evaluation
 * @param {Step} step
 * @returns {string}
 */
export function stepWords(evaluation, { label, path, act, entryId }) {
  if (label !== '') return label;
  if (path === null) return act === 'named' ? text('undo.named') : text('undo.several');
  if (act === 'answered') return questionWords(evaluation, path);
  const name = entryWords(evaluation, path, entryId);
  if (act === 'added') return text('undo.added', { name });
  return act === 'removed' ? text('undo.removed', { name }) : text('undo.moved', { name });
}

/**
 * A question, and what it is asked of: its group, its entry.
 * @param {Evaluation} evaluation
 * @param {string} path
 */
export function questionWords(evaluation, path) {
  const place = evaluation.definition.locate(path);
  if (!place) return path;
  const { item, parent, entryId } = place;
  const question = codedTitle(item);
  if (!parent) return question;
  const of = parent.type === 'entries' ? entryWords(evaluation, parent.path, entryId) : codedTitle(parent);
  return text('undo.answer_of', { question, place: of });
}

/**
 * An entry by its name, also when it has gone.
 * @param {Evaluation} evaluation
 * @param {string} entriesId
 * @param {string | null} entryId
 */
function entryWords(evaluation, entriesId, entryId) {
  const list = evaluation.definition.item(entriesId);
  if (!list) return entriesId;
  const known = entryId === null ? null : entryTitle(evaluation, list, entryId);
  const left = valueAt(evaluation.draft, `${entriesId}/${entryId}/${list.entry_title}`);
  if (known) return known;
  // A removed entry leaves its name behind; a name that is chosen from a list does not read as one.
  const isText = list.items?.some(({ id, type }) => id === list.entry_title && type === 'text');
  return isText && typeof left === 'string' && left.trim() !== '' ? left : text('undo.entry', { list: codedTitle(list) });
}
