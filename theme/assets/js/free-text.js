/**
 * What of a draft is in a person's own words, wherever it stands: shown, hidden meanwhile, in an entry that was
 * removed, or kept aside from another version of the questions. All of it is in the draft's file.
 *
 * @typedef {import('./definition.js').Item} Item
 * @typedef {import('./definition.js').Section} Section
 * @typedef {import('./draft/draft.js').Draft} Draft
 * @typedef {import('./response.js').Evaluation} Evaluation
 *
 * @typedef {object} FreeText
 * @property {string} path
 * @property {Item | null} item  null where the questionnaire has no such question
 * @property {Section | null} section
 * @property {string | null} entryId
 * @property {string} text
 * @property {boolean} isShown
 */
import { isBlank } from './definition.js';
import { entryIds, valueAt } from './draft/draft.js';

/**
 * @param {Evaluation} evaluation  of the draft at hand
 * @param {Draft} sent  the draft, or a part of it
 * @returns {FreeText[]} in the questionnaire's order
 */
export function freeTexts(evaluation, sent) {
  const { definition } = evaluation;
  const paths = new Set([...pathsInOrder(evaluation, sent), ...Object.keys(sent.answers)]);
  return [...paths].flatMap((path) => {
    const text = ownWords(evaluation, path, valueAt(sent, path));
    if (text === '') return [];
    const place = definition.locate(path);
    const isShown = evaluation.isVisible(path);
    return [{ path, text, isShown, item: place?.item ?? null, section: place?.section ?? null, entryId: place?.entryId ?? null }];
  });
}

/**
 * @param {Evaluation} evaluation
 * @param {Draft} sent
 * @returns {string[]}
 */
function pathsInOrder({ definition }, sent) {
  return definition.topItems.flatMap((item) => {
    if (item.type !== 'entries') return item.items?.map(({ path }) => path) ?? [item.path];
    const ids = entryIds(sent, item.id, { has: () => true });
    return ids.flatMap((id) => (item.items ?? []).map((child) => `${item.id}/${id}/${child.id}`));
  });
}

/**
 * Empty for what the questionnaire's author has worded: options, numbers, dates.
 * @param {Evaluation} evaluation
 * @param {string} path
 * @param {import('./definition.js').Value} value
 */
function ownWords(evaluation, path, value) {
  if (isBlank(value) || typeof value === 'number') return '';
  const item = evaluation.definition.item(path);
  const isText = item?.type === 'text' || item?.type === 'long-text';
  if (item && !isText && (item.options_from || !evaluation.problem(path))) return '';
  return [value].flat().join('\n');
}
