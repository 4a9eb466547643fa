/**
 * The draft at hand: what the page reads, edits and listens to.
 *
 * An edit is in memory at once, and on its way to the store. Knows nothing of the page.
 *
 * Events: `change` (detail.path: an answer's path, an entries id, or null), `saved` (detail.first), `save-failed`
 * (detail.reason), `replaced` (detail.cause), `stale` (another tab has saved), `shared` (another tab has this draft
 * open), `elsewhere` (another tab has put another draft in its place), `downloaded`.
 *
 * @typedef {import('../definition.js').Definition} Definition
 * @typedef {import('../definition.js').Value} Value
 * @typedef {import('./draft.js').Change} Change
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./record.js').RecordHead} RecordHead
 * @typedef {Pick<import('./store.js').DraftStore,
 *   'open' | 'read' | 'save' | 'replace' | 'flush' | 'forget' | 'clear' | 'health'>} Store
 * @typedef {Pick<import('./tabs.js').Tabs, 'post' | 'listen'>} Tabs
 *
 * @typedef {'opened' | 'fresh' | 'back' | 'cleared' | 'other-tab'} Cause  Why another draft is at hand.
 */
import { Evaluation } from '../response.js';
import {
  answerChange,
  answeredPaths,
  apply,
  editCount,
  entryChange,
  entryIds,
  moveChange,
  newDraft,
  valueAt,
} from './draft.js';
import { newShortId, newUuid } from './ids.js';
import { headOf, newRecord } from './record.js';
import { redo } from './redo.js';
import { Saver } from './saver.js';

export class DraftSession extends EventTarget {
  /** Counts every change of anything; what is derived from the draft is remembered by it. */
  version = 0;

  /** Drafts that this one has replaced, the latest first. @type {RecordHead[]} */
  others = [];

  /** A draft in this browser could not be read. */
  damaged = false;

  /** The last moment that is known to be stored. @type {string | null} */
  savedAt = null;

  /** @type {DraftRecord} */
  #record;

  /** @type {Saver} */
  #saver;

  /** @type {Evaluation | null} */
  #evaluation = null;

  /** Drafts replaced during this visit: to be had even where nothing can be stored. @type {Map<string, DraftRecord>} */
  #replaced = new Map();

  #hasSaved = false;

