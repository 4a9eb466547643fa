/**
 * Drafts beside one another: what the others have that mine has not, and what only a person can decide.
 *
 * Pure, and the same whatever order the other drafts come in. An answer that a draft does not have says nothing: only
 * a cleared one does. Knows nothing of questions: a hidden answer, or one to a question nobody knows, is compared too.
 *
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./draft.js').Answer} Answer
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Entry} Entry
 * @typedef {import('./versions.js').Version<Answer> & {saidBy: number[]}} AnswerVersion  saidBy: also those whose own
 *   version says the same
 * @typedef {import('./versions.js').Version<Entry>} EntryVersion
 *
 * @typedef {object} TakenAnswer
 * @property {string} path
 * @property {Answer} answer
 * @property {Answer | null} former  what stands in mine
 * @property {number[]} from  the drafts that hold it
 *
 * @typedef {object} TakenEntry
 * @property {string} entriesId
 * @property {string} entryId
 * @property {Entry} entry
 * @property {'added' | 'removed' | 'back'} what
 * @property {number[]} from
 *
 * @typedef {object} AnswerConflict  Answers given unseen by one another.
 * @property {'answer'} kind
 * @property {string} path
 * @property {AnswerVersion[]} versions  different ones, the newest first
 *
 * @typedef {object} EntryConflict  Removed by one, changed by another who did not know.
 * @property {'removed-or-edited'} kind
 * @property {string} path  its list and its id
 * @property {string} entriesId
 * @property {string} entryId
 * @property {EntryVersion} removed
 * @property {EntryVersion} present
 * @property {{path: string, version: AnswerVersion}[]} edits  answers in it that the remover had not seen
 *
 * @typedef {AnswerConflict | EntryConflict} Conflict
 *
 * @typedef {object} Comparison
 * @property {Draft[]} drafts  mine, then the others
 * @property {TakenAnswer[]} taken  answers that only others changed
 * @property {TakenEntry[]} takenEntries
 * @property {Conflict[]} conflicts
 * @property {{answers: Record<string, Answer>, entries: Record<string, Record<string, Entry>>}} quiet  what is no news:
 *   it says the same as mine under another stamp, or belongs to an entry that has gone or is asked about
 * @property {number} older  places where another draft differs and mine is known to be the later
 * @property {ReadonlySet<string>} forked  editors whose id two computers used at once
 */
import { isBlank } from '../definition.js';
import { bareRecord } from './draft.js';
import { entryPath } from './knowledge.js';
import { newestFirst, Versions } from './versions.js';

/**
 * @param {Draft} mine
 * @param {Draft[]} others
 * @param {{askOlder?: boolean}} [options]  askOlder: ask also where mine is known to be the later
 * @returns {Comparison}
 */
export function compareDrafts(mine, others, { askOlder = false } = {}) {
  return new Comparing([mine, ...others], askOlder).compare();
}

class Comparing {
  /**
   * @param {Draft[]} drafts
   * @param {boolean} askOlder
   */
  constructor(drafts, askOlder) {
    this.drafts = drafts;
    this.mine = drafts[0];
    this.versions = new Versions(drafts, askOlder);
    /** @type {Comparison} */
    this.found = {
      drafts,
      taken: [],
      takenEntries: [],
      conflicts: [],
      quiet: { answers: bareRecord(), entries: bareRecord() },
      older: 0,
      forked: this.versions.forked,
    };
  }

  compare() {
    const gone = this.#compareEntries();
    const asked = new Set(this.found.conflicts.map(({ path }) => path));
    for (const path of keysOf(this.drafts.map(({ answers }) => answers))) {
      const [top, entryId] = path.split('/');
      const entry = `${top}/${entryId}`;
      this.#compareAnswer(path, { isGone: gone.has(entry), isAsked: asked.has(entry) });
    }
    return this.found;
  }

