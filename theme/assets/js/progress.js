/**
 * How far a step has come, and what is still unanswered.
 *
 * An optional question never counts as unanswered, and neither does one that is not shown.
 *
 * @typedef {import('./definition.js').Item} Item
 * @typedef {import('./definition.js').Step} Step
 * @typedef {import('./response.js').Evaluation} Evaluation
 *
 * @typedef {'todo' | 'started' | 'review' | 'done'} Status
 * @typedef {{status: Status, unanswered: string[], unusable: string[]}} Progress
 */
import { problemOf } from './validation.js';
import { valueAt } from './draft/draft.js';

/**
 * @param {Evaluation} evaluation
 * @param {Step} step
 */
export function isStepShown(evaluation, step) {
  return step.items.some((item) => evaluation.isVisible(item.path));
}

/**
 * @param {Evaluation} evaluation
 * @param {Step} step
 * @returns {Progress}
 */
export function progressOf(evaluation, step) {
  /** @type {string[]} */
  const unanswered = [];
  /** @type {string[]} */
  const unusable = [];
  let answered = 0;
  for (const item of step.items) {
    if (item.type === 'entries' && evaluation.isVisible(item.path)) {
      const count = evaluation.count(item.id);
      answered += count;
      if (count < neededEntries(item)) unanswered.push(item.path);
    }
    for (const leaf of evaluation.leaves([item])) {
      if (leaf.item.type === 'computed') continue;
      if (evaluation.isAnswered(leaf.path)) {
        answered += 1;
      } else if (problemOf(leaf.item, valueAt(evaluation.draft, leaf.path))) {
        unusable.push(leaf.path);
      } else if (!leaf.item.optional) {
        unanswered.push(leaf.path);
      }
    }
  }
  return { status: statusOf(answered, unanswered.length, unusable.length), unanswered, unusable };
}

/** @param {Item} item */
function neededEntries({ optional, min }) {
  return optional ? 0 : Math.max(1, Number(min ?? 0));
}

/**
 * @param {number} answered
 * @param {number} unanswered
 * @param {number} unusable
 * @returns {Status}
 */
function statusOf(answered, unanswered, unusable) {
  if (unusable > 0) return 'review';
  if (answered === 0) return 'todo';
  return unanswered > 0 ? 'started' : 'done';
}

/**
 * The path of the first question that is still unanswered, or whose answer cannot be used.
 * @param {Evaluation} evaluation
 * @returns {string | null}
 */
export function firstUnanswered(evaluation) {
  for (const step of evaluation.definition.steps) {
    const { unanswered, unusable } = progressOf(evaluation, step);
    const [path] = [...unusable, ...unanswered];
    if (path !== undefined) return path;
  }
  return null;
}
