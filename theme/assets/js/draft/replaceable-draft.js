/**
 * A kept draft in whose place another can come, and that can be kept in another place.
 *
 * What is replaced stays, in storage or at least in this page. Events: those of KeptDraft.
 *
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./record.js').RecordHead} RecordHead
 * @typedef {import('./store.js').Store} Store
 *
 * @typedef {object} EarlierRevisions  What carries drafts of earlier revisions over.
 * @property {(session: any) => Promise<void>} bringUpToDate  the draft at hand
 * @property {(session: any, draft: Draft) => Promise<import('./reconcile.js').Reconciled>} carriedOver  another
 *
 * @typedef {'opened' | 'fresh' | 'back' | 'cleared' | 'moved' | 'other-tab' | 'carried-over'} Cause  Why another draft is at hand.
 */
import { newShortId } from './ids.js';
import { KeptDraft } from './kept-draft.js';
import { editCount } from './knowledge.js';
import { headOf, joinRecords, newRecord } from './record.js';

export class ReplaceableDraft extends KeptDraft {
  /** The other drafts of this questionnaire in this browser, the latest first. @type {RecordHead[]} */
  others = [];

  /** Drafts replaced during this visit: to be had even where nothing can be stored. @type {Map<string, DraftRecord>} */
  #replaced = new Map();

  /** @param {ConstructorParameters<typeof KeptDraft>[0] & {earlierRevisions?: EarlierRevisions}} parts */
  constructor(parts) {
    super(parts);
    this.earlierRevisions = parts.earlierRevisions;
  }

  /** @override */
  async open() {
    const kept = await super.open();
    this.others = kept.others;
    if (!this.record.as_it_was) await this.carryOver();
    return kept;
  }

  // Another draft in its place; the replaced one stays in this browser

  /**
   * @param {Draft} draft  read from a file
   * @param {boolean} [asItWas]  of an earlier revision, and not to be carried over
   */
  async openDraft(draft, asItWas = false) {
    const record = { ...newRecord(draft, this.record.opened + 1), as_it_was: asItWas };
    record.downloaded = { at: draft.saved_at, edits: editCount(draft) };
    await this.#replaceBy(record, 'opened');
  }

  async startAfresh() {
    await this.#replaceBy(newRecord(this.blankDraft(), this.record.opened + 1), 'fresh');
  }

  /**
   * @param {Draft} draft  made in this browser
   * @param {string} editor  who made it
   */
  async openNew(draft, editor) {
    await this.#replaceBy({ ...newRecord(draft, this.record.opened + 1), editor }, 'fresh');
  }

  /**
   * @param {string} id
   * @returns {Promise<boolean>} whether it could be read
   */
  async openRecord(id) {
    const record = await this.readRecord(id);
    if (!record) return false;
    const opened = this.record.opened + 1;
    await this.#replaceBy({ ...record, opened, deleted: null }, 'back');
    return true;
  }

