/**
 * Drafts of one team or area at different times: their order, and what each time is called.
 *
 * @typedef {import('../../engine/protocol.js').Evaluation} Evaluation
 * @typedef {import('../source.js').Source} Source
 *
 * @typedef {object} Dated  One draft, as of its date.
 * @property {string} date  YYYY-MM-DD: its author's, or else the day it was saved
 * @property {string} savedAt  an instant
 * @property {boolean} isPart  it holds only some of the sections
 * @property {Source} source
 * @property {Evaluation | null} evaluation  null when the core has not worked it out (yet)
 *
 * @typedef {{from: number, to: number, label: string}} Span  From one time to a later one, by their places in the order.
 */
import { text } from '../../catalogue.js';
import { localDate } from '../../moments.js';
import { answerAt, longDate } from '../source.js';

/**
 * @param {Omit<Dated, 'date' | 'isPart'> & {isPart?: boolean}} draft
 * @returns {Dated}
 */
export function datedFrom({ source, evaluation, savedAt, isPart = false }) {
  const { date_from: path } = source.definition.data;
  const answer = path === null ? null : answerAt(source, path);
  const date = typeof answer === 'string' ? answer : localDate(new Date(savedAt));
  return { source, evaluation, savedAt, isPart, date };
}

/**
 * The earliest first; of one day, as they were saved.
 * @param {Dated[]} drafts
 */
export function inOrder(drafts) {
  return [...drafts].sort((a, b) => compareTexts(a.date, b.date) || compareTexts(a.savedAt, b.savedAt));
}

/**
 * Each date as people write it; those of one day are numbered.
 * @param {Dated[]} drafts  in order
 */
export function dateLabels(drafts) {
  return numbered(drafts.map(({ date, source }) => longDate(date, source.definition.data.language)));
}

/**
 * The same, short enough for a drawing.
 * @param {Dated[]} drafts  in order
 */
export function shortLabels(drafts) {
  const shorts = (/** @type {Intl.DateTimeFormatOptions} */ how) =>
    drafts.map(({ date, source }) => shortDate(date, source.definition.data.language, how));
  const months = shorts({ month: 'short', year: 'numeric' });
  if (new Set(months).size === months.length) return months;
  return numbered(shorts({ day: 'numeric', month: 'short', year: '2-digit' }));
}

/**
 * What is told of: since the time before the last and, where there are more, since the first.
 * @param {string[]} labels  of the times, in order
 * @returns {Span[]}
 */
export function spansOf(labels) {
  const to = labels.length - 1;
  const starts = to > 1 ? [to - 1, 0] : [0];
  return starts.map((from) => ({ from, to, label: text('changes.since', { date: labels[from] }) }));
}

/**
 * @param {string} date
 * @param {string} language
 * @param {Intl.DateTimeFormatOptions} how
 */
function shortDate(date, language, how) {
  const moment = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return date;
  return new Intl.DateTimeFormat(language, { ...how, timeZone: 'UTC' }).format(moment);
}

/** @param {string[]} labels */
function numbered(labels) {
  return labels.map((label, index) => {
    const isRepeated = labels.indexOf(label) !== labels.lastIndexOf(label);
    const number = labels.slice(0, index + 1).filter((each) => each === label).length;
    return isRepeated ? `${label} (${number})` : label;
  });
}

/**
 * @param {string} a
 * @param {string} b
 */
function compareTexts(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
