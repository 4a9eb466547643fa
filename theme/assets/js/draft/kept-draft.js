/**
 * A draft as this browser keeps it: opened, saved and kept in step with other tabs.
 *
 * Knows nothing of questions or of the page. Events: `saved` (detail.first), `rewritten` (what was stored had gone, and
 * all of it is stored again), `save-failed` (detail.reason), `replaced` (detail.cause), `stale` (another tab has saved),
 * `shared` (another tab has this draft open), `elsewhere` (another tab has put another draft in its place),
 * `downloaded`.
 *
 * @typedef {import('./change.js').Change} Change
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./store.js').Store} Store
 */
import { newDraft } from './draft.js';
import { newShortId, newUuid } from './ids.js';
import { editCount } from './knowledge.js';
import { Neighbours } from './neighbours.js';
import { newRecord } from './record.js';
import { redo } from './redo.js';
import { Saver } from './saver.js';

export class KeptDraft extends EventTarget {
  /** Counts every change of anything; what is derived from the draft is remembered by it. */
  version = 0;

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

  hasSaved = false;

  /**
   * @param {object} parts
   * @param {{id: string, revision: number}} parts.definition
   * @param {Store} parts.store
   * @param {import('./neighbours.js').Tabs} parts.tabs
   * @param {() => Date} [parts.now]
   */
  constructor({ definition, store, tabs, now = () => new Date() }) {
    super();
    this.questionnaire = definition;
    this.store = store;
    this.now = now;
    this.#record = newRecord(this.blankDraft(), 1);
    this.#saver = this.#newSaver();
    const here = () => ({ questionnaireId: definition.id, id: this.#record.id, isBlank: this.isBlank });
    this.neighbours = new Neighbours(tabs, here, (word) => this.hear(word));
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
    return { editor: this.#record.editor, at: this.instant() };
  }

  /** Go on under another editor id: a copy of this browser's storage, somewhere, goes on under this one. */
  renewEditor() {
    const { editor, draft } = this.#record;
    this.#record.editor = newShortId();
    draft.editors[this.#record.editor] = draft.editors[editor] ?? '';
  }

  /** Bring back what this browser keeps. */
  async open() {
    const kept = await this.store.open();
    const { current, damaged, laterRelease } = kept;
    this.damaged = damaged;
    this.laterRelease = laterRelease;
    if (current) this.adopt(current);
    return kept;
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

  /** Another tab has saved this draft: take what it holds. An edit under way here finds out by itself. */
  async refresh() {
    const saver = this.#saver;
    if (saver.isBusy) return;
    const latest = await this.store.read(this.#record.id);
    // Meanwhile another draft may be at hand, or this computer cleared.
    if (saver !== this.#saver || !latest || saver.isBusy || editCount(latest.draft) <= editCount(this.draft)) return;
    this.adopt({ ...latest, step: this.#record.step });
    this.tell('replaced', { cause: 'other-tab' });
  }

  #newSaver() {
    return new Saver(this.store, this.#record, {
      saved: (at, wasGone) => {
        this.savedAt = at;
        if (wasGone) this.tell('rewritten');
        this.neighbours.say('saved');
        this.tell('saved', { first: !this.hasSaved });
        this.hasSaved = true;
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
    this.adopt({ ...latest, step: this.#record.step });
    if (mine) this.save(redo(this.draft, mine, this.by));
    this.tell('replaced', { cause: 'other-tab' });
  }

  /**
   * Have another record at hand, or the same as another tab has stored it.
   * @param {DraftRecord} record
   */
  adopt(record) {
    this.#saver.stop();
    this.#record = record;
    this.#saver = this.#newSaver();
    this.savedAt = this.isBlank ? null : record.draft.saved_at;
    this.turn();
  }

  /**
   * What another tab says.
   * @param {import('./neighbours.js').Word} word
   */
  hear(word) {
    this.tell(word);
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

  blankDraft() {
    const { id: questionnaireId, revision } = this.questionnaire;
    return newDraft({ draftId: newUuid(), questionnaireId, revision, at: this.instant() });
  }

  instant() {
    return this.now().toISOString();
  }
}