  /**
   * A record of this questionnaire: the one at hand, one that was replaced during this visit, or one that is stored.
   * @param {string} id
   * @returns {Promise<DraftRecord | null>}
   */
  async readRecord(id) {
    if (id === this.record.id) return this.record;
    return joinRecords(await this.store.read(id), this.#replaced.get(id) ?? null);
  }

  /**
   * A record that is not at hand has changed, been deleted or been brought back.
   * @param {DraftRecord} record
   * @param {boolean} isStored  else this page alone has it
   */
  noteOther(record, isStored) {
    if (isStored) this.#replaced.delete(record.id);
    else this.#replaced.set(record.id, record);
    this.others = this.others.filter(({ id }) => id !== record.id);
    if (record.deleted === null) this.others = [headOf(record), ...this.others];
  }

  /**
   * Remove this site's drafts from this browser.
   * @returns {Promise<boolean>} whether all are gone
   */
  async clear() {
    await this.settled();
    this.#forget();
    // First, so that no other tab goes on writing what is being removed.
    this.neighbours.say('cleared');
    return this.store.clear();
  }

  // Another place to keep it

  /**
   * From now on drafts are kept elsewhere; this one, with the others, stays where it is.
   * @param {Store} store  that is empty
   */
  async leaveStored(store) {
    const former = await this.#leaveStore();
    await this.#settleIn(store, newRecord(this.blankDraft(), 1));
    await former.tidyAway();
  }

  /**
   * From now on this draft is kept elsewhere alone.
   * @param {Store} store  that is empty
   * @returns {Promise<boolean>} whether it is gone from where it was
   */
  async takeOut(store) {
    const former = await this.#leaveStore();
    const { id } = this.record;
    // Under another id, so that no other tab takes it for the one that is stored.
    await this.#settleIn(store, { ...this.record, id: newShortId() });
    const isGone = await former.remove(id);
    await former.tidyAway();
    return isGone;
  }

  /**
   * From now on this draft, and the others that were kept with it, are kept elsewhere.
   * @param {Store} store
   */
  async keepIn(store) {
    const former = await this.#leaveStore();
    for (const { id } of await former.heads()) {
      const record = id === this.record.id ? null : await former.read(id);
      if (record) await store.put(record, 0);
    }
    await this.#settleIn(store, this.record);
  }

  async #leaveStore() {
    await this.settled();
    this.flush();
    return this.store;
  }

  /**
   * @param {Store} store
   * @param {DraftRecord} record  the one at hand from now on
   */
  async #settleIn(store, record) {
    this.store = store;
    this.#replaced.clear();
    const heads = await store.heads();
    this.others = heads.filter((head) => head.id !== record.id && head.deleted === null);
    record.opened = Math.max(0, ...heads.map((head) => head.opened)) + 1;
    this.adopt(record);
    if (!this.isBlank) await store.replace(record, record);
    this.tell('replaced', { cause: 'moved' });
  }

  /**
   * @param {DraftRecord} record
   * @param {Cause} cause
   */
  async #replaceBy(record, cause) {
    await this.settled();
    const replaced = this.record;
    const wasBlank = this.isBlank;
    this.adopt(record);
    this.others = this.others.filter((head) => head.id !== record.id);
    if (!wasBlank) {
      this.#replaced.set(replaced.id, replaced);
      this.others = [headOf(replaced), ...this.others];
    }
    const result = await this.store.replace(record, replaced);
    if (result.ok) {
      this.savedAt = this.instant();
      // What is in one window's memory is nothing to the others.
      if (!this.keepsNothing) this.neighbours.say('replaced');
    }
    if (!record.as_it_was) await this.carryOver();
    this.tell('replaced', { cause });
    if (!result.ok) this.tell('save-failed', { reason: result.reason });
  }

  /** Whether the draft at hand is of an earlier revision, and has not been carried over. */
  get isOfEarlierRevision() {
    return this.draft.questionnaire_revision < this.questionnaire.revision;
  }

  /**
   * Another draft carried over, where it is of an earlier revision.
   * @param {Draft} draft
   * @returns {Promise<import('./reconcile.js').Reconciled | null>}  null where it is of the present one
   */
  async carried(draft) {
    if (draft.questionnaire_revision >= this.questionnaire.revision) return null;
    return (await this.earlierRevisions?.carriedOver(this, draft)) ?? null;
  }

  /**
   * Carry the draft at hand over, where it is of an earlier revision.
   * @returns {Promise<boolean>}  false when what that takes cannot be had now: the draft is as it was
   */
  async carryOver() {
    if (this.isOfEarlierRevision) await this.earlierRevisions?.bringUpToDate(this).catch(() => {});
    return !this.isOfEarlierRevision;
  }

  /** This computer was cleared, here or in another tab. */
  #forget() {
    this.store.forget();
    this.#replaced.clear();
    this.others = [];
    this.adopt(newRecord(this.blankDraft(), 1));
    this.hasSaved = false;
    this.tell('replaced', { cause: 'cleared' });
  }

  /**
   * @override
   * @param {import('./neighbours.js').Word} word
   */
  hear(word) {
    if (word === 'cleared') this.#forget();
    else super.hear(word);
  }
}
