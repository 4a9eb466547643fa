/**
 * The maps from earlier revisions of a questionnaire to the present one, as the build writes them, and the finding of
 * one's way in them. Paths are templates (`*` for an entry's id) there, and concrete in a draft.
 *
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Draft} Draft
 *
 * @typedef {object} Former  A path whose answers an item takes over.
 * @property {string} path
 * @property {number[]} revisions  those that asked it
 * @property {Record<string, string>} values  by option as it was: the option that stands for it now
 *
 * @typedef {object} Was  A question as it was, where it has gone or its old answers may not fit.
 * @property {string} title
 * @property {string} section  its title
 * @property {string} [within]  the title of what held it
 * @property {Record<string, string>} options  the labels of those that have gone
 * @property {Record<string, string>} option_whys
 * @property {string} [why]
 *
 * @typedef {object} RevisionMaps
 * @property {number[]} revisions  published before this one, the earliest first
 * @property {Record<string, string>} sections  by earlier id
 * @property {Record<string, {from: Former[], options: Record<string, string>}>} items
 *   by path: what it takes over, the first that has an answer before the others; and its options by earlier id
 * @property {Record<string, Was>} was
 *
 * @typedef {{path: string, former: Former, answer: Answer}} Candidate  An old answer that may be carried over.
 */
import { isBlank } from '../definition.js';
import { entryIds } from './draft.js';

/** Where there is nothing to carry over. @type {RevisionMaps} */
export const NO_REVISIONS = { revisions: [], sections: {}, items: {}, was: {} };

/** The entry that holds what was asked once and is now asked for each of a list. */
export const FIRST_ENTRY = 'earlier';

/**
 * A member of a record that came as JSON; never one of Object's own.
 * @template T
 * @param {Record<string, T>} record
 * @param {string} key
 * @returns {T | undefined}
 */
export function member(record, key) {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * The published revision that a draft was answered with. One that nobody put on record counts as the one before it.
 * @param {RevisionMaps} maps
 * @param {Draft} draft
 */
export function publishedRevision({ revisions }, { questionnaire_revision: revision }) {
  return revisions.findLast((each) => each <= revision) ?? revisions[0] ?? revision;
}

/**
 * A path in the maps for a path in a draft.
 * @param {string} path
 */
export function templateOf(path) {
  const parts = path.split('/');
  return parts.length === 3 ? `${parts[0]}/*/${parts[2]}` : path;
}

/**
 * The path under which an original is kept whose answer was put in other words in its own place.
 * @param {string} path
 * @param {number} revision
 */
export function tracePath(path, revision) {
  return `${path}@${revision}`;
}

/** @param {string} path */
export function isTrace(path) {
  return path.includes('@');
}

/**
 * Every old answer that an item may take over, by the path it would have: the first of each has precedence.
 * @param {Draft} draft
 * @param {string} target  as a template
 * @param {Former[]} formers
 * @returns {Map<string, Candidate[]>}
 */
export function candidates(draft, target, formers) {
  /** @type {Map<string, Candidate[]>} */
  const found = new Map();
  for (const former of formers) {
    for (const [path, to] of pairs(draft, former.path, target)) {
      const answer = draft.answers[path];
      if (!answer || isBlank(answer.value)) continue;
      found.set(to, [...(found.get(to) ?? []), { path, former, answer }]);
    }
  }
  return found;
}

/**
 * Each path that a former one has in a draft, with the path that it leads to.
 * @param {Draft} draft
 * @param {string} from
 * @param {string} to
 * @returns {[string, string][]}
 */
function pairs(draft, from, to) {
  if (!from.includes('/*/')) return [[from, to.replace('/*/', `/${FIRST_ENTRY}/`)]];
  const list = from.split('/', 1)[0];
  // Entries that were removed may come back; but none of them becomes the one answer to a question.
  return entryIds(draft, list, { has: () => to.includes('/*/') }).map((id) => {
    const at = (/** @type {string} */ path) => path.replace('/*/', () => `/${id}/`);
    return [at(from), at(to)];
  });
}