  /**
   * @param {string} path
   * @param {{isGone: boolean, isAsked: boolean}} entry  what becomes of the entry it is in
   */
  #compareAnswer(path, { isGone, isAsked }) {
    const all = this.versions.all((draft) => draft.answers[path]);
    if (all.length === 0) return;
    const open = this.versions.open(path, all);
    const different = differentOnes(open);
    if (different.length > 1 && !isGone) {
      this.found.conflicts.push({ kind: 'answer', path, versions: different });
      return;
    }
    const former = this.mine.answers[path] ?? null;
    const { record: answer, from, saidBy } = different[0];
    if (from.includes(0)) {
      if (!isGone && all.some(({ record }) => !isSameValue(record.value, answer.value))) this.found.older += 1;
    } else if (isGone || isAsked || isSameValue(answer.value, former?.value ?? null)) {
      this.found.quiet.answers[path] = answer;
    } else this.found.taken.push({ path, answer, former, from: saidBy });
  }

  /** @returns {Set<string>} entries that are removed without a question */
  #compareEntries() {
    /** @type {Set<string>} */
    const gone = new Set();
    for (const entriesId of keysOf(this.drafts.map(({ entries }) => entries))) {
      for (const entryId of keysOf(this.drafts.map(({ entries }) => entries[entriesId] ?? {}))) {
        if (this.#compareEntry(entriesId, entryId)) gone.add(`${entriesId}/${entryId}`);
      }
    }
    return gone;
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   * @returns {boolean} whether it is removed without a question
   */
  #compareEntry(entriesId, entryId) {
    const path = `${entriesId}/${entryId}`;
    const all = this.versions.all((draft) => draft.entries[entriesId]?.[entryId]);
    if (all.length === 0) return false;
    const open = this.versions.open(entryPath(entriesId, entryId), all);
    const removed = open.filter(({ record }) => record.removed);
    const present = all.filter(({ record }) => !record.removed).sort((a, b) => newestFirst(a.record, b.record));
    if (removed.length > 0 && present.length > 0) {
      const edits = this.#unseenEdits(entriesId, entryId, removed, present);
      if (removed.length < open.length || edits.length > 0) {
        const [[one], [other]] = [removed, present];
        this.found.conflicts.push({
          kind: 'removed-or-edited', path, entriesId, entryId, removed: one, present: other, edits,
        });
        return false;
      }
    }
    this.#settleEntry(entriesId, entryId, all, open[0]);
    return open[0].record.removed;
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   * @param {EntryVersion[]} all
   * @param {EntryVersion} settled
   */
  #settleEntry(entriesId, entryId, all, { record: entry, from }) {
    const former = this.mine.entries[entriesId]?.[entryId];
    if (from.includes(0)) {
      if (all.some(({ record }) => record.removed !== entry.removed)) this.found.older += 1;
      return;
    }
    const wasThere = former !== undefined && !former.removed;
    if (wasThere !== entry.removed) {
      this.found.quiet.entries[entriesId] ??= bareRecord();
      this.found.quiet.entries[entriesId][entryId] = entry;
      return;
    }
    const added = former && former.again !== null ? 'back' : 'added';
    this.found.takenEntries.push({ entriesId, entryId, entry, what: entry.removed ? 'removed' : added, from });
  }

  /**
   * Answers in an entry, of those who have it, that none of those who removed it has seen.
   * @param {string} entriesId
   * @param {string} entryId
   * @param {EntryVersion[]} removed
   * @param {EntryVersion[]} present
   */
  #unseenEdits(entriesId, entryId, removed, present) {
    const start = `${entriesId}/${entryId}/`;
    const removers = removed.flatMap(({ from }) => from);
    const havers = new Set(present.flatMap(({ from }) => from));
    return keysOf(this.drafts.map(({ answers }) => answers))
      .filter((path) => path.startsWith(start))
      .flatMap((path) => {
        const open = this.versions.open(path, this.versions.all((draft) => draft.answers[path]));
        const unseen = differentOnes(open).filter(({ record, from }) => {
          return (
            from.some((index) => havers.has(index)) &&
            !this.versions.haveSeen(removers, path, record.stamp) &&
            !removers.some((index) => isSameValue(this.drafts[index].answers[path]?.value ?? null, record.value))
          );
        });
        return unseen.map((version) => ({ path, version }));
      });
  }
}

/**
 * Of versions that say the same, the first.
 * @param {import('./versions.js').Version<Answer>[]} versions  the newest first
 */
function differentOnes(versions) {
  /** @type {AnswerVersion[]} */
  const different = [];
  for (const version of versions) {
    const same = different.find(({ record }) => isSameValue(record.value, version.record.value));
    if (same) same.saidBy.push(...version.from);
    else different.push({ ...version, saidBy: [...version.from] });
  }
  return different;
}

/**
 * Whether two answers say the same: ticks in any order, texts but for the space around them.
 * @param {Value} a
 * @param {Value} b
 */
export function isSameValue(a, b) {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    const ticked = new Set(a);
    return ticked.size === new Set(b).size && b.every((one) => ticked.has(one));
  }
  if (typeof a === 'string' && typeof b === 'string') return a.trim() === b.trim();
  return a === b;
}

/**
 * Every key, in an order that does not hang on whose draft has it.
 * @param {Record<string, unknown>[]} records
 */
function keysOf(records) {
  return [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
}
