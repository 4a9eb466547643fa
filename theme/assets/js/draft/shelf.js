/**
 * Every draft of one questionnaire in this browser: to list, rename, copy, delete and bring back, and to begin from.
 *
 * A deleted draft is marked, and can be brought back for a day: a slip, a crash or a page that the browser dropped then
 * costs nothing. After that the next visit removes it, or the person does at once. Touches no page.
 *
 * @typedef {import('./record.js').DraftRecord} DraftRecord
 * @typedef {import('./session.js').DraftSession} DraftSession
 *
 * @typedef {object} Shelved
 * @property {string} id
 * @property {string} name
 * @property {string} savedAt
 * @property {boolean} isAtHand
 * @property {string | null} deleted
 * @property {DraftRecord | null} record  null when it cannot be read
 * @property {import('./draft.js').Draft | null} present  as it will be once it is open; null when that cannot be had
 */
import { Evaluation } from '../response.js';
import { apply, nameChange } from './change.js';
import { decodeDraft } from './decode.js';
import { newShortId, newUuid } from './ids.js';
import { editCount } from './knowledge.js';
import { nameFromAnswers } from './naming.js';
import { headOf, newRecord } from './record.js';
import { startFrom } from './start-from.js';

const DAY = 24 * 60 * 60 * 1000;

export class Shelf {
  /** Deleted during this visit: to be brought back even if another tab has removed it since. @type {Map<string, DraftRecord>} */
  #deleted = new Map();

  /** The one that was at hand when it was deleted. @type {string | null} */
  #wasAtHand = null;

  /** @param {DraftSession} session */
  constructor(session) {
    this.session = session;
  }

  /**
   * The one at hand first, then the others as they were last changed; deleted ones with the rest.
   * @returns {Promise<Shelved[]>}
   */
  async list() {
    const { record: atHand, isBlank, others, store } = this.session;
    const heads = new Map([...others, ...(await store.heads())].map((head) => [head.id, head]));
    for (const [id, record] of this.#deleted) {
      // Another tab has gone on with it, and so it is there again.
      if ((heads.get(id)?.edits ?? 0) > editCount(record.draft)) this.#deleted.delete(id);
      else heads.set(id, headOf(record));
    }
    heads.delete(atHand.id);
    if (!isBlank) heads.set(atHand.id, headOf(atHand));
    /** @type {Shelved[]} */
    const shelved = [];
    for (const { id, name, savedAt, deleted } of heads.values()) {
      const record = this.#deleted.get(id) ?? (await this.session.readRecord(id));
      const present = record && (await this.#present(record));
      shelved.push({ id, name, savedAt, deleted, record, present, isAtHand: id === atHand.id });
    }
    return shelved.sort((a, b) => Number(b.isAtHand) - Number(a.isAtHand) || Date.parse(b.savedAt) - Date.parse(a.savedAt));
  }

  /**
   * @param {string} id
   * @param {string} name  empty for the one that its answers give
   */
  async rename(id, name) {
    if (id === this.session.record.id) {
      this.session.rename(name);
      return this.session.settled().then(() => true);
    }
    return this.#amend(id, async (record) => {
      const { editor, draft } = record;
      const chosen = name.trim();
      const present = (await this.#present(record)) ?? draft;
      const automatic = nameFromAnswers(new Evaluation(this.session.definition, present));
      apply(draft, nameChange(draft, chosen || automatic, chosen !== '', { ...this.session.by, editor }));
    });
  }

