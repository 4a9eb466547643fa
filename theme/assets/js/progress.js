/**
 * How far a step has come, and what is still unanswered.
 *
 * An optional question never counts as unanswered, and neither does one that is not shown. A broken answer always
 * does: it asks to be mended. What is wanted only before the answers are shared is counted apart.
 *
 * @typedef {import('./definition.js').Item} Item
 * @typedef {import('./definition.js').Option} Option
 * @typedef {import('./definition.js').Step} Step
 * @typedef {import('./response.js').Evaluation} Evaluation
 *
 * @typedef {'todo' | 'started' | 'review' | 'done'} Status
 *
 * @typedef {object} Tally
 * @property {number} answered
 * @property {string[]} unanswered  paths, as in the others
 * @property {string[]} later  unanswered, and wanted before sharing
 * @property {string[]} unusable
 * @property {string[]} broken  unanswered, because what was chosen is not there any more
 *
 * @typedef {Tally & {status: Status}} Progress
 * @typedef {{status: Status, label: string | null}} Standing  `label`: in the person's own choice of words.
 */
import { isBlank } from './definition.js';

/**
 * @param {Evaluation} evaluation
 * @param {Step} step
 */
export function isStepShown(evaluation, step) {
  return step.items.some((item) => evaluation.isVisible(item.path));
}

/** What has been worked out, as long as its evaluation is in use. @type {WeakMap<Evaluation, Map<Step, Progress>>} */
const known = new WeakMap();

/**
 * @param {Evaluation} evaluation
 * @param {Step} step
 * @returns {Progress}
 */
export function progressOf(evaluation, step) {
  const ofSteps = known.get(evaluation) ?? new Map();
  known.set(evaluation, ofSteps);
  if (!ofSteps.has(step)) ofSteps.set(step, findProgress(evaluation, step));
  return ofSteps.get(step);
}

/**
 * @param {Evaluation} evaluation
 * @param {Step} step
 * @returns {Progress}
 */
function findProgress(evaluation, step) {
  const tally = tallyOf(evaluation, evaluation.leaves(step.items));
  for (const item of step.items) {
    const count = evaluation.count(item.path);
    tally.answered += count;
    if (evaluation.isVisible(item.path) && count < neededEntries(item)) tally.unanswered.push(item.path);
  }
  return { ...tally, status: statusOf(tally) };
}

/**
 * How complete one entry is.
 * @param {Evaluation} evaluation
 * @param {string} path  of its list, or of a view of it
 * @param {string} entryId
 */
export function entryTally(evaluation, path, entryId) {
  return tallyOf(evaluation, evaluation.entryLeaves(path, entryId));
}

/**
 * @param {Evaluation} evaluation
 * @param {Iterable<{item: Item, path: string}>} leaves
 * @returns {Tally}
 */
function tallyOf(evaluation, leaves) {
  /** @type {Tally} */
  const tally = { answered: 0, unanswered: [], later: [], unusable: [], broken: [] };
  for (const { item, path } of leaves) {
    if (item.type === 'computed') continue;
    if (!isBlank(evaluation.value(path))) tally.answered += 1;
    else if (evaluation.isBroken(path)) {
      tally.unanswered.push(path);
      tally.broken.push(path);
    } else if (evaluation.problem(path)) tally.unusable.push(path);
    else if (item.later) tally.later.push(path);
    else if (!item.optional) tally.unanswered.push(path);
  }
  return tally;
}

/** @param {Item} item */
function neededEntries({ type, optional, min }) {
  return type !== 'entries' || optional ? 0 : Math.max(1, Number(min ?? 0));
}

/**
 * @param {Tally} tally
 * @returns {Status}
 */
function statusOf({ answered, unanswered, unusable, broken }) {
  if (unusable.length > 0 || broken.length > 0) return 'review';
  if (answered === 0) return 'todo';
  return unanswered.length > 0 ? 'started' : 'done';
}

/**
 * Where a step stands: as the person has said, where the questionnaire asks for that, else as its answers tell.
 * @param {Evaluation} evaluation
 * @param {Step} step
 * @returns {Standing}
 */
export function standingOf(evaluation, step) {
  const { status } = progressOf(evaluation, step);
  const said = statedStatus(evaluation, step);
  if (!said || status === 'review') return { status, label: null };
  return { status: said.settles ? 'done' : 'started', label: said.label };
}

/**
 * The question by which the person says how far a step has come.
 * @param {Step} step
 */
export function statusSetter({ items }) {
  const questions = items.flatMap((item) => (item.type === 'group' ? (item.items ?? []) : [item]));
  return questions.find((item) => item.sets_status) ?? null;
}

/**
 * @param {Evaluation} evaluation
 * @param {Step} step
 * @returns {Option | null}
 */
function statedStatus(evaluation, step) {
  const setter = statusSetter(step);
  const value = setter && evaluation.value(setter.path);
  return setter?.options?.find(({ id }) => id === value) ?? null;
}

/**
 * The path of the first question that is still unanswered, or whose answer cannot be used; what is wanted only before
 * sharing comes after everything else.
 * @param {Evaluation} evaluation
 * @param {Step[]} [steps]  of which; all, if nothing else is said
 * @returns {string | null}
 */
export function firstUnanswered(evaluation, steps = evaluation.definition.steps) {
  const all = steps.map((step) => progressOf(evaluation, step));
  const now = all.flatMap(({ unusable, unanswered }) => [...unusable, ...unanswered]);
  const later = all.flatMap((progress) => progress.later);
  return [...now, ...later][0] ?? null;
}
