/**
 * What a window remembers of a workshop: which answers have been agreed, the votes counted in the room, and what
 * somebody has begun to write of an agreement. It outlives a reload and goes with the window; the answers themselves
 * are in the draft.
 *
 * @typedef {import('../../workshop.js').Agreement} Agreement
 * @typedef {import('../../report/spread.js').Counts} Counts
 */
import { bareRecord } from '../../draft/draft.js';

export class WorkshopKept {
  /** @type {Record<string, string>} */
  #agreed = bareRecord();

  /** @type {Record<string, Counts>} */
  #votes = bareRecord();

  /** What is written and not recorded yet. @type {Record<string, Agreement>} */
  #begun = bareRecord();

  /** @param {import('../../component.js').App} app */
  constructor(app) {
    this.app = app;
    this.read();
  }

  /** Another draft is here. */
  read() {
    const stored = this.#stored();
    const { record, isBlank } = this.app.draft;
    // Counting may begin before the draft holds anything; a blank one is not stored, and is another after a reload.
    const kept = stored.record === record.id || (stored.wasBlank === true && isBlank) ? stored : {};
    this.#agreed = records(kept.agreed, (answer) => typeof answer === 'string');
    this.#begun = records(kept.begun, isAgreement);
    /** @type {Record<string, unknown>} */
    const votes = records(kept.votes, (counts) => typeof counts === 'object');
    this.#votes = bareRecord();
    for (const [question, counts] of Object.entries(votes)) {
      this.#votes[question] = records(counts, (count) => Number.isSafeInteger(count) && Number(count) > 0);
    }
  }

  /**
   * An answer that was changed or taken back since is not what was agreed.
   * @param {string} question
   */
  isAgreed(question) {
    return question in this.#agreed && this.app.draft.value(question) === this.#agreed[question];
  }

  /**
   * @param {string} question
   * @param {string} answer
   */
  agree(question, answer) {
    this.#agreed[question] = answer;
    delete this.#begun[question];
    this.#write();
  }

  /**
   * @param {string} question
   * @returns {Agreement | null}
   */
  begun(question) {
    return this.#begun[question] ?? null;
  }

  /**
   * @param {string} question
   * @param {Agreement} agreement  as far as it is written
   */
  begin(question, agreement) {
    this.#begun[question] = agreement;
    this.#write();
  }

  /**
   * @param {string} question
   * @returns {Counts}
   */
  votes(question) {
    return this.#votes[question] ?? {};
  }

  /**
   * @param {string} question
   * @param {string} option
   * @param {number} count
   */
  count(question, option, count) {
    this.#votes[question] = Object.assign(bareRecord(this.votes(question)), { [option]: count });
    this.#write();
  }

  get #key() {
    return `${beginning(this.app)}${this.app.definition.id}`;
  }

  /** @returns {Record<string, unknown>} */
  #stored() {
    if (this.app.draft.keepsNothing) return {};
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? '{}') ?? {};
    } catch {
      return {};
    }
  }

  #write() {
    if (this.app.draft.keepsNothing) return;
    try {
      const { record, isBlank } = this.app.draft;
      const kept = { record: record.id, wasBlank: isBlank, agreed: this.#agreed, votes: this.#votes, begun: this.#begun };
      sessionStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Storage is blocked or full: it holds until the page goes.
    }
  }
}

/**
 * Nothing is to be left on this computer.
 * @param {import('../../component.js').Basics} app
 */
export function forgetWorkshops(app) {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(beginning(app)));
    for (const key of keys) sessionStorage.removeItem(key);
  } catch {
    // Where storage is blocked there is nothing.
  }
}

/** @param {import('../../component.js').Basics} app */
function beginning({ $main }) {
  return `${$main.dataset.storagePrefix ?? ''}:workshop:`;
}

/** @param {unknown} stored */
function isAgreement(stored) {
  const { answer, why, minority } = /** @type {Record<string, unknown>} */ (stored);
  return [answer ?? '', why, minority].every((value) => typeof value === 'string');
}

/**
 * @template T
 * @param {unknown} stored
 * @param {(value: unknown) => boolean} isFit
 * @returns {Record<string, T>}
 */
function records(stored, isFit) {
  const fit = Object.entries(stored ?? {}).filter(([, value]) => value !== null && isFit(value));
  return bareRecord(Object.fromEntries(fit));
}