  /**
   * A copy that stands beside it; the draft at hand stays at hand.
   * @param {string} id
   * @param {string} name  of the copy
   * @returns {Promise<string | null>} its id
   */
  async duplicate(id, name) {
    const record = await this.session.readRecord(id);
    const copied = record && decodeDraft(JSON.parse(JSON.stringify(record.draft)));
    if (!copied?.ok) return null;
    const copy = newRecord({ ...copied.draft, draft_id: newUuid() }, 0);
    apply(copy.draft, nameChange(copy.draft, name, true, { ...this.session.by, editor: copy.editor }));
    return (await this.#put(copy, 0)) ? copy.id : null;
  }

  /** @param {string} id  of a draft that was downloaded from the list */
  async markDownloaded(id) {
    await this.#amend(id, (record) => {
      record.downloaded = { at: this.session.by.at, edits: editCount(record.draft) };
    });
  }

  /**
   * @param {string} id
   * @returns {Promise<boolean>} whether it is deleted
   */
  async delete(id) {
    this.#wasAtHand = id === this.session.record.id ? id : null;
    if (this.#wasAtHand) await this.session.startAfresh();
    const isMarked = await this.#amend(id, (record) => {
      record.deleted = this.session.by.at;
      this.#deleted.set(id, record);
    });
    // A full browser has no room for a mark either, and this may be how a person makes room.
    return isMarked || this.session.store.remove(id);
  }

  /** @param {string} id  of a deleted draft */
  async bringBack(id) {
    const remembered = this.#deleted.get(id);
    this.#deleted.delete(id);
    // What is stored comes first: another tab may have gone on with it since it was deleted.
    const isStored =
      (await this.#amend(id, (record) => (record.deleted = null))) ||
      (remembered !== undefined && (await this.#put({ ...remembered, deleted: null }, 0)));
    if (this.#wasAtHand === id && this.session.isBlank) await this.session.openRecord(id);
    return isStored;
  }

  /**
   * @param {string} id  of a deleted draft
   * @returns {Promise<boolean>} whether it is gone
   */
  async removeForGood(id) {
    this.#deleted.delete(id);
    return this.session.store.remove(id);
  }

  /** Remove what was deleted more than a day ago, or by a clock that was wrong. */
  async tidy() {
    const now = Date.parse(this.session.by.at);
    for (const { id, deleted } of await this.session.store.heads()) {
      if (deleted !== null && Math.abs(now - Date.parse(deleted)) > DAY) await this.session.store.remove(id);
    }
  }

  /**
   * Begin a new draft, which is then at hand, with some of an earlier one.
   * @param {string} id
   * @param {string[]} asked  ids of what the questionnaire offers and the person wants
   * @returns {Promise<'started' | 'unreadable' | 'not-carried'>}  not-carried: it is of an earlier revision, and what
   *   carries it over cannot be had now
   */
  async startFrom(id, asked) {
    const earlier = await this.session.readRecord(id);
    if (!earlier) return 'unreadable';
    const present = await this.#carried(earlier.draft);
    if (!present) return 'not-carried';
    const editor = newShortId();
    const draft = startFrom(this.session.definition, present, asked, { ...this.session.by, editor });
    await this.session.openNew(draft, editor);
    return 'started';
  }

  /**
   * A draft as it will be once it is open: one of an earlier revision is carried over, unless the person went back to it.
   * @param {DraftRecord} record
   */
  async #present({ draft, as_it_was: asItWas }) {
    return asItWas ? draft : this.#carried(draft);
  }

  /**
   * @param {import('./draft.js').Draft} draft
   * @returns {Promise<import('./draft.js').Draft | null>} null when what carries it over cannot be had
   */
  async #carried(draft) {
    try {
      return (await this.session.carried(draft))?.draft ?? draft;
    } catch {
      return null;
    }
  }

  /**
   * Change a record that is not at hand, on top of what another tab may have stored meanwhile.
   * @param {string} id
   * @param {(record: DraftRecord) => unknown} change  awaited
   * @returns {Promise<boolean>} whether it is stored
   */
  async #amend(id, change) {
    for (;;) {
      const record = await this.session.readRecord(id);
      if (!record) return false;
      const known = editCount(record.draft);
      await change(record);
      const result = await this.session.store.put(record, known);
      if (result.ok || result.reason !== 'newer') {
        this.session.noteOther(record, result.ok);
        return result.ok;
      }
    }
  }

  /**
   * @param {DraftRecord} record
   * @param {number} known
   */
  async #put(record, known) {
    const result = await this.session.store.put(record, known);
    this.session.noteOther(record, result.ok);
    return result.ok;
  }
}
