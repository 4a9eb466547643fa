/**
 * Drafts in this browser, in two places at once: the journal, which is sure, and localStorage, which is at hand.
 *
 * A save counts when the journal has confirmed it or, where there is no journal, when localStorage has taken it.
 * On opening, whichever place has come further is believed. Never throws: every outcome is a result.
 *
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./copies.js').LocalCopies} LocalCopies
 * @typedef {import('./journal.js').Journal} Journal
 * @typedef {import('./database.js').StorageProblem} StorageProblem
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./record.js').RecordHead} RecordHead
 *
 * @typedef {{ok: true, edits: number, wasGone?: boolean}
 *   | {ok: false, reason: StorageProblem | 'newer' | 'later-release'}} SaveResult
 *   `edits` is how far the stored record has come; `wasGone`: it had been stored and was there no more; `newer`: another tab has stored more than this one knew;
 *   `later-release`: another tab has a later release of this page, and has stored what this one cannot read.
 *
 * @typedef {{current: DraftRecord | null, others: RecordHead[], damaged: boolean, laterRelease: boolean}} Kept
 *   `laterRelease`: there is a draft that a later release of this page has written
 * @typedef {Pick<DraftStore, 'open' | 'heads' | 'read' | 'save' | 'replace' | 'put' | 'remove' | 'snapshots' | 'tidyAway'
 *   | 'flush' | 'forget' | 'clear' | 'health' | 'keepsNothing'>} Store
 */
import { CopyLater } from './copy-later.js';
import { editCount } from './knowledge.js';
import { isBehind } from './newest.js';
import { headOf, joinRecords } from './record.js';

export class DraftStore {
  keepsNothing = false;

  /** What is wrong with the journal, as of the last attempt. @type {StorageProblem | null} */
  #journalProblem = null;

  /** What the journal is known to have had: should it be gone, it was wiped under the page. @type {Set<string>} */
  #inJournal = new Set();

  /** How often everything was given up: a save that began before must not bring anything back. */
  #forgotten = 0;

