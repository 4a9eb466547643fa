/**
 * An IndexedDB database: opened when it is first needed and again when its connection closes, one transaction at a
 * time over all of its tables.
 *
 * Never throws: every outcome is a result.
 *
 * @typedef {'blocked' | 'full' | 'failed'} StorageProblem
 *
 * @typedef {object} Shape
 * @property {number} version
 * @property {Record<string, string | string[]>} tables  the key of each, by its name
 */
export class Database {
  /** @type {Promise<IDBDatabase> | null} */
  #opening = null;

  /** The last transaction did not end in time: the next ones are not waited for as long, until one does. */
  #isStuck = false;

  /**
   * @param {string} name
   * @param {Shape} shape
   * @param {() => IDBFactory} factory  asked late: where storage is blocked, the very asking may throw
   * @param {number} patience  milliseconds after which a database that does not open, or a transaction that does not
   *   end, counts as blocked
   */
  constructor(name, shape, factory, patience) {
    this.name = name;
    this.shape = shape;
    this.factory = factory;
    this.patience = patience;
  }

  /**
   * One transaction; its result is known when it has completed. The work may refuse to go on, with a reason. One that
   * does not end is given up, so that nobody waits for ever: WebKit leaves some hanging after a page has gone.
   * @template {string} [Refusal=never]
   * @param {IDBTransactionMode} mode
   * @param {(tables: Record<string, IDBObjectStore>, refuse: (reason: Refusal) => void) => void} work
   * @returns {Promise<{ok: true} | {ok: false, reason: StorageProblem | Refusal}>}
   */
  async run(mode, work) {
    let database;
    try {
      database = await this.#open();
    } catch {
      return { ok: false, reason: 'blocked' };
    }
    return new Promise((resolve) => {
      /** @type {Refusal | null} */
      let refused = null;
      try {
        const names = Object.keys(this.shape.tables);
        const transaction = database.transaction(names, mode);
        // A page that opens waits for what it reads.
        const share = this.#isStuck ? 8 : mode === 'readonly' ? 2 : 1;
        const timer = setTimeout(() => giveUp(), this.patience / share);
        const giveUp = () => {
          try {
            // What is not known to be stored is not to be stored later on.
            transaction.abort();
          } catch {
            // It has finished, and says so next: a page that was frozen hears of the time first.
            return;
          }
          this.#isStuck = true;
          resolve({ ok: false, reason: 'blocked' });
        };
        transaction.oncomplete = () => {
          clearTimeout(timer);
          this.#isStuck = false;
          resolve({ ok: true });
        };
        transaction.onabort = () => {
          clearTimeout(timer);
          resolve({ ok: false, reason: refused ?? problemFrom(transaction.error) });
        };
        work(Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)])), (reason) => {
          refused = reason;
          transaction.abort();
        });
      } catch (error) {
        // The connection has closed under us: the next transaction opens it again.
        this.#opening = null;
        resolve({ ok: false, reason: problemFrom(error) });
      }
    });
  }

  /** Remove the database. Waits for no other tab. */
  async remove() {
    (await this.#opening)?.close();
    this.#opening = null;
    await new Promise((resolve) => {
      const request = this.factory().deleteDatabase(this.name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
  }

  async #open() {
    this.#opening ??= this.#connect();
    this.#opening.catch(() => (this.#opening = null));
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('the database does not open')), this.patience);
    });
    try {
      return /** @type {IDBDatabase} */ (await Promise.race([this.#opening, late]));
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {number} [version]  without one, the database as it stands
   * @returns {Promise<IDBDatabase>}
   */
  #connect(version = this.shape.version) {
    return new Promise((resolve, reject) => {
      const request = this.factory().open(this.name, ...(version > 0 ? [version] : []));
      request.onupgradeneeded = () => {
        for (const [table, keyPath] of Object.entries(this.shape.tables)) {
          // What an earlier release has stored stays as it is.
          if (!request.result.objectStoreNames.contains(table)) request.result.createObjectStore(table, { keyPath });
        }
      };
      request.onerror = () => {
        // A later release has given it a later version: it only ever adds tables to those there are.
        if (request.error?.name === 'VersionError' && version > 0) resolve(this.#connect(0));
        else reject(request.error);
      };
      // A tab with an earlier release does not let go of it: carry on without, and have it as soon as that has gone.
      request.onblocked = () => setTimeout(() => reject(new Error('another tab holds the database')), this.patience / 8);
      request.onsuccess = () => {
        const database = request.result;
        this.#opening = Promise.resolve(database);
        // Another tab clears this computer or has a later release, or the browser has dropped the database.
        database.onversionchange = () => {
          database.close();
          this.#opening = null;
        };
        database.onclose = () => (this.#opening = null);
        resolve(database);
      };
    });
  }
}

/**
 * @param {unknown} error
 * @returns {StorageProblem}
 */
export function problemFrom(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED') return 'full';
  return name === 'SecurityError' ? 'blocked' : 'failed';
}
