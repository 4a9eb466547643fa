/**
 * A draft as this browser keeps it: opened, saved, replaced by another, and kept in step with other tabs.
 *
 * Knows nothing of questions or of the page. Events: `saved` (detail.first), `rewritten` (what was stored had gone, and
 * all of it is stored again), `save-failed` (detail.reason), `replaced` (detail.cause), `stale` (another tab has saved),
 * `shared` (another tab has this draft open), `elsewhere` (another tab has put another draft in its place),
 * `downloaded`.
 *
 * @typedef {import('./change.js').Change} Change
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
import { editCount, newDraft } from './draft.js';
import { newShortId, newUuid } from './ids.js';
import { Neighbours } from './neighbours.js';
import { headOf, joinRecords, newRecord } from './record.js';
import { redo } from './redo.js';
import { Saver } from './saver.js';

export class KeptDraft extends EventTarget {
  /** Counts every change of anything; what is derived from the draft is remembered by it. */
  version = 0;

  /** Drafts that this one has replaced, the latest first. @type {RecordHead[]} */
  others = [];

  /** A draft in this browser could not be read. */
  damaged = false;

  /** A draft in this browser was written by a later release of this page, and is not for this one to read. */
  laterRelease = false;

  /** The last moment that is known to be stored. @type {string | null} */
  savedAt = null;

  /** @type {DraftRecord} */
  #record;

  /** @type {Saver} */
  #saver;

  /** Drafts replaced during this visit: to be had even where nothing can be stored. @type {Map<string, DraftRecord>} */
  #replaced = new Map();

  #hasSaved = false;

  /**
   * @param {object} parts
   * @param {{id: string, revision: number}} parts.definition
   * @param {Store} parts.store
   * @param {import('./neighbours.js').Tabs} parts.tabs
   * @param {EarlierRevisions} [parts.earlierRevisions]
   * @param {() => Date} [parts.now]
   */
  constructor({ definition, store, tabs, earlierRevisions, now = () => new Date() }) {
    super();
    this.earlierRevisions = earlierRevisions;
    this.questionnaire = definition;
    this.store = store;
    this.now = now;
    this.#record = newRecord(this.#blankDraft(), 1);
    this.#saver = this.#newSaver();
    const here = () => ({ questionnaireId: definition.id, id: this.#record.id, isBlank: this.isBlank });
    this.neighbours = new Neighbours(tabs, here, (word) => this.#hear(word));
  }

  get record() {
    return this.#record;
  }

  get draft() {
    return this.#record.draft;
  }

  get isBlank() {
    return editCount(this.draft) === 0;
  }

  /** Nothing of it outlives the page. */
  get keepsNothing() {
    return this.store.keepsNothing;
  }

  get health() {
    return this.store.health;
  }

  /** Who makes an edit now. */
  get by() {
    return { editor: this.#record.editor, at: this.#at() };
  }

  /** Go on under another editor id: a copy of this browser's storage, somewhere, goes on under this one. */
  renewEditor() {
    const { editor, draft } = this.#record;
    this.#record.editor = newShortId();
    draft.editors[this.#record.editor] = draft.editors[editor] ?? '';
  }

  /** Bring back what this browser keeps. */
  async open() {
    const { current, others, damaged, laterRelease } = await this.store.open();
    this.others = others;
    this.damaged = damaged;
    this.laterRelease = laterRelease;
    if (current) this.#adopt(current);
    if (!this.#record.as_it_was) await this.carryOver();
  }

  /** Ask whether another tab has this draft open: then `shared` is told. */
  greet() {
    this.neighbours.say('hello');
  }

  /** @param {Change} change  already carried out in the draft */
  save(change) {
    this.#saver.add(change);
  }

  /** Everything so far is stored, or has failed to be. */
  async settled() {
    // An overtaken draft is followed by another, which has its own to save.
    let saver;
    do {
      saver = this.#saver;
      await saver.settled();
    } while (saver !== this.#saver);
  }

  /** Try again to store what could not be. */
  retry() {
    this.save({});
  }

  /** The page may be about to go: write what can be written at once. */
  flush() {
    this.store.flush();
  }

  // Another draft in its place; the replaced one stays in this browser

  /**
   * @param {Draft} draft  read from a file
   * @param {boolean} [asItWas]  of an earlier revision, and not to be carried over
   */
  async openDraft(draft, asItWas = false) {
    const record = { ...newRecord(draft, this.#record.opened + 1), as_it_was: asItWas };
    record.downloaded = { at: draft.saved_at, edits: editCount(draft) };
    await this.#replaceBy(record, 'opened');
  }

  async startAfresh() {
    await this.#replaceBy(newRecord(this.#blankDraft(), this.#record.opened + 1), 'fresh');
  }

  /**
   * @param {Draft} draft  made in this browser
   * @param {string} editor  who made it
   */
  async openNew(draft, editor) {
    await this.#replaceBy({ ...newRecord(draft, this.#record.opened + 1), editor }, 'fresh');
  }

  /**
   * @param {string} id
   * @returns {Promise<boolean>} whether it could be read
   */
  async openRecord(id) {
    const record = await this.readRecord(id);
    if (!record) return false;
    const opened = this.#record.opened + 1;
    await this.#replaceBy({ ...record, opened, deleted: null }, 'back');
    return true;
  }

  /**
   * A record of this questionnaire: the one at hand, one that was replaced during this visit, or one that is stored.
   * @param {string} id
   * @returns {Promise<DraftRecord | null>}
   */
  async readRecord(id) {
    if (id === this.#record.id) return this.#record;
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
    await this.#settleIn(store, newRecord(this.#blankDraft(), 1));
    await former.tidyAway();
  }

  /**
   * From now on this draft is kept elsewhere alone.
   * @param {Store} store  that is empty
   * @returns {Promise<boolean>} whether it is gone from where it was
   */
  async takeOut(store) {
    const former = await this.#leaveStore();
    const { id } = this.#record;
    // Under another id, so that no other tab takes it for the one that is stored.
    await this.#settleIn(store, { ...this.#record, id: newShortId() });
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
      const record = id === this.#record.id ? null : await former.read(id);
      if (record) await store.put(record, 0);
    }
    await this.#settleIn(store, this.#record);
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
    this.#adopt(record);
    if (!this.isBlank) await store.replace(record, record);
    this.tell('replaced', { cause: 'moved' });
  }

  /** Another tab has saved this draft: take what it holds. An edit under way here finds out by itself. */
  async refresh() {
    const saver = this.#saver;
    if (saver.isBusy) return;
    const latest = await this.store.read(this.#record.id);
    // Meanwhile another draft may be at hand, or this computer cleared.
    if (saver !== this.#saver || !latest || saver.isBusy || editCount(latest.draft) <= editCount(this.draft)) return;
    this.#adopt({ ...latest, step: this.#record.step });
    this.tell('replaced', { cause: 'other-tab' });
  }

  #newSaver() {
    return new Saver(this.store, this.#record, {
      saved: (at, wasGone) => {
        this.savedAt = at;
        if (wasGone) this.tell('rewritten');
        this.neighbours.say('saved');
        this.tell('saved', { first: !this.#hasSaved });
        this.#hasSaved = true;
      },
      failed: (reason) => this.tell('save-failed', { reason }),
      overtaken: () => this.#editAgain(),
    });
  }

  /** Another tab has written meanwhile: take its draft, and make the edits of this tab again on top of it. */
  async #editAgain() {
    const saver = this.#saver;
    const latest = await this.store.read(this.#record.id);
    if (saver !== this.#saver) return;
    if (!latest) return saver.insist();
    const mine = this.#saver.stop();
    this.#adopt({ ...latest, step: this.#record.step });
    if (mine) this.save(redo(this.draft, mine, this.by));
    this.tell('replaced', { cause: 'other-tab' });
  }

  /**
   * @param {DraftRecord} record
   * @param {Cause} cause
   */
  async #replaceBy(record, cause) {
    await this.settled();
    const replaced = this.#record;
    const wasBlank = this.isBlank;
    this.#adopt(record);
    this.others = this.others.filter((head) => head.id !== record.id);
    if (!wasBlank) {
      this.#replaced.set(replaced.id, replaced);
      this.others = [headOf(replaced), ...this.others];
    }
    const result = await this.store.replace(record, replaced);
    if (result.ok) {
      this.savedAt = this.#at();
      this.neighbours.say('replaced');
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

  /** @param {DraftRecord} record */
  #adopt(record) {
    this.#saver.stop();
    this.#record = record;
    this.#saver = this.#newSaver();
    this.savedAt = this.isBlank ? null : record.draft.saved_at;
    this.turn();
  }

  /** This computer was cleared, here or in another tab. */
  #forget() {
    this.store.forget();
    this.#replaced.clear();
    this.others = [];
    this.#adopt(newRecord(this.#blankDraft(), 1));
    this.#hasSaved = false;
    this.tell('replaced', { cause: 'cleared' });
  }

  /**
   * What another tab says.
   * @param {import('./neighbours.js').Word} word
   */
  #hear(word) {
    if (word === 'cleared') this.#forget();
    else this.tell(word);
  }

  /** The draft is not as it was. */
  turn() {
    this.version += 1;
  }

  /**
   * @param {string} type
   * @param {Record<string, unknown>} [detail]
   */
  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #blankDraft() {
    const { id: questionnaireId, revision } = this.questionnaire;
    return newDraft({ draftId: newUuid(), questionnaireId, revision, at: this.#at() });
  }

  #at() {
    return this.now().toISOString();
  }
}
