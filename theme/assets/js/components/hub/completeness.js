/**
 * How far a draft has come, in the words of its questionnaire: "5 of 12 questions complete".
 *
 * @typedef {import('../../definition.js').Step} Step
 * @typedef {import('../../progress.js').Standing} Standing
 */
import { text } from '../../catalogue.js';
import { isStepShown, standingOf, statusSetter } from '../../progress.js';
import { svgElement } from '../../report/element.js';

/**
 * @param {import('../../response.js').Evaluation} evaluation
 * @param {Step[]} [steps]  those that are asked for
 * @returns {{words: string, share: number, standings: Map<string, Standing>}}  `words`: empty where nothing is counted;
 *   `standings`: of each step that is shown
 */
export function completenessOf(evaluation, steps = evaluation.definition.steps) {
  const { data } = evaluation.definition;
  const shown = steps.filter((step) => isStepShown(evaluation, step));
  const standings = new Map(shown.map((step) => [step.id, standingOf(evaluation, step)]));
  const isDone = (/** @type {Step} */ step) => standings.get(step.id)?.status === 'done';
  const stated = shown.filter(statusSetter);
  if (stated.length > 0) {
    const done = stated.filter(isDone).length;
    const words = text('draft.progress_settled', { done, all: stated.length });
    return { words, share: done / stated.length, standings };
  }
  // A questionnaire counts what it is made of: a section asked apart (the details at the start) is not one of them.
  const counted = shown.filter((step) => step.section.step === data.step);
  if (counted.length === 0) return { words: '', share: 0, standings };
  const done = counted.filter(isDone).length;
  const label = lowerFirst(data.step === 'item' ? data.labels.items : data.labels.sections);
  return { words: text('draft.progress', { done, all: counted.length, label }), share: done / counted.length, standings };
}

/** @param {number} share */
export function meter(share) {
  const width = 200;
  const bar = { height: 8, rx: 4 };
  const box = { viewBox: `0 0 ${width} ${bar.height}`, preserveAspectRatio: 'xMinYMid' };
  return svgElement(
    'svg',
    { class: 'app-meter', 'aria-hidden': 'true', ...box },
    svgElement('rect', { class: 'app-meter__track', width, ...bar }),
    share > 0 && svgElement('rect', { class: 'app-meter__fill', width: width * share, ...bar }),
  );
}

/**
 * A label within a sentence: "Questions" is "questions", but "NHS trusts" stays.
 * @param {string} label
 */
export function lowerFirst(label) {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label[0].toLowerCase() + label.slice(1) : label;
}
