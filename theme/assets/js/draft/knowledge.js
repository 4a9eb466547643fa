/**
 * What a draft has seen of others' edits, which tells a newer answer from a conflicting one.
 *
 * `seen` speaks of everything. A file of chosen sections has seen what it was taken from only as far as these go, and
 * says so in `seen_in_parts`: joined into `seen`, it would claim answers that the draft never got, and another's newer
 * answer could be taken for an older one.
 *
 * Neither ever shrinks. What was seen only in a merge that was taken back is noted with the answer that was put back.
 *
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Stamp} Stamp
 * @typedef {import('./draft.js').Unseen} Unseen
 * @typedef {Pick<Draft, 'seen' | 'seen_in_parts'>} Knowledge
 *
 * @typedef {object} PartSeen
 * @property {string[]} paths  Each with what is under it: a question or list, an entry ("services/e1"), one answer.
 * @property {Record<string, number>} seen  The highest count known of each editor, as far as these paths go.
 */
import { bareRecord } from './draft.js';

/**
 * The path of an entry itself (that it is there, and where), apart from its answers.
 * @param {string} entriesId
 * @param {string} entryId
 */
export function entryPath(entriesId, entryId) {
  return `${entriesId}/${entryId}/`;
}

/**
 * Whether a draft has seen an edit.
 * @param {Draft} draft
 * @returns {(path: string, stamp: Stamp) => boolean}
 */
export function knows(draft) {
  const parts = draft.seen_in_parts.map(({ paths, seen }) => ({ paths: new Set(paths), seen }));
  return (path, [editor, count]) =>
    (draft.seen[editor] ?? 0) >= count ||
    parts.some(({ paths, seen }) => (seen[editor] ?? 0) >= count && covers(paths, path));
}

/**
 * Whether what a draft holds at a place was given in view of an edit: it has seen it, and not only in a merge that was
 * taken back.
 * @param {Draft} draft
 * @returns {(path: string, stamp: Stamp) => boolean}
 */
export function hasInView(draft) {
  const isSeen = knows(draft);
  return (path, stamp) => isSeen(path, stamp) && !isUnseen(recordAt(draft, path)?.unseen ?? [], stamp);
}

/**
 * @param {Draft} draft
 * @param {string} path  an answer's, or an entry's by `entryPath`
 */
function recordAt({ answers, entries }, path) {
  if (!path.endsWith('/')) return answers[path];
  const [entriesId, entryId] = path.split('/');
  return entries[entriesId]?.[entryId];
}

/**
 * @param {Unseen[]} unseen
 * @param {Stamp} stamp
 */
export function isUnseen(unseen, [editor, count]) {
  return unseen.some(([whose, after, upTo]) => whose === editor && count > after && count <= upTo);
}

/**
 * What was seen of a place between two moments of one draft.
 * @param {Knowledge} before
 * @param {Knowledge} now
 * @returns {(path: string) => Unseen[]}
 */
export function seenBetween(before, now) {
  const [countsBefore, countsNow] = [countsAt(before), countsAt(now)];
  return (path) => {
    const known = countsBefore(path);
    return Object.entries(countsNow(path)).flatMap(([editor, count]) => {
      const after = known[editor] ?? 0;
      return count > after ? [/** @type {Unseen} */ ([editor, after, count])] : [];
    });
  };
}

/**
 * The highest count seen of each editor, as far as a path goes.
 * @param {Knowledge} knowledge
 * @returns {(path: string) => Record<string, number>}
 */
export function countsAt({ seen, seen_in_parts: parts }) {
  const sets = parts.map((part) => ({ paths: new Set(part.paths), seen: part.seen }));
  return (path) => sets.filter(({ paths }) => covers(paths, path)).reduce((all, part) => higherOfEach(all, part.seen), seen);
}

/**
 * What a draft has seen once everything of another has been taken into it.
 * @param {Knowledge} mine
 * @param {Knowledge} theirs
 * @returns {Knowledge}
 */
export function joinKnowledge(mine, theirs) {
  const seen = higherOfEach(mine.seen, theirs.seen);
  return { seen, seen_in_parts: compact([...mine.seen_in_parts, ...theirs.seen_in_parts], seen) };
}

/**
 * Whether two drafts have seen the same, both as `joinKnowledge` writes it.
 * @param {Knowledge} one
 * @param {Knowledge} other
 */
export function isSameKnowledge(one, other) {
  return textOf(one) === textOf(other);
}

/** @param {Knowledge} knowledge */
function textOf({ seen, seen_in_parts: parts }) {
  const counts = (/** @type {Record<string, number>} */ record) => Object.entries(record).sort();
  const sorted = parts.map((part) => JSON.stringify([part.paths, counts(part.seen)])).sort();
  return JSON.stringify([counts(seen), sorted]);
}

/**
 * What a draft has seen of some paths.
 * @param {Draft} draft
 * @param {string[]} paths
 * @returns {PartSeen[]}
 */
export function knowledgeOf(draft, paths) {
  const further = draft.seen_in_parts.map((part) => ({ paths: common(part.paths, paths), seen: part.seen }));
  return compact([{ paths, seen: draft.seen }, ...further], {});
}

/**
 * The highest count of each editor that a draft knows of, anywhere.
 * @param {Knowledge} draft
 * @returns {Record<string, number>}
 */
export function highestCounts({ seen, seen_in_parts: parts }) {
  return parts.length === 0 ? seen : parts.reduce((all, part) => higherOfEach(all, part.seen), seen);
}

/**
 * How many edits a draft holds, its editors together. It only grows, so of two copies the larger is the later.
 * @param {Knowledge} draft
 */
export function editCount(draft) {
  return Object.values(highestCounts(draft)).reduce((total, count) => total + count, 0);
}

/**
 * Whether a path is one of these, or under one.
 * @param {Set<string>} paths
 * @param {string} path
 */
export function covers(paths, path) {
  if (paths.has(path)) return true;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (paths.has(path.slice(0, end))) return true;
  }
  return false;
}

/**
 * What two lists of paths both cover.
 * @param {string[]} one
 * @param {string[]} other
 */
function common(one, other) {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  return [...new Set([...one.filter((path) => covers(inOther, path)), ...other.filter((path) => covers(inOne, path))])];
}

/**
 * Parts of the same paths as one, without those that say nothing new.
 * @param {PartSeen[]} parts
 * @param {Record<string, number>} known
 * @returns {PartSeen[]}
 */
function compact(parts, known) {
  /** @type {Map<string, PartSeen>} */
  const all = new Map();
  for (const part of parts) {
    const paths = [...new Set(part.paths)].sort();
    const key = paths.join('\n');
    all.set(key, { paths, seen: higherOfEach(all.get(key)?.seen ?? {}, part.seen) });
  }
  return [...all.values()].filter(({ paths, seen }) => {
    return paths.length > 0 && Object.entries(seen).some(([editor, count]) => count > (known[editor] ?? 0));
  });
}

/**
 * @param {Record<string, number>} one
 * @param {Record<string, number>} other
 */
function higherOfEach(one, other) {
  const all = bareRecord(one);
  for (const [editor, count] of Object.entries(other)) all[editor] = Math.max(count, all[editor] ?? 0);
  return all;
}
