/**
 * What several drafts hold at one place: the versions of an answer or of an entry, and which of them are still open.
 *
 * A version is out of date when somebody who holds another has seen it, for that other was given in view of it. What
 * nobody else has seen stands, however old it is: clocks settle nothing here but ties.
 *
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 * @typedef {import('./draft.js').Stamp} Stamp
 */
import { hasInView } from './knowledge.js';

/**
 * @template {Answer | Entry} T
 * @typedef {{record: T, from: number[]}} Version  `from`: which drafts hold it, by their position.
 */

export class Versions {
  /**
   * @param {Draft[]} drafts
   * @param {boolean} firstIsOneOfMany  what the first draft holds makes nothing out of date, whatever it has seen
   */
  constructor(drafts, firstIsOneOfMany = false) {
    this.drafts = drafts;
    this.firstIsOneOfMany = firstIsOneOfMany;
    this.sees = drafts.map(hasInView);
    this.forked = forkedEditors(drafts);
  }

  /**
   * Every version at a place, the same one once. Where a merge was taken back that had brought all that stands there, a
   * draft says nothing.
   * @template {Answer | Entry} T
   * @param {(draft: Draft) => T | undefined} recordIn
   * @returns {Version<T>[]}
   */
  all(recordIn) {
    /** @type {Version<T>[]} */
    const versions = [];
    this.drafts.forEach((draft, index) => {
      const record = recordIn(draft);
      if (!record || record.again === null) return;
      const same = versions.find((version) => isSameRecord(version.record, record));
      if (same) same.from.push(index);
      else versions.push({ record, from: [index] });
    });
    return versions;
  }

  /**
   * Those that nobody has answered in view of, the newest first.
   * @template {Answer | Entry} T
   * @param {string} path
   * @param {Version<T>[]} versions
   */
  open(path, versions) {
    const open = versions.filter((one) => !versions.some((other) => this.#isOutOfDate(path, one, other)));
    // Only files that contradict one another leave none open; then all are.
    return (open.length > 0 ? open : versions).sort((a, b) => newestFirst(a.record, b.record));
  }

  /**
   * Whether any of some drafts has seen an edit.
   * @param {number[]} indexes
   * @param {string} path  an answer's, or an entry's by `entryPath`
   * @param {Stamp} stamp
   */
  haveSeen(indexes, path, stamp) {
    // Of an editor that two computers shared, a count does not say which edit it was.
    return !this.forked.has(stamp[0]) && indexes.some((index) => this.sees[index](path, stamp));
  }

  /**
   * @param {string} path
   * @param {Version<Answer | Entry>} one
   * @param {Version<Answer | Entry>} other
   */
  #isOutOfDate(path, one, other) {
    if (one === other || (this.firstIsOneOfMany && other.from.includes(0))) return false;
    return this.#isInViewOf(path, one, other) && !this.#isInViewOf(path, other, one);
  }

  /**
   * Whether one version was in view where another was given.
   * @param {string} path
   * @param {Version<Answer | Entry>} one
   * @param {Version<Answer | Entry>} other
   */
  #isInViewOf(path, { record: { stamp, again } }, { from }) {
    return this.haveSeen(from, path, stamp) || (again ? this.haveSeen(from, path, again.stamp) : false);
  }
}

/**
 * Editors whose id was used on two computers at once, as when a browser's profile is copied: the same count then
 * stands for different edits.
 * @param {Draft[]} drafts
 * @returns {Set<string>}
 */
function forkedEditors(drafts) {
  /** @type {Map<string, Set<string>[]>} moments by stamp, of each draft */
  const moments = new Map();
  drafts.forEach((draft, index) => {
    for (const { stamp, at } of recordsOf(draft)) {
      const key = `${stamp[1]} ${stamp[0]}`;
      const ofStamp = moments.get(key) ?? drafts.map(() => new Set());
      moments.set(key, ofStamp);
      ofStamp[index].add(at);
    }
  });
  /** @type {Set<string>} */
  const forked = new Set();
  for (const [key, ofDrafts] of moments) {
    const known = ofDrafts.filter((ats) => ats.size > 0);
    const areApart = known.some((one) => known.some((other) => [...one].every((at) => !other.has(at))));
    if (areApart) forked.add(key.slice(key.indexOf(' ') + 1));
  }
  return forked;
}

/**
 * @param {Draft} draft
 * @returns {(Answer | Entry)[]}
 */
function recordsOf({ answers, entries }) {
  return [...Object.values(answers), ...Object.values(entries).flatMap((some) => Object.values(some))];
}

/**
 * The same order on every computer.
 * @param {Answer | Entry} a
 * @param {Answer | Entry} b
 */
export function newestFirst(a, b) {
  return (
    compare(Date.parse(madeAt(b)), Date.parse(madeAt(a))) ||
    compare(b.stamp[0], a.stamp[0]) ||
    b.stamp[1] - a.stamp[1] ||
    compare(contentOf(b), contentOf(a))
  );
}

/**
 * When it was first said, if it was put back.
 * @param {Answer | Entry} record
 */
function madeAt({ at, again }) {
  return again?.at ?? at;
}

/**
 * @template {string | number} T
 * @param {T} a
 * @param {T} b
 */
function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * @param {Answer | Entry} a
 * @param {Answer | Entry} b
 */
function isSameRecord(a, b) {
  return a.at === b.at && a.stamp[0] === b.stamp[0] && a.stamp[1] === b.stamp[1] && contentOf(a) === contentOf(b);
}

/** @param {Answer | Entry} record */
function contentOf(record) {
  return JSON.stringify('value' in record ? record.value : [record.removed, record.order]);
}