  /**
   * @param {object} parts
   * @param {Definition} parts.definition
   * @param {Store} parts.store
   * @param {Tabs} parts.tabs
   * @param {() => Date} [parts.now]
   */
  constructor({ definition, store, tabs, now = () => new Date() }) {
    super();
    this.definition = definition;
    this.store = store;
    this.tabs = tabs;
    this.now = now;
    this.#record = newRecord(this.#blankDraft(), 1);
    this.#saver = this.#newSaver();
    tabs.listen((message) => this.#hear(message));
  }

  /** Bring back what this browser keeps. */
  async open() {
    const { current, others, damaged } = await this.store.open();
    this.others = others;
    this.damaged = damaged;
    if (current) this.#adopt(current);
    this.#say('hello');
  }

  // Reading

  get draft() {
    return this.#record.draft;
  }

  get step() {
    return this.#record.step;
  }

  get health() {
    return this.store.health;
  }

  get isBlank() {
    return editCount(this.draft) === 0;
  }

  get lastDownloadedAt() {
    return this.#record.downloaded?.at ?? null;
  }

  get changedSinceDownload() {
    return editCount(this.draft) > (this.#record.downloaded?.edits ?? 0);
  }

  get answerCount() {
    return answeredPaths(this.draft).length;
  }

  /** What is shown and answered, as the draft stands. */
  get evaluation() {
    this.#evaluation ??= new Evaluation(this.definition, this.draft);
    return this.#evaluation;
  }

  /**
   * What is stored at a path, shown or not, usable or not.
   * @param {string} path
   */
  value(path) {
    return valueAt(this.draft, path);
  }

  /** @param {string} entriesId */
  entryIds(entriesId) {
    return entryIds(this.draft, entriesId);
  }

  response() {
    return this.evaluation.response();
  }

  // Editing

  /**
   * @param {string} path
   * @param {Value} value  null for cleared
   */
  set(path, value) {
    if (isSame(this.value(path), value)) return;
    this.#edit(answerChange(this.draft, path, value, this.#by()), path);
    if (this.definition.data.name_from.includes(path)) this.#rename();
  }

  /**
   * @param {string} entriesId
   * @param {string} [entryId]  of an entry that stands for something: when it was removed, it comes back
   * @returns {string} its id
   */
  addEntry(entriesId, entryId = newShortId()) {
    this.#edit(entryChange(this.draft, entriesId, entryId, { removed: false }, this.#by()), entriesId);
    return entryId;
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   */
  removeEntry(entriesId, entryId) {
    this.#edit(entryChange(this.draft, entriesId, entryId, { removed: true }, this.#by()), entriesId);
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   */
  restoreEntry(entriesId, entryId) {
    this.#edit(entryChange(this.draft, entriesId, entryId, { removed: false }, this.#by()), entriesId);
  }

  /**
   * @param {string} entriesId
   * @param {string} entryId
   * @param {-1 | 1} direction
   */
  moveEntry(entriesId, entryId, direction) {
    const change = moveChange(this.draft, entriesId, entryId, direction, this.#by());
    if (change) this.#edit(change, entriesId);
  }

  // What only this browser remembers

  /**
   * Where the person is, to bring them back there. A blank draft is not worth storing for that.
   * @param {string} step
   */
  setStep(step) {
    if (this.#record.step === step) return;
    this.#record.step = step;
    if (!this.isBlank) this.#saver.add({});
  }

  markDownloaded() {
    this.#record.downloaded = { at: this.#at(), edits: editCount(this.draft) };
    this.#saver.add({});
    this.#tell('downloaded');
  }

  // Another draft in its place; the replaced one stays in this browser

  /**
   * @param {Draft} draft  read from a file
   */
  async openDraft(draft) {
    const record = newRecord(draft, this.#record.opened + 1);
    record.downloaded = { at: draft.saved_at, edits: editCount(draft) };
    await this.#replaceBy(record, 'opened');
  }

  async startAfresh() {
    await this.#replaceBy(newRecord(this.#blankDraft(), this.#record.opened + 1), 'fresh');
  }

  /**
   * @param {string} id  of one of the others
   * @returns {Promise<boolean>} whether it could be read
   */
  async goBack(id) {
    const record = this.#replaced.get(id) ?? (await this.store.read(id));
    if (!record) return false;
    record.opened = this.#record.opened + 1;
    await this.#replaceBy(record, 'back');
    return true;
  }

  /**
   * Remove this site's drafts from this browser.
   * @returns {Promise<boolean>} whether all are gone
   */
  async clear() {
    await this.settled();
    this.#forget();
    // First, so that no other tab goes on writing what is being removed.
    this.#say('cleared');
    return this.store.clear();
  }

  // Saving

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
    this.#saver.add({});
  }

  /** The page may be about to go: write what can be written at once. */
  flush() {
    this.store.flush();
  }

  /** Another tab has saved this draft: take what it holds. An edit under way here finds out by itself. */
  async refresh() {
    if (this.#saver.isBusy) return;
    const latest = await this.store.read(this.#record.id);
    if (!latest || this.#saver.isBusy || editCount(latest.draft) <= editCount(this.draft)) return;
    this.#adopt({ ...latest, step: this.step });
    this.#tell('replaced', { cause: 'other-tab' });
  }

  /**
   * @param {Change} change
   * @param {string} path
   */
  #edit(change, path) {
    apply(this.draft, change);
    this.#changed(path);
    this.#saver.add(change);
  }

  /** @param {string | null} path */
  #changed(path) {
    this.version += 1;
    this.#evaluation = null;
    this.#tell('change', { path });
  }

  /** The draft is called what the answers in `name_from` say. */
  #rename() {
    const name = this.definition.data.name_from
      .map((path) => ({ value: this.value(path), options: this.definition.item(path)?.options ?? [] }))
      .map(({ value, options }) => options.find((option) => option.id === value)?.label ?? value)
      .filter((part) => typeof part === 'string' && part.trim() !== '')
      .join(', ');
    const change = { name };
    apply(this.draft, change);
    this.#saver.add(change);
  }

  #newSaver() {
    return new Saver(this.store, this.#record, {
      saved: (at) => {
        this.savedAt = at;
        this.#say('saved');
        this.#tell('saved', { first: !this.#hasSaved });
        this.#hasSaved = true;
      },
      failed: (reason) => this.#tell('save-failed', { reason }),
      overtaken: () => this.#editAgain(),
    });
  }

  /** Another tab has written meanwhile: take its draft, and make the edits of this tab again on top of it. */
  async #editAgain() {
    const latest = await this.store.read(this.#record.id);
    if (!latest) return this.#saver.insist();
    const mine = this.#saver.stop();
    this.#adopt({ ...latest, step: this.step });
    if (mine) this.#saver.add(redo(this.draft, mine, this.#by()));
    this.#tell('replaced', { cause: 'other-tab' });
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
      this.#say('replaced');
    }
    this.#tell('replaced', { cause });
    if (!result.ok) this.#tell('save-failed', { reason: result.reason });
  }

  /** @param {DraftRecord} record */
  #adopt(record) {
    this.#saver.stop();
    this.#record = record;
    this.#saver = this.#newSaver();
    this.savedAt = this.isBlank ? null : record.draft.saved_at;
    this.version += 1;
    this.#evaluation = null;
  }

  /** This computer was cleared, here or in another tab. */
  #forget() {
    this.store.forget();
    this.#replaced.clear();
    this.others = [];
    this.#adopt(newRecord(this.#blankDraft(), 1));
    this.#hasSaved = false;
    this.#tell('replaced', { cause: 'cleared' });
  }

  /** @param {import('./tabs.js').TabMessage} message */
  #hear({ type, questionnaireId, id }) {
    if (type === 'cleared') {
      this.#forget();
    } else if (questionnaireId !== this.definition.id) {
      return;
    } else if (id !== this.#record.id) {
      if (type === 'replaced' && !this.isBlank) this.#tell('elsewhere');
    } else if (type === 'hello') {
      if (!this.isBlank) this.#say('here');
    } else if (type === 'here') {
      this.#tell('shared');
    } else if (type === 'saved') {
      this.#tell('stale');
    }
  }

  /** @param {import('./tabs.js').MessageType} type */
  #say(type) {
    this.tabs.post({ type, questionnaireId: this.definition.id, id: this.#record.id });
  }

  /**
   * @param {string} type
   * @param {Record<string, unknown>} [detail]
   */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #blankDraft() {
    const { id, revision } = this.definition;
    return newDraft({ draftId: newUuid(), questionnaireId: id, revision, at: this.#at() });
  }

  #by() {
    return { editor: this.#record.editor, at: this.#at() };
  }

  #at() {
    return this.now().toISOString();
  }
}

/**
 * @param {Value} a
 * @param {Value} b
 */
function isSame(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, index) => one === b[index]);
  }
  return a === b;
}
