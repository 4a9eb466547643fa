/**
 * What the report's own parts are made from: the questionnaire, the plain response, and what is shown.
 *
 * Owns how a value reads in words. Knows nothing of drafts or of the page.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('../definition.js').Item} Item
 * @typedef {import('../definition.js').Section} Section
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('../engine/protocol.js').PlainResponse} PlainResponse
 *
 * @typedef {object} Source
 * @property {Definition} definition
 * @property {PlainResponse} response
 * @property {(path: string) => boolean} isVisible
 * @property {(path: string) => boolean} isLeftOut  kept out of this copy, which is not for everybody's eyes
 */
import { isBlank } from '../definition.js';

/**
 * @param {{definition: Definition, response: () => PlainResponse, isVisible: (path: string) => boolean}} evaluation
 * @returns {Source}
 */
export function sourceFrom(evaluation) {
  return {
    definition: evaluation.definition,
    response: evaluation.response(),
    isVisible: (path) => evaluation.isVisible(path),
    isLeftOut: () => false,
  };
}

/**
 * The answer at a path; null when there is none or it is hidden.
 * @param {Source} source
 * @param {string} path
 * @returns {Value}
 */
export function answerAt({ response }, path) {
  return Object.hasOwn(response.answers, path) ? response.answers[path] : null;
}

/**
 * An answer in words: one line, or one for each tick. Nothing when it is blank.
 * @param {Item} item
 * @param {Value} value
 * @param {string} language
 * @returns {string[]}
 */
export function answerLines(item, value, language) {
  if (value === null || isBlank(value)) return [];
  if (item.type === 'date') return [longDate(String(value), language)];
  if (typeof value === 'number') {
    const number = formatters(language).number.format(value);
    return [item.unit ? `${number} ${item.unit}` : number];
  }
  const labels = new Map(item.options?.map((option) => [option.id, option.label]));
  return [value].flat().map((one) => labels.get(String(one)) ?? String(one));
}

/**
 * 2026-11-21 as people write it: 21 November 2026.
 * @param {string} date  YYYY-MM-DD
 * @param {string} language
 */
export function longDate(date, language) {
  const moment = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return date;
  return formatters(language).date.format(moment);
}

/** @type {Map<string, {number: Intl.NumberFormat, date: Intl.DateTimeFormat}>} */
const madeFormatters = new Map();

/**
 * Making a formatter costs far more than using it.
 * @param {string} language
 */
function formatters(language) {
  let made = madeFormatters.get(language);
  if (!made) {
    made = {
      number: new Intl.NumberFormat(language, { maximumFractionDigits: 10 }),
      date: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
    };
    madeFormatters.set(language, made);
  }
  return made;
}
