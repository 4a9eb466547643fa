/** What a draft is called while the person has not named it. */
import { valueAt } from './draft.js';

/**
 * The answers that its questionnaire names a draft by, joined: "Sunshine team, Northtown".
 * @param {import('../response.js').Evaluation} evaluation
 */
export function nameFromAnswers(evaluation) {
  return evaluation.definition.data.name_from
    .map((path) => ({ value: valueAt(evaluation.draft, path), options: evaluation.item(path)?.options ?? [] }))
    .map(({ value, options }) => options.find((option) => option.id === value)?.label ?? value)
    .filter((part) => typeof part === 'string' && part.trim() !== '')
    .join(', ');
}