  /**
   * @param {object} parts
   * @param {Journal} parts.journal
   * @param {LocalCopies} parts.copies
   * @param {string} parts.questionnaireId
   * @param {number} [parts.idle]  milliseconds without a change before the copy to localStorage is made
   */
  constructor({ journal, copies, questionnaireId, idle = 400 }) {
    this.journal = journal;
    this.copies = copies;
    this.questionnaireId = questionnaireId;
    this.copyLater = new CopyLater(copies, () => this.#journalProblem === null, idle);
  }

  /** What is wrong with each place; null when it works. */
  get health() {
    return { journal: this.#journalProblem, local: this.copyLater.isOutgrown ? 'full' : this.copies.problem };
  }

  /**
   * What is kept for this questionnaire: the record at hand, whole, and the others by name, the latest first.
   * @returns {Promise<Kept>}
   */
  async open() {
    const { heads, later, unreadable } = await this.#list();
    const others = heads.filter((head) => head.deleted === null);
    let damaged = unreadable;
    /** @type {DraftRecord | null} */
    let current = null;
    while (current === null && others.length > 0) {
      current = await this.read(/** @type {RecordHead} */ (others.shift()).id);
      damaged ||= current === null;
    }
    return { current, others: others.filter((head) => head.edits > 0), damaged, laterRelease: later.size > 0 };
  }

  /**
   * Every record of this questionnaire by name, the latest first, those too that the person has deleted.
   * @returns {Promise<RecordHead[]>}
   */
  async heads() {
    const { heads } = await this.#list();
    return heads.filter((head) => head.edits > 0);
  }

  async #list() {
    const copies = this.copies.list();
    const listed = await this.journal.heads(this.questionnaireId);
    this.#journalProblem = listed.ok ? null : listed.reason;
    /** @type {Map<string, RecordHead>} */
    const heads = new Map();
    const later = new Set(listed.ok ? listed.later : []);
    for (const [id, copy] of copies) if (copy === 'later-release') later.add(id);
    for (const head of [...(listed.ok ? listed.heads : []), ...[...copies.values()].flatMap(headsOf)]) {
      if (later.has(head.id)) continue;
      if (head.edits >= (heads.get(head.id)?.edits ?? 0)) heads.set(head.id, head);
    }
    return {
      heads: [...heads.values()].sort((a, b) => b.opened - a.opened),
      later,
      unreadable: [...copies].some(([id, copy]) => copy === null && !heads.has(id) && !later.has(id)),
    };
  }

  /**
   * A record, from whichever place has it or has more of it.
   * @param {string} id
   * @returns {Promise<DraftRecord | null>}
   */
  async read(id) {
    const local = this.copies.read(id);
    const journalled = await this.journal.read(id);
    if (journalled) this.#inJournal.add(id);
    const record = joinRecords(journalled, local);
    if (record && local && (!journalled || isBehind(journalled.draft, local.draft))) {
      // Changes are written to the journal one by one: it must hold what they build on.
      await this.journal.put(record);
    }
    return record;
  }

  /**
   * Save what has changed in a record.
   * @param {DraftRecord} record  as it is after the change
   * @param {Change} change
   * @param {number} known  the edits this tab knows to be stored
   * @returns {Promise<SaveResult>}
   */
  async save(record, change, known) {
    const copied = this.copyLater.copy(record, known);
    const written = await this.#journalChange(record, change, known);
    if (written.ok || written.reason === 'newer' || written.reason === 'later-release') {
      this.#journalProblem = null;
      return written;
    }
    this.#journalProblem = written.reason;
    return copied;
  }

  /**
   * @param {DraftRecord} record
   * @param {Change} change
   * @param {number} known
   * @returns {Promise<SaveResult>}
   */
  async #journalChange(record, change, known) {
    const forgotten = this.#forgotten;
    const written = await this.journal.write(record, change, known);
    if (written.ok) this.#inJournal.add(record.id);
    if (written.ok || written.reason !== 'gone') return /** @type {SaveResult} */ (written);
    // New, or wiped under the page; but what a person has cleared meanwhile stays away.
    if (forgotten !== this.#forgotten) return { ok: false, reason: 'failed' };
    const wasGone = this.#inJournal.has(record.id);
    const put = await this.journal.put(record);
    if (put.ok) this.#inJournal.add(record.id);
    return put.ok ? { ...put, wasGone } : put;
  }

  /**
   * Save a whole record and make it the one at hand.
   * @param {DraftRecord} record
   * @param {DraftRecord} replaced
   * @returns {Promise<SaveResult>}
   */
  async replace(record, replaced) {
    this.flush();
    const wasSure = this.#journalProblem === null;
    const result = await this.journal.put(record);
    if (result.ok) this.#inJournal.add(record.id);
    this.#journalProblem = result.ok || result.reason === 'later-release' ? null : result.reason;
    // localStorage is small: what the journal holds for sure can leave it.
    if (result.ok && wasSure) this.copies.remove(replaced.id);
    // Nobody looks for a blank draft again.
    if (editCount(replaced.draft) === 0) await this.journal.remove(replaced.id);
    this.copyLater.isOutgrown = false;
    const copied = this.copies.write(record, null);
    return result.ok ? result : copied;
  }

  /**
   * Save a record that is not the one at hand.
   * @param {DraftRecord} record
   * @param {number} known  the edits this tab knows to be stored
   * @returns {Promise<SaveResult>}
   */
  async put(record, known) {
    const written = await this.#journalChange(record, record.draft, known);
    if (written.ok) this.copies.remove(record.id);
    if (written.ok || written.reason === 'newer' || written.reason === 'later-release') return written;
    return this.copies.write(record, known);
  }

  /**
   * Remove a record for good.
   * @param {string} id
   * @returns {Promise<boolean>} whether it is gone
   */
  async remove(id) {
    this.#inJournal.delete(id);
    const isJournalRid = await this.journal.remove(id);
    return this.copies.remove(id) && isJournalRid;
  }

  /**
   * Where earlier versions of the drafts here are kept.
   * @returns {Promise<import('./snapshot-table.js').SnapshotTable | null>}
   */
  async snapshots() {
    const { SnapshotTable } = await import('./snapshot-table.js');
    return new SnapshotTable(this.journal.database);
  }

  /** Where no draft is left, leave no empty database either. */
  async tidyAway() {
    await this.journal.removeIfEmpty();
  }

  /** Make the waiting copy now: the pause has come, or the page may be about to go. */
  flush() {
    this.copyLater.flush();
  }

  /**
   * Remove every draft of this site from this browser, and nothing else.
   * @returns {Promise<boolean>} whether all are gone
   */
  async clear() {
    this.forget();
    const journalGone = await this.journal.clear();
    // Last, so that what another tab was about to copy goes too.
    return this.copies.clear() && journalGone;
  }

  /** Give up what is still to be written: this computer was cleared. */
  forget() {
    this.copyLater.giveUp();
    this.#inJournal.clear();
    this.#forgotten += 1;
  }
}

/** @param {DraftRecord | 'later-release' | null} copy */
function headsOf(copy) {
  return copy && copy !== 'later-release' ? [headOf(copy)] : [];
}
