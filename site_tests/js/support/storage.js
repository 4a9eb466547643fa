/** Browsers' storage for tests, and the ways it fails. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { LocalCopies } from '../../../theme/assets/js/draft/copies.js';
import { Journal } from '../../../theme/assets/js/draft/journal.js';
import { DraftSession } from '../../../theme/assets/js/draft/session.js';
import { DraftStore } from '../../../theme/assets/js/draft/store.js';
import { garden } from './questionnaire.js';

globalThis.IDBKeyRange = IDBKeyRange;

/** localStorage in memory, with as much room as it is given. */
export class MemoryStorage {
  #items = new Map();

  constructor(room = Infinity) {
    this.room = room;
  }

  get length() {
    return this.#items.size;
  }

  key(index) {
    return [...this.#items.keys()][index] ?? null;
  }

  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  setItem(key, value) {
    const others = [...this.#items].filter(([other]) => other !== key);
    const used = others.reduce((sum, [, text]) => sum + text.length, 0);
    if (used + value.length > this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.#items.set(key, value);
  }

  removeItem(key) {
    this.#items.delete(key);
  }

  clear() {
    this.#items.clear();
  }
}

/** @returns {never} */
export function refused() {
  throw new DOMException('not here', 'SecurityError');
}

/** What a browser keeps, whatever becomes of its pages. */
export class Browser {
  storage = new MemoryStorage();
  factory = new IDBFactory();
  /** @type {any[]} */
  tabs = [];

  /**
   * A tab as it opens; each part can be made to fail.
   * @param {{storage?: () => any, factory?: () => any, prefix?: string, idle?: number, now?: () => Date,
   *   definition?: any, earlierRevisions?: any, patience?: number}} [parts]  `patience`: of the journal, with a busy machine
   */
  async open({ storage, factory, prefix = '/site/', idle = 0, now, definition = garden, earlierRevisions, patience = 4000 } = {}) {
    const store = new DraftStore({
      journal: new Journal(`${prefix}:drafts`, factory ?? (() => this.factory), patience),
      copies: new LocalCopies(storage ?? (() => this.storage), prefix, 'garden'),
      questionnaireId: 'garden',
      idle,
    });
    const tabs = new NearbyTabs(this.tabs);
    const session = new DraftSession({ definition, store, tabs, earlierRevisions, now });
    await session.open();
    session.greet();
    return session;
  }
}

/** BroadcastChannel among the tabs of one browser; a deaf one hears nothing. */
class NearbyTabs {
  /** @param {any[]} others */
  constructor(others) {
    this.others = others;
    this.listener = (/** @type {any} */ _message) => {};
    this.deaf = false;
    others.push(this);
  }

  post(message) {
    for (const tab of this.others) {
      if (tab !== this && !tab.deaf) setImmediate(() => tab.listener(message));
    }
  }

  listen(listener) {
    this.listener = listener;
  }

  close() {
    this.others.splice(this.others.indexOf(this), 1);
  }
}

/**
 * The next time a session says so.
 * @param {EventTarget} session
 * @param {string} type
 * @returns {Promise<any>}
 */
export function next(session, type) {
  return new Promise((resolve) => {
    session.addEventListener(type, (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
  });
}

/**
 * Make an edit and wait until it is stored.
 * @param {DraftSession} session
 * @param {string} path
 * @param {any} value
 */
export async function store(session, path, value) {
  session.set(path, value);
  await session.settled();
  session.flush();
}

/**
 * A journal whose every write finds the disk full, as browsers tell it: when the transaction is to be completed.
 * @param {Browser} browser
 */
export function fullDisk(browser) {
  return () => ({
    open: (/** @type {string} */ name, /** @type {number} */ version) => {
      const request = browser.factory.open(name, version);
      request.addEventListener('success', () => {
        const database = request.result;
        const begin = database.transaction.bind(database);
        database.transaction = (tables, mode) => {
          const transaction = begin(tables, mode);
          if (mode === 'readwrite') {
            const error = new DOMException('no room', 'QuotaExceededError');
            Object.defineProperty(transaction, 'error', { value: error });
            queueMicrotask(() => transaction.abort());
          }
          return transaction;
        };
      });
      return request;
    },
  });
}
