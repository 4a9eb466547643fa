/**
 * How much of a report goes into a copy: the shorter versions that the questionnaire gives, and two that every
 * questionnaire has where they say less than the whole: what people answered, what is missing, what has changed.
 *
 * @typedef {import('../definition.js').ReportView} ReportView
 * @typedef {import('./report.js').Part} Part
 *
 * @typedef {object} Version
 * @property {string} id  unlike any other's
 * @property {string} ending  for the name of a file
 * @property {string} title
 * @property {string[]} parts  their ids, in order
 * @property {boolean} isShort  set close, without what the page keeps folded
 * @property {number | null} most  findings in each part
 */
import { text } from '../catalogue.js';
import { needsEngine } from './report.js';

/** Kinds of finding that say that something is missing, in part missing, or not known. */
const MISSING = new Set(['gap', 'partial', 'unknown']);

/**
 * @param {Part[]} parts
 * @param {ReportView[]} views
 * @returns {Version[]}
 */
export function versionsOf(parts, views) {
  const given = views.map(({ id, title, parts: ids, most }) => ({
    id,
    ending: id,
    title,
    parts: ids,
    isShort: true,
    most: most ?? null,
  }));
  return [
    ...given,
    ...narrowed('answers', text('export.answers_only'), parts, isAnswered),
    ...narrowed('gaps', text('export.gaps_only'), parts, tellsWhatIsMissing),
    ...narrowed('changes', text('export.changes_only'), parts, tellsWhatChanged),
  ];
}

/** @param {Part} part */
export function isAnswered(part) {
  return !needsEngine(part) && part.part !== 'changes';
}

/** @param {Part} part */
export function tellsWhatChanged({ part }) {
  return part === 'changes';
}

/** @param {Part} part */
function tellsWhatIsMissing({ part, kinds = [] }) {
  return part === 'findings' && kinds.some((kind) => MISSING.has(kind));
}

/**
 * @param {string} ending
 * @param {string} title
 * @param {Part[]} parts
 * @param {(part: Part) => boolean} isWanted
 * @returns {Version[]} none where it would be empty, or the whole
 */
function narrowed(ending, title, parts, isWanted) {
  const told = parts.filter(({ part }) => part !== 'heading');
  const wanted = told.filter(isWanted);
  if (wanted.length === 0 || wanted.length === told.length) return [];
  const ids = parts.filter((part) => part.part === 'heading' || isWanted(part)).map(({ id }) => id);
  // Ids of versions that a questionnaire gives have no star.
  return [{ id: `*${ending}`, ending, title, parts: ids, isShort: false, most: null }];
}
