/**
 * What is still missing, counted once wherever it is asked: in a section of Check answers, and in all of them.
 *
 * @typedef {import('../../definition.js').Step} Step
 * @typedef {import('../../progress.js').Status} Status
 */
import { text } from '../../catalogue.js';
import { progressOf } from '../../progress.js';

export class CheckTally {
  unusable = 0;
  missing = 0;
  later = 0;

  /** @type {Set<string>} */
  #seen = new Set();

  /** @param {import('../../response.js').Evaluation} evaluation */
  constructor(evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * Count what some steps lack, and what all so far do.
   * @param {Step[]} steps
   */
  count(steps) {
    const progress = steps.map((step) => progressOf(this.evaluation, step));
    const own = {
      unusable: this.#new(progress.flatMap(({ unusable }) => unusable)),
      missing: this.#new(progress.flatMap(({ unanswered }) => unanswered)),
      later: this.#new(progress.flatMap(({ later }) => later)),
    };
    this.unusable += own.unusable;
    this.missing += own.missing;
    this.later += own.later;
    return own;
  }

  /** @param {string[]} paths */
  #new(paths) {
    const before = this.#seen.size;
    for (const path of paths) this.#seen.add(path);
    return this.#seen.size - before;
  }
}

/**
 * @param {{unusable: number, missing: number, later: number}} counted
 * @param {string} label  of what is wanted before sharing
 * @returns {string} empty when nothing is missing
 */
export function tallyWords({ unusable, missing, later }, label) {
  return [
    unusable > 0 && text('check.to_look_at', { count: unusable }),
    missing > 0 && text('check.missing', { count: missing }),
    later > 0 && text('entries.wanted_later', { label, count: later }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/**
 * @param {{unusable: number, missing: number, later: number}} counted
 * @returns {Status}
 */
export function tallyStatus({ unusable, missing, later }) {
  if (unusable > 0) return 'review';
  if (missing > 0) return 'todo';
  return later > 0 ? 'started' : 'done';
}
